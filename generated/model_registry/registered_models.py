# Made by quern from queries/model_registry/registered_models.sql: do not edit.
"""Queries of queries/model_registry/registered_models.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection

from .. import _runtime
from .enums import ModelCapability, ModelType
from .enums import read_model_type as _read_model_type


class Model(_runtime.Row):
    """A row of get_model and 6 other queries.

    :ivar id: Identifier of the model.
    :ivar model_type: What the model makes.
    :ivar name: Name by which the model is asked for. Not unique: one model may be reached at
        several addresses.
    :ivar base_url: Address of the service, without the path of a single operation.
    :ivar context_size: Tokens that the prompt and the answer may have together; 0 where it does not
        apply.
    :ivar created_at: When the model was added.
    :ivar updated_at: When the model last changed.
    :ivar tpm_limit: Tokens allowed per minute.
    :ivar rpm_limit: Requests allowed per minute.
    """

    id: int
    model_type: ModelType
    name: str
    base_url: str
    context_size: int
    created_at: datetime
    updated_at: datetime
    tpm_limit: int
    rpm_limit: int


def _make_model(values: Sequence[Any]) -> Model:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Model,
        {
            "id": values[0],
            "model_type": _read_model_type(values[1]),
            "name": values[2],
            "base_url": values[3],
            "context_size": values[4],
            "created_at": values[5],
            "updated_at": values[6],
            "tpm_limit": values[7],
            "rpm_limit": values[8],
        },
    )


GET_MODEL: Final[_runtime.Query[Model]] = _runtime.Query(
    name="model_registry.registered_models.get_model",
    source="queries/model_registry/registered_models.sql:1",
    sql="""SELECT
    id,
    model_type,
    name,
    base_url,
    context_size,
    created_at,
    updated_at,
    tpm_limit,
    rpm_limit
FROM model_registry.models
WHERE id = $1""",
    row=_make_model,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.models",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_model(conn: Connection[Any] | _runtime.Runner, *, model_id: int) -> Model | None:
    """Get a model, for anybody signed in, as are all of its queries that change nothing."""
    return _runtime.fetch_optional(conn, GET_MODEL, (model_id,))


LIST_MODELS: Final[_runtime.Variants[Model]] = _runtime.Variants(
    name="model_registry.registered_models.list_models",
    source="queries/model_registry/registered_models.sql:17",
    parts=(
        _runtime.Part(
            """SELECT
    id,
    model_type,
    name,
    base_url,
    context_size,
    created_at,
    updated_at,
    tpm_limit,
    rpm_limit
FROM model_registry.models AS m
WHERE true
""",
        ),
        _runtime.Part(
            """    AND m.model_type = $1 -- @if model_type
""",
            uses=(1,),
            condition=0,
        ),
        _runtime.Part(
            """    AND m.name = $2 -- @if name
""",
            uses=(2,),
            condition=1,
        ),
        _runtime.Part(
            """    AND m.context_size >= $3 -- @if min_context_size
""",
            uses=(3,),
            condition=2,
        ),
        _runtime.Part(
            """    -- @if capabilities
    AND NOT EXISTS (
        SELECT
        FROM unnest($4::model_registry.model_capability[]) AS wanted (capability)
        WHERE NOT EXISTS (
            SELECT
            FROM model_registry.model_capabilities AS mc
            WHERE mc.model_id = m.id
                AND mc.capability = wanted.capability
        )
    )
    -- @end
""",
            uses=(4,),
            condition=3,
        ),
        _runtime.Part(
            """ORDER BY m.id""",
        ),
    ),
    parameters=4,
    row=_make_model,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.model_capabilities",
            "model_registry.models",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_models(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_all(
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


GET_SYSTEM_MODEL: Final[_runtime.Query[Model]] = _runtime.Query(
    name="model_registry.registered_models.get_system_model",
    source="queries/model_registry/registered_models.sql:53",
    sql="""SELECT
    id,
    model_type,
    name,
    base_url,
    context_size,
    created_at,
    updated_at,
    tpm_limit,
    rpm_limit
FROM model_registry.models
WHERE model_type = 'LLM'
ORDER BY created_at, id
LIMIT 1""",
    row=_make_model,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.models",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_system_model(conn: Connection[Any] | _runtime.Runner) -> Model | None:
    """Get the oldest model that makes text: the one for the system's own work; None when there is
    none.
    """
    return _runtime.fetch_optional(conn, GET_SYSTEM_MODEL)


GET_SYSTEM_EMBEDDINGS_MODEL: Final[_runtime.Query[Model]] = _runtime.Query(
    name="model_registry.registered_models.get_system_embeddings_model",
    source="queries/model_registry/registered_models.sql:71",
    sql="""SELECT
    id,
    model_type,
    name,
    base_url,
    context_size,
    created_at,
    updated_at,
    tpm_limit,
    rpm_limit
