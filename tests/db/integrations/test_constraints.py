from uuid import uuid4

import pytest
from psycopg import errors
from psycopg.types.json import Jsonb

from tests.db.integrations.world import (
    CONNECTION_TABLES,
    ConnectionTable,
    World,
    refused,
)


def test_a_definition_is_an_object(world: World) -> None:
    world.integration()
    others: list[object] = [[], "text", 1, None]
    for definition in others:
        with refused("integrations_definition_check"):
            world.change("UPDATE integrations.integrations SET definition = %s", Jsonb(definition))


def test_an_integration_may_do_without_a_definition(world: World) -> None:
    found = world.integration()
    query = "SELECT definition FROM integrations.integrations WHERE id = %s"
    assert world.value(query, found) is None


def test_a_spec_is_an_object(world: World) -> None:
    with refused("openapi_specs_spec_check"):
        world.insert("openapi_specs", spec=Jsonb([]))


def test_a_slug_is_given_once(world: World) -> None:
    with refused("openapi_specs_slug_key"):
        world.insert("openapi_specs", slug="github")


def test_a_category_has_one_selection(world: World) -> None:
    insert = """
        INSERT INTO integrations.openapi_spec_selections (category, openapi_spec_id)
        SELECT 'WebSearch', s.id FROM integrations.openapi_specs AS s WHERE s.slug = %s
    """
    world.change(insert, "serper-search")
    with refused("openapi_spec_selections_pkey"):
        world.change(insert, "searxng-search")


def test_an_api_on_offer_has_one_key(world: World) -> None:
    insert = """
        INSERT INTO integrations.openapi_spec_api_keys (openapi_spec_id, api_key)
        SELECT s.id, 'ciphertext' FROM integrations.openapi_specs AS s WHERE s.slug = 'github'
    """
    world.change(insert)
    with refused("openapi_spec_api_keys_pkey"):
        world.change(insert)


@pytest.mark.parametrize("table", CONNECTION_TABLES)
def test_the_external_id_of_a_connection_is_unique(world: World, table: ConnectionTable) -> None:
    values = {
        "integration_id": world.integration(),
        "user_id": world.ada,
        "team_id": world.team,
        "external_id": uuid4(),
    }
    world.insert(table, **values)
    with refused(f"{table}_external_id_key"):
        world.insert(table, **values)


@pytest.mark.parametrize("table", CONNECTION_TABLES)
def test_a_connection_goes_with_its_integration(world: World, table: ConnectionTable) -> None:
    world.connect(table, world.integration())
    assert world.change("DELETE FROM integrations.integrations") == 1
    assert world.ids(table) == set()


def test_scopes_of_a_connection_are_an_array(world: World) -> None:
    world.connect("oauth2_connections", world.integration())
    others: list[object] = [{}, "read", None]
    for scopes in others:
        with refused("oauth2_connections_scopes_check"):
            world.change("UPDATE integrations.oauth2_connections SET scopes = %s", Jsonb(scopes))


# links


def test_a_prompt_is_linked_to_an_integration_once(world: World) -> None:
    prompt, integration = world.prompt(), world.integration()
    world.link(prompt, integration)
    with refused("prompt_integration_pkey"):
        world.link(prompt, integration)


def test_a_link_has_a_key_or_an_oauth2_connection_and_not_both(world: World) -> None:
    integration = world.integration()
    key = world.connect("api_key_connections", integration)
    oauth2 = world.connect("oauth2_connections", integration)
    with refused("chk_prompt_integration_single_connection"):
        world.link(world.prompt(), integration, api_connection_id=key, oauth2_connection_id=oauth2)
    world.link(world.prompt(), integration, api_connection_id=key)
    world.link(world.prompt(), integration, oauth2_connection_id=oauth2)


def test_a_link_belongs_to_the_team_of_its_prompt(world: World) -> None:
    with refused("prompt_integration_team_id_prompt_id_fkey"):
        world.link(world.prompt(), world.integration(), team_id=world.other_team)


