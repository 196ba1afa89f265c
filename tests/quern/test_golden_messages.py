"""Golden files of messages about settings, databases and files, which are no part of a query.

``golden/messages/<case>.txt`` is the whole text that ``quern generate`` prints. They are made anew
as those of :mod:`tests.quern.test_golden`.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from quern import embedded
from quern.manifest import MANIFEST
from tests.quern.projects import make_project

MESSAGES = Path(__file__).parent / "golden" / "messages"
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))
ITEMS = "-- name: list_one :many\nSELECT 1 AS one;\n"


@dataclass(frozen=True)
class Case:
    """A mistake that a user makes.

    :ivar settings: the text of ``pyproject.toml``, or None for no such file
    :ivar url: DATABASE_URL; ``{url}`` is that of a good database, ``{sockets}`` where a server
        listens that asks for passwords
    :ivar prepare: makes a mistake in the project's folder
    """

    settings: str | None = "[tool.codegen]\n"
    url: str = "{url}"
    prepare: Callable[[Path], object] = lambda _: None
    arguments: tuple[str, ...] = field(default=())


def _embedded(*lines: str) -> Case:
    """Return a case on the embedded server, with these settings of it."""
    return Case("\n".join(["[tool.codegen]", "[tool.codegen.embedded]", *lines, ""]), url="")


CASES: Mapping[str, Case] = {
    # Settings
    "no_project": Case(None),
    "no_table": Case("[project]\nname = 'x'\n"),
    "bad_toml": Case('[tool.codegen]\nqueries = "queries\n'),
    "tool_is_no_table": Case("tool = 1\n"),
    "table_is_no_table": Case("[tool]\ncodegen = 1\n"),
    "misspelt_setting": Case('[tool.codegen]\nquerys = "queries"\n'),
    "unknown_setting": Case("[tool.codegen]\nzzz = 1\n"),
    "misspelt_embedded_setting": _embedded('databse = "x"'),
    "wrong_type_of_setting": Case("[tool.codegen]\nqueries = 1\n"),
    "wrong_type_of_list": Case('[tool.codegen]\nmigrations = "db"\n'),
    "wrong_type_of_number": _embedded('postgres = "18"'),
    "output_holds_queries": Case('[tool.codegen]\noutput = "."\n'),
    "output_is_no_package": Case('[tool.codegen]\noutput = "my-output"\n'),
    "no_queries_folder": Case('[tool.codegen]\nqueries = "sql"\n'),
    "no_migrations": Case('[tool.codegen]\nmigrations = ["db/migrations"]\n'),
    "project_does_not_exist": Case(arguments=("--project", "nowhere")),
    # Databases
    "no_server": Case(url="postgres://me:secret@127.0.0.1:1/shop"),
    "no_socket": Case(url="postgres://me@/shop?host=/nowhere"),
    "no_url": Case(url="mysql://me:secret@127.0.0.1/shop"),
    "wrong_password": Case(url="postgres://postgres:secret@/postgres?host={sockets}"),
    "unknown_database": Case(url="postgres://postgres:secret@/shop?host={sockets}"),
    "unknown_role": Case(url="postgres://me:secret@/template1?host={sockets}"),
    "unknown_embedded_version": _embedded("postgres = 17"),
    "no_roles_file": _embedded('roles = "roles.sql"'),
    "migrations_fail": _embedded("migrate = \"python -c 'raise SystemExit(3)'\""),
    "no_migration_program": _embedded('migrate = "no-such-program up"'),
    "migrate_is_empty": _embedded('migrate = ""'),
    "migrate_is_not_quoted": _embedded('migrate = "echo \'a"'),
    # Files
    "output_is_a_file": Case(prepare=lambda root: (root / "generated").write_text("mine")),
    "foreign_file_in_the_way": Case(
        prepare=lambda root: _write(root / "generated" / "items.py", "mine")
    ),
    "broken_manifest": Case(
        prepare=lambda root: _write(root / "generated" / MANIFEST, "<<<<<<< ours\n")
    ),
    "queries_is_a_link_to_nothing": Case(
        prepare=lambda root: (root / "queries" / "gone.sql").symlink_to("nowhere.sql")
    ),
}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text)


@pytest.fixture(scope="module")
def sockets(tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    """The folder of the socket of a server that asks for a password for one of its databases."""
    rules = tmp_path_factory.mktemp("rules") / "pg_hba.conf"
    rules.write_text("local postgres all scram-sha-256\nlocal all all trust\n")
    rules.chmod(0o644)
    for folder in (rules.parent, *rules.parent.parents[:2]):
        folder.chmod(folder.stat().st_mode | 0o055)  # the server may run as another user
    with embedded.start_scratch(settings={"hba_file": str(rules)}) as server:
        yield str(conninfo_to_dict(server.url())["host"])


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_printed_as_reviewed(
    case: str, tmp_path: Path, module_url: str, sockets: str
) -> None:
    made = CASES[case]
    root = tmp_path / "project"
    make_project(root, "", {"items.sql": ITEMS})
    (root / "pyproject.toml").unlink()
    if made.settings is not None:
        (root / "pyproject.toml").write_text(made.settings)
    made.prepare(root)
    result = subprocess.run(
        [sys.executable, "-m", "quern", "generate", *made.arguments],
        cwd=root,
        env={**os.environ, "DATABASE_URL": made.url.format(url=module_url, sockets=sockets)},
        capture_output=True,
        text=True,
        check=False,
    )
    printed = result.stderr.replace(str(tmp_path), "/home/me").replace(sockets, "/sockets")
    expected = MESSAGES / f"{case}.txt"
    if UPDATE:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(printed)
    assert printed == expected.read_text("utf-8")
    assert (result.returncode, result.stdout) == (1, "")
    assert "secret" not in printed
