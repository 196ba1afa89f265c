# Made by quern from queries/model_registry/registered_models.sql: do not edit.
"""Queries of queries/model_registry/registered_models.sql, for asyncio."""

from collections.abc import Sequence
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...model_registry.enums import ModelCapability, ModelType
from ...model_registry.registered_models import (
    CREATE_MODEL,
    DELETE_MODEL,
    FIND_MODEL_OF_CHAT,
    GET_MODEL,
    GET_MODEL_CONTEXT_SIZE,
    GET_MODEL_SECRET,
    GET_MODEL_WITH_PROMPT,
    GET_SYSTEM_EMBEDDINGS_MODEL,
    GET_SYSTEM_MODEL,
    LIST_MODEL_SECRETS,
    LIST_MODELS,
    LIST_MODELS_WITH_PROMPT,
    REENCRYPT_MODEL_API_KEY,
    RESERVE_MODEL_ID,
    SET_MODEL_API_KEY,
    UPDATE_MODEL,
    Model,
    ModelSecret,
    ModelWithPrompt,
)


async def get_model(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    model_id: int,
) -> Model | None:
    """Get a model, for anybody signed in, as are all of its queries that change nothing."""
    return await _runtime.aio.fetch_optional(conn, GET_MODEL, (model_id,))


async def list_models(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    model_type: ModelType | None = None,
    name: str | None = None,
    min_context_size: int | None = None,
    capabilities: Sequence[ModelCapability | None] | None = None,
) -> list[Model]:
    """List all models in order of id, or those that are suited.

    :param model_type: what the models shall make
    :param name: the exact name by which the models are asked for; several may have it
    :param min_context_size: tokens that the models shall take in at least
    :param capabilities: all that the models shall be able to do; an empty list asks for nothing
    """
    variant = LIST_MODELS.variant(
        model_type is not None,
        name is not None,
        min_context_size is not None,
        capabilities is not None,
    )
    return await _runtime.aio.fetch_all(
        conn,
        variant,
        variant.used(
            (
                model_type,
                name,
                min_context_size,
                None if capabilities is None else _runtime.array_text(capabilities),
            ),
        ),
    )


async def get_system_model(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> Model | None:
    """Get the oldest model that makes text: the one for the system's own work; None when there is
    none.
    """
    return await _runtime.aio.fetch_optional(conn, GET_SYSTEM_MODEL)


async def get_system_embeddings_model(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> Model | None:
    """Get the oldest model that makes embeddings; None when there is none."""
    return await _runtime.aio.fetch_optional(conn, GET_SYSTEM_EMBEDDINGS_MODEL)


async def find_model_of_chat(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    chat_id: int,
) -> Model | None:
    """Find the model of the assistant that a turn of a conversation asks.

    For the person whose conversation it is, while the assistant is shown to them.
    """
    return await _runtime.aio.fetch_optional(conn, FIND_MODEL_OF_CHAT, (chat_id,))


async def list_models_with_prompt(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[ModelWithPrompt]:
    """List all models in order of id, each with the assistant that stands for the bare model.

    It is the first by id of type Model that the current user sees; where there is none, the model's
    own name is shown, and the other columns of it are None.
    """
    return await _runtime.aio.fetch_all(conn, LIST_MODELS_WITH_PROMPT)


async def get_model_with_prompt(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    model_id: int,
) -> ModelWithPrompt | None:
    """Get a model with the assistant that stands for the bare model, as `list_models_with_prompt`."""
    return await _runtime.aio.fetch_optional(conn, GET_MODEL_WITH_PROMPT, (model_id,))


async def get_model_context_size(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    model_id: int,
) -> int | None:
    """Get the number of tokens that a model takes in, prompt and answer together."""
    return await _runtime.aio.fetch_optional(conn, GET_MODEL_CONTEXT_SIZE, (model_id,))


async def reserve_model_id(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> int:
    """Take the id of a model about to be created.

    The application binds the encrypted key to the row's id, so it needs the id first.
    """
    return await _runtime.aio.fetch_one(conn, RESERVE_MODEL_ID)


async def create_model(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    model_id: int,
    model_type: ModelType,
    name: str,
    base_url: str,
    api_key: str | None,
    context_size: int,
    tpm_limit: int,
    rpm_limit: int,
) -> Model:
    """Add a model under an id taken by `reserve_model_id`.

    For those with the permission SetupModels, as are all changes of models.

    :param api_key: ciphertext made by the application, never the key; None when none is needed
    :param context_size: tokens; 0 where it does not apply
    :param tpm_limit: tokens allowed per minute
    :param rpm_limit: requests allowed per minute
    """
    return await _runtime.aio.fetch_one(
        conn,
        CREATE_MODEL,
        (model_id, model_type, name, base_url, api_key, context_size, tpm_limit, rpm_limit),
    )


async def update_model(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    model_type: ModelType,
    name: str,
    base_url: str,
    context_size: int,
    tpm_limit: int,
    rpm_limit: int,
    model_id: int,
) -> Model | None:
    """Change a model, but not its key; None when there is no such model.

    For those with the permission SetupModels.

    :param context_size: tokens; 0 where it does not apply
    :param tpm_limit: tokens allowed per minute
    :param rpm_limit: requests allowed per minute
    """
    return await _runtime.aio.fetch_optional(
        conn,
        UPDATE_MODEL,
        (model_type, name, base_url, context_size, tpm_limit, rpm_limit, model_id),
    )


async def set_model_api_key(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    api_key: str | None,
    model_id: int,
) -> int:
    """Replace the key of a model's service.

    For those with the permission SetupModels.

    :param api_key: ciphertext made by the application, never the key; None when none is needed
    """
    return await _runtime.aio.execute_count(conn, SET_MODEL_API_KEY, (api_key, model_id))


async def delete_model(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    model_id: int,
) -> int:
    """Delete a model, with every assistant that asks it and every dataset that is embedded with it.

    For those with the permission SetupModels, in whatever team those are.
    """
    return await _runtime.aio.execute_count(conn, DELETE_MODEL, (model_id,))


async def get_model_secret(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    model_id: int,
) -> ModelSecret | None:
    """Get what a request to a model needs, the encrypted key included."""
    return await _runtime.aio.fetch_optional(conn, GET_MODEL_SECRET, (model_id,))


async def list_model_secrets(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    after_id: int | None,
    limit: int,
) -> list[ModelSecret]:
    """List models with their keys in order of id, to encrypt them under a new key.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    """
    return await _runtime.aio.fetch_all(conn, LIST_MODEL_SECRETS, (after_id, limit))


async def reencrypt_model_api_key(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    new_api_key: str | None,
    model_id: int,
    old_api_key: str,
) -> int:
    """Replace the ciphertext of a key by a new one of the same key.

    No row when it is no longer the old one: then somebody set another key meanwhile.

    :param new_api_key: the ciphertext from now on
    :param old_api_key: the ciphertext so far
    """
    return await _runtime.aio.execute_count(
        conn,
        REENCRYPT_MODEL_API_KEY,
        (new_api_key, model_id, old_api_key),
    )
