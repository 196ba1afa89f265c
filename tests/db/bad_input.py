"""Statements that the database has to refuse, each beside one that it accepts.

Both are the same but for one place, written ``?``: what is refused is refused for the sake of
that place alone. Names such as ``%(weavers)s`` are identifiers of :mod:`tests.db.two_teams`.
"""

from dataclasses import dataclass
from typing import Literal, LiteralString

#: Who sends it: a person by name in role ``application_user``, or a role.
Who = Literal["ada", "cora", "dora", "root", "owner", "system", "readonly"]

BAD_VALUE = "22P02"
FOREIGN_KEY = "23503"
UNIQUE = "23505"
CHECK = "23514"
OVERLAP = "23P01"
NOT_ALLOWED = "42501"


@dataclass(frozen=True)
class Case:
    """A statement to refuse.

    :ivar who: who sends it
    :ivar state: SQLSTATE of the refusal
    :ivar reason: the constraint that refuses, or the message where no constraint does
    :ivar right: what stands for ``?`` in a statement that is accepted; None where there is none
    :ivar wrong: what stands for it in the one that is refused
    """

    who: Who
    state: str
    reason: str
    statement: LiteralString
    right: LiteralString | None = None
    wrong: LiteralString = ""


def outside(table: str, policy: str | None = None) -> str:
    """Return what Postgres says of a row that policies do not allow."""
    named = f' "{policy}"' if policy else ""
    return f'new row violates row-level security policy{named} for table "{table}"'


def no_right(table: str) -> str:
    """Return what Postgres says where a grant is missing."""
    return f"permission denied for table {table}"


# Whose team

_DATASET: LiteralString = """
    INSERT INTO rag.datasets (
        team_id, embeddings_model_id, visibility, name, chunking_strategy, combine_under_n_chars,
        new_after_n_chars, multipage_sections, created_by
    )
    VALUES (?, 'd', 'ByTitle', 500, 1000, true, %(ada)s)
"""
_PROMPT: LiteralString = """
    INSERT INTO assistants.prompts (
        team_id, visibility, created_by, image_icon_object_id, model_id, name, max_history_items,
        max_chunks, trim_ratio, category_id
    )
    VALUES (?, %(model)s, 'p', 10, 10, 80, %(category)s)
"""

