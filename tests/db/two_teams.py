"""Two teams, each with one of everything, for tests of what the database refuses."""

from hashlib import sha256

import psycopg

from tests.db.acting import BOTH, COLLABORATOR, MANAGER, add_team, add_user
from tests.db.rows import add, insert

#: Identifiers by name: ``ada``, ``weavers``, ``weavers_dataset``.
Ids = dict[str, int]

#: What is nobody's, or everybody's, by table.
OF_ALL: dict[str, dict[str, object]] = {
    "iam.groups": {"name": "Everyone"},
    "iam.permission_grants": {"role": "TeamManager"},
    "integrations.credentials": {},
    "llm.rate_limits": {},
    "llm.rate_limit_windows": {},
    "llm.request_logs": {},
    "llm.usage_stats": {},
    "model_registry.channels": {"channel_type": "t"},
    "model_registry.abilities": {"group_id": 1, "channel_id": 1},
    "model_registry.prices": {},
    "model_registry.tiered_pricing": {"tier_end": 100},
    "model_registry.protocol_configs": {"channel_type": "t"},
    "ops.cache": {},
    "ops.configs": {"is_active": True},
    "ops.settings": {},
    "storage.downloads": {},
}


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
        "model": add(connection, "model_registry.models"),
        "category": add(connection, "assistants.categories"),
    }
    weavers = {ids["ada"]: BOTH, ids["cora"]: COLLABORATOR, ids["dora"]: MANAGER}
    ids["weavers"] = add_team(connection, "Weavers", weavers)
    ids["spinners"] = add_team(connection, "Spinners", {ids["bob"]: BOTH})
    for team, user in (("weavers", "ada"), ("spinners", "bob")):
        things = _add_things(connection, ids[team], ids[user], ids["model"])
        ids |= {f"{team}_{thing}": found for thing, found in things.items()}
    for table, values in OF_ALL.items():
        insert(connection, table, **values)
    return ids


def _add_things(connection: psycopg.Connection, team: int, user: int, model: int) -> Ids:
    """Add what a team has, in the order in which one needs the other."""
    of_team = {"team_id": team}
    of_user = {**of_team, "user_id": user}
    by_user = {**of_team, "created_by": user}
    key = sha256(str(team).encode()).hexdigest()

    dataset = add(connection, "rag.datasets", **by_user, embeddings_model_id=model)
    in_dataset = {**of_team, "dataset_id": dataset}
    stored = add(connection, "storage.objects", **by_user)
    document = add(connection, "rag.documents", **in_dataset, object_id=stored)
    chunk = add(connection, "rag.chunks", **in_dataset, document_id=document)
    pipeline = add(connection, "rag.document_pipelines", **in_dataset, user_id=user)

    prompt = add(connection, "assistants.prompts", **by_user, model_id=model)
    of_prompt = {**of_team, "prompt_id": prompt}
    insert(connection, "assistants.prompt_dataset", **of_prompt, dataset_id=dataset)
    project = add(connection, "assistants.projects", **by_user, dataset_id=dataset)

    integration = add(connection, "integrations.integrations", **by_user, definition={})
    to_integration = {**of_user, "integration_id": integration}
    api_connection = add(connection, "integrations.api_key_connections", **to_integration)
    oauth2_connection = add(connection, "integrations.oauth2_connections", **to_integration)
    insert(
        connection,
        "integrations.prompt_integration",
        **of_prompt,
        integration_id=integration,
        api_connection_id=api_connection,
    )

    add(connection, "automation.automation_cron_triggers", **of_prompt)
    add(connection, "automation.automation_webhook_triggers", **of_prompt)
    run = add(connection, "automation.automation_runs", **of_prompt)

    api_key = add(connection, "iam.api_keys", **of_user, prompt_id=prompt, api_key=key)
    invitation = add(connection, "iam.invitations", **of_team, invitation_selector=str(team))

    conversation = add(connection, "llm.conversations", **of_user, project_id=project)
    turn = {"conversation_id": conversation, "prompt_id": prompt, "content": "Hello."}
    chat = add(connection, "llm.chats", **of_user, **turn)
    add(connection, "llm.api_chats", **of_user, api_key_id=api_key)
    add(connection, "llm.token_usage_metrics", **of_user, chat_id=chat)
    return {
        "dataset": dataset,
        # The other one is taken by the project.
        "spare": add(connection, "rag.datasets", **by_user, embeddings_model_id=model),
        "object": stored,
        "document": document,
        "chunk": chunk,
        "pipeline": pipeline,
        "prompt": prompt,
        "project": project,
        "integration": integration,
        "api_connection": api_connection,
        "oauth2_connection": oauth2_connection,
        "run": run,
        "api_key": api_key,
        "invitation": invitation,
        "conversation": conversation,
        "chat": chat,
    }
