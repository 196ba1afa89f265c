"""Types that the settings name, at work."""

import importlib
import json
import subprocess
import sys
from collections.abc import Generator
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import psycopg
import pytest
from pydantic import ValidationError

from quern.errors import ConfigError
from tests.annotations import mismatches
from tests.postgres import Databases
from tests.quern.base_types import database_of, make_base_type
from tests.quern.projects import Project, importable, make_project

BIN = Path(sys.executable).parent
APP = """
from dataclasses import dataclass
from decimal import Decimal
from typing import NewType

from pydantic import BaseModel, Field, RootModel
from typing_extensions import TypedDict

UserId = NewType("UserId", int)


class Settings(BaseModel):
    theme: str
    font_size: int = Field(default=10, alias="fontSize", gt=0)


@dataclass
class Tag:
    name: str


class Point(TypedDict):
    x: float
    y: float


class Percentage(RootModel[Decimal]):
    pass
"""
SETTINGS = """
[tool.codegen.types]
"public.percentage" = "app.types.Percentage"
"public.shape" = "str"
"pg_catalog.json" = "app.types.Point"

[tool.codegen.columns]
"public.users.id" = "app.types.UserId"
"public.users.settings" = "app.types.Settings"
"public.users.tags" = "app.types.Tag"
"public.account.settings" = "app.types.Settings"
"""
SCHEMA = """
CREATE DOMAIN percentage AS numeric(5, 2);
CREATE TYPE account AS (settings jsonb, share percentage, spots json[]);
CREATE TABLE users (
    id integer PRIMARY KEY,
    settings jsonb NOT NULL,
    tags jsonb,
    share percentage,
    shares percentage[],
    spot json,
    spots json[],
    account account,
    silhouette shape
);
"""
QUERIES = """
-- name: add_user :one
INSERT INTO users (id, settings, tags, share, shares, spot, spots, account, silhouette)
VALUES (:id, :settings, :tags, :share, :shares, :spot, :spots, :account, :silhouette)
RETURNING *;

-- name: get_settings :one
SELECT settings FROM users WHERE id = :id;

-- name: set_settings :exec
UPDATE users SET settings = :settings WHERE id = :id;

-- name: set_settings_again :exec
UPDATE users SET settings = :Settings WHERE id = :UserId;

-- name: merged_settings :one
-- @column merged: app.types.Settings
-- @column id: app.types.Percentage
SELECT settings || '{"theme": "merged"}' AS merged, id FROM users WHERE id = :id;

-- name: find_by_settings :many
SELECT id FROM users WHERE settings @> :part ORDER BY id;

-- name: merge_settings :exec
UPDATE users SET settings = settings || :part WHERE id = :id;
"""
CALLER = """
from decimal import Decimal

from psycopg import Connection

from app.types import Percentage, Point, Settings, Tag, UserId
from mapped import users
from mapped.public.composites import Account


def add(connection: Connection[tuple[object, ...]]) -> Settings | None:
    users.add_user(
        connection,
        id=UserId(1),
        settings=Settings(theme="dark", fontSize=12),
        tags=Tag("a"),
        share=Percentage(Decimal("1.50")),
        shares=[Percentage(Decimal("2.50")), None],
        spot=Point(x=1.0, y=2.0),
        spots=[Point(x=1.0, y=2.0), None],
        account=Account(settings=Settings(theme="light"), share=None, spots=None),
        silhouette="round",
    )
    return users.get_settings(connection, id=1)
"""


