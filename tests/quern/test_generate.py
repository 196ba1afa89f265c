"""A run that finds nothing changed: what it notices, and what it does without."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from quern.cli import main
from quern.embedded_home import last_use, project_home, service_account
from quern.generate import generate
from tests.quern.projects import Project, make_project

MakeProject = Callable[[str, Mapping[str, str]], Project]

SCHEMA = "CREATE TABLE items (id integer PRIMARY KEY, title text NOT NULL)"
ITEMS = "-- name: list_items :many\nSELECT id FROM items;\n"
#: Runs the command and tells which of some modules that took.
PROBE = """
import sys
from quern.cli import main
status = main(["generate"])
heavy = ["psycopg", "pydantic", "jinja2", "quern.source.parser", "quern.analysis", "quern.embedded"]
print(*(name for name in heavy if name in sys.modules))
sys.exit(status)
"""


@dataclass(frozen=True)
class Run:
    """A run in a process of its own.

    :ivar modules: those of the heavy modules that it imported
    """

    said: str
    errors: str
    modules: set[str]

    @property
    def was_whole(self) -> bool:
        """Whether it asked about the queries."""
        return "quern.analysis" in self.modules


def _run(root: Path, **environment: str) -> Run:
    result = subprocess.run(
        [sys.executable, "-c", PROBE],
        cwd=root,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    said, modules = result.stdout.splitlines()
    return Run(said, result.stderr, set(modules.split()))


@pytest.fixture
def shop(project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project that was generated from the database of DATABASE_URL."""
    made = project(SCHEMA, {"items.sql": ITEMS})
    monkeypatch.chdir(made.root)
    monkeypatch.setenv("DATABASE_URL", made.url)
    assert main(["generate"]) == 0
    return made


def test_with_a_database_url_only_its_catalogue_is_asked(shop: Project) -> None:
    found = _run(shop.root)
    assert found.said == "1 query, nothing to change in generated/"
    assert found.modules == {"psycopg", "quern.embedded"}


