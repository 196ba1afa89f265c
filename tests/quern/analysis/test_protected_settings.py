"""Queries that set what only the application may set."""

import pytest

from quern.analysis.analyse import analyse
from quern.connection import Connection
from tests.quern.analysis.queries import source_queries

PROTECTED = ("app.*", "role")
MUST_NOT = "queries must not set app.*, role"


def said(connection: Connection, statement: str) -> list[str]:
    queries = source_queries(f"-- name: query :exec\n{statement};\n")
    found = analyse(connection, queries, None, PROTECTED).diagnostics
    return [d.message for d in found if d.code == "protected-setting"]


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("SELECT set_config('app.user_id', :value, true)", "app.user_id"),
        ("SELECT set_config('APP.User_id', :value, true)", "app.user_id"),
        ("SELECT id FROM (SELECT set_config('app.x', 'y', false)) AS t (id)", "app.x"),
        ("SELECT 1 WHERE EXISTS (SELECT set_config('app.x', 'y', false))", "app.x"),
        ("SELECT set_config('role', 'postgres', true)", "role"),
        ("SET app.user_id = '1'", "app.user_id"),
        ("SET LOCAL app.user_id TO DEFAULT", "app.user_id"),
        ('SET "app.user_id" = 1', "app.user_id"),
        ("RESET app.user_id", "app.user_id"),
        ("SET LOCAL ROLE application_user", "role"),
    ],
)
def test_a_protected_setting_is_refused(session: Connection, statement: str, name: str) -> None:
    assert said(session, statement) == [f"the query sets {name}; {MUST_NOT}"]


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT set_config(:name, :value, true)",
        "SELECT set_config('app.' || :name, :value, true)",
        "SELECT set_config(NULL, :value, true)",
    ],
)
def test_a_setting_whose_name_is_computed_is_refused(session: Connection, statement: str) -> None:
    computed = "computes the name of the setting that it sets"
    assert said(session, statement) == [f"the query {computed}; {MUST_NOT}"]


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT set_config('work_mem', :value, true)",
        "SELECT set_config('application_name', :value, true)",
        "SELECT set_config('apps.user_id', :value, true)",
        "SELECT current_setting('app.user_id')",
        "SELECT 'set_config(''app.user_id'')'",
        "SET LOCAL work_mem = '64MB'",
        "RESET ALL",
    ],
)
def test_other_settings_are_the_query_s_own(session: Connection, statement: str) -> None:
    assert said(session, statement) == []