@pytest.fixture(scope="module")
def project(
    databases: Databases, module_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Generator[Project]:
    """A generated package whose types an application has named."""
    with databases.server.administrator(database_of(module_url)) as administrator:
        make_base_type(administrator, "shape")
    root = tmp_path_factory.mktemp("mapped") / "project"
    made = make_project(root, module_url, {"users.sql": QUERIES}, output="mapped")
    with (root / "pyproject.toml").open("a") as file:
        file.write(SETTINGS)
    (root / "app").mkdir()
    (root / "app" / "__init__.py").touch()
    (root / "app" / "types.py").write_text(APP)
    made.execute(SCHEMA)
    made.generate()
    with importable(root, "mapped"), importable(root, "app"):
        yield made


@pytest.fixture
def users(project: Project) -> ModuleType:
    """The generated functions."""
    return project.module("users")


@pytest.fixture
def app(project: Project) -> ModuleType:
    """The types of the application."""
    assert project.output == "mapped"
    return importlib.import_module("app.types")


@pytest.fixture
def connection(
    project: Project, users: ModuleType, app: ModuleType
) -> Generator[psycopg.Connection]:
    """A connection, in a transaction in which there is a user."""
    models = project.module("public.composites")
    with psycopg.connect(project.url) as found:
        users.add_user(
            found,
            id=app.UserId(1),
            settings=app.Settings(theme="dark", fontSize=12),
            tags=app.Tag("é"),
            share=app.Percentage(Decimal("1.50")),
            shares=[app.Percentage(Decimal("2.50")), None],
            spot={"x": 1.0, "y": 2.0},
            spots=[{"x": 3.0, "y": 4.0}, None],
            account=models.Account(
                settings=app.Settings(theme="light"),
                share=app.Percentage(Decimal("3.50")),
                spots=[{"x": 5.0, "y": 6.0}],
            ),
            silhouette="round",
        )
        yield found
        found.rollback()


def _stored(connection: psycopg.Connection, expression: str) -> object:
    query = f"SELECT {expression} FROM users"  # noqa: S608 - our own
    row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return row[0]


def test_values_are_of_the_types_that_are_named(
    connection: psycopg.Connection, users: ModuleType, app: ModuleType
) -> None:
    settings = users.get_settings(connection, id=1)
    assert type(settings) is app.Settings
    assert (settings.theme, settings.font_size) == ("dark", 12)


def test_rows_are_what_they_declare(
    connection: psycopg.Connection, users: ModuleType, app: ModuleType, project: Project
) -> None:
    models = project.module("public.composites")
    nothing = dict.fromkeys(("tags", "share", "shares", "spot", "spots", "silhouette"))
    row = users.add_user(
        connection,
        id=2,
        settings=app.Settings(theme="x"),
        account=models.Account(settings=None, share=app.Percentage(Decimal(1)), spots=[None]),
        **nothing,
    )
    assert row.account == models.Account(
        settings=None, share=app.Percentage(Decimal("1.00")), spots=[None]
    )
    assert row.tags is None
    assert mismatches(row.account.share, app.Percentage) == []
    assert mismatches(row.settings, app.Settings) == []


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("settings", {"theme": "dark", "fontSize": 12}),
        ("tags", {"name": "é"}),
        ("share", Decimal("1.50")),
        ("shares[1]", Decimal("2.50")),
        ("shares[2]", None),
        ("spot", {"x": 1.0, "y": 2.0}),
        ("spots[1]", {"x": 3.0, "y": 4.0}),
        ("spots[2] IS NULL", True),
        ("(account).settings", {"theme": "light", "fontSize": 10}),
        ("(account).share", Decimal("3.50")),
        ("(account).spots[1]", {"x": 5.0, "y": 6.0}),
        ("silhouette::text", "round"),
    ],
)
def test_values_are_stored_as_what_they_stand_for(
    connection: psycopg.Connection, expression: str, value: object
) -> None:
    assert _stored(connection, expression) == value


def test_a_query_may_name_types_for_its_own_columns(
    connection: psycopg.Connection, users: ModuleType, app: ModuleType
) -> None:
    row = users.merged_settings(connection, id=1)
    assert type(row.merged) is app.Settings
    assert row.merged.theme == "merged"
    assert row.id == app.Percentage(Decimal(1))


def test_a_parameter_with_the_name_of_the_type_does_not_hide_it(
    connection: psycopg.Connection, users: ModuleType, app: ModuleType
) -> None:
    users.set_settings_again(connection, Settings_=app.Settings(theme="odd"), UserId=1)
    assert users.get_settings(connection, id=1).theme == "odd"


def test_what_the_type_does_not_allow_is_an_error_that_names_the_column(
    connection: psycopg.Connection, users: ModuleType
) -> None:
    connection.execute('UPDATE users SET settings = \'{"theme": "x", "fontSize": 0}\'')
    with pytest.raises(ValidationError) as caught:
        users.get_settings(connection, id=1)
    assert 'in column "settings" of row 1' in caught.value.__notes__[0]


def test_a_parameter_that_is_only_compared_or_merged_is_plain(
    connection: psycopg.Connection, users: ModuleType
) -> None:
    assert users.find_by_settings(connection, part={"fontSize": 12}) == [1]
    users.merge_settings(connection, part={"theme": "light"}, id=1)
    assert users.get_settings(connection, id=1).theme == "light"


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "format", "--isolated", "--no-cache", "--check", "--line-length", "100", "mapped"],
        ["mypy", "--strict", "--config-file=", "--cache-dir=../mypy", "mapped", "caller.py"],
        ["basedpyright", "--pythonpath", sys.executable, "mapped", "caller.py"],
    ],
    ids=["format", "mypy", "basedpyright"],
)
def test_the_package_and_its_callers_are_clean(project: Project, command: list[str]) -> None:
    strict = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (project.root / "pyrightconfig.json").write_text(json.dumps(strict))
    (project.root / "caller.py").write_text(CALLER)
    result = subprocess.run(
        [BIN / command[0], *command[1:]],
        cwd=project.root,
        check=False,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("settings", "message", "hint"),
    [
        (
            '[tool.codegen.types]\n"public.percentag" = "str"',
            "there is no type public.percentag, which [tool.codegen.types] names",
            "did you mean public.percentage?",
        ),
        (
            '[tool.codegen.columns]\n"public.users.setings" = "app.types.Settings"',
            "there is no column public.users.setings, which [tool.codegen.columns] names",
            "did you mean public.users.settings?",
        ),
    ],
)
def test_a_name_that_the_database_has_not_is_refused_with_a_suggestion(
    project: Project, tmp_path: Path, settings: str, message: str, hint: str
) -> None:
    other = make_project(tmp_path / "other", project.url, {})
    with (other.root / "pyproject.toml").open("a") as file:
        file.write(settings)
    with pytest.raises(ConfigError) as caught:
        other.run()
    assert (caught.value.message, caught.value.hint) == (message, hint)
