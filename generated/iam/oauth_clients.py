# Made by quern from queries/iam/oauth_clients.sql: do not edit.
"""Queries of queries/iam/oauth_clients.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection

from .. import _runtime


class OauthClient(_runtime.Row):
    """A row of list_oauth_clients and 2 other queries.

    :ivar id: Identifier of the registration.
    :ivar client_id: Client id issued by the provider.
    :ivar provider: Name of the provider.
    :ivar provider_url: Address that identifies the provider, where its name does not.
    :ivar created_at: When the registration was added.
    """

    id: int
    client_id: str
    provider: str
    provider_url: str | None
    created_at: datetime


def _make_oauth_client(values: Sequence[Any]) -> OauthClient:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        OauthClient,
        {
            "id": values[0],
            "client_id": values[1],
            "provider": values[2],
            "provider_url": values[3],
            "created_at": values[4],
        },
    )


LIST_OAUTH_CLIENTS: Final[_runtime.Query[OauthClient]] = _runtime.Query(
    name="iam.oauth_clients.list_oauth_clients",
    source="queries/iam/oauth_clients.sql:1",
    sql="""SELECT
    id,
    client_id,
    provider,
    provider_url,
    created_at
FROM iam.oauth_clients
ORDER BY lower(provider), id""",
    row=_make_oauth_client,
    reads=frozenset({"iam.oauth_clients"}),
    read_only=True,
    idempotent=True,
    role="system",
)


def list_oauth_clients(conn: Connection[Any] | _runtime.Runner) -> list[OauthClient]:
    """List the registrations with OAuth 2 providers, without their secrets."""
    return _runtime.fetch_all(conn, LIST_OAUTH_CLIENTS)


GET_OAUTH_CLIENT: Final[_runtime.Query[OauthClient]] = _runtime.Query(
    name="iam.oauth_clients.get_oauth_client",
    source="queries/iam/oauth_clients.sql:14",
    sql="""SELECT
    id,
    client_id,
    provider,
    provider_url,
    created_at
FROM iam.oauth_clients
WHERE id = $1""",
    row=_make_oauth_client,
    reads=frozenset({"iam.oauth_clients"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def get_oauth_client(
    conn: Connection[Any] | _runtime.Runner,
    *,
    oauth_client_id: int,
) -> OauthClient | None:
    """Get a registration by id, without its secret."""
    return _runtime.fetch_optional(conn, GET_OAUTH_CLIENT, (oauth_client_id,))


class OauthClientSecret(_runtime.Row):
    """A row of find_oauth_client_secret_by_provider and 2 other queries.

    :ivar id: Identifier of the registration.
    :ivar client_id: Client id issued by the provider.
    :ivar client_secret: Client secret, encrypted by the application before it is sent here.
    :ivar provider: Name of the provider.
    :ivar provider_url: Address that identifies the provider, where its name does not.
    """

    id: int
    client_id: str
    client_secret: str
    provider: str
    provider_url: str | None


def _make_oauth_client_secret(values: Sequence[Any]) -> OauthClientSecret:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        OauthClientSecret,
        {
            "id": values[0],
            "client_id": values[1],
            "client_secret": values[2],
            "provider": values[3],
            "provider_url": values[4],
        },
    )


FIND_OAUTH_CLIENT_SECRET_BY_PROVIDER: Final[_runtime.Query[OauthClientSecret]] = _runtime.Query(
    name="iam.oauth_clients.find_oauth_client_secret_by_provider",
    source="queries/iam/oauth_clients.sql:27",
    sql="""SELECT
    id,
    client_id,
    client_secret,
    provider,
    provider_url
FROM iam.oauth_clients
WHERE provider = $1
ORDER BY id DESC
LIMIT 1""",
    row=_make_oauth_client_secret,
    reads=frozenset({"iam.oauth_clients"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def find_oauth_client_secret_by_provider(
    conn: Connection[Any] | _runtime.Runner,
    *,
    provider: str,
) -> OauthClientSecret | None:
    """Find the newest registration with a provider, secret included."""
    return _runtime.fetch_optional(conn, FIND_OAUTH_CLIENT_SECRET_BY_PROVIDER, (provider,))


FIND_OAUTH_CLIENT_SECRET_BY_PROVIDER_URL: Final[_runtime.Query[OauthClientSecret]] = _runtime.Query(
    name="iam.oauth_clients.find_oauth_client_secret_by_provider_url",
    source="queries/iam/oauth_clients.sql:42",
    sql="""SELECT
    id,
    client_id,
    client_secret,
    provider,
    provider_url
