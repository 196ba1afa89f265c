import pytest
from psycopg import errors

from generated.iam import oauth_clients
from generated.iam.oauth_clients import OauthClient, OauthClientSecret
from tests.queries.caller import Caller
from tests.queries.ordering import move_to_end, pages
from tests.queries.texts import TRICKY

LARGEST_ID = 2**31 - 1


def register(
    call: Caller,
    provider: str = "github",
    provider_url: str | None = None,
    client_secret: str = "ciphertext",  # noqa: S107 - no password
) -> OauthClient:
    return call.one(
        oauth_clients.create_oauth_client,
        oauth_client_id=call.one(oauth_clients.reserve_oauth_client_id),
        client_id=f"client of {provider}",
        client_secret=client_secret,
        provider=provider,
        provider_url=provider_url,
    )


def secret_of(client: OauthClient, client_secret: str = "ciphertext") -> OauthClientSecret:  # noqa: S107 - no password
    return OauthClientSecret(
        id=client.id,
        client_id=client.client_id,
        client_secret=client_secret,
        provider=client.provider,
        provider_url=client.provider_url,
    )


# reserve_oauth_client_id, create_oauth_client


def test_reserve_oauth_client_id_gives_another_id_each_time(call: Caller) -> None:
    taken = [call.one(oauth_clients.reserve_oauth_client_id) for _ in range(3)]
    assert len(set(taken)) == 3


def test_reserve_oauth_client_id_registers_nothing(call: Caller) -> None:
    call(oauth_clients.reserve_oauth_client_id)
    assert call(oauth_clients.list_oauth_clients) == []


def test_create_oauth_client_uses_the_reserved_id(call: Caller) -> None:
    reserved = call.one(oauth_clients.reserve_oauth_client_id)
    client = call.one(
        oauth_clients.create_oauth_client,
        oauth_client_id=reserved,
        client_id="id",
        client_secret="ciphertext",  # noqa: S106
        provider="github",
        provider_url=None,
    )
    assert client.id == reserved


def test_create_oauth_client_refuses_an_id_that_is_used(call: Caller) -> None:
    client = register(call)
    with pytest.raises(errors.UniqueViolation, match="oauth_clients_pkey"):
        call(
            oauth_clients.create_oauth_client,
            oauth_client_id=client.id,
            client_id="id",
            client_secret="ciphertext",  # noqa: S106
            provider="gitlab",
            provider_url=None,
        )


def test_create_oauth_client_refuses_an_address_that_is_registered(call: Caller) -> None:
    register(call, "one", "https://id.example.org")
    with pytest.raises(errors.UniqueViolation, match="oauth_clients_provider_url_key"):
        register(call, "two", "https://id.example.org")


def test_create_oauth_client_lets_many_have_no_address(call: Caller) -> None:
    clients = [register(call, "one"), register(call, "two")]
    assert call(oauth_clients.list_oauth_clients) == clients


def test_create_oauth_client_stores_texts_as_they_are(call: Caller) -> None:
    for text in TRICKY:
        client = register(call, text, text, text)
        found = call(oauth_clients.find_oauth_client_secret_by_provider_url, provider_url=text)
        assert found == secret_of(client, text)
        assert (client.provider, client.provider_url) == (text, text)


# list_oauth_clients, get_oauth_client


def test_list_oauth_clients_gives_an_empty_list_when_there_are_none(call: Caller) -> None:
    assert call(oauth_clients.list_oauth_clients) == []


def test_list_oauth_clients_orders_by_provider_without_case(call: Caller) -> None:
    names = ("gitlab", "Entra", "GITHUB", "entra")
    gitlab, first, github, second = (register(call, name) for name in names)
    move_to_end(call, "iam.oauth_clients", first.id)
    assert call(oauth_clients.list_oauth_clients) == [first, second, github, gitlab]


def test_get_oauth_client_gives_the_registration(call: Caller) -> None:
    _, client = register(call, "one"), register(call, "two", "https://id.example.org")
    assert call(oauth_clients.get_oauth_client, oauth_client_id=client.id) == client


def test_get_oauth_client_gives_none_for_an_unknown_id(call: Caller) -> None:
    register(call)
    assert call(oauth_clients.get_oauth_client, oauth_client_id=LARGEST_ID) is None


# secrets


def test_find_oauth_client_secret_by_provider_gives_the_newest_of_several(call: Caller) -> None:
    register(call, "github", client_secret="old")  # noqa: S106
    newest = register(call, "github", client_secret="new")  # noqa: S106
    register(call, "gitlab")
    found = call(oauth_clients.find_oauth_client_secret_by_provider, provider="github")
    assert found == secret_of(newest, "new")


@pytest.mark.parametrize("provider", ["GitHub", "git%", ""])
def test_find_oauth_client_secret_by_provider_takes_nothing_but_the_exact_name(
    call: Caller, provider: str
) -> None:
    register(call, "github")
    found = call(oauth_clients.find_oauth_client_secret_by_provider, provider=provider)
    assert found is None


def test_find_oauth_client_secret_by_provider_url_gives_the_registration(call: Caller) -> None:
    client = register(call, "one", "https://one.example.org")
    register(call, "two", "https://two.example.org")
    url = "https://one.example.org"
    found = call(oauth_clients.find_oauth_client_secret_by_provider_url, provider_url=url)
    assert found == secret_of(client)


def test_find_oauth_client_secret_by_provider_url_gives_none_for_an_unknown_address(
    call: Caller,
) -> None:
    register(call)
    found = call(oauth_clients.find_oauth_client_secret_by_provider_url, provider_url="")
    assert found is None


def test_list_oauth_client_secrets_gives_an_empty_list_when_there_are_none(call: Caller) -> None:
    assert call(oauth_clients.list_oauth_client_secrets, after_id=None, limit=10) == []


def test_list_oauth_client_secrets_gives_every_registration_once_over_its_pages(
    call: Caller,
) -> None:
    clients = [register(call, name) for name in ("c", "a", "b")]
    move_to_end(call, "iam.oauth_clients", clients[0].id)
    found = pages(
        lambda after_id: call(oauth_clients.list_oauth_client_secrets, after_id=after_id, limit=2),
        lambda client: client.id,
    )
    secrets = [secret_of(client) for client in clients]
    assert found == [secrets[:2], secrets[2:]]


def test_set_oauth_client_secret_replaces_the_secret_alone(call: Caller) -> None:
    client, other = register(call, "one"), register(call, "two")
    changed = call(
        oauth_clients.set_oauth_client_secret,
        client_secret="rotated",  # noqa: S106
        oauth_client_id=client.id,
    )
    found = call(oauth_clients.list_oauth_client_secrets, after_id=None, limit=10)
    assert (changed, found) == (1, [secret_of(client, "rotated"), secret_of(other)])


def test_set_oauth_client_secret_changes_no_row_for_an_unknown_id(call: Caller) -> None:
    changed = call(
        oauth_clients.set_oauth_client_secret,
        client_secret="x",  # noqa: S106
        oauth_client_id=LARGEST_ID,
    )
    assert changed == 0


# delete_oauth_client


def test_delete_oauth_client_deletes_that_registration_alone(call: Caller) -> None:
    client, other = register(call, "one"), register(call, "two")
    assert call(oauth_clients.delete_oauth_client, oauth_client_id=client.id) == 1
    assert call(oauth_clients.list_oauth_clients) == [other]


def test_delete_oauth_client_changes_no_row_for_an_unknown_id(call: Caller) -> None:
    assert call(oauth_clients.delete_oauth_client, oauth_client_id=LARGEST_ID) == 0
