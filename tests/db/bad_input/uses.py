"""Rows that use what another team keeps to itself, each guarded by a policy with a name."""

from typing import LiteralString

from tests.db.bad_input.case import NOT_ALLOWED, Case, no_right, outside

_PROMPT: LiteralString = """
    INSERT INTO assistants.prompts (
        team_id, visibility, created_by, image_icon_object_id, model_id, name, max_history_items,
        max_chunks, trim_ratio, category_id
    )
    VALUES (?, %(model)s, 'p', 10, 10, 80, %(category)s)
"""

USES: dict[str, Case] = {
    "a chat with an assistant of another team": Case(
        "ada",
        NOT_ALLOWED,
        outside("chats", "prompt_is_shared"),
        """
        INSERT INTO llm.chats (team_id, user_id, conversation_id, prompt_id)
        VALUES (%(weavers)s, %(ada)s, %(weavers_conversation)s, ?)
        """,
        "%(weavers_prompt)s",
        "%(spinners_prompt)s",
    ),
    "a chat that the system adds, with an assistant of another team": Case(
        "system",
        NOT_ALLOWED,
        outside("chats", "prompt_is_shared"),
        """
        INSERT INTO llm.chats (team_id, user_id, conversation_id, prompt_id)
        VALUES (%(weavers)s, %(ada)s, %(weavers_conversation)s, ?)
        """,
        "%(weavers_prompt)s",
        "%(spinners_prompt)s",
    ),
    "a conversation in a project of another team": Case(
        "ada",
        NOT_ALLOWED,
        outside("conversations", "project_is_shared"),
        """
        INSERT INTO llm.conversations (team_id, user_id, project_id)
        VALUES (%(weavers)s, %(ada)s, ?)
        """,
        "%(weavers_project)s",
        "%(spinners_project)s",
    ),
    "a conversation moved to a project of another team": Case(
        "ada",
        NOT_ALLOWED,
        outside("conversations", "project_stays_shared"),
        "UPDATE llm.conversations SET project_id = ? WHERE id = %(weavers_conversation)s",
        "%(weavers_project)s",
        "%(spinners_project)s",
    ),
    "an attachment that the person does not see": Case(
        "ada",
        NOT_ALLOWED,
        outside("chats_attachments", "object_is_seen"),
        """
        INSERT INTO llm.chats_attachments (team_id, user_id, chat_id, object_id)
        VALUES (%(weavers)s, %(ada)s, %(weavers_chat)s, ?)
        """,
        "%(weavers_object)s",
        "%(spinners_object)s",
    ),
    "a chunk that the person does not see": Case(
        "ada",
        NOT_ALLOWED,
        outside("chunks_chats", "chunk_is_shared"),
        """
        INSERT INTO rag.chunks_chats (team_id, user_id, chat_id, chunk_id)
        VALUES (%(weavers)s, %(ada)s, %(weavers_chat)s, ?)
        """,
        "%(weavers_chunk)s",
        "%(spinners_chunk)s",
    ),
    "a chunk that the system takes from another team": Case(
        "system",
        NOT_ALLOWED,
        outside("chunks_chats", "chunk_is_shared"),
        """
        INSERT INTO rag.chunks_chats (team_id, user_id, chat_id, chunk_id)
        VALUES (%(weavers)s, %(ada)s, %(weavers_chat)s, ?)
        """,
        "%(weavers_chunk)s",
        "%(spinners_chunk)s",
    ),
    "a key for an assistant of another team": Case(
        "ada",
        NOT_ALLOWED,
        outside("api_keys", "prompt_is_shared"),
        """
        INSERT INTO iam.api_keys (team_id, user_id, prompt_id, name, api_key)
        VALUES (%(weavers)s, %(ada)s, ?, 'k', encode(sha256('new'), 'hex'))
        """,
        "%(weavers_prompt)s",
        "%(spinners_prompt)s",
    ),
    "a key turned to an assistant of another team": Case(
        "ada",
        NOT_ALLOWED,
        no_right("api_keys"),
        "UPDATE iam.api_keys SET prompt_id = %(spinners_prompt)s WHERE id = %(weavers_api_key)s",
    ),
    "an assistant with a dataset of another team": Case(
        "ada",
        NOT_ALLOWED,
        outside("prompt_dataset", "dataset_is_shared"),
        """
        INSERT INTO assistants.prompt_dataset (team_id, prompt_id, dataset_id)
        VALUES (%(weavers)s, %(weavers_prompt)s, ?)
        """,
        "%(weavers_spare)s",
        "%(spinners_dataset)s",
    ),
    "a project with a dataset that the person does not see": Case(
        "ada",
        NOT_ALLOWED,
        outside("projects", "dataset_is_seen"),
        """
        INSERT INTO assistants.projects (team_id, dataset_id, name, visibility, created_by)
        VALUES (%(weavers)s, ?, 'p', 'Team', %(ada)s)
        """,
        "%(weavers_spare)s",
        "%(spinners_dataset)s",
    ),
    "an icon that the person does not see": Case(
        "ada",
        NOT_ALLOWED,
        "icon_is_seen",
        _PROMPT,
        "%(weavers)s, 'Team', %(ada)s, %(weavers_object)s",
        "%(weavers)s, 'Team', %(ada)s, %(spinners_object)s",
    ),
    "an icon changed to one that the person does not see": Case(
        "ada",
        NOT_ALLOWED,
        "icon_is_seen_on_update",
        "UPDATE assistants.prompts SET image_icon_object_id = ? WHERE id = %(weavers_prompt)s",
        "%(weavers_object)s",
        "%(spinners_object)s",
    ),
    "an assistant for everyone without the permission": Case(
        "dora",
        NOT_ALLOWED,
        outside("prompts", "company_wide_needs_permission"),
        _PROMPT,
        "%(weavers)s, 'Team', %(dora)s, NULL",
        "%(weavers)s, 'Company', %(dora)s, NULL",
    ),
    "an assistant opened to everyone without the permission": Case(
        "dora",
        NOT_ALLOWED,
        outside("prompts", "company_wide_needs_permission_on_update"),
        "UPDATE assistants.prompts SET visibility = ? WHERE id = %(weavers_prompt)s",
        "'Team'",
        "'Company'",
    ),
    "a document with a file that is not the person's": Case(
        "ada",
        NOT_ALLOWED,
        outside("documents", "object_is_own"),
        """
        INSERT INTO rag.documents (team_id, dataset_id, object_id, file_name, content_size)
        VALUES (%(weavers)s, %(weavers_dataset)s, ?, 'd', 1)
        """,
        "%(weavers_object)s",
        "%(spinners_object)s",
    ),
    "a key connection to an integration of another team": Case(
        "ada",
        NOT_ALLOWED,
        outside("api_key_connections", "integration_is_shared"),
        """
        INSERT INTO integrations.api_key_connections (
            team_id, user_id, integration_id, visibility, api_key
        )
        VALUES (%(weavers)s, %(ada)s, ?, 'Team', 'encrypted')
        """,
        "%(weavers_integration)s",
        "%(spinners_integration)s",
    ),
    "an OAuth connection to an integration of another team": Case(
        "ada",
        NOT_ALLOWED,
        outside("oauth2_connections", "integration_is_shared"),
        """
        INSERT INTO integrations.oauth2_connections (
            team_id, user_id, integration_id, visibility, access_token
        )
        VALUES (%(weavers)s, %(ada)s, ?, 'Team', 'encrypted')
        """,
        "%(weavers_integration)s",
        "%(spinners_integration)s",
    ),
    "an assistant with an integration of another team": Case(
        "ada",
        NOT_ALLOWED,
        outside("prompt_integration", "integration_is_shared"),
        """
        DELETE FROM integrations.prompt_integration WHERE prompt_id = %(weavers_prompt)s;
        INSERT INTO integrations.prompt_integration (team_id, prompt_id, integration_id)
        VALUES (%(weavers)s, %(weavers_prompt)s, ?)
        """,
        "%(weavers_integration)s",
        "%(spinners_integration)s",
    ),
    "an assistant with a connection that the person does not see": Case(
        "ada",
        NOT_ALLOWED,
        outside("prompt_integration", "connection_is_visible"),
        """
        DELETE FROM integrations.prompt_integration WHERE prompt_id = %(weavers_prompt)s;
        INSERT INTO integrations.prompt_integration (
            team_id, prompt_id, integration_id, api_connection_id
        )
        VALUES (%(weavers)s, %(weavers_prompt)s, %(weavers_integration)s, ?)
        """,
        "%(weavers_api_connection)s",
        "%(spinners_api_connection)s",
    ),
}