CHANGES: dict[str, Callable[[Project], object]] = {
    "query file": lambda shop: shop.query_file("items.sql", ITEMS + "\n"),
    "new query file": lambda shop: shop.query_file("more.sql", ITEMS),
    "settings": lambda shop: (shop.root / "pyproject.toml").write_text(
        '[tool.codegen]\nmigrations = ["queries"]\n'
    ),
    "schema": lambda shop: shop.execute("ALTER TABLE items ADD price integer"),
    "missing file": lambda shop: (shop.folder / "items.py").unlink(),
    "edited file": lambda shop: (shop.folder / "items.py").write_text("x = 1\n"),
    "a run that was killed": lambda shop: (shop.folder / ".quern-staging").mkdir(),
    "no record": lambda shop: (shop.root / ".quern" / "last-run.json").unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_makes_a_whole_run(shop: Project, change: str) -> None:
    assert not _run(shop.root).was_whole
    CHANGES[change](shop)
    assert _run(shop.root).was_whole
    assert not _run(shop.root).was_whole


def test_what_was_edited_is_made_anew(shop: Project) -> None:
    before = shop.contents()
    (shop.folder / "items.py").write_text("x = 1\n")
    assert main(["generate"]) == 0
    assert shop.contents() == before


def test_warnings_are_said_again(shop: Project) -> None:
    shop.query_file("items.sql", "-- name: find_item :one\nSELECT id FROM items;\n")
    first = _run(shop.root)
    second = _run(shop.root)
    assert "warning[one-of-many]" in first.errors
    assert (second.errors, second.was_whole) == (first.errors, False)


def test_mistakes_are_no_run_to_go_back_to(
    shop: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    shop.query_file("items.sql", ITEMS.replace("id", "nothing"))
    for _ in range(2):
        capsys.readouterr()
        assert main(["generate"]) == 1
        assert "unknown-column" in capsys.readouterr().err


def test_a_query_that_is_changed_back_is_unchanged(shop: Project) -> None:
    shop.query_file("items.sql", ITEMS.replace("id", "nothing"))
    assert main(["generate"]) == 1
    shop.query_file("items.sql", ITEMS)
    assert not _run(shop.root).was_whole


@pytest.mark.parametrize("step", ["comparing the schema", "reading queries", "modelling"])
def test_what_changes_during_a_run_is_not_taken_for_what_was_read(shop: Project, step: str) -> None:
    expected = shop.contents()
    (shop.root / ".quern" / "last-run.json").unlink()

    def begin(begun: str) -> None:
        if begun.startswith(step):
            shop.query_file("items.sql", ITEMS.replace("id", "title"))

    generate(shop.config, None, begin)
    shop.query_file("items.sql", ITEMS)
    generate(shop.config, None)
    assert shop.contents() == expected


def test_migrations_that_change_during_a_run_are_not_taken_for_what_was_run(shop: Project) -> None:
    (shop.root / "migration.sql").write_text("-- before")
    (shop.root / "pyproject.toml").write_text('[tool.codegen]\nmigrations = ["migration.sql"]\n')

    def begin(begun: str) -> None:
        if begun == "modelling":
            (shop.root / "migration.sql").write_text("-- after")

    generate(shop.config, None, begin)
    assert _run(shop.root).was_whole


EMBEDDED = """
[tool.codegen]
migrations = ["migrate.py"]
[tool.codegen.embedded]
migrate = "python migrate.py"
"""
MIGRATE = """
import os
import psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    connection.execute("CREATE TABLE IF NOT EXISTS items (id integer PRIMARY KEY)")
"""


@pytest.fixture(scope="module")
def embedded_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project on the embedded server, generated once."""
    root = tmp_path_factory.mktemp("embedded") / "project"
    make_project(root, "", {"items.sql": ITEMS})
    (root / "pyproject.toml").write_text(EMBEDDED)
    (root / "migrate.py").write_text(MIGRATE)
    assert _run(root, DATABASE_URL="").was_whole
    return root


def test_on_the_embedded_server_nothing_is_started_or_imported(embedded_root: Path) -> None:
    found = _run(embedded_root, DATABASE_URL="")
    assert found.said == "1 query, nothing to change in generated/"
    assert found.modules == set()


def test_a_changed_migration_is_run(embedded_root: Path) -> None:
    text = MIGRATE.replace(
        "(id integer PRIMARY KEY)", "(); ALTER TABLE items ADD IF NOT EXISTS a int"
    )
    (embedded_root / "migrate.py").write_text(text)
    assert _run(embedded_root, DATABASE_URL="").was_whole
    assert _run(embedded_root, DATABASE_URL="").modules == set()


def test_after_another_use_of_the_server_its_catalogue_is_asked(embedded_root: Path) -> None:
    _run(embedded_root, DATABASE_URL="")
    use = "from pathlib import Path; from quern import embedded; embedded.start(Path.cwd()).close()"
    subprocess.run([sys.executable, "-c", use], cwd=embedded_root, check=True)
    second = _run(embedded_root, DATABASE_URL="")
    assert (second.was_whole, "psycopg" in second.modules) == (False, True)
    assert _run(embedded_root, DATABASE_URL="").modules == set()


def test_a_change_by_hand_in_the_embedded_database_is_noticed(embedded_root: Path) -> None:
    _run(embedded_root, DATABASE_URL="")
    change = (
        "from pathlib import Path; import psycopg; from quern import embedded\n"
        "with embedded.start(Path.cwd()) as server, psycopg.connect(server.url('quern')) as c:\n"
        "    c.execute('CREATE TABLE by_hand ()')\n"
    )
    subprocess.run([sys.executable, "-c", change], cwd=embedded_root, check=True)
    assert _run(embedded_root, DATABASE_URL="").was_whole


def test_without_the_setting_migrations_are_run_each_time(embedded_root: Path) -> None:
    (embedded_root / "pyproject.toml").write_text(EMBEDDED.replace('["migrate.py"]', "[]"))
    _run(embedded_root, DATABASE_URL="")
    found = _run(embedded_root, DATABASE_URL="")
    assert ("psycopg" in found.modules, found.was_whole) == (True, False)
    assert last_use(project_home(embedded_root, 18, service_account())) is not None
