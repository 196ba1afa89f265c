"""What uses a file, for tests; made by the owner, since no query of the schema does."""

from typing import LiteralString

from generated.iam.users import User
from generated.storage.objects import ObjectInfo
from tests.queries.caller import Caller

_DATASET: LiteralString = """
WITH model AS (
    INSERT INTO model_registry.models (model_type, name, base_url, context_size)
    VALUES ('Embeddings', 'm', 'u', 0)
    RETURNING id
)
INSERT INTO rag.datasets (
    team_id, created_by, embeddings_model_id, visibility, name, chunking_strategy,
    combine_under_n_chars, new_after_n_chars, multipage_sections
)
SELECT %s, %s, m.id, %s, 'd', 'ByTitle', 1, 1, true
FROM model AS m
RETURNING id
"""
_DOCUMENT: LiteralString = """
INSERT INTO rag.documents (team_id, dataset_id, file_name, content_size, object_id)
VALUES (%s, %s, 'd', 1, %s)
RETURNING id
"""
_PROMPT: LiteralString = """
WITH model AS (
    INSERT INTO model_registry.models (model_type, name, base_url, context_size)
    VALUES ('Embeddings', 'm', 'u', 0)
    RETURNING id
)
INSERT INTO assistants.prompts (
    team_id, created_by, visibility, image_icon_object_id, model_id, category_id, name,
    max_history_items, max_chunks, trim_ratio
)
SELECT %s, %s, %s, %s, m.id, (SELECT min(c.id) FROM assistants.categories AS c), 'p', 0, 0, 0
FROM model AS m
RETURNING id
"""
_CONVERSATION: LiteralString = (
    "INSERT INTO llm.conversations (team_id, user_id) VALUES (%s, %s) RETURNING id"
)
_CHAT: LiteralString = """
INSERT INTO llm.chats (team_id, user_id, conversation_id, prompt_id)
VALUES (%s, %s, %s, %s)
RETURNING id
"""
_ATTACHMENT: LiteralString = """
INSERT INTO llm.chats_attachments (team_id, user_id, chat_id, object_id)
VALUES (%s, %s, %s, %s)
RETURNING chat_id
"""


def make_document(call: Caller, file: ObjectInfo, visibility: str = "Team") -> int:
    """Put a file into a dataset of its uploader, and return the document's id."""
    dataset_id = _insert(call, _DATASET, file.team_id, file.created_by, visibility)
    return _insert(call, _DOCUMENT, file.team_id, dataset_id, file.id)


def make_icon(call: Caller, file: ObjectInfo, visibility: str = "Team") -> int:
    """Make a file the icon of an assistant of its uploader, and return the assistant's id."""
    return _insert(call, _PROMPT, file.team_id, file.created_by, visibility, file.id)


def attach(call: Caller, file: ObjectInfo, person: User) -> int:
    """Attach a file to a chat of a person, and return the chat's id."""
    prompt_id = _insert(call, _PROMPT, file.team_id, person.id, "Team", None)
    conversation_id = _insert(call, _CONVERSATION, file.team_id, person.id)
    chat_id = _insert(call, _CHAT, file.team_id, person.id, conversation_id, prompt_id)
    return _insert(call, _ATTACHMENT, file.team_id, person.id, chat_id, file.id)


def _insert(call: Caller, statement: LiteralString, *values: int | str | None) -> int:
    row = call.connection.execute(statement, values).fetchone()
    assert row is not None
    return int(row[0])