FROM model_registry.models
WHERE model_type = 'Embeddings'
ORDER BY created_at, id
LIMIT 1""",
    row=_make_model,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.models",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_system_embeddings_model(conn: Connection[Any] | _runtime.Runner) -> Model | None:
    """Get the oldest model that makes embeddings; None when there is none."""
    return _runtime.fetch_optional(conn, GET_SYSTEM_EMBEDDINGS_MODEL)


FIND_MODEL_OF_CHAT: Final[_runtime.Query[Model]] = _runtime.Query(
    name="model_registry.registered_models.find_model_of_chat",
    source="queries/model_registry/registered_models.sql:89",
    sql="""SELECT
    id,
    model_type,
    name,
    base_url,
    context_size,
    created_at,
    updated_at,
    tpm_limit,
    rpm_limit
FROM model_registry.models
WHERE id = (
    SELECT p.model_id
    FROM llm.chats AS c
    INNER JOIN assistants.prompts AS p
        ON p.id = c.prompt_id
    WHERE c.id = $1
)""",
    row=_make_model,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "llm.chats",
            "model_registry.models",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def find_model_of_chat(conn: Connection[Any] | _runtime.Runner, *, chat_id: int) -> Model | None:
    """Find the model of the assistant that a turn of a conversation asks.

    For the person whose conversation it is, while the assistant is shown to them.
    """
    return _runtime.fetch_optional(conn, FIND_MODEL_OF_CHAT, (chat_id,))


class ModelWithPrompt(_runtime.Row):
    """A row of list_models_with_prompt and get_model_with_prompt.

    :ivar id: Identifier of the model.
    :ivar model_type: What the model makes.
    :ivar name: Name by which the model is asked for. Not unique: one model may be reached at
        several addresses.
    :ivar base_url: Address of the service, without the path of a single operation.
    :ivar context_size: Tokens that the prompt and the answer may have together; 0 where it does not
        apply.
    :ivar created_at: When the model was added.
    :ivar updated_at: When the model last changed.
    :ivar tpm_limit: Tokens allowed per minute.
    :ivar rpm_limit: Requests allowed per minute.
    :ivar description: What the assistant is for.
    :ivar disclaimer: Warning shown below each conversation.
    :ivar prompt_id: Identifier of the prompt.
    :ivar example1: First question offered to begin with; NULL for none.
    :ivar example2: Second question offered to begin with; NULL for none.
    :ivar example3: Third question offered to begin with; NULL for none.
    :ivar example4: Fourth question offered to begin with; NULL for none.
    """

    id: int
    model_type: ModelType
    name: str
    base_url: str
    context_size: int
    created_at: datetime
    updated_at: datetime
    tpm_limit: int
    rpm_limit: int
    display_name: str
    description: str | None
    disclaimer: str | None
    prompt_id: int | None
    example1: str | None
    example2: str | None
    example3: str | None
    example4: str | None


def _make_model_with_prompt(values: Sequence[Any]) -> ModelWithPrompt:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ModelWithPrompt,
        {
            "id": values[0],
            "model_type": _read_model_type(values[1]),
            "name": values[2],
            "base_url": values[3],
            "context_size": values[4],
            "created_at": values[5],
            "updated_at": values[6],
            "tpm_limit": values[7],
            "rpm_limit": values[8],
            "display_name": values[9],
            "description": values[10],
            "disclaimer": values[11],
            "prompt_id": values[12],
            "example1": values[13],
            "example2": values[14],
            "example3": values[15],
            "example4": values[16],
        },
    )


LIST_MODELS_WITH_PROMPT: Final[_runtime.Query[ModelWithPrompt]] = _runtime.Query(
    name="model_registry.registered_models.list_models_with_prompt",
    source="queries/model_registry/registered_models.sql:113",
    sql="""SELECT
    m.id,
    m.model_type,
    m.name,
    m.base_url,
    m.context_size,
    m.created_at,
    m.updated_at,
    m.tpm_limit,
    m.rpm_limit,
    coalesce(p.name, m.name) AS display_name,
    p.description,
    p.disclaimer,
    p.id AS prompt_id,
    p.example1,
    p.example2,
    p.example3,
    p.example4
FROM model_registry.models AS m
LEFT JOIN LATERAL (
    SELECT
        pr.id,
        pr.name,
        pr.description,
        pr.disclaimer,
        pr.example1,
        pr.example2,
        pr.example3,
        pr.example4
    FROM assistants.prompts AS pr
    WHERE pr.model_id = m.id
        AND pr.prompt_type = 'Model'
    ORDER BY pr.id
    LIMIT 1
) AS p
    ON true
