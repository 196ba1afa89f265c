# Made by quern from queries/model_registry/providers.sql: do not edit.
"""Queries of queries/model_registry/providers.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection

from .. import _runtime


class Provider(_runtime.Row):
    """A row of list_providers and 3 other queries.

    :ivar id: Identifier of the provider.
    :ivar name: Name of the provider.
    :ivar svg_logo: Logo of the provider, as an SVG document.
    :ivar default_model_name: Name of the model to propose, as the provider calls it; NULL when none
        is proposed.
    :ivar default_model_display_name: Name of the proposed model to show; NULL when none is
        proposed.
    :ivar default_model_context_size: Tokens that the proposed model takes in; 0 when it is not
        known.
    :ivar default_model_description: What the proposed model is good for.
    :ivar base_url: Address of the provider, without the path of a single operation.
    :ivar created_at: When the provider was added.
    :ivar updated_at: When the provider last changed.
    :ivar api_key_optional: Whether the provider answers without a key too.
    :ivar default_embeddings_model_name: Name of the embeddings model to propose, as the provider
        calls it; NULL when it offers none.
    :ivar default_embeddings_model_display_name: Name of the proposed embeddings model to show; NULL
        when there is none.
    :ivar default_embeddings_model_context_size: Tokens that the proposed embeddings model takes in;
        NULL when there is none.
    :ivar default_embeddings_model_description: What the proposed embeddings model is good for; NULL
        when there is none.
    """

    id: int
    name: str
    svg_logo: str
    default_model_name: str | None
    default_model_display_name: str | None
    default_model_context_size: int
    default_model_description: str
    base_url: str
    created_at: datetime
    updated_at: datetime
    api_key_optional: bool
    default_embeddings_model_name: str | None
    default_embeddings_model_display_name: str | None
    default_embeddings_model_context_size: int | None
    default_embeddings_model_description: str | None


def _make_provider(values: Sequence[Any]) -> Provider:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Provider,
        {
            "id": values[0],
            "name": values[1],
            "svg_logo": values[2],
            "default_model_name": values[3],
            "default_model_display_name": values[4],
            "default_model_context_size": values[5],
            "default_model_description": values[6],
            "base_url": values[7],
            "created_at": values[8],
            "updated_at": values[9],
            "api_key_optional": values[10],
            "default_embeddings_model_name": values[11],
            "default_embeddings_model_display_name": values[12],
            "default_embeddings_model_context_size": values[13],
            "default_embeddings_model_description": values[14],
        },
    )


LIST_PROVIDERS: Final[_runtime.Query[Provider]] = _runtime.Query(
    name="model_registry.providers.list_providers",
    source="queries/model_registry/providers.sql:1",
    sql="""SELECT
    id,
    name,
    svg_logo,
    default_model_name,
    default_model_display_name,
    default_model_context_size,
    default_model_description,
    base_url,
    created_at,
    updated_at,
    api_key_optional,
    default_embeddings_model_name,
    default_embeddings_model_display_name,
    default_embeddings_model_context_size,
    default_embeddings_model_description
FROM model_registry.providers
ORDER BY id""",
    row=_make_provider,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.providers",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_providers(conn: Connection[Any] | _runtime.Runner) -> list[Provider]:
    """List the providers in order of id, for anybody signed in."""
    return _runtime.fetch_all(conn, LIST_PROVIDERS)


GET_PROVIDER: Final[_runtime.Query[Provider]] = _runtime.Query(
    name="model_registry.providers.get_provider",
    source="queries/model_registry/providers.sql:23",
    sql="""SELECT
    id,
    name,
    svg_logo,
    default_model_name,
    default_model_display_name,
    default_model_context_size,
    default_model_description,
    base_url,
    created_at,
    updated_at,
    api_key_optional,
    default_embeddings_model_name,
    default_embeddings_model_display_name,
    default_embeddings_model_context_size,
    default_embeddings_model_description
FROM model_registry.providers
WHERE id = $1""",
    row=_make_provider,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.providers",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_provider(conn: Connection[Any] | _runtime.Runner, *, provider_id: int) -> Provider | None:
    """Get a provider, for anybody signed in."""
    return _runtime.fetch_optional(conn, GET_PROVIDER, (provider_id,))


CREATE_PROVIDER: Final[_runtime.Query[Provider]] = _runtime.Query(
    name="model_registry.providers.create_provider",
    source="queries/model_registry/providers.sql:45",
    sql="""INSERT INTO model_registry.providers (
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
    default_embeddings_model_description
)
VALUES (
    $1,
    $2,
    $3,
    $4,
    $5,
    $6,
    $7,
    $8,
    $9,
    $10,
    $11,
    $12
)
RETURNING
    id,
    name,
    svg_logo,
    default_model_name,
    default_model_display_name,
    default_model_context_size,
    default_model_description,
    base_url,
    created_at,
    updated_at,
    api_key_optional,
    default_embeddings_model_name,
    default_embeddings_model_display_name,
    default_embeddings_model_context_size,
    default_embeddings_model_description""",
    row=_make_provider,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.providers",
        }
    ),
    writes=frozenset({"model_registry.providers"}),
    rows="exactly_one",
)


def create_provider(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_one(
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


UPDATE_PROVIDER: Final[_runtime.Query[Provider]] = _runtime.Query(
    name="model_registry.providers.update_provider",
    source="queries/model_registry/providers.sql:99",
    sql="""UPDATE model_registry.providers
SET
    name = $1,
    svg_logo = $2,
    default_model_name = $3,
    default_model_display_name = $4,
    default_model_context_size = $5,
    default_model_description = $6,
    base_url = $7,
    api_key_optional = $8,
    default_embeddings_model_name = $9,
    default_embeddings_model_display_name = $10,
    default_embeddings_model_context_size = $11,
    default_embeddings_model_description = $12
WHERE id = $13
RETURNING
    id,
    name,
    svg_logo,
    default_model_name,
    default_model_display_name,
    default_model_context_size,
    default_model_description,
    base_url,
    created_at,
    updated_at,
    api_key_optional,
    default_embeddings_model_name,
    default_embeddings_model_display_name,
    default_embeddings_model_context_size,
    default_embeddings_model_description""",
    row=_make_provider,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.providers",
        }
    ),
    writes=frozenset({"model_registry.providers"}),
    rows="at_most_one",
)


def update_provider(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_optional(
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


DELETE_PROVIDER: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.providers.delete_provider",
    source="queries/model_registry/providers.sql:140",
    sql="""DELETE FROM model_registry.providers
WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.providers",
        }
    ),
    writes=frozenset({"model_registry.providers"}),
    rows="none",
)


def delete_provider(conn: Connection[Any] | _runtime.Runner, *, provider_id: int) -> int:
    """Delete a provider; models that were added from it stay.

    For those with the permission SetupModels.
    """
    return _runtime.execute_count(conn, DELETE_PROVIDER, (provider_id,))
