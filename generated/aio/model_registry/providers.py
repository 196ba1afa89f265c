# Made by quern from queries/model_registry/providers.sql: do not edit.
"""Queries of queries/model_registry/providers.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...model_registry.providers import (
    CREATE_PROVIDER,
    DELETE_PROVIDER,
    GET_PROVIDER,
    LIST_PROVIDERS,
    UPDATE_PROVIDER,
    Provider,
)


async def list_providers(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> list[Provider]:
    """List the providers in order of id, for anybody signed in."""
    return await _runtime.aio.fetch_all(conn, LIST_PROVIDERS)


async def get_provider(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    provider_id: int,
) -> Provider | None:
    """Get a provider, for anybody signed in."""
    return await _runtime.aio.fetch_optional(conn, GET_PROVIDER, (provider_id,))


async def create_provider(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    name: str,
    svg_logo: str,
    default_model_name: str | None,
    default_model_display_name: str | None,
    default_model_context_size: int,
    default_model_description: str,
    base_url: str,
    api_key_optional: bool,
    default_embeddings_model_name: str | None,
    default_embeddings_model_display_name: str | None,
    default_embeddings_model_context_size: int | None,
    default_embeddings_model_description: str | None,
) -> Provider:
    """Add a provider.

    For those with the permission SetupModels, as are all changes of providers.

    :param svg_logo: an SVG document
    :param default_model_name: None when no model is proposed, as for the other names
    :param default_model_context_size: tokens; 0 when it is not known
    :param api_key_optional: whether the provider answers without a key too
    """
    return await _runtime.aio.fetch_one(
        conn,
        CREATE_PROVIDER,
        (
            name,
            svg_logo,
            default_model_name,
            default_model_display_name,
            default_model_context_size,
            default_model_description,
            base_url,
            api_key_optional,
            default_embeddings_model_name,
            default_embeddings_model_display_name,
            default_embeddings_model_context_size,
            default_embeddings_model_description,
        ),
    )


async def update_provider(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    name: str,
    svg_logo: str,
    default_model_name: str | None,
    default_model_display_name: str | None,
    default_model_context_size: int,
    default_model_description: str,
    base_url: str,
    api_key_optional: bool,
    default_embeddings_model_name: str | None,
    default_embeddings_model_display_name: str | None,
    default_embeddings_model_context_size: int | None,
    default_embeddings_model_description: str | None,
    provider_id: int,
) -> Provider | None:
    """Change a provider; None when there is no such provider.

    For those with the permission SetupModels.

    :param svg_logo: an SVG document
    :param default_model_name: None when no model is proposed, as for the other names
    :param default_model_context_size: tokens; 0 when it is not known
    :param api_key_optional: whether the provider answers without a key too
    """
    return await _runtime.aio.fetch_optional(
        conn,
        UPDATE_PROVIDER,
        (
            name,
            svg_logo,
            default_model_name,
            default_model_display_name,
            default_model_context_size,
            default_model_description,
            base_url,
            api_key_optional,
            default_embeddings_model_name,
            default_embeddings_model_display_name,
            default_embeddings_model_context_size,
            default_embeddings_model_description,
            provider_id,
        ),
    )


async def delete_provider(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    provider_id: int,
) -> int:
    """Delete a provider; models that were added from it stay.

    For those with the permission SetupModels.
    """
    return await _runtime.aio.execute_count(conn, DELETE_PROVIDER, (provider_id,))
