# Made by quern from queries/iam/oauth_clients.sql: do not edit.
"""Queries of queries/iam/oauth_clients.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...iam.oauth_clients import (
    CREATE_OAUTH_CLIENT,
    DELETE_OAUTH_CLIENT,
    FIND_OAUTH_CLIENT_SECRET_BY_PROVIDER,
    FIND_OAUTH_CLIENT_SECRET_BY_PROVIDER_URL,
    GET_OAUTH_CLIENT,
    LIST_OAUTH_CLIENT_SECRETS,
    LIST_OAUTH_CLIENTS,
    RESERVE_OAUTH_CLIENT_ID,
    SET_OAUTH_CLIENT_SECRET,
    OauthClient,
    OauthClientSecret,
)


async def list_oauth_clients(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[OauthClient]:
    """List the registrations with OAuth 2 providers, without their secrets."""
    return await _runtime.aio.fetch_all(conn, LIST_OAUTH_CLIENTS)


async def get_oauth_client(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    oauth_client_id: int,
) -> OauthClient | None:
    """Get a registration by id, without its secret."""
    return await _runtime.aio.fetch_optional(conn, GET_OAUTH_CLIENT, (oauth_client_id,))


async def find_oauth_client_secret_by_provider(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    provider: str,
) -> OauthClientSecret | None:
    """Find the newest registration with a provider, secret included."""
    return await _runtime.aio.fetch_optional(
        conn,
        FIND_OAUTH_CLIENT_SECRET_BY_PROVIDER,
        (provider,),
    )


async def find_oauth_client_secret_by_provider_url(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    provider_url: str,
) -> OauthClientSecret | None:
    """Find the registration with the provider at an address, secret included."""
    return await _runtime.aio.fetch_optional(
        conn,
        FIND_OAUTH_CLIENT_SECRET_BY_PROVIDER_URL,
        (provider_url,),
    )


async def list_oauth_client_secrets(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    after_id: int | None,
    limit: int,
) -> list[OauthClientSecret]:
    """List registrations with their secrets in order of id, to encrypt them under a new key.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    """
    return await _runtime.aio.fetch_all(conn, LIST_OAUTH_CLIENT_SECRETS, (after_id, limit))


async def reserve_oauth_client_id(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> int | None:
    """Take the id of a registration about to be created.

    The application binds the encrypted secret to the row's id, so it needs the id first.
    """
    return await _runtime.aio.fetch_one(conn, RESERVE_OAUTH_CLIENT_ID)


async def create_oauth_client(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_one(
        conn,
        CREATE_OAUTH_CLIENT,
        (oauth_client_id, client_id, client_secret, provider, provider_url),
    )


async def set_oauth_client_secret(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    client_secret: str,
    oauth_client_id: int,
) -> int:
    """Replace the secret of a registration, or encrypt it anew.

    :param client_secret: ciphertext made by the application, never the secret
    """
    return await _runtime.aio.execute_count(
        conn,
        SET_OAUTH_CLIENT_SECRET,
        (client_secret, oauth_client_id),
    )


async def delete_oauth_client(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    oauth_client_id: int,
) -> int:
    """Delete a registration."""
    return await _runtime.aio.execute_count(conn, DELETE_OAUTH_CLIENT, (oauth_client_id,))
