"""A row of any table: a test names what it is about, and :data:`DEFAULTS` has the rest.

What refers to another row is always named::

    model = add(connection, "model_registry.models")
    dataset = add(
        connection, "rag.datasets", team_id=team, created_by=ada, embeddings_model_id=model
    )
    with acting_as(connection, ada):
        insert(connection, "assistants.prompt_dataset", prompt_id=prompt, dataset_id=dataset, ...)
"""

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

_UNIQUE = sql.SQL("gen_random_uuid()::text")
_HASH = sql.SQL("encode(sha256(gen_random_uuid()::text::bytea), 'hex')")
_UNCATEGORIZED = sql.SQL(
    "(SELECT c.id FROM assistants.categories AS c WHERE c.name = 'Uncategorized')"
)

#: By table, the columns that must be given, with a value or an expression of SQL.
DEFAULTS: dict[str, dict[str, object]] = {
    "assistants.categories": {"name": _UNIQUE},
    "assistants.projects": {"name": "p", "visibility": "Team"},
    "assistants.prompts": {
        "visibility": "Team",
        "name": "p",
        "max_history_items": 10,
        "max_chunks": 10,
        "trim_ratio": 80,
        "category_id": _UNCATEGORIZED,
    },
    "automation.automation_cron_triggers": {"cron_expression": "@daily"},
    "automation.automation_webhook_triggers": {"secret": _HASH},
    "iam.api_keys": {"name": "k", "api_key": _HASH},
    "iam.groups": {"name": _UNIQUE},
    "iam.invitations": {
        "email": "invited@example.org",
        "first_name": "f",
        "last_name": "l",
        "roles": "{Collaborator}",
        "invitation_selector": _UNIQUE,
        "invitation_verifier_hash": _HASH,
    },
    "iam.oauth_clients": {"client_id": "c", "client_secret": "s", "provider": "p"},
    "iam.permission_grants": {"resource": "r", "action": "Read"},
    "iam.roles_permissions": {"role": "TeamManager", "permission": "ViewAuditTrail"},
    "iam.team_users": {"roles": "{Collaborator}"},
    "iam.teams": {"created_by_user_id": 0},
    "iam.users": {"openid_sub": _UNIQUE, "email": _UNIQUE},
    "integrations.api_key_connections": {"visibility": "Team", "api_key": "ciphertext"},
    "integrations.credential_tokens": {"access_token": "ciphertext", "expires_at": "2030-01-01"},
    "integrations.credentials": {"provider": "p", "name": "n"},
    "integrations.integrations": {
        "integration_type": "OpenAPI",
        "name": "i",
        "visibility": "Team",
    },
    "integrations.oauth2_connections": {"visibility": "Team", "access_token": "ciphertext"},
    "integrations.openapi_spec_api_keys": {"api_key": "ciphertext"},
    "integrations.openapi_spec_selections": {"category": "WebSearch"},
    "integrations.openapi_specs": {"slug": _UNIQUE, "title": "t", "spec": {}},
    "llm.prompt_flags": {"flag_type": "S1"},
    "llm.rate_limit_windows": {"scope": "key", "scope_id": 1, "window_start": "2026-01-01"},
    "llm.rate_limits": {"tpm_limit": 1, "rpm_limit": 1},
    "llm.request_logs": {"request_id": "r", "model": "m"},
    "llm.token_usage_metrics": {"type": "Prompt", "tokens": 1},
    "llm.usage_stats": {"provider": "p", "model": "m", "auth_id": "a", "date": "2026-01-01"},
    "model_registry.abilities": {"model": "m"},
    "model_registry.channels": {"name": "c", "channel_type": "openai"},
    "model_registry.model_capabilities": {"capability": "vision"},
    "model_registry.models": {
        "model_type": "LLM",
        "name": "m",
        "base_url": "http://models.invalid",
        "context_size": 4096,
    },
    "model_registry.prices": {"model_name": "m", "input_price": 1, "output_price": 2},
    "model_registry.protocol_configs": {"channel_type": "openai", "api_version": "v1"},
    "model_registry.providers": {"name": "n", "svg_logo": "s", "base_url": "http://n.invalid"},
    "model_registry.tiered_pricing": {
        "model_name": "m",
        "tier_start": 0,
        "input_price": 1,
        "output_price": 2,
    },
    "ops.audit_trail": {"user_id": 0, "access_type": "API", "action": "TextGeneration"},
    "ops.cache": {"key": "k", "value": b"", "expires_at": "2030-01-01"},
    "ops.configs": {"name": "c", "yaml_config": "a: 1"},
    "ops.settings": {"scope": "system", "key": "k", "value": {}},
    "ops.translations": {"locale": "de", "key": "k", "value": "v"},
    "rag.chunks": {"text": "t", "page_number": 1},
    "rag.datasets": {
        "visibility": "Team",
        "name": "d",
        "chunking_strategy": "ByTitle",
        "combine_under_n_chars": 500,
        "new_after_n_chars": 1000,
        "multipage_sections": True,
    },
    "rag.document_pipelines": {"name": "p", "api_key": _HASH},
    "rag.documents": {"file_name": "f", "content_size": 1},
    "storage.downloads": {"gid": "g"},
    "storage.objects": {
        "object_name": "o",
        "mime_type": "text/plain",
        "file_name": "o.txt",
        "file_size": 1,
        "file_hash": "0" * 32,
    },
}


def add(connection: psycopg.Connection, table: str, **values: object) -> int:
    """Add a row, as whoever acts, and return its id.

    :param table: with its schema, and with ids that are numbers
    :param values: by column; a dictionary becomes jsonb, and what is of :mod:`psycopg.sql` is part
        of the statement
    """
    row = connection.execute(sql.SQL("{} RETURNING id").format(_insert(table, values))).fetchone()
    assert row is not None
    return int(row[0])


def insert(connection: psycopg.Connection, table: str, **values: object) -> None:
    """Add a row, as whoever acts, who need not see it; as for :func:`add`."""
    connection.execute(_insert(table, values))


def _insert(table: str, values: dict[str, object]) -> sql.Composed:
    given = {**DEFAULTS.get(table, {}), **values}
    return sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
        sql.Identifier(*table.split(".")),
        sql.SQL(", ").join(map(sql.Identifier, given)),
        sql.SQL(", ").join(map(_expression, given.values())),
    )


def _expression(value: object) -> sql.Composable:
    match value:
        case sql.Composable():
            return value
        case dict():
            return sql.Literal(Jsonb(value))
        case _:
            return sql.Literal(value)