@pytest.mark.parametrize(
    ("table", "column", "constraint"),
    [
        (
            "api_key_connections",
            "api_connection_id",
            "prompt_integration_api_connection_fkey",
        ),
        (
            "oauth2_connections",
            "oauth2_connection_id",
            "prompt_integration_oauth2_connection_fkey",
        ),
    ],
)
def test_a_link_takes_no_connection_of_another_team_or_integration(
    world: World, table: ConnectionTable, column: str, constraint: str
) -> None:
    shared = world.integration("Company")
    of_eve = world.connect(table, shared, "Company", team=world.other_team, by=world.eve)
    to_another = world.connect(table, world.integration(name="Maps"))
    for connection in of_eve, to_another:
        with refused(constraint):
            world.link(world.prompt(), shared, **{column: connection})


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("api_key_connections", "api_connection_id"),
        ("oauth2_connections", "oauth2_connection_id"),
    ],
)
def test_a_link_goes_with_its_connection(world: World, table: ConnectionTable, column: str) -> None:
    integration = world.integration()
    connection = world.connect(table, integration)
    world.link(world.prompt(), integration, **{column: connection})
    world.link(world.prompt(), integration)
    world.change("DELETE FROM {table}", table=table)
    assert world.value("SELECT count(*) FROM integrations.prompt_integration") == 1


def test_a_link_goes_with_its_prompt_and_its_integration(world: World) -> None:
    world.link(world.prompt(), world.integration())
    world.change("DELETE FROM assistants.prompts")
    assert world.value("SELECT count(*) FROM integrations.prompt_integration") == 0
    world.link(world.prompt(), world.integration())
    world.change("DELETE FROM integrations.integrations")
    assert world.value("SELECT count(*) FROM integrations.prompt_integration") == 0


# credentials


@pytest.mark.parametrize(
    ("column", "value", "constraint"),
    [
        ("status", "forgotten", "credentials_status_check"),
        ("scopes", ["read", None], "credentials_scopes_check"),
        ("metadata", Jsonb([]), "credentials_metadata_check"),
    ],
)
def test_a_credential_refuses(world: World, column: str, value: object, constraint: str) -> None:
    with refused(constraint):
        world.insert("credentials", **{column: value})


def test_an_account_at_a_provider_has_one_credential_in_use(world: World) -> None:
    account = {"provider": "claude", "provider_user_id": "u1"}
    world.insert("credentials", **account)
    with refused("credentials_provider_provider_user_id_key"):
        world.insert("credentials", **account)
    world.insert("credentials", **{**account, "provider": "gemini"})
    world.change("UPDATE integrations.credentials SET deleted_at = now()")
    world.insert("credentials", **account)


def test_the_external_id_of_a_credential_is_unique(world: World) -> None:
    world.insert("credentials", external_id="x")
    with refused("credentials_external_id_key"):
        world.insert("credentials", external_id="x")


def test_a_credential_is_named_by_its_account_unless_it_has_a_name(world: World) -> None:
    query = "SELECT name FROM integrations.credentials WHERE id = %s"
    unnamed = world.insert("credentials", provider_user_id="u1", name=None)
    named = world.insert("credentials", provider_user_id="u2", name="Mine")
    assert (world.value(query, unnamed), world.value(query, named)) == ("u1", "Mine")


def test_a_credential_without_account_and_name_is_refused(world: World) -> None:
    with pytest.raises(errors.NotNullViolation):
        world.insert("credentials", name=None)


def test_a_credential_is_active_while_its_status_says_so(world: World) -> None:
    for status in ("active", "disabled", "expired", "revoked"):
        found = world.insert("credentials", status=status)
        query = "SELECT is_active FROM integrations.credentials WHERE id = %s"
        assert world.value(query, found) is (status == "active")


def test_tokens_say_when_they_expire(world: World) -> None:
    world.insert("credentials")
    with pytest.raises(errors.NotNullViolation):
        world.change(
            "INSERT INTO integrations.credential_tokens (credential_id, access_token)"
            " SELECT id, 'ciphertext' FROM integrations.credentials"
        )


def test_tokens_go_with_their_credential(world: World) -> None:
    world.insert("credentials")
    world.change(
        "INSERT INTO integrations.credential_tokens (credential_id, access_token, expires_at)"
        " SELECT id, 'ciphertext', now() FROM integrations.credentials"
    )
    world.change("DELETE FROM integrations.credentials")
    assert world.value("SELECT count(*) FROM integrations.credential_tokens") == 0
