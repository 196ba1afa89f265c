from typing import LiteralString

import pytest

from tests.db.acting import COLLABORATOR, Role, add_team
from tests.db.integrations.world import (
    ROLES_OF_PEOPLE,
    VISIBILITIES,
    Visibility,
    World,
    forbidden,
)

#: Who sees an integration of Ada, by its visibility.
READERS: dict[Visibility, set[str | None]] = {
    "Company": {"ada", "bob", "eve", "root"},
    "Team": {"ada", "bob"},
    "Private": {"ada"},
}
UPDATE: LiteralString = "UPDATE integrations.integrations SET name = 'Renamed'"
DELETE: LiteralString = "DELETE FROM integrations.integrations"


# reading


@pytest.mark.parametrize("visibility", VISIBILITIES)
def test_an_integration_is_read_by_those_it_is_shown_to(
    world: World, visibility: Visibility
) -> None:
    found = world.integration(visibility)
    for role in ROLES_OF_PEOPLE:
        readers = world.whoever(lambda: world.ids("integrations") == {found}, role)
        assert readers == READERS[visibility]


def test_limited_to_one_team_a_person_reads_its_rows_and_what_everyone_reads(world: World) -> None:
    second = add_team(world.connection, "Dyers", {world.ada: COLLABORATOR})
    of_team, of_second = world.integration(), world.integration(team=second)
    company_wide = world.integration("Company")
    with world.acting("ada"):
        assert world.ids("integrations") == {of_team, of_second, company_wide}
    with world.acting("ada", team_id=second):
        assert world.ids("integrations") == {of_second, company_wide}


def test_who_left_a_team_does_not_read_the_own_private_integration(world: World) -> None:
    world.integration("Private", by=world.bob)
    world.change("DELETE FROM iam.team_users WHERE user_id = %s", world.bob)
    with world.acting("bob"):
        assert world.ids("integrations") == set()


def test_a_suspended_person_reads_nothing(world: World) -> None:
    world.integration("Company")
    world.change("UPDATE iam.users SET status = 'suspended' WHERE id = %s", world.ada)
    with world.acting("ada"):
        assert world.ids("integrations") == set()


def test_the_system_reads_every_integration(world: World) -> None:
    every = {world.integration(visibility) for visibility in VISIBILITIES}
    with world.acting(None, "application_system"):
        assert world.ids("integrations") == every


# writing


def test_a_holder_of_the_permission_adds_an_integration(world: World) -> None:
    with world.acting("ada"):
        assert world.integration("Private") in world.ids("integrations")


def test_nobody_else_adds_one_to_the_team(world: World) -> None:
    for name in ("bob", "eve", "root", None):
        with forbidden('row-level security policy for table "integrations"'), world.acting(name):
            world.integration(by=world.person(name) or world.ada)


def test_nobody_adds_one_in_the_name_of_another(world: World) -> None:
    with forbidden("row-level security policy"), world.acting("ada"):
        world.integration(by=world.bob)


@pytest.mark.parametrize("visibility", VISIBILITIES)
@pytest.mark.parametrize("command", [UPDATE, DELETE])
def test_a_holder_of_the_permission_in_the_team_changes_it_and_nobody_else(
    world: World, command: LiteralString, visibility: Visibility
) -> None:
    world.integration(visibility)
    assert world.whoever(lambda: world.change(command)) == {"ada"}


@pytest.mark.parametrize("command", [UPDATE, DELETE])
def test_a_private_integration_is_not_changed_by_a_holder_who_did_not_make_it(
    world: World, command: LiteralString
) -> None:
    """Without a condition too, where the policies for reading do not apply."""
    world.integration("Private", by=world.bob)
    assert world.whoever(lambda: world.change(command)) == set()


def test_nobody_takes_an_integration_of_another_from_sight(world: World) -> None:
    world.integration("Team", by=world.bob)
    with forbidden("row-level security policy"), world.acting("ada"):
        world.change("UPDATE integrations.integrations SET visibility = 'Private'")


def test_an_integration_stays_where_and_whose_it_is(world: World) -> None:
    world.integration()
    for column in ("id", "team_id", "created_by", "created_at"):
        with forbidden("permission denied for table integrations"), world.acting("ada"):
            world.change(
                "UPDATE {table} SET {column} = {column}", table="integrations", column=column
            )


@pytest.mark.parametrize("role", ["application_readonly", "application_system"])
def test_other_roles_change_nothing(world: World, role: Role) -> None:
    world.integration()
    for command in (UPDATE, DELETE):
        with forbidden("permission denied for table integrations"), world.acting("ada", role):
            world.change(command)
