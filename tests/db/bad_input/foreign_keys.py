"""Rows that would be part of what another team or person has.

The owner is subject to no policy: the foreign key alone refuses.
"""

from tests.db.bad_input.case import FOREIGN_KEY, Case

FOREIGN_KEYS: dict[str, Case] = {
    "a document in a dataset of another team": Case(
        "owner",
        FOREIGN_KEY,
        "documents_team_id_dataset_id_fkey",
        """
        INSERT INTO rag.documents (team_id, dataset_id, file_name, content_size)
        VALUES (%(weavers)s, ?, 'd', 1)
        """,
        "%(weavers_dataset)s",
        "%(spinners_dataset)s",
    ),
    "a document with a file of another team": Case(
        "owner",
        FOREIGN_KEY,
        "documents_team_id_object_id_fkey",
        "UPDATE rag.documents SET object_id = ? WHERE id = %(weavers_document)s",
        "%(weavers_object)s",
        "%(spinners_object)s",
    ),
    "a chunk of a document of another team": Case(
        "owner",
        FOREIGN_KEY,
        "chunks_team_id_dataset_id_document_id_fkey",
        """
        INSERT INTO rag.chunks (team_id, dataset_id, document_id, text, page_number)
        VALUES (%(weavers)s, %(weavers_dataset)s, ?, 't', 1)
        """,
        "%(weavers_document)s",
        "%(spinners_document)s",
    ),
    "a chunk of a dataset that its document is not in": Case(
        "owner",
        FOREIGN_KEY,
        "chunks_team_id_dataset_id_document_id_fkey",
        """
        INSERT INTO rag.chunks (team_id, dataset_id, document_id, text, page_number)
        VALUES (%(weavers)s, ?, %(weavers_document)s, 't', 1)
        """,
        "%(weavers_dataset)s",
        "%(weavers_spare)s",
    ),
    "a pipeline into a dataset of another team": Case(
        "owner",
        FOREIGN_KEY,
        "document_pipelines_team_id_dataset_id_fkey",
        "UPDATE rag.document_pipelines SET dataset_id = ? WHERE id = %(weavers_pipeline)s",
        "%(weavers_dataset)s",
        "%(spinners_dataset)s",
    ),
    "a project with a dataset of another team": Case(
        "owner",
        FOREIGN_KEY,
        "projects_team_id_dataset_id_fkey",
        """
        DELETE FROM assistants.projects WHERE team_id = %(spinners)s;
        UPDATE assistants.projects SET dataset_id = ? WHERE id = %(weavers_project)s
        """,
        "%(weavers_dataset)s",
        "%(spinners_dataset)s",
    ),
    "an icon of another team": Case(
        "owner",
        FOREIGN_KEY,
        "prompts_team_id_image_icon_object_id_fkey",
        "UPDATE assistants.prompts SET image_icon_object_id = ? WHERE id = %(weavers_prompt)s",
        "%(weavers_object)s",
        "%(spinners_object)s",
    ),
    "a dataset for an assistant of another team": Case(
        "owner",
        FOREIGN_KEY,
        "prompt_dataset_team_id_prompt_id_fkey",
        """
        DELETE FROM assistants.prompt_dataset;
        INSERT INTO assistants.prompt_dataset (team_id, prompt_id, dataset_id)
        VALUES (%(weavers)s, ?, %(weavers_dataset)s)
        """,
        "%(weavers_prompt)s",
        "%(spinners_prompt)s",
    ),
    "an integration for an assistant of another team": Case(
        "owner",
        FOREIGN_KEY,
        "prompt_integration_team_id_prompt_id_fkey",
        """
        DELETE FROM integrations.prompt_integration;
        INSERT INTO integrations.prompt_integration (team_id, prompt_id, integration_id)
        VALUES (%(weavers)s, ?, %(weavers_integration)s)
        """,
        "%(weavers_prompt)s",
        "%(spinners_prompt)s",
    ),
    "a key connection of another team": Case(
        "owner",
        FOREIGN_KEY,
        "prompt_integration_api_connection_fkey",
        """
        UPDATE integrations.prompt_integration
        SET api_connection_id = ?
        WHERE prompt_id = %(weavers_prompt)s
        """,
        "%(weavers_api_connection)s",
        "%(spinners_api_connection)s",
    ),
    "an OAuth connection of another team": Case(
        "owner",
        FOREIGN_KEY,
        "prompt_integration_oauth2_connection_fkey",
        """
        UPDATE integrations.prompt_integration
        SET api_connection_id = NULL, oauth2_connection_id = ?
        WHERE prompt_id = %(weavers_prompt)s
        """,
        "%(weavers_oauth2_connection)s",
        "%(spinners_oauth2_connection)s",
    ),
    "a cron trigger of an assistant of another team": Case(
        "owner",
        FOREIGN_KEY,
        "automation_cron_triggers_team_id_prompt_id_fkey",
        """
        INSERT INTO automation.automation_cron_triggers (team_id, prompt_id, cron_expression)
        VALUES (%(weavers)s, ?, '0 * * * *')
        """,
        "%(weavers_prompt)s",
        "%(spinners_prompt)s",
    ),
    "a webhook of an assistant of another team": Case(
        "owner",
        FOREIGN_KEY,
        "automation_webhook_triggers_team_id_prompt_id_fkey",
        """
        INSERT INTO automation.automation_webhook_triggers (team_id, prompt_id, secret)
        VALUES (%(weavers)s, ?, encode(sha256('new'), 'hex'))
        """,
        "%(weavers_prompt)s",
        "%(spinners_prompt)s",
    ),
    "a run of an assistant of another team": Case(
        "owner",
        FOREIGN_KEY,
        "automation_runs_team_id_prompt_id_fkey",
        "INSERT INTO automation.automation_runs (team_id, prompt_id) VALUES (%(weavers)s, ?)",
        "%(weavers_prompt)s",
        "%(spinners_prompt)s",
    ),
    "a chat in a conversation of another team": Case(
        "owner",
        FOREIGN_KEY,
        "chats_conversation_id_fkey",
        """
        INSERT INTO llm.chats (team_id, user_id, prompt_id, conversation_id)
        VALUES (%(weavers)s, %(ada)s, %(weavers_prompt)s, ?)
        """,
        "%(weavers_conversation)s",
        "%(spinners_conversation)s",
    ),
    "a chat in a conversation of another person": Case(
        "owner",
        FOREIGN_KEY,
        "chats_conversation_id_fkey",
        """
        INSERT INTO llm.chats (team_id, user_id, prompt_id, conversation_id)
        VALUES (%(weavers)s, ?, %(weavers_prompt)s, %(weavers_conversation)s)
        """,
        "%(ada)s",
        "%(cora)s",
    ),
    "a chat from a run of another team": Case(
        "owner",
        FOREIGN_KEY,
        "chats_automation_run_id_fkey",
        "UPDATE llm.chats SET automation_run_id = ? WHERE id = %(weavers_chat)s",
        "%(weavers_run)s",
        "%(spinners_run)s",
    ),
    "an attachment from another team": Case(
        "owner",
        FOREIGN_KEY,
        "chats_attachments_object_id_fkey",
        """
        INSERT INTO llm.chats_attachments (team_id, user_id, chat_id, object_id)
        VALUES (%(weavers)s, %(ada)s, %(weavers_chat)s, ?)
        """,
        "%(weavers_object)s",
        "%(spinners_object)s",
    ),
    "an attachment to a chat of another team": Case(
        "owner",
        FOREIGN_KEY,
        "chats_attachments_chat_id_fkey",
        """
        INSERT INTO llm.chats_attachments (team_id, user_id, chat_id, object_id)
        VALUES (%(weavers)s, %(ada)s, ?, %(weavers_object)s)
        """,
        "%(weavers_chat)s",
        "%(spinners_chat)s",
    ),
    "a chunk used in a chat of another person": Case(
        "owner",
        FOREIGN_KEY,
        "chunks_chats_chat_id_fkey",
        """
        INSERT INTO rag.chunks_chats (team_id, user_id, chunk_id, chat_id)
        VALUES (%(weavers)s, ?, %(weavers_chunk)s, %(weavers_chat)s)
        """,
        "%(ada)s",
        "%(cora)s",
    ),
    "a flag on a chat of another team": Case(
        "owner",
        FOREIGN_KEY,
        "prompt_flags_chat_id_fkey",
        """
        INSERT INTO llm.prompt_flags (team_id, user_id, chat_id, flag_type)
        VALUES (%(weavers)s, %(ada)s, ?, 'S1')
        """,
        "%(weavers_chat)s",
        "%(spinners_chat)s",
    ),
    "talk over a key of another team": Case(
        "owner",
        FOREIGN_KEY,
        "api_chats_api_key_id_fkey",
        """
        INSERT INTO llm.api_chats (team_id, user_id, api_key_id)
        VALUES (%(weavers)s, %(ada)s, ?)
        """,
        "%(weavers_api_key)s",
        "%(spinners_api_key)s",
    ),
    "tokens of a chat of another team": Case(
        "owner",
        FOREIGN_KEY,
        "token_usage_metrics_chat_id_fkey",
        """
        INSERT INTO llm.token_usage_metrics (team_id, user_id, chat_id, type, tokens)
        VALUES (%(weavers)s, %(ada)s, ?, 'Prompt', 1)
        """,
        "%(weavers_chat)s",
        "%(spinners_chat)s",
    ),
    "tokens of a key of another team": Case(
        "owner",
        FOREIGN_KEY,
        "token_usage_metrics_api_key_id_fkey",
        """
        INSERT INTO llm.token_usage_metrics (team_id, user_id, api_key_id, type, tokens)
        VALUES (%(weavers)s, %(ada)s, ?, 'Prompt', 1)
        """,
        "%(weavers_api_key)s",
        "%(spinners_api_key)s",
    ),
}