ORDER BY m.id""",
    row=_make_model_with_prompt,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.models",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_models_with_prompt(conn: Connection[Any] | _runtime.Runner) -> list[ModelWithPrompt]:
    """List all models in order of id, each with the assistant that stands for the bare model.

    It is the first by id of type Model that the current user sees; where there is none, the model's
    own name is shown, and the other columns of it are None.
    """
    return _runtime.fetch_all(conn, LIST_MODELS_WITH_PROMPT)


GET_MODEL_WITH_PROMPT: Final[_runtime.Query[ModelWithPrompt]] = _runtime.Query(
    name="model_registry.registered_models.get_model_with_prompt",
    source="queries/model_registry/registered_models.sql:157",
    sql="""SELECT
    m.id,
    m.model_type,
    m.name,
    m.base_url,
    m.context_size,
    m.created_at,
    m.updated_at,
    m.tpm_limit,
    m.rpm_limit,
    coalesce(p.name, m.name) AS display_name,
    p.description,
    p.disclaimer,
    p.id AS prompt_id,
    p.example1,
    p.example2,
    p.example3,
    p.example4
FROM model_registry.models AS m
LEFT JOIN LATERAL (
    SELECT
        pr.id,
        pr.name,
        pr.description,
        pr.disclaimer,
        pr.example1,
        pr.example2,
        pr.example3,
        pr.example4
    FROM assistants.prompts AS pr
    WHERE pr.model_id = m.id
        AND pr.prompt_type = 'Model'
    ORDER BY pr.id
    LIMIT 1
) AS p
    ON true
WHERE m.id = $1""",
    row=_make_model_with_prompt,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.models",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_model_with_prompt(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_id: int,
) -> ModelWithPrompt | None:
    """Get a model with the assistant that stands for the bare model, as `list_models_with_prompt`."""
    return _runtime.fetch_optional(conn, GET_MODEL_WITH_PROMPT, (model_id,))


GET_MODEL_CONTEXT_SIZE: Final[_runtime.Query[int]] = _runtime.Query(
    name="model_registry.registered_models.get_model_context_size",
    source="queries/model_registry/registered_models.sql:198",
    sql="""SELECT context_size
FROM model_registry.models
WHERE id = $1""",
    row=_runtime.scalar,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.models",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_model_context_size(conn: Connection[Any] | _runtime.Runner, *, model_id: int) -> int | None:
    """Get the number of tokens that a model takes in, prompt and answer together."""
    return _runtime.fetch_optional(conn, GET_MODEL_CONTEXT_SIZE, (model_id,))


RESERVE_MODEL_ID: Final[_runtime.Query[int]] = _runtime.Query(
    name="model_registry.registered_models.reserve_model_id",
    source="queries/model_registry/registered_models.sql:204",
    sql="""SELECT nextval(pg_get_serial_sequence('model_registry.models', 'id'))::integer AS model_id""",
    row=_runtime.scalar,
    rows="exactly_one",
)


def reserve_model_id(conn: Connection[Any] | _runtime.Runner) -> int:
    """Take the id of a model about to be created.

    The application binds the encrypted key to the row's id, so it needs the id first.
    """
    return _runtime.fetch_one(conn, RESERVE_MODEL_ID)


CREATE_MODEL: Final[_runtime.Query[Model]] = _runtime.Query(
    name="model_registry.registered_models.create_model",
    source="queries/model_registry/registered_models.sql:211",
    sql="""INSERT INTO model_registry.models (
    id,
    model_type,
    name,
    base_url,
    api_key,
    context_size,
    tpm_limit,
    rpm_limit
)
VALUES (
    $1,
    $2,
    $3,
    $4,
    $5,
    $6,
    $7,
    $8
)
RETURNING
    id,
    model_type,
    name,
    base_url,
    context_size,
    created_at,
    updated_at,
    tpm_limit,
    rpm_limit""",
    row=_make_model,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.models",
        }
    ),
    writes=frozenset({"model_registry.models"}),
    rows="exactly_one",
)


def create_model(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_one(
        conn,
        CREATE_MODEL,
        (model_id, model_type, name, base_url, api_key, context_size, tpm_limit, rpm_limit),
    )


UPDATE_MODEL: Final[_runtime.Query[Model]] = _runtime.Query(
    name="model_registry.registered_models.update_model",
    source="queries/model_registry/registered_models.sql:251",
    sql="""UPDATE model_registry.models
SET
    model_type = $1,
    name = $2,
    base_url = $3,
    context_size = $4,
    tpm_limit = $5,
    rpm_limit = $6
