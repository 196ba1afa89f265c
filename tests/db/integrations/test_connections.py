from typing import LiteralString
from uuid import UUID

import pytest

from tests.db.acting import Role
from tests.db.integrations.world import (
    CONNECTION_TABLES,
    ROLES_OF_PEOPLE,
    SECRETS,
    VISIBILITIES,
    ConnectionTable,
    Visibility,
    World,
    forbidden,
)

pytestmark = pytest.mark.parametrize("table", CONNECTION_TABLES)

#: Who sees a connection of Bob, by its visibility.
READERS: dict[Visibility, set[str | None]] = {
    "Company": {"ada", "bob", "eve", "root"},
    "Team": {"ada", "bob"},
    "Private": {"bob"},
}
#: Who deletes one: its creator, and the manager of the team when it is not private.
DELETERS: dict[Visibility, set[str | None]] = {
    "Company": {"ada", "bob"},
    "Team": {"ada", "bob"},
    "Private": {"bob"},
}
ALL_SECRETS = {
    "api_key_connections": ["api_key"],
    "oauth2_connections": ["access_token", "refresh_token"],
}


# reading


@pytest.mark.parametrize("visibility", VISIBILITIES)
def test_a_connection_is_seen_by_those_it_is_shown_to(
    world: World, table: ConnectionTable, visibility: Visibility
) -> None:
    found = world.connect(table, world.integration(), visibility, by=world.bob)
    for role in ROLES_OF_PEOPLE:
        readers = world.whoever(lambda: world.ids(table) == {found}, role)
        assert readers == READERS[visibility]


def test_nobody_reads_the_secrets_not_even_the_own(world: World, table: ConnectionTable) -> None:
    world.connect(table, world.integration(), "Company", by=world.bob)
    for column in ALL_SECRETS[table]:
        for role in ROLES_OF_PEOPLE:
            for name in ("bob", "root"):
                with forbidden(f"permission denied for table {table}"), world.acting(name, role):
                    world.value("SELECT {column} FROM {table}", table=table, column=column)


def test_secrets_are_not_read_by_a_condition_or_returned(
    world: World, table: ConnectionTable
) -> None:
    world.connect(table, world.integration(), by=world.bob)
    commands: list[LiteralString] = [
        "DELETE FROM {table} WHERE {secret} LIKE 'c%%'",
        "UPDATE {table} SET {secret} = 'x' RETURNING {secret}",
        "UPDATE {table} SET {secret} = {secret} || 'x'",
    ]
    for command in commands:
        with forbidden(f"permission denied for table {table}"), world.acting("bob"):
            world.change(command, table=table, secret=SECRETS[table])


def test_the_system_reads_the_secrets(world: World, table: ConnectionTable) -> None:
    world.connect(table, world.integration(), "Private")
    with world.acting(None, "application_system"):
        found = world.value("SELECT {secret} FROM {table}", table=table, secret=SECRETS[table])
    assert found == "ciphertext"


# adding


def test_a_member_connects_to_an_integration_of_the_team(
    world: World, table: ConnectionTable
) -> None:
    integration = world.integration()
    with world.acting("bob"):
        assert world.connect(table, integration, "Private", by=world.bob) in world.ids(table)


def test_a_person_chooses_the_external_id(world: World, table: ConnectionTable) -> None:
    """The application binds the ciphertext to it before it sends both."""
    external_id = UUID("00000000-0000-4000-8000-000000000001")
    integration = world.integration()
    with world.acting("bob"):
        found = world.insert(
            table,
            integration_id=integration,
            user_id=world.bob,
            team_id=world.team,
            external_id=external_id,
        )
        assert found in world.ids(table)


def test_who_is_not_in_the_team_does_not_connect_for_it(
    world: World, table: ConnectionTable
) -> None:
    integration = world.integration("Company")
    for name in ("eve", "root", None):
        with forbidden("row-level security policy"), world.acting(name):
            world.connect(table, integration, by=world.person(name) or world.ada)


def test_nobody_connects_in_the_name_of_another(world: World, table: ConnectionTable) -> None:
    integration = world.integration()
    with forbidden("row-level security policy"), world.acting("ada"):
        world.connect(table, integration, by=world.bob)