FROM iam.oauth_clients
WHERE provider_url = $1""",
    row=_make_oauth_client_secret,
    reads=frozenset({"iam.oauth_clients"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def find_oauth_client_secret_by_provider_url(
    conn: Connection[Any] | _runtime.Runner,
    *,
    provider_url: str,
) -> OauthClientSecret | None:
    """Find the registration with the provider at an address, secret included."""
    return _runtime.fetch_optional(conn, FIND_OAUTH_CLIENT_SECRET_BY_PROVIDER_URL, (provider_url,))


LIST_OAUTH_CLIENT_SECRETS: Final[_runtime.Query[OauthClientSecret]] = _runtime.Query(
    name="iam.oauth_clients.list_oauth_client_secrets",
    source="queries/iam/oauth_clients.sql:55",
    sql="""SELECT
    id,
    client_id,
    client_secret,
    provider,
    provider_url
FROM iam.oauth_clients
WHERE id > coalesce($1, 0)
ORDER BY id
LIMIT $2""",
    row=_make_oauth_client_secret,
    reads=frozenset({"iam.oauth_clients"}),
    read_only=True,
    idempotent=True,
    role="system",
)


def list_oauth_client_secrets(
    conn: Connection[Any] | _runtime.Runner,
    *,
    after_id: int | None,
    limit: int,
) -> list[OauthClientSecret]:
    """List registrations with their secrets in order of id, to encrypt them under a new key.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    """
    return _runtime.fetch_all(conn, LIST_OAUTH_CLIENT_SECRETS, (after_id, limit))


RESERVE_OAUTH_CLIENT_ID: Final[_runtime.Query[int | None]] = _runtime.Query(
    name="iam.oauth_clients.reserve_oauth_client_id",
    source="queries/iam/oauth_clients.sql:73",
    sql="""SELECT nextval(pg_get_serial_sequence('iam.oauth_clients', 'id'))::integer AS oauth_client_id""",
    row=_runtime.scalar,
    rows="exactly_one",
    role="system",
)


def reserve_oauth_client_id(conn: Connection[Any] | _runtime.Runner) -> int | None:
    """Take the id of a registration about to be created.

    The application binds the encrypted secret to the row's id, so it needs the id first.
    """
    return _runtime.fetch_one(conn, RESERVE_OAUTH_CLIENT_ID)


CREATE_OAUTH_CLIENT: Final[_runtime.Query[OauthClient]] = _runtime.Query(
    name="iam.oauth_clients.create_oauth_client",
    source="queries/iam/oauth_clients.sql:80",
    sql="""INSERT INTO iam.oauth_clients (id, client_id, client_secret, provider, provider_url)
VALUES ($1, $2, $3, $4, $5)
RETURNING
    id,
    client_id,
    provider,
    provider_url,
    created_at""",
    row=_make_oauth_client,
    reads=frozenset({"iam.oauth_clients"}),
    writes=frozenset({"iam.oauth_clients"}),
    rows="exactly_one",
    role="system",
)


def create_oauth_client(
    conn: Connection[Any] | _runtime.Runner,
    *,
    oauth_client_id: int,
    client_id: str,
    client_secret: str,
    provider: str,
    provider_url: str | None,
) -> OauthClient:
    """Add a registration under an id taken by `reserve_oauth_client_id`.

    :param client_secret: ciphertext made by the application, never the secret
    :param provider_url: address that identifies the provider, where its name does not
    """
    return _runtime.fetch_one(
        conn,
        CREATE_OAUTH_CLIENT,
        (oauth_client_id, client_id, client_secret, provider, provider_url),
    )


SET_OAUTH_CLIENT_SECRET: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.oauth_clients.set_oauth_client_secret",
    source="queries/iam/oauth_clients.sql:95",
    sql="""UPDATE iam.oauth_clients
SET client_secret = $1
WHERE id = $2""",
    row=_runtime.no_row,
    reads=frozenset({"iam.oauth_clients"}),
    writes=frozenset({"iam.oauth_clients"}),
    rows="none",
    role="system",
)


def set_oauth_client_secret(
    conn: Connection[Any] | _runtime.Runner,
    *,
    client_secret: str,
    oauth_client_id: int,
) -> int:
    """Replace the secret of a registration, or encrypt it anew.

    :param client_secret: ciphertext made by the application, never the secret
    """
    return _runtime.execute_count(conn, SET_OAUTH_CLIENT_SECRET, (client_secret, oauth_client_id))


DELETE_OAUTH_CLIENT: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.oauth_clients.delete_oauth_client",
    source="queries/iam/oauth_clients.sql:103",
    sql="""DELETE FROM iam.oauth_clients
WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset({"iam.oauth_clients"}),
    writes=frozenset({"iam.oauth_clients"}),
    rows="none",
    role="system",
)


def delete_oauth_client(conn: Connection[Any] | _runtime.Runner, *, oauth_client_id: int) -> int:
    """Delete a registration."""
    return _runtime.execute_count(conn, DELETE_OAUTH_CLIENT, (oauth_client_id,))
