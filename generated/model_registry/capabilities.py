# Made by quern from queries/model_registry/capabilities.sql: do not edit.
"""Queries of queries/model_registry/capabilities.sql."""

from collections.abc import Sequence
from typing import Any, Final

from psycopg import Connection

from .. import _runtime
from .enums import ModelCapability
from .enums import read_model_capability as _read_model_capability


class CapabilityOfModel(_runtime.Row):
    """A row of list_model_capabilities and 2 other queries.

    :ivar model_id: The model.
    :ivar capability: What it can do.
    :ivar value: Detail of the capability, as for the guard of a guarded model; NULL when there is
        none.
    """

    model_id: int
    capability: ModelCapability
    value: str | None


def _make_capability_of_model(values: Sequence[Any]) -> CapabilityOfModel:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        CapabilityOfModel,
        {
            "model_id": values[0],
            "capability": _read_model_capability(values[1]),
            "value": values[2],
        },
    )


LIST_MODEL_CAPABILITIES: Final[_runtime.Query[CapabilityOfModel]] = _runtime.Query(
    name="model_registry.capabilities.list_model_capabilities",
    source="queries/model_registry/capabilities.sql:1",
    sql="""SELECT
    model_id,
    capability,
    value
FROM model_registry.model_capabilities
WHERE model_id = $1
ORDER BY capability""",
    row=_make_capability_of_model,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.model_capabilities",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_model_capabilities(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_id: int,
) -> list[CapabilityOfModel]:
    """List what a model can do, for anybody signed in."""
    return _runtime.fetch_all(conn, LIST_MODEL_CAPABILITIES, (model_id,))


LIST_CAPABILITIES_OF_MODELS: Final[_runtime.Query[CapabilityOfModel]] = _runtime.Query(
    name="model_registry.capabilities.list_capabilities_of_models",
    source="queries/model_registry/capabilities.sql:12",
    sql="""SELECT
    model_id,
    capability,
    value
FROM model_registry.model_capabilities
WHERE model_id = ANY ($1)
ORDER BY model_id, capability""",
    row=_make_capability_of_model,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.model_capabilities",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_capabilities_of_models(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_ids: Sequence[int | None],
) -> list[CapabilityOfModel]:
    """List what several models can do, in order of model, for anybody signed in."""
    return _runtime.fetch_all(conn, LIST_CAPABILITIES_OF_MODELS, (_runtime.array_text(model_ids),))


HAS_MODEL_CAPABILITY: Final[_runtime.Query[bool]] = _runtime.Query(
    name="model_registry.capabilities.has_model_capability",
    source="queries/model_registry/capabilities.sql:23",
    sql="""SELECT EXISTS (
    SELECT
    FROM model_registry.model_capabilities
    WHERE model_id = $1
        AND capability = $2
) AS has_capability""",
    row=_runtime.scalar,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.model_capabilities",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="exactly_one",
)


def has_model_capability(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_id: int,
    capability: ModelCapability,
) -> bool:
    """Tell whether a model can do something, for anybody signed in; False for an unknown model."""
    return _runtime.fetch_one(conn, HAS_MODEL_CAPABILITY, (model_id, capability))


SET_MODEL_CAPABILITY: Final[_runtime.Query[CapabilityOfModel]] = _runtime.Query(
    name="model_registry.capabilities.set_model_capability",
    source="queries/model_registry/capabilities.sql:32",
    sql="""INSERT INTO model_registry.model_capabilities (model_id, capability, value)
VALUES ($1, $2, $3)
ON CONFLICT (model_id, capability) DO UPDATE
    SET value = excluded.value
RETURNING
    model_id,
    capability,
    value""",
    row=_make_capability_of_model,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.model_capabilities",
        }
    ),
    writes=frozenset({"model_registry.model_capabilities"}),
    rows="exactly_one",
)


def set_model_capability(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_id: int,
    capability: ModelCapability,
    value: str | None,
) -> CapabilityOfModel:
    """Say that a model can do something, with a detail; what was said of it before is replaced.

    For those with the permission SetupModels.

    :param value: the detail, such as the guard of a guarded model; None when there is none
    """
    return _runtime.fetch_one(conn, SET_MODEL_CAPABILITY, (model_id, capability, value))


DELETE_MODEL_CAPABILITY: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.capabilities.delete_model_capability",
    source="queries/model_registry/capabilities.sql:47",
    sql="""DELETE FROM model_registry.model_capabilities
WHERE model_id = $1
    AND capability = $2""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.model_capabilities",
        }
    ),
    writes=frozenset({"model_registry.model_capabilities"}),
    rows="none",
)


def delete_model_capability(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_id: int,
    capability: ModelCapability,
) -> int:
    """Say that a model cannot do something.

    For those with the permission SetupModels.
    """
    return _runtime.execute_count(conn, DELETE_MODEL_CAPABILITY, (model_id, capability))


DELETE_MODEL_CAPABILITIES: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.capabilities.delete_model_capabilities",
    source="queries/model_registry/capabilities.sql:55",
    sql="""DELETE FROM model_registry.model_capabilities
WHERE model_id = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.model_capabilities",
        }
    ),
    writes=frozenset({"model_registry.model_capabilities"}),
    rows="none",
)


def delete_model_capabilities(conn: Connection[Any] | _runtime.Runner, *, model_id: int) -> int:
    """Delete all that a model can do.

    For those with the permission SetupModels.
    """
    return _runtime.execute_count(conn, DELETE_MODEL_CAPABILITIES, (model_id,))


ADD_CAPABILITIES_BY_MODEL_NAME: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.capabilities.add_capabilities_by_model_name",
    source="queries/model_registry/capabilities.sql:62",
    sql="""INSERT INTO model_registry.model_capabilities (model_id, capability)
SELECT
    m.id,
    c.capability
FROM model_registry.models AS m
CROSS JOIN unnest($1::model_registry.model_capability[]) AS c (capability)
WHERE m.name = $2
    AND c.capability IS NOT NULL
ON CONFLICT (model_id, capability) DO NOTHING""",
    row=_runtime.no_row,
    reads=frozenset({"model_registry.model_capabilities", "model_registry.models"}),
    writes=frozenset({"model_registry.model_capabilities"}),
    rows="none",
    role="system",
)


def add_capabilities_by_model_name(
    conn: Connection[Any] | _runtime.Runner,
    *,
    capabilities: Sequence[ModelCapability | None],
    name: str,
) -> int:
    """Say of all models of a name that they can do some things, leaving what is said of them already.

    :param name: the exact name by which the models are asked for
    """
    return _runtime.execute_count(
        conn,
        ADD_CAPABILITIES_BY_MODEL_NAME,
        (_runtime.array_text(capabilities), name),
    )
