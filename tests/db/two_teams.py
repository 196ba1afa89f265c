"""Two teams, each with one of everything, for tests of what the database refuses."""

from typing import LiteralString

import psycopg

from tests.db.acting import BOTH, COLLABORATOR, MANAGER, add_team, add_user

#: Identifiers by name: ``ada``, ``weavers``, ``weavers_dataset``.
Ids = dict[str, int]

#: What a team has, in the order in which one needs the other: each statement returns the
#: identifier by which those after it know it. ``team`` and ``user`` are those whose it is.
OF_A_TEAM: dict[str, LiteralString] = {
    "dataset": """
        INSERT INTO rag.datasets (
            team_id, embeddings_model_id, visibility, name, chunking_strategy,
            combine_under_n_chars, new_after_n_chars, multipage_sections, created_by
        )
        VALUES (%(team)s, %(model)s, 'Team', 'Books', 'ByTitle', 500, 1000, true, %(user)s)
        RETURNING id
    """,
    "object": """
        INSERT INTO storage.objects (
            team_id, object_name, mime_type, file_name, file_size, file_hash, created_by
        )
        VALUES (%(team)s, 'o', 'text/plain', 'o.txt', 1, 'h', %(user)s)
        RETURNING id
    """,
    "document": """
        INSERT INTO rag.documents (team_id, dataset_id, object_id, file_name, content_size)
        VALUES (%(team)s, %(dataset)s, %(object)s, 'o.txt', 1)
        RETURNING id
    """,
    "chunk": """
        INSERT INTO rag.chunks (team_id, dataset_id, document_id, text, page_number)
        VALUES (%(team)s, %(dataset)s, %(document)s, 'Words.', 1)
        RETURNING id
    """,
    "pipeline": """
        INSERT INTO rag.document_pipelines (team_id, user_id, dataset_id, name, api_key)
        VALUES (%(team)s, %(user)s, %(dataset)s, 'p', encode(sha256(%(team)s::text::bytea), 'hex'))
        RETURNING id
    """,
    "prompt": """
        INSERT INTO assistants.prompts (
            team_id, model_id, visibility, name, max_history_items, max_chunks, trim_ratio,
            created_by, category_id
        )
        VALUES (%(team)s, %(model)s, 'Team', 'Poet', 10, 10, 80, %(user)s, %(category)s)
        RETURNING id
    """,
    "prompt_dataset": """
        INSERT INTO assistants.prompt_dataset (team_id, prompt_id, dataset_id)
        VALUES (%(team)s, %(prompt)s, %(dataset)s)
        RETURNING prompt_id
    """,
    "project": """
        INSERT INTO assistants.projects (team_id, dataset_id, name, visibility, created_by)
        VALUES (%(team)s, %(dataset)s, 'Bridge', 'Team', %(user)s)
        RETURNING id
    """,
    "integration": """
        INSERT INTO integrations.integrations (
            team_id, integration_type, name, visibility, created_by, definition
        )
        VALUES (%(team)s, 'OpenAPI', 'Search', 'Team', %(user)s, '{}')
        RETURNING id
    """,
    "api_connection": """
        INSERT INTO integrations.api_key_connections (
            team_id, user_id, integration_id, visibility, api_key
        )
        VALUES (%(team)s, %(user)s, %(integration)s, 'Team', 'encrypted')
        RETURNING id
    """,
    "oauth2_connection": """
        INSERT INTO integrations.oauth2_connections (
            team_id, user_id, integration_id, visibility, access_token
        )
        VALUES (%(team)s, %(user)s, %(integration)s, 'Team', 'encrypted')
        RETURNING id
    """,
    "prompt_integration": """
        INSERT INTO integrations.prompt_integration (
            team_id, prompt_id, integration_id, api_connection_id
        )
        VALUES (%(team)s, %(prompt)s, %(integration)s, %(api_connection)s)
        RETURNING prompt_id
    """,
    "cron_trigger": """
        INSERT INTO automation.automation_cron_triggers (team_id, prompt_id, cron_expression)
        VALUES (%(team)s, %(prompt)s, '0 * * * *')
        RETURNING id
    """,
    "webhook_trigger": """
        INSERT INTO automation.automation_webhook_triggers (team_id, prompt_id, secret)
        VALUES (%(team)s, %(prompt)s, encode(sha256(%(team)s::text::bytea), 'hex'))
        RETURNING id
    """,
    "run": """
        INSERT INTO automation.automation_runs (team_id, prompt_id)
        VALUES (%(team)s, %(prompt)s)
        RETURNING id
    """,
    "api_key": """
        INSERT INTO iam.api_keys (team_id, user_id, prompt_id, name, api_key)
        VALUES (%(team)s, %(user)s, %(prompt)s, 'k', encode(sha256(%(team)s::text::bytea), 'hex'))
        RETURNING id
    """,
    "invitation": """
        INSERT INTO iam.invitations (
            team_id, email, first_name, last_name, roles, invitation_selector,
            invitation_verifier_hash
        )
        VALUES (%(team)s, 'e', 'f', 'l', '{Collaborator}', %(team)s::text, 'h')
        RETURNING id
    """,
    "conversation": """
        INSERT INTO llm.conversations (team_id, user_id, project_id)
        VALUES (%(team)s, %(user)s, %(project)s)
        RETURNING id
    """,
    "chat": """
        INSERT INTO llm.chats (team_id, user_id, conversation_id, prompt_id, content)
        VALUES (%(team)s, %(user)s, %(conversation)s, %(prompt)s, 'Hello.')
        RETURNING id
    """,
    "api_chat": """
        INSERT INTO llm.api_chats (team_id, user_id, api_key_id)
        VALUES (%(team)s, %(user)s, %(api_key)s)
        RETURNING id
    """,
    "token_usage_metric": """
        INSERT INTO llm.token_usage_metrics (team_id, user_id, chat_id, type, tokens)
        VALUES (%(team)s, %(user)s, %(chat)s, 'Prompt', 1)
        RETURNING id
    """,
}