FOREIGN_TEAMS: dict[str, Case] = {
    "a dataset": Case(
        "ada",
        NOT_ALLOWED,
        outside("datasets"),
        _DATASET,
        "%(weavers)s, %(model)s, 'Team'",
        "%(spinners)s, %(model)s, 'Team'",
    ),
    "a dataset everyone may see": Case(
        "ada",
        NOT_ALLOWED,
        outside("datasets"),
        _DATASET,
        "%(weavers)s, %(model)s, 'Company'",
        "%(spinners)s, %(model)s, 'Company'",
    ),
    "an assistant": Case(
        "ada",
        NOT_ALLOWED,
        outside("prompts"),
        _PROMPT,
        "%(weavers)s, 'Team', %(ada)s, NULL",
        "%(spinners)s, 'Team', %(ada)s, NULL",
    ),
    "an assistant in the name of another": Case(
        "ada",
        NOT_ALLOWED,
        outside("prompts"),
        _PROMPT,
        "%(weavers)s, 'Team', %(ada)s, NULL",
        "%(weavers)s, 'Team', %(cora)s, NULL",
    ),
    "a project": Case(
        "ada",
        NOT_ALLOWED,
        outside("projects"),
        """
        INSERT INTO assistants.projects (team_id, dataset_id, name, visibility, created_by)
        VALUES (?, %(weavers_spare)s, 'p', 'Team', %(ada)s)
        """,
        "%(weavers)s",
        "%(spinners)s",
    ),
    "a conversation": Case(
        "ada",
        NOT_ALLOWED,
        outside("conversations"),
        "INSERT INTO llm.conversations (team_id, user_id) VALUES (?)",
        "%(weavers)s, %(ada)s",
        "%(spinners)s, %(ada)s",
    ),
    "a conversation in the name of another": Case(
        "ada",
        NOT_ALLOWED,
        outside("conversations"),
        "INSERT INTO llm.conversations (team_id, user_id) VALUES (?)",
        "%(weavers)s, %(ada)s",
        "%(weavers)s, %(cora)s",
    ),
    "a file": Case(
        "ada",
        NOT_ALLOWED,
        outside("objects"),
        """
        INSERT INTO storage.objects (
            team_id, object_name, mime_type, file_name, file_size, file_hash, created_by
        )
        VALUES (?, 'o', 'text/plain', 'o.txt', 1, 'h', %(ada)s)
        """,
        "%(weavers)s",
        "%(spinners)s",
    ),
    "a key": Case(
        "ada",
        NOT_ALLOWED,
        outside("api_keys"),
        """
        INSERT INTO iam.api_keys (team_id, user_id, name, api_key)
        VALUES (?, %(ada)s, 'k', encode(sha256('new'), 'hex'))
        """,
        "%(weavers)s",
        "%(spinners)s",
    ),
    "an invitation": Case(
        "ada",
        NOT_ALLOWED,
        outside("invitations"),
        """
        INSERT INTO iam.invitations (
            team_id, email, first_name, last_name, roles, invitation_selector,
            invitation_verifier_hash
        )
        VALUES (?, 'e', 'f', 'l', '{Collaborator}', 'new', 'h')
        """,
        "%(weavers)s",
        "%(spinners)s",
    ),
    "an integration": Case(
        "ada",
        NOT_ALLOWED,
        outside("integrations"),
        """
        INSERT INTO integrations.integrations (
            team_id, integration_type, name, visibility, created_by
        )
        VALUES (?, 'OpenAPI', 'i', 'Team', %(ada)s)
        """,
        "%(weavers)s",
        "%(spinners)s",
    ),
    "a document": Case(
        "ada",
        NOT_ALLOWED,
        outside("documents"),
        """
        INSERT INTO rag.documents (team_id, dataset_id, file_name, content_size)
        VALUES (?, 'd', 1)
        """,
        "%(weavers)s, %(weavers_dataset)s",
        "%(spinners)s, %(spinners_dataset)s",
    ),
    "a trigger": Case(
        "ada",
        NOT_ALLOWED,
        outside("automation_cron_triggers"),
        """
        INSERT INTO automation.automation_cron_triggers (team_id, prompt_id, cron_expression)
        VALUES (?, '0 * * * *')
        """,
        "%(weavers)s, %(weavers_prompt)s",
        "%(spinners)s, %(spinners_prompt)s",
    ),
    "a pipeline": Case(
        "ada",
        NOT_ALLOWED,
        outside("document_pipelines"),
        """
        INSERT INTO rag.document_pipelines (team_id, dataset_id, user_id, name, api_key)
        VALUES (?, %(ada)s, 'p', encode(sha256('new'), 'hex'))
        """,
        "%(weavers)s, %(weavers_dataset)s",
        "%(spinners)s, %(spinners_dataset)s",
    ),
    "a setting of another person": Case(
        "ada",
        NOT_ALLOWED,
        outside("settings"),
        "INSERT INTO ops.settings (scope, owner_user_id, key, value) VALUES ('user', ?, 'n', '1')",
        "%(ada)s",
        "%(bob)s",
    ),
}

# What a row is part of. The owner is subject to no policy: the foreign key alone refuses.

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

