"""Rows for a team or in the name of a person that are not one's own."""

from typing import LiteralString

from tests.db.bad_input.case import NOT_ALLOWED, Case, outside

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
