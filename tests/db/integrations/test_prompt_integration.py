import pytest

from tests.db.acting import Role
from tests.db.integrations.world import (
    CONNECTION_TABLES,
    ROLES_OF_PEOPLE,
    VISIBILITIES,
    ConnectionTable,
    Visibility,
    World,
    forbidden,
    refused,
)

COUNT = "SELECT count(*) FROM integrations.prompt_integration"
SYSTEM: Role = "application_system"
OTHER_ROLES: tuple[Role, ...] = ("application_readonly", "application_system")
DELETE = "DELETE FROM integrations.prompt_integration"
COLUMNS = {
    "api_key_connections": "api_connection_id",
    "oauth2_connections": "oauth2_connection_id",
}
#: Who sees a prompt of Ada, by its visibility.
READERS: dict[Visibility, set[str | None]] = {
    "Company": {"ada", "bob", "eve", "root"},
    "Team": {"ada", "bob"},
    "Private": {"ada"},
}


@pytest.mark.parametrize("visibility", VISIBILITIES)
def test_a_link_is_read_by_those_who_read_its_prompt(world: World, visibility: Visibility) -> None:
    world.link(world.prompt(visibility), world.integration())
    for role in ROLES_OF_PEOPLE:
        assert world.whoever(lambda: world.value(COUNT) == 1, role) == READERS[visibility]


def test_the_system_reads_every_link(world: World) -> None:
    world.link(world.prompt("Private"), world.integration("Private"))
    with world.acting(None, "application_system"):
        assert world.value(COUNT) == 1


@pytest.mark.parametrize("visibility", VISIBILITIES)
def test_a_link_is_deleted_by_members_who_read_its_prompt(
    world: World, visibility: Visibility
) -> None:
    """Without a condition, where the policies for reading do not apply."""
    world.link(world.prompt(visibility), world.integration())
    deleters = world.whoever(lambda: world.change(DELETE))
    assert deleters == READERS[visibility] & {"ada", "bob"}


def test_a_member_links_a_prompt_of_the_team(world: World) -> None:
    prompt, integration = world.prompt(), world.integration()
    with world.acting("bob"):
        world.link(prompt, integration)
        assert world.value(COUNT) == 1


def test_who_is_not_in_the_team_links_none_of_its_prompts(world: World) -> None:
    prompt, integration = world.prompt("Company"), world.integration("Company")
    for name in ("eve", "root", None):
        with forbidden("row-level security policy"), world.acting(name):
            world.link(prompt, integration)


def test_a_prompt_of_another_team_is_not_linked_in_the_own(world: World) -> None:
    prompt, integration = world.prompt("Company"), world.integration("Company")
    with refused("prompt_integration_team_id_prompt_id_fkey"), world.acting("eve"):
        world.link(prompt, integration, team_id=world.other_team)


def test_a_teammate_does_not_link_a_private_prompt(world: World) -> None:
    prompt, integration = world.prompt("Private"), world.integration()
    with forbidden("row-level security policy"), world.acting("bob"):
        world.link(prompt, integration)


def test_a_prompt_calls_what_another_team_shares_with_the_company(world: World) -> None:
    prompt = world.prompt()
    integration = world.integration("Company", team=world.other_team, by=world.eve)
    with world.acting("bob"):
        world.link(prompt, integration)


def test_a_prompt_does_not_call_what_another_team_keeps(world: World) -> None:
    prompt = world.prompt()
    integration = world.integration("Team", team=world.other_team, by=world.eve)
    with forbidden('"integration_is_shared"'), world.acting("bob"):
        world.link(prompt, integration)


def test_a_member_of_two_teams_does_not_mix_what_they_keep(world: World) -> None:
    """Where the person sees both, the policy still tells the teams apart."""
    world.change(
        "INSERT INTO iam.team_users (user_id, team_id, roles) VALUES (%s, %s, '{Collaborator}')",
        world.eve,
        world.team,
    )
    prompt = world.prompt()
    integration = world.integration("Team", team=world.other_team, by=world.eve)
    with forbidden('"integration_is_shared"'), world.acting("eve"):
        world.link(prompt, integration)


def test_a_private_integration_is_not_linked_by_a_teammate(world: World) -> None:
    prompt, integration = world.prompt(), world.integration("Private")
    with forbidden('"integration_is_shared"'), world.acting("bob"):
        world.link(prompt, integration)


@pytest.mark.parametrize("table", CONNECTION_TABLES)
def test_a_connection_that_is_seen_is_used(world: World, table: ConnectionTable) -> None:
    prompt, integration = world.prompt(), world.integration()
    connection = world.connect(table, integration, "Team")
    with world.acting("bob"):
        world.link(prompt, integration, **{COLUMNS[table]: connection})


@pytest.mark.parametrize("table", CONNECTION_TABLES)
def test_a_private_connection_is_used_by_its_creator_alone(
    world: World, table: ConnectionTable
) -> None:
    prompt, integration = world.prompt(), world.integration()
    connection = world.connect(table, integration, "Private")
    with forbidden('"connection_is_visible"'), world.acting("bob"):
        world.link(prompt, integration, **{COLUMNS[table]: connection})
    with world.acting("ada"):
        world.link(prompt, integration, **{COLUMNS[table]: connection})


@pytest.mark.parametrize("table", CONNECTION_TABLES)
def test_a_connection_of_another_team_is_refused_even_when_it_is_seen(
    world: World, table: ConnectionTable
) -> None:
    prompt, integration = world.prompt(), world.integration("Company")
    kept = world.connect(table, integration, "Team", team=world.other_team, by=world.eve)
    shown = world.connect(table, integration, "Company", team=world.other_team, by=world.eve)
    with forbidden('"connection_is_visible"'), world.acting("bob"):
        world.link(prompt, integration, **{COLUMNS[table]: kept})
    kind = "api" if table == "api_key_connections" else "oauth2"
    with refused(f"prompt_integration_{kind}_connection_fkey"), world.acting("bob"):
        world.link(prompt, integration, **{COLUMNS[table]: shown})


def test_nobody_changes_a_link(world: World) -> None:
    world.link(world.prompt(), world.integration())
    for role in (*ROLES_OF_PEOPLE, SYSTEM):
        with forbidden("permission denied"), world.acting("ada", role):
            world.change("UPDATE integrations.prompt_integration SET api_connection_id = NULL")


def test_other_roles_delete_no_link(world: World) -> None:
    world.link(world.prompt(), world.integration())
    for role in OTHER_ROLES:
        with forbidden("permission denied"), world.acting("ada", role):
            world.change(DELETE)