# What a row uses of what others own, guarded by a policy with a name.

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
        outside("api_keys", "prompt_is_shared_on_update"),
        "UPDATE iam.api_keys SET prompt_id = ? WHERE id = %(weavers_api_key)s",
        "%(weavers_prompt)s",
        "%(spinners_prompt)s",
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
        outside("prompts", "icon_is_seen"),
        _PROMPT,
        "%(weavers)s, 'Team', %(ada)s, %(weavers_object)s",
        "%(weavers)s, 'Team', %(ada)s, %(spinners_object)s",
    ),
    "an icon changed to one that the person does not see": Case(
        "ada",
        NOT_ALLOWED,
        outside("prompts", "icon_is_seen_on_update"),
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

# What nobody gives to oneself, and what nobody writes.

_AUDIT: LiteralString = """
    INSERT INTO ops.audit_trail (user_id, team_id, access_type, action)
    VALUES (%(bob)s, %(spinners)s, 'UserInterface', 'DeleteTeam')
"""

RIGHTS: dict[str, Case] = {
    "a person who becomes administrator": Case(
        "ada",
        NOT_ALLOWED,
        "only_administrators_change_accounts",
        "UPDATE iam.users SET system_admin = ? WHERE id = %(ada)s",
        "false",
        "true",
    ),
    "a person who takes the address of another": Case(
        "ada",
        NOT_ALLOWED,
        "only_administrators_change_accounts",
        "UPDATE iam.users SET email = ? WHERE id = %(ada)s",
        "'ada@example.org'",
        "'invited@example.org'",
    ),
    "a person who joins a team unasked": Case(
        "ada",
        NOT_ALLOWED,
        outside("team_users"),
        "INSERT INTO iam.team_users (user_id, team_id, roles) VALUES (?, '{Collaborator}')",
        "%(bob)s, %(weavers)s",
        "%(ada)s, %(spinners)s",
    ),
    "a manager who makes a member administrator": Case(
        "ada",
        CHECK,
        "team_users_roles_check",
        "UPDATE iam.team_users SET roles = ? WHERE user_id = %(cora)s",
        "'{TeamManager}'",
        "'{SystemAdministrator}'",
    ),
    "a manager who invites an administrator": Case(
        "ada",
        CHECK,
        "invitations_roles_check",
        """
        INSERT INTO iam.invitations (
            team_id, email, first_name, last_name, roles, invitation_selector,
            invitation_verifier_hash
        )
        VALUES (%(weavers)s, 'e', 'f', 'l', ?, 'new', 'h')
        """,
        "'{TeamManager}'",
        "'{SystemAdministrator}'",
    ),
    "a collaborator who invites": Case(
        "cora",
        NOT_ALLOWED,
        outside("invitations"),
        """
        INSERT INTO iam.invitations (
            team_id, email, first_name, last_name, roles, invitation_selector,
            invitation_verifier_hash
        )
        VALUES (%(weavers)s, 'e', 'f', 'l', '{Collaborator}', 'new', 'h')
        """,
    ),
    "a person who grants": Case(
        "ada",
        NOT_ALLOWED,
        outside("permission_grants"),
        """
        INSERT INTO iam.permission_grants (user_id, resource, action)
        VALUES (%(ada)s, 'everything', 'Admin')
        """,
    ),
    "a person who sets a model up": Case(
        "ada",
        NOT_ALLOWED,
        outside("models"),
        """
        INSERT INTO model_registry.models (model_type, name, base_url, context_size)
        VALUES ('LLM', 'new', 'http://localhost', 1)
        """,
    ),
    "a person who sets a price": Case(
        "ada",
        NOT_ALLOWED,
        outside("prices"),
        """
        INSERT INTO model_registry.prices (model_name, input_price, output_price)
        VALUES ('new', 0, 0)
        """,
    ),
    "a person who writes a configuration": Case(
        "ada",
        NOT_ALLOWED,
        outside("configs"),
        "INSERT INTO ops.configs (name, yaml_config) VALUES ('new', '')",
    ),
    "an entry of the audit trail by a person": Case(
        "ada", NOT_ALLOWED, no_right("audit_trail"), _AUDIT
    ),
    "an entry of the audit trail by an administrator": Case(
        "root", NOT_ALLOWED, no_right("audit_trail"), _AUDIT
    ),
    "an entry of the audit trail by the system": Case(
        "system", NOT_ALLOWED, no_right("audit_trail"), _AUDIT
    ),
    "a changed entry of the audit trail": Case(
        "system", NOT_ALLOWED, no_right("audit_trail"), "UPDATE ops.audit_trail SET user_id = 1"
    ),
    "a removed entry of the audit trail": Case(
        "root", NOT_ALLOWED, no_right("audit_trail"), "DELETE FROM ops.audit_trail"
    ),
    "a password's hash, read by a person": Case(
        "ada", NOT_ALLOWED, no_right("users"), "SELECT password_hash FROM iam.users"
    ),
    "a key's hash, read by an administrator": Case(
        "root", NOT_ALLOWED, no_right("api_keys"), "SELECT api_key FROM iam.api_keys"
    ),
    "a write in the role that reads": Case(
        "readonly",
        NOT_ALLOWED,
        no_right("datasets"),
        "UPDATE rag.datasets SET name = 'd' WHERE id = %(weavers_dataset)s",
    ),
}

# What there may be once, and what may not overlap.

ONCE: dict[str, Case] = {
    "a second active configuration": Case(
        "owner",
        UNIQUE,
        "one_active_config_per_name",
        "INSERT INTO ops.configs (name, yaml_config, version, is_active) VALUES ('c', '', 2, ?)",
        "false",
        "true",
    ),
    "a second price for a model": Case(
        "owner",
        UNIQUE,
        "prices_model_name_region_currency_key",
        """
        INSERT INTO model_registry.prices (model_name, input_price, output_price)
        VALUES (?, 2, 2)
        """,
        "'n'",
        "'m'",
    ),
    "tiers that overlap": Case(
        "owner",
        OVERLAP,
        "tiered_pricing_no_overlap",
        """
        INSERT INTO model_registry.tiered_pricing (
            model_name, tier_start, tier_end, input_price, output_price
        )
        VALUES ('m', ?, 200, 1, 1)
        """,
        "100",
        "99",
    ),
    "a second default protocol of a type of channel": Case(
        "owner",
        UNIQUE,
        "protocol_configs_one_default_per_channel_type",
        """
        INSERT INTO model_registry.protocol_configs (channel_type, api_version, is_default)
        VALUES ('u', 'v1', true), ('u', 'v2', ?)
        """,
        "false",
        "true",
    ),
    "one login at a provider twice": Case(
        "owner",
        UNIQUE,
        "credentials_provider_provider_user_id_key",
        """
        INSERT INTO integrations.credentials (provider, provider_user_id, name, deleted_at)
        VALUES ('p', 'u', 'n', NULL), ('p', 'u', 'n', ?)
        """,
        "now()",
        "NULL",
    ),
    "a second project on one dataset": Case(
        "owner",
        UNIQUE,
        "projects_dataset_id_idx",
        """
        INSERT INTO assistants.projects (team_id, dataset_id, name, visibility, created_by)
        VALUES (%(weavers)s, ?, 'p', 'Team', %(ada)s)
        """,
        "%(weavers_spare)s",
        "%(weavers_dataset)s",
    ),
    "one invitation link for two": Case(
        "owner",
        UNIQUE,
        "invitations_invitation_selector_key",
        "UPDATE iam.invitations SET invitation_selector = ? WHERE id = %(weavers_invitation)s",
        "'1'",
        "'2'",
    ),
    "one key for two": Case(
        "owner",
        UNIQUE,
        "unique_api_key",
        """
        UPDATE iam.api_keys
        SET api_key = encode(sha256(?::text::bytea), 'hex')
        WHERE id = %(weavers_api_key)s
        """,
        "%(weavers)s",
        "%(spinners)s",
    ),
}

CASES = {**FOREIGN_TEAMS, **FOREIGN_KEYS, **USES, **RIGHTS, **ONCE}
