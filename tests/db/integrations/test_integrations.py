import pytest

from tests.db.acting import COLLABORATOR, Role, add_team
from tests.db.integrations.world import VISIBILITIES, Visibility, World, forbidden

#: Who sees an integration of Ada, by its visibility.
READERS: dict[Visibility, set[str]] = {
    "Company": {"ada", "bob", "eve", "root"},
    "Team": {"ada", "bob"},
    "Private": {"ada"},
}
UPDATE = "UPDATE integrations.integrations SET name = 'Renamed'"
DELETE = "DELETE FROM integrations.integrations"


# reading


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
@pytest.mark.parametrize("visibility", VISIBILITIES)
@pytest.mark.parametrize("name", ["ada", "bob", "eve", "root", None])
def test_an_integration_is_read_by_those_it_is_shown_to(
    world: World, name: str | None, visibility: Visibility, role: Role
) -> None:
    found = world.integration(visibility)
    with world.acting(name, role):
        assert world.ids("integrations") == ({found} if name in READERS[visibility] else set())


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


@pytest.mark.parametrize("name", ["bob", "eve", "root", None])
def test_nobody_else_adds_one_to_the_team(world: World, name: str | None) -> None:
    with forbidden('row-level security policy for table "integrations"'), world.acting(name):
        world.integration(by=world.person(name) or world.ada)


def test_nobody_adds_one_in_the_name_of_another(world: World) -> None:
    with forbidden("row-level security policy"), world.acting("ada"):
        world.integration(by=world.bob)


@pytest.mark.parametrize("visibility", VISIBILITIES)
@pytest.mark.parametrize(
    ("name", "changed"), [("ada", 1), ("bob", 0), ("eve", 0), ("root", 0), (None, 0)]
)
@pytest.mark.parametrize("command", [UPDATE, DELETE])
def test_a_holder_of_the_permission_in_the_team_changes_it_and_nobody_else(
    world: World, command: str, name: str | None, changed: int, visibility: Visibility
) -> None:
    world.integration(visibility)
    with world.acting(name):
        assert world.connection.execute(command.encode()).rowcount == changed


@pytest.mark.parametrize("command", [UPDATE, DELETE])
def test_a_private_integration_is_changed_by_its_creator_alone(world: World, command: str) -> None:
    """Without a condition too, where the policies for reading do not apply."""
    world.integration("Private", by=world.bob)
    with world.acting("ada"):
        assert world.connection.execute(command.encode()).rowcount == 0


def test_nobody_takes_an_integration_of_another_from_sight(world: World) -> None:
    world.integration("Team", by=world.bob)
    with forbidden("row-level security policy"), world.acting("ada"):
        world.change("UPDATE integrations.integrations SET visibility = 'Private'")


@pytest.mark.parametrize("column", ["id", "team_id", "created_by", "created_at"])
def test_an_integration_stays_where_and_whose_it_is(world: World, column: str) -> None:
    world.integration()
    with forbidden("permission denied for table integrations"), world.acting("ada"):
        world.connection.execute(
            f"UPDATE integrations.integrations SET {column} = {column}".encode()
        )


@pytest.mark.parametrize("role", ["application_readonly", "application_system"])
@pytest.mark.parametrize("command", [UPDATE, DELETE])
def test_other_roles_change_nothing(world: World, command: str, role: Role) -> None:
    world.integration()
    with forbidden("permission denied for table integrations"), world.acting("ada", role):
        world.connection.execute(command.encode())
