"""The command line: what it prints, what it changes, how it ends."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from quern import __version__
from quern.cli import main
from tests.quern.projects import Project, contents

MakeProject = Callable[[str, Mapping[str, str]], Project]

SCHEMA = "CREATE TABLE items (id integer PRIMARY KEY, title text NOT NULL)"
ITEMS = "-- name: list_items :many\nSELECT id FROM items;\n"


@pytest.fixture
def shop(project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with one query file; it is the current folder and DATABASE_URL its database."""
    made = project(SCHEMA, {"items.sql": ITEMS})
    monkeypatch.chdir(made.root)
    monkeypatch.setenv("DATABASE_URL", made.url)
    return made


def _times(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in (folder, *folder.rglob("*"))}


def test_generate_writes_the_package(shop: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate"]) == 0
    number = len(shop.contents())
    assert capsys.readouterr().out == f"1 query, {number} files changed in generated/\n"
    assert {"items.py", "aio/items.py", "_manifest.json", "py.typed"} <= {*shop.contents()}


def test_generate_again_says_that_there_is_nothing_to_change(
    shop: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["generate"])
    before = _times(shop.folder)
    capsys.readouterr()
    assert main(["generate"]) == 0
    assert capsys.readouterr().out == "1 query, nothing to change in generated/\n"
    assert _times(shop.folder) == before


def test_generate_finds_the_project_from_a_folder_below(
    shop: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shop.root / "queries" / "deep").mkdir()
    monkeypatch.chdir(shop.root / "queries" / "deep")
    assert main(["generate"]) == 0
    assert "items.py" in shop.contents()


def test_generate_takes_the_project_and_the_database_that_it_is_told(
    shop: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "postgres://127.0.0.1:1/nothing")
    options = ["--project", str(shop.root), "--database-url", shop.url]
    assert main(["generate", *options]) == 0
    assert "items.py" in shop.contents()


def test_generate_takes_a_relative_project(shop: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shop.root.parent)
    assert main(["generate", "--project", "project"]) == 0
    assert "items.py" in shop.contents()


def test_mistakes_are_all_shown_and_nothing_is_written(
    shop: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["generate"])
    before = shop.contents()
    capsys.readouterr()
    shop.query_file("items.sql", ITEMS.replace("id", "title"))
    shop.query_file("a.sql", "-- name: first :mayn\nSELECT 1;\n")
    shop.query_file("b.sql", "-- name: second :many\nSELECT nothing;\n")
    shop.query_file("c.sql", "-- name: third :many\nSELECT (1, 2);\n")
    assert main(["generate"]) == 1
    printed = capsys.readouterr()
    assert [line for line in printed.err.splitlines() if line.startswith("error")] == [
        "error[unknown-command]: unknown command :mayn",
        'error[unknown-column]: column "nothing" does not exist',
        "error[unsupported-type]: column row is of type record, whose values have no known types",
    ]
    assert printed.err.endswith("\n3 errors; nothing was written\n")
    assert printed.out == ""
    assert shop.contents() == before


def test_a_removed_query_file_takes_its_module_with_it(shop: Project) -> None:
    shop.query_file("deep/others.sql", ITEMS)
    main(["generate"])
    (shop.root / "queries" / "deep" / "others.sql").unlink()
    assert main(["generate"]) == 0
    assert not (shop.folder / "deep").exists()
    assert not (shop.folder / "aio" / "deep").exists()


@pytest.mark.usefixtures("shop")
def test_check_is_content_with_what_generate_wrote(capsys: pytest.CaptureFixture[str]) -> None:
    main(["generate"])
    capsys.readouterr()
    assert main(["check"]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("generated/ is current\n", "")


def test_check_shows_what_a_changed_query_would_change(
    shop: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["generate"])
    shop.query_file("items.sql", ITEMS.replace("id", "title"))
    capsys.readouterr()
    assert main(["check"]) == 1
    printed = capsys.readouterr()
    assert "generated/items.py: out of date\n--- items.py (as it is)\n" in printed.out
    assert "-def list_items(conn: Connection[Any] | _runtime.Runner) -> list[int]:" in printed.out
    assert "+def list_items(conn: Connection[Any] | _runtime.Runner) -> list[str]:" in printed.out
    assert printed.err == (
        "error: generated/ is not what the queries and the schema say\n"
        "  hint: run quern generate and commit the result\n"
    )


def test_check_shows_what_a_changed_schema_would_change(
    shop: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["generate"])
    shop.execute("ALTER TABLE items DROP CONSTRAINT items_pkey")
    shop.execute("ALTER TABLE items ALTER COLUMN id DROP NOT NULL")
    capsys.readouterr()
    assert main(["check"]) == 1
    assert "-> list[int | None]:" in capsys.readouterr().out


def test_check_tells_an_edit_by_hand(shop: Project, capsys: pytest.CaptureFixture[str]) -> None:
    main(["generate"])
    with (shop.folder / "items.py").open("a") as file:
        file.write("# mine\n")
    capsys.readouterr()
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert "generated/items.py: edited by hand: change the query instead" in out
    assert "\n-# mine\n" in out


def test_check_tells_what_is_missing_and_what_is_left_over(
    shop: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    shop.query_file("others.sql", ITEMS)
    main(["generate"])
    (shop.root / "queries" / "others.sql").unlink()
    (shop.folder / "items.py").unlink()
    capsys.readouterr()
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert "generated/items.py: missing\n" in out
    assert "generated/others.py: left over from a query file that is gone\n" in out


def test_check_changes_nothing(shop: Project) -> None:
    main(["generate"])
    shop.query_file("items.sql", ITEMS.replace("id", "title"))
    before = contents(shop.root), _times(shop.root)
    main(["check"])
    assert (contents(shop.root), _times(shop.root)) == before


def test_check_before_the_first_run_makes_no_folder(shop: Project) -> None:
    assert main(["check"]) == 1
    assert not shop.folder.exists()


def test_check_shows_mistakes_too(shop: Project, capsys: pytest.CaptureFixture[str]) -> None:
    shop.query_file("items.sql", "-- name: q :many\nSELECT nothing;\n")
    assert main(["check"]) == 1
    assert "unknown-column" in capsys.readouterr().err


def test_check_and_generate_say_what_to_do_about_a_broken_manifest(
    shop: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["generate"])
    (shop.folder / "_manifest.json").write_text("<<<<<<< ours\n")
    for command in ("check", "generate"):
        capsys.readouterr()
        assert main([command]) == 1
        assert "generated/_manifest.json cannot be read" in capsys.readouterr().err


def test_a_folder_without_a_project_is_an_error_that_shows_what_to_add(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["generate"]) == 1
    err = capsys.readouterr().err
    assert f"no pyproject.toml with [tool.codegen] in {tmp_path} or above it" in err
    assert "add [tool.codegen]" in err


def test_a_project_that_does_not_exist_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["generate", "--project", str(tmp_path / "none")]) == 1
    assert "there is no" in capsys.readouterr().err


def test_an_unknown_setting_is_an_error_with_a_suggestion(
    shop: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (shop.root / "pyproject.toml").write_text('[tool.codegen]\noutptu = "x"\n')
    assert main(["generate"]) == 1
    assert capsys.readouterr().err == (
        "error: unknown setting outptu in [tool.codegen]\n"
        " --> pyproject.toml:2:1\n"
        "  |\n"
        '2 | outptu = "x"\n'
        "  | ^^^^^^\n"
        "  = hint: did you mean output?\n"
    )


def test_a_missing_folder_of_queries_is_an_error(
    shop: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (shop.root / "pyproject.toml").write_text('[tool.codegen]\nqueries = "sql"\n')
    assert main(["generate"]) == 1
    assert "there is no folder sql" in capsys.readouterr().err


@pytest.mark.usefixtures("shop")
def test_a_database_that_does_not_answer_is_said_without_its_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://me:secret@127.0.0.1:1/shop")
    assert main(["generate"]) == 1
    err = capsys.readouterr().err
    assert err.startswith("error: no database: shop at 127.0.0.1:1 as me (DATABASE_URL) does not")
    assert "secret" not in err


def _quern(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quern", *arguments],
        cwd=root,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_failing_migration_on_the_embedded_server_stops_the_run(shop: Project) -> None:
    (shop.root / "pyproject.toml").write_text(
        '[tool.codegen]\n[tool.codegen.embedded]\nmigrate = "python migrate.py"\n'
    )
    (shop.root / "migrate.py").write_text("raise SystemExit('line 3 of one.sql is wrong')\n")
    result = _quern(shop.root, "generate", DATABASE_URL="")
    assert result.returncode == 1
    assert result.stderr == (
        "line 3 of one.sql is wrong\n"
        "error: the command for migrations failed with status 1: python migrate.py\n"
        "  hint: its message stands above; nothing was generated\n"
    )
    assert not shop.folder.exists()


def test_a_given_database_is_not_migrated(shop: Project) -> None:
    (shop.root / "pyproject.toml").write_text(
        "[tool.codegen]\n[tool.codegen.embedded]\nmigrate = \"python -c 'raise SystemExit(1)'\"\n"
    )
    assert main(["generate"]) == 0


def test_the_module_runs_as_the_command_does(shop: Project) -> None:
    result = _quern(shop.root, "generate")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("1 query, ")


def test_warnings_are_no_part_of_what_is_printed(shop: Project) -> None:
    result = _quern(shop.root, "generate", PYTHONWARNINGS="error", PYTHONDEVMODE="1")
    assert (result.returncode, result.stderr) == (0, "")


def test_a_difference_beyond_ascii_is_shown_on_a_terminal_of_any_encoding(shop: Project) -> None:
    shop.query_file("items.sql", ITEMS.replace("id", "'größe'"))
    main(["generate"])
    shop.query_file("items.sql", ITEMS.replace("id", "'länge'"))
    result = _quern(shop.root, "check", PYTHONIOENCODING="ascii")
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "items.py: out of date" in result.stdout


def test_the_version_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert (caught.value.code, capsys.readouterr().out) == (0, f"quern {__version__}\n")


def test_no_command_shows_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([])
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: quern")


def test_an_interrupt_ends_without_a_traceback(
    shop: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(root: Path) -> None:
        assert root == shop.root
        raise KeyboardInterrupt

    monkeypatch.setattr("quern.cli.load_config", interrupted)
    assert main(["generate"]) == 130
    assert capsys.readouterr().err == ""


def test_the_manifest_names_every_other_file(shop: Project) -> None:
    main(["generate"])
    named = json.loads((shop.folder / "_manifest.json").read_bytes())["files"]
    assert {*named} == {*shop.contents()} - {"_manifest.json"}


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["genrate"], "did you mean generate?"),
        (["zzz"], "there are generate, check, describe"),
        (["generate", "--wtach"], "did you mean --watch?"),
        (["check", "--ofline"], "did you mean --offline?"),
        (["describe", "--querys=x"], "did you mean --queries?"),
        (["generate", "zzz"], "see quern generate --help"),
    ],
)
def test_a_misspelt_argument_is_wrong_use_with_a_suggestion(
    words: list[str], hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert capsys.readouterr().err.endswith(f"\n  hint: {hint}\n")


@pytest.mark.parametrize("command", ["generate", "check", "describe"])
def test_the_help_of_a_command_says_what_each_option_does(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    out = capsys.readouterr().out
    assert caught.value.code == 0
    assert out.startswith(f"usage: quern {command} ")
    assert "DATABASE_URL" in out
    assert max(map(len, out.splitlines())) <= 80


def test_the_help_has_the_exit_statuses(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    out = capsys.readouterr().out
    assert [line.split()[0] for line in out.split("exit status:\n")[1].splitlines()[:4]] == [
        *("0", "1", "2", "130"),
    ]


def test_json_of_a_run_is_all_that_is_printed(
    shop: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    shop.query_file("items.sql", ITEMS.replace("id", "nothing"))
    assert main(["generate", "--format", "json"]) == 1
    printed = capsys.readouterr()
    (found,) = json.loads(printed.out)["diagnostics"]
    assert (found["code"], found["line"], found["column"]) == ("unknown-column", 2, 8)
    assert printed.err == ""


def test_annotations_of_a_check_name_the_lines(
    shop: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    shop.query_file("items.sql", ITEMS.replace("id", "nothing"))
    assert main(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out == (
        "::error file=queries/items.sql,line=2,col=8,endColumn=15,title=unknown-column::"
        'column "nothing" does not exist\n'
        "1 error; nothing was written\n"
    )


def test_mistakes_of_the_parser_and_of_the_server_are_shown_together(
    shop: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    shop.query_file("a.sql", b"-- gr\xf6\xdfe\n")
    shop.query_file("b.sql", "-- name: q :mayn\nSELECT 1;\n")
    shop.query_file("c.sql", "-- name: q :many\nSELECT 'a;\n\n-- name: r :many\nSELECT x;\n")
    shop.query_file("d.sql", "-- name: q :many\nSELECT (1, 2);\n")
    assert main(["generate"]) == 1
    codes = [
        line.partition("]")[0].removeprefix("error[")
        for line in capsys.readouterr().err.splitlines()
        if line.startswith("error[")
    ]
    assert codes == [
        *("not-utf-8", "unknown-command", "unterminated", "unknown-column", "unsupported-type"),
    ]


@pytest.mark.parametrize("option", [[], ["--debug"]])
def test_only_debug_shows_what_is_logged(shop: Project, option: list[str]) -> None:
    script = (
        "import sys, logging; from quern.cli import main; status = main(sys.argv[1:]);"
        "logging.getLogger('quern.test').debug('looked'); sys.exit(status)"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, "generate", *option],
        cwd=shop.root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ("quern.test: looked" in result.stderr) == bool(option)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_folder_that_may_not_be_written_is_an_error(
    shop: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    shop.folder.mkdir(mode=0o555)
    assert main(["generate"]) == 1
    assert "generated/ cannot be written: Permission denied" in capsys.readouterr().err


def test_a_full_disk_is_an_error_and_leaves_the_output_as_it_was(shop: Project) -> None:
    main(["generate"])
    before = shop.contents()
    shop.query_file("items.sql", ITEMS.replace("id", "title"))
    limited = (
        "import resource, signal, sys; from quern.cli import main;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)); sys.exit(main(['generate']))"
    )
    result = subprocess.run(
        [sys.executable, "-B", "-c", limited],
        cwd=shop.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, "Traceback" in result.stderr) == (1, False)
    assert "generated/ cannot be written: File too large" in result.stderr
    main(["check"])  # the next run throws away what was staged
    assert shop.contents() == before


def test_two_runs_at_once_leave_what_one_of_them_leaves(shop: Project) -> None:
    for number in range(20):
        shop.query_file(f"more_{number}.sql", ITEMS)
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "quern", "generate"],
            cwd=shop.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for _ in range(3)
    ]
    said = [process.communicate()[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], said
    assert main(["check"]) == 0


def test_a_link_to_nothing_among_the_queries_is_an_error(
    shop: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (shop.root / "queries" / "gone.sql").symlink_to("nowhere.sql")
    assert main(["generate"]) == 1
    assert "error[unreadable]" in capsys.readouterr().err