def test_another_team_connects_to_what_is_shared_with_the_company(
    world: World, table: ConnectionTable
) -> None:
    integration = world.integration("Company")
    with world.acting("eve"):
        world.connect(table, integration, team=world.other_team, by=world.eve)


def test_another_team_does_not_connect_to_what_is_not(world: World, table: ConnectionTable) -> None:
    for integration in (world.integration("Team"), world.integration("Private")):
        with forbidden('"integration_is_shared"'), world.acting("eve"):
            world.connect(table, integration, team=world.other_team, by=world.eve)


def test_a_teammate_does_not_connect_to_a_private_integration(
    world: World, table: ConnectionTable
) -> None:
    integration = world.integration("Private")
    with forbidden('"integration_is_shared"'), world.acting("bob"):
        world.connect(table, integration, by=world.bob)


def test_a_member_of_two_teams_does_not_connect_one_to_what_the_other_keeps(
    world: World, table: ConnectionTable
) -> None:
    world.change(
        "INSERT INTO iam.team_users (user_id, team_id, roles) VALUES (%s, %s, '{Collaborator}')",
        world.eve,
        world.team,
    )
    integration = world.integration("Team")
    with forbidden('"integration_is_shared"'), world.acting("eve"):
        world.connect(table, integration, team=world.other_team, by=world.eve)


# changing


def test_the_creator_alone_replaces_the_secret_and_the_visibility(
    world: World, table: ConnectionTable
) -> None:
    world.connect(table, world.integration(), "Company", by=world.bob)
    command: LiteralString = "UPDATE {table} SET visibility = 'Team', {secret} = 'new'"
    changers = world.whoever(lambda: world.change(command, table=table, secret=SECRETS[table]))
    assert changers == {"bob"}


def test_who_left_the_team_changes_and_deletes_nothing(
    world: World, table: ConnectionTable
) -> None:
    world.connect(table, world.integration(), by=world.bob)
    world.change("DELETE FROM iam.team_users WHERE user_id = %s", world.bob)
    with world.acting("bob"):
        assert world.change("UPDATE {table} SET visibility = 'Private'", table=table) == 0
        assert world.change("DELETE FROM {table}", table=table) == 0


@pytest.mark.parametrize("role", ["application_user", "application_system"])
def test_a_connection_stays_what_it_is_to_and_whose(
    world: World, table: ConnectionTable, role: Role
) -> None:
    world.connect(table, world.integration(), by=world.bob)
    for column in ("id", "integration_id", "user_id", "team_id", "external_id"):
        with forbidden(f"permission denied for table {table}"), world.acting("bob", role):
            world.change("UPDATE {table} SET {column} = {column}", table=table, column=column)


@pytest.mark.parametrize("visibility", VISIBILITIES)
def test_its_creator_and_the_manager_delete_a_connection(
    world: World, table: ConnectionTable, visibility: Visibility
) -> None:
    """Without a condition, where the policies for reading do not apply."""
    world.connect(table, world.integration(), visibility, by=world.bob)
    deleters = world.whoever(lambda: world.change("DELETE FROM {table}", table=table))
    assert deleters == DELETERS[visibility]


def test_a_member_does_not_delete_the_connection_of_another(
    world: World, table: ConnectionTable
) -> None:
    world.connect(table, world.integration(), by=world.ada)
    with world.acting("bob"):
        assert world.change("DELETE FROM {table}", table=table) == 0


def test_the_system_renews_a_secret_after_the_share_ended(
    world: World, table: ConnectionTable
) -> None:
    integration = world.integration("Company")
    world.connect(table, integration, team=world.other_team, by=world.eve)
    world.change("UPDATE integrations.integrations SET visibility = 'Private'")
    command: LiteralString = "UPDATE {table} SET {secret} = 'new'"
    with world.acting(None, "application_system"):
        assert world.change(command, table=table, secret=SECRETS[table]) == 1
    with forbidden('"integration_is_shared_on_update"'), world.acting("eve"):
        world.change(command, table=table, secret=SECRETS[table])


def test_who_only_reads_changes_nothing(world: World, table: ConnectionTable) -> None:
    world.connect(table, world.integration(), by=world.bob)
    commands: list[LiteralString] = [
        "UPDATE {table} SET visibility = 'Team'",
        "DELETE FROM {table}",
    ]
    for command in commands:
        with forbidden("permission denied"), world.acting("bob", "application_readonly"):
            world.change(command, table=table)
