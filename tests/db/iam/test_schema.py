"""What only schema ``iam`` has; what it shares with all is in :mod:`tests.db.catalogue`."""

from typing import LiteralString

import psycopg
import pytest

from tests.db.catalogue.facts import ADDITIONS, ORIGINAL
from tests.db.catalogue.reading import read_tables

#: Inserts of what must be given, and what the rest is then.
DEFAULTS: list[tuple[LiteralString, tuple[object, ...]]] = [
    (
        "INSERT INTO iam.users (openid_sub, email) VALUES ('s', 'e')"
        " RETURNING status, updated_at = created_at",
        ("active", True),
    ),
    (
        "INSERT INTO iam.permission_grants (role, resource, action)"
        " VALUES ('TeamManager', 'r', 'Read') RETURNING conditions::text",
        ("{}",),
    ),
    (
        "INSERT INTO iam.api_keys (user_id, team_id, name, api_key)"
        " SELECT u.id, t.id, 'n', encode(sha256('k'), 'hex') FROM iam.users AS u, iam.teams AS t"
        " RETURNING rate_limit, status, used_quota, scopes, is_active, key_hash = api_key",
        (0, "active", 0, [], True, True),
    ),
]

ROLES_PERMISSIONS: dict[str, list[str]] = {
    "TeamManager": [
        "InvitePeopleToTeam",
        "ViewIntegrations",
        "ManageIntegrations",
        "ManageMcpKeys",
        "ManageProjects",
    ],
    "Collaborator": [
        "ViewCurrentTeam",
        "ViewPrompts",
        "ViewDatasets",
        "ManageDatasets",
        "CreateApiKeys",
        "DeleteChat",
        "MakeAssistantPublic",
        "ViewSystemPrompt",
        "ViewIntegrations",
        "ViewChats",
        "ManageDocumentPipelines",
        "ViewChatHistory",
        "ManageProjects",
    ],
    "SystemAdministrator": [
        "ViewAuditTrail",
        "SetupModels",
        "ViewIntegrations",
        "ManageIntegrations",
        "ManageMcpKeys",
        "ManageProjects",
    ],
}

#: The unique keys that no source has.
OWN_KEYS = {
    "iam.users": {"lower(email::text)"},
    "iam.invitations": {"invitation_selector"},
    "iam.api_keys": {"team_id, user_id, id"},
    "iam.permission_grants": {"user_id, role, resource, action, conditions NULLS NOT DISTINCT"},
}


def column(connection: psycopg.Connection, query: LiteralString, *values: object) -> list[object]:
    """Return the only column of a query's rows."""
    return [value for (value,) in connection.execute(query, values)]


def test_there_are_the_tables_columns_and_unique_keys_of_the_sources_and_these_keys(
    connection: psycopg.Connection,
) -> None:
    sources = [
        (name, table)
        for facts in (ORIGINAL, ADDITIONS)
        for name, table in facts.items()
        if name.startswith("iam.")
    ]
    columns: dict[str, set[str]] = {name: set() for name, _ in sources}
    keys = {name: set(OWN_KEYS.get(name, ())) for name, _ in sources}
    for name, table in sources:
        columns[name].update(table.columns)
        keys[name].update(table.unique)
    found = {
        name: table for name, table in read_tables(connection).items() if name.startswith("iam.")
    }
    assert {name: set(table.columns) for name, table in found.items()} == columns
    assert {name: set(table.unique) for name, table in found.items()} == keys


def test_there_are_no_views_and_no_other_relations(connection: psycopg.Connection) -> None:
    query = """
        SELECT DISTINCT relkind::text
        FROM pg_class
        WHERE relnamespace = 'iam'::regnamespace
        ORDER BY relkind::text
    """
    assert column(connection, query) == ["S", "i", "r"]


def test_roles_carry_these_permissions_and_no_others(connection: psycopg.Connection) -> None:
    rows = connection.execute("SELECT role::text, permission::text FROM iam.roles_permissions")
    expected = {
        (role, permission)
        for role, permissions in ROLES_PERMISSIONS.items()
        for permission in permissions
    }
    assert set(rows) == expected


@pytest.mark.parametrize(("insert", "expected"), DEFAULTS)
def test_defaults_are_these(
    connection: psycopg.Connection, insert: LiteralString, expected: tuple[object, ...]
) -> None:
    connection.execute("INSERT INTO iam.users (openid_sub, email) VALUES ('first', 'first')")
    connection.execute("INSERT INTO iam.teams (created_by_user_id) VALUES (1)")
    assert connection.execute(insert).fetchone() == expected


def test_every_foreign_key_cascades(connection: psycopg.Connection) -> None:
    query = """
        SELECT DISTINCT confdeltype::text
        FROM pg_constraint
        WHERE contype = 'f'
            AND connamespace = 'iam'::regnamespace
    """
    assert column(connection, query) == ["c"]


@pytest.mark.parametrize(
    ("function", "volatility"), [("current_user_id()", "s"), ("slugify(text)", "i")]
)
def test_a_function_is_as_volatile_as_it_must_be(
    connection: psycopg.Connection, function: str, volatility: str
) -> None:
    query = "SELECT provolatile::text FROM pg_proc WHERE oid = %s::regprocedure"
    assert column(connection, query, f"iam.{function}") == [volatility]


def test_what_policies_ask_is_stable_and_not_refused_to_parallel_workers(
    connection: psycopg.Connection,
) -> None:
    query = """
        SELECT proname::text
        FROM pg_proc
        WHERE pronamespace = 'iam'::regnamespace
            AND proname ~ '^(current|managed|inviting|visible|is|has|team_ids)_'
            AND NOT (provolatile = 's' AND proparallel = 's')
    """
    assert column(connection, query) == []


def test_the_tests_themselves_run_as_the_owner(connection: psycopg.Connection) -> None:
    query = "SELECT current_user || ' ' || current_setting('is_superuser')"
    assert column(connection, query) == ["application_owner off"]
