"""What is printed of an outcome, for people and for tools."""

import json
from pathlib import Path, PurePosixPath

import pytest

from quern.errors import ConfigError, DatabaseError, Diagnostic, SourceError
from quern.outcome import Outcome, stopped
from quern.output import Difference
from quern.report import report
from quern.source.span import SourceText

FILE = Path("queries/a, b.sql")
TEXT = SourceText(FILE, "-- name: a :one\nSELECT größe\n")
PLACED = Diagnostic(
    "unknown-column",
    "50% of\nit",
    FILE,
    TEXT.location(23, 28),
    hint="or",
    related=(TEXT.location(9), "here"),
)
WHOLE = Diagnostic("no-queries", "the file holds no query", FILE, severity="warning")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_WORKSPACE", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


def _printed(outcome: Outcome, form: str, capsys: pytest.CaptureFixture[str]) -> str:
    report(outcome, form, Path.cwd() / "project")
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def test_json_is_one_document_with_everything(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = stopped("generate", SourceError([PLACED, WHOLE]))
    assert json.loads(_printed(outcome, "json", capsys)) == {
        "schema_version": 1,
        "command": "generate",
        "status": 1,
        "output": None,
        "queries": 0,
        "changed": [],
        "differences": [],
        "causes": [],
        "diagnostics": [
            {
                "severity": "warning",
                "code": "no-queries",
                "message": "the file holds no query",
                "file": "project/queries/a, b.sql",
                "line": None,
                "column": None,
                "end_column": None,
                "hint": None,
                "related": None,
            },
            {
                "severity": "error",
                "code": "unknown-column",
                "message": "50% of\nit",
                "file": "project/queries/a, b.sql",
                "line": 2,
                "column": 8,
                "end_column": 13,
                "hint": "or",
                "related": {
                    "file": "project/queries/a, b.sql",
                    "line": 1,
                    "column": 10,
                    "message": "here",
                },
            },
        ],
        "error": {
            "message": "1 error; nothing was written",
            "hint": None,
            "file": None,
            "line": None,
            "column": None,
        },
    }


def test_json_of_a_good_run_has_what_changed(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = Outcome("generate", "generated", queries=2, changed=("a.py",))
    found = json.loads(_printed(outcome, "json", capsys))
    parts = [found[name] for name in ("status", "queries", "changed", "error")]
    assert parts == [0, 2, ["a.py"], None]


def test_json_of_a_check_has_the_differences(capsys: pytest.CaptureFixture[str]) -> None:
    difference = Difference(PurePosixPath("a.py"), "edited", "")
    outcome = Outcome("check", "generated", differences=(difference,))
    found = json.loads(_printed(outcome, "json", capsys))
    assert found["differences"] == [{"path": "a.py", "change": "edited"}]
    assert found["error"]["message"].startswith("generated/ is not what")


def test_annotations_escape_what_github_would_misread(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = stopped("check", SourceError([PLACED], outcome="all: right"))
    assert _printed(outcome, "github", capsys) == (
        "::error file=project/queries/a%2C b.sql,line=2,col=8,endColumn=13,title=unknown-column"
        "::50%25 of%0Ait%0Ahint: or\n"
        "1 error; all: right\n"
    )


def test_an_annotation_of_a_file_has_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = Outcome("generate", "generated", queries=1, diagnostics=(WHOLE,))
    assert _printed(outcome, "github", capsys) == (
        "::warning file=project/queries/a%2C b.sql,title=no-queries::the file holds no query\n"
        "1 query, nothing to change in generated/\n"
    )


def test_an_annotation_without_a_file_says_what_stopped_the_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    outcome = stopped("generate", DatabaseError("no server", hint="start it"))
    assert (
        _printed(outcome, "github", capsys) == "::error title=quern::no server%0Ahint: start it\n"
    )


def test_an_annotation_of_a_setting_names_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    place = SourceText(Path("pyproject.toml"), "a = 1\n").location(0, 1)
    outcome = stopped("generate", ConfigError("unknown setting a", location=place))
    assert _printed(outcome, "github", capsys) == (
        "::error file=project/pyproject.toml,line=1,col=1,endColumn=2,title=quern"
        "::unknown setting a\n"
    )


def test_annotations_are_relative_to_the_checkout(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(Path.cwd() / "project"))
    outcome = Outcome("generate", "generated", diagnostics=(WHOLE,))
    assert _printed(outcome, "github", capsys).startswith("::warning file=queries/a%2C b.sql,")


def test_a_stale_file_is_annotated(capsys: pytest.CaptureFixture[str]) -> None:
    difference = Difference(PurePosixPath("a.py"), "stale", "")
    outcome = Outcome("check", "generated", differences=(difference,), causes=("x changed",))
    assert _printed(outcome, "github", capsys).splitlines() == [
        "::error file=project/generated/a.py,title=stale output::out of date",
        "::error title=stale output::x changed",
        "::error title=quern::generated/ is not what the queries and the schema say%0A"
        "hint: run quern generate and commit the result",
    ]
