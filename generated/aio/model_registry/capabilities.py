# Made by quern from queries/model_registry/capabilities.sql: do not edit.
"""Queries of queries/model_registry/capabilities.sql, for asyncio."""

from collections.abc import Sequence
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...model_registry.capabilities import (
    ADD_CAPABILITIES_BY_MODEL_NAME,
    DELETE_MODEL_CAPABILITIES,
    DELETE_MODEL_CAPABILITY,
    HAS_MODEL_CAPABILITY,
    LIST_CAPABILITIES_OF_MODELS,
    LIST_MODEL_CAPABILITIES,
    SET_MODEL_CAPABILITY,
    CapabilityOfModel,
)
from ...model_registry.enums import ModelCapability


async def list_model_capabilities(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    model_id: int,
) -> list[CapabilityOfModel]:
    """List what a model can do, for anybody signed in."""
    return await _runtime.aio.fetch_all(conn, LIST_MODEL_CAPABILITIES, (model_id,))


async def list_capabilities_of_models(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    model_ids: Sequence[int | None],
) -> list[CapabilityOfModel]:
    """List what several models can do, in order of model, for anybody signed in."""
    return await _runtime.aio.fetch_all(
        conn,
        LIST_CAPABILITIES_OF_MODELS,
        (_runtime.array_text(model_ids),),
    )


async def has_model_capability(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    model_id: int,
    capability: ModelCapability,
) -> bool:
    """Tell whether a model can do something, for anybody signed in; False for an unknown model."""
    return await _runtime.aio.fetch_one(conn, HAS_MODEL_CAPABILITY, (model_id, capability))


async def set_model_capability(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    model_id: int,
    capability: ModelCapability,
    value: str | None,
) -> CapabilityOfModel:
    """Say that a model can do something, with a detail; what was said of it before is replaced.

    For those with the permission SetupModels.

    :param value: the detail, such as the guard of a guarded model; None when there is none
    """
    return await _runtime.aio.fetch_one(conn, SET_MODEL_CAPABILITY, (model_id, capability, value))


async def delete_model_capability(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    model_id: int,
    capability: ModelCapability,
) -> int:
    """Say that a model cannot do something.

    For those with the permission SetupModels.
    """
    return await _runtime.aio.execute_count(conn, DELETE_MODEL_CAPABILITY, (model_id, capability))


async def delete_model_capabilities(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    model_id: int,
) -> int:
    """Delete all that a model can do.

    For those with the permission SetupModels.
    """
    return await _runtime.aio.execute_count(conn, DELETE_MODEL_CAPABILITIES, (model_id,))


async def add_capabilities_by_model_name(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    capabilities: Sequence[ModelCapability | None],
    name: str,
) -> int:
    """Say of all models of a name that they can do some things, leaving what is said of them already.

    :param name: the exact name by which the models are asked for
    """
    return await _runtime.aio.execute_count(
        conn,
        ADD_CAPABILITIES_BY_MODEL_NAME,
        (_runtime.array_text(capabilities), name),
    )