WHERE id = $7
RETURNING
    id,
    model_type,
    name,
    base_url,
    context_size,
    created_at,
    updated_at,
    tpm_limit,
    rpm_limit""",
    row=_make_model,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.models",
        }
    ),
    writes=frozenset({"model_registry.models"}),
    rows="at_most_one",
)


def update_model(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_optional(
        conn,
        UPDATE_MODEL,
        (model_type, name, base_url, context_size, tpm_limit, rpm_limit, model_id),
    )


SET_MODEL_API_KEY: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.registered_models.set_model_api_key",
    source="queries/model_registry/registered_models.sql:279",
    sql="""UPDATE model_registry.models
SET api_key = $1
WHERE id = $2""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.models",
        }
    ),
    writes=frozenset({"model_registry.models"}),
    rows="none",
)


def set_model_api_key(
    conn: Connection[Any] | _runtime.Runner,
    *,
    api_key: str | None,
    model_id: int,
) -> int:
    """Replace the key of a model's service.

    For those with the permission SetupModels.

    :param api_key: ciphertext made by the application, never the key; None when none is needed
    """
    return _runtime.execute_count(conn, SET_MODEL_API_KEY, (api_key, model_id))


DELETE_MODEL: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.registered_models.delete_model",
    source="queries/model_registry/registered_models.sql:288",
    sql="""DELETE FROM model_registry.models
WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.models",
        }
    ),
    writes=frozenset({"model_registry.models"}),
    rows="none",
)


def delete_model(conn: Connection[Any] | _runtime.Runner, *, model_id: int) -> int:
    """Delete a model, with every assistant that asks it and every dataset that is embedded with it.

    For those with the permission SetupModels, in whatever team those are.
    """
    return _runtime.execute_count(conn, DELETE_MODEL, (model_id,))


class ModelSecret(_runtime.Row):
    """A row of get_model_secret and list_model_secrets.

    :ivar id: Identifier of the model.
    :ivar name: Name by which the model is asked for. Not unique: one model may be reached at
        several addresses.
    :ivar base_url: Address of the service, without the path of a single operation.
    :ivar api_key: Key of the service, encrypted by the application before it is sent here; NULL
        when none is needed.
    """

    id: int
    name: str
    base_url: str
    api_key: str | None


def _make_model_secret(values: Sequence[Any]) -> ModelSecret:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ModelSecret,
        {
            "id": values[0],
            "name": values[1],
            "base_url": values[2],
            "api_key": values[3],
        },
    )


GET_MODEL_SECRET: Final[_runtime.Query[ModelSecret]] = _runtime.Query(
    name="model_registry.registered_models.get_model_secret",
    source="queries/model_registry/registered_models.sql:295",
    sql="""SELECT
    id,
    name,
    base_url,
    api_key
FROM model_registry.models
WHERE id = $1""",
    row=_make_model_secret,
    reads=frozenset({"model_registry.models"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def get_model_secret(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_id: int,
) -> ModelSecret | None:
    """Get what a request to a model needs, the encrypted key included."""
    return _runtime.fetch_optional(conn, GET_MODEL_SECRET, (model_id,))


LIST_MODEL_SECRETS: Final[_runtime.Query[ModelSecret]] = _runtime.Query(
    name="model_registry.registered_models.list_model_secrets",
    source="queries/model_registry/registered_models.sql:307",
    sql="""SELECT
    id,
    name,
    base_url,
    api_key
FROM model_registry.models
WHERE id > coalesce($1, 0)
    AND api_key IS NOT NULL
ORDER BY id
LIMIT $2""",
    row=_make_model_secret,
    reads=frozenset({"model_registry.models"}),
    read_only=True,
    idempotent=True,
    role="system",
)


def list_model_secrets(
    conn: Connection[Any] | _runtime.Runner,
    *,
    after_id: int | None,
    limit: int,
) -> list[ModelSecret]:
    """List models with their keys in order of id, to encrypt them under a new key.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    """
    return _runtime.fetch_all(conn, LIST_MODEL_SECRETS, (after_id, limit))


REENCRYPT_MODEL_API_KEY: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.registered_models.reencrypt_model_api_key",
    source="queries/model_registry/registered_models.sql:325",
    sql="""UPDATE model_registry.models
SET api_key = $1
WHERE id = $2
    AND api_key = $3""",
    row=_runtime.no_row,
    reads=frozenset({"model_registry.models"}),
    writes=frozenset({"model_registry.models"}),
    rows="none",
    role="system",
)


def reencrypt_model_api_key(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.execute_count(
        conn,
        REENCRYPT_MODEL_API_KEY,
        (new_api_key, model_id, old_api_key),
    )