#: What is nobody's, or everybody's.
OF_ALL: list[LiteralString] = [
    "INSERT INTO iam.groups (name) VALUES ('Everyone')",
    "INSERT INTO iam.permission_grants (role, resource, action)"
    " VALUES ('TeamManager', 'r', 'Read')",
    "INSERT INTO integrations.credentials (provider, name) VALUES ('p', 'n')",
    "INSERT INTO llm.rate_limits (tpm_limit, rpm_limit) VALUES (1, 1)",
    "INSERT INTO llm.rate_limit_windows (scope, scope_id, window_start) VALUES ('key', 1, now())",
    "INSERT INTO llm.request_logs (request_id, model) VALUES ('r', 'm')",
    "INSERT INTO llm.usage_stats (provider, model, auth_id, date) VALUES ('p', 'm', 'a', now())",
    "INSERT INTO model_registry.channels (name, channel_type) VALUES ('c', 't')",
    "INSERT INTO model_registry.abilities (group_id, model, channel_id) VALUES (1, 'm', 1)",
    "INSERT INTO model_registry.prices (model_name, input_price, output_price) VALUES ('m', 1, 1)",
    "INSERT INTO model_registry.tiered_pricing"
    " (model_name, tier_start, tier_end, input_price, output_price) VALUES ('m', 0, 100, 1, 1)",
    "INSERT INTO model_registry.protocol_configs (channel_type, api_version) VALUES ('t', 'v')",
    "INSERT INTO ops.cache (key, value, expires_at) VALUES ('k', '', now())",
    "INSERT INTO ops.configs (name, yaml_config, is_active) VALUES ('c', 'a: 1', true)",
    "INSERT INTO ops.settings (scope, key, value) VALUES ('system', 'k', '1')",
    "INSERT INTO storage.downloads (gid) VALUES ('g')",
]


def add_two_teams(connection: psycopg.Connection) -> Ids:
    """Add them as the owner, and return the identifiers.

    Ada founded the weavers and Bob the spinners. Cora weaves as a mere collaborator, Dora as a mere
    manager. Root administers.
    """
    ids = {
        "root": add_user(connection, "root", admin=True),
        "ada": add_user(connection, "ada"),
        "bob": add_user(connection, "bob"),
        "cora": add_user(connection, "cora"),
        "dora": add_user(connection, "dora"),
    }
    weavers = {ids["ada"]: BOTH, ids["cora"]: COLLABORATOR, ids["dora"]: MANAGER}
    ids["weavers"] = add_team(connection, "Weavers", weavers)
    ids["spinners"] = add_team(connection, "Spinners", {ids["bob"]: BOTH})
    ids["category"] = _scalar(connection, "SELECT min(id) FROM assistants.categories", {})
    ids["model"] = _scalar(
        connection,
        "INSERT INTO model_registry.models (model_type, name, base_url, context_size)"
        " VALUES ('LLM', 'm', 'http://localhost', 4096) RETURNING id",
        {},
    )
    for team, user in (("weavers", "ada"), ("spinners", "bob")):
        whose = {"team": ids[team], "user": ids[user]}
        for thing, statement in OF_A_TEAM.items():
            whose[thing] = _scalar(connection, statement, {**ids, **whose})
        ids |= {f"{team}_{thing}": whose[thing] for thing in OF_A_TEAM}
        # The dataset is taken by the project.
        spare = OF_A_TEAM["dataset"].replace("'Books'", "'Spare'")
        ids[f"{team}_spare"] = _scalar(connection, spare, {**ids, **whose})
    for statement in OF_ALL:
        connection.execute(statement)
    return ids


def _scalar(connection: psycopg.Connection, statement: LiteralString, ids: Ids) -> int:
    row = connection.execute(statement, ids).fetchone()
    assert row is not None
    return int(row[0])
