# Made by quern from queries/rag/chunks_chats.sql: do not edit.
"""Queries of queries/rag/chunks_chats.sql."""

from collections.abc import Sequence
from typing import Any, Final

from psycopg import Connection

from .. import _runtime


class ListChunksOfChatRow(_runtime.Row):
    """A row of list_chunks_of_chat.

    :ivar chunk_id: The chunk, of the same team or from a company-wide dataset.
    :ivar chat_id: The turn it was given with.
    :ivar document_id: Document the chunk was cut from.
    :ivar page_number: Page of the document on which the chunk begins.
    :ivar file_name: Name of the file as it was uploaded.
    """

    chunk_id: int
    chat_id: int
    document_id: int
    page_number: int
    file_name: str


def _make_list_chunks_of_chat_row(values: Sequence[Any]) -> ListChunksOfChatRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ListChunksOfChatRow,
        {
            "chunk_id": values[0],
            "chat_id": values[1],
            "document_id": values[2],
            "page_number": values[3],
            "file_name": values[4],
        },
    )


LIST_CHUNKS_OF_CHAT: Final[_runtime.Query[ListChunksOfChatRow]] = _runtime.Query(
    name="rag.chunks_chats.list_chunks_of_chat",
    source="queries/rag/chunks_chats.sql:1",
    sql="""SELECT
    cc.chunk_id,
    cc.chat_id,
    c.document_id,
    c.page_number,
    d.file_name
FROM rag.chunks_chats AS cc
INNER JOIN rag.chunks AS c
    ON c.id = cc.chunk_id
INNER JOIN rag.documents AS d
    ON d.id = c.document_id
WHERE cc.chat_id = $1
ORDER BY d.id, c.page_number, c.id""",
    row=_make_list_chunks_of_chat_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.chunks",
            "rag.chunks_chats",
            "rag.datasets",
            "rag.documents",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_chunks_of_chat(
    conn: Connection[Any] | _runtime.Runner,
    *,
    chat_id: int,
) -> list[ListChunksOfChatRow]:
    """List the chunks that were given to the model with a turn of the current user's conversation.

    In the order of their documents. Those whose dataset the current user does not see any more are
    left out.
    """
    return _runtime.fetch_all(conn, LIST_CHUNKS_OF_CHAT, (chat_id,))


ADD_CHUNKS_TO_NEWEST_CHAT: Final[_runtime.Query[None]] = _runtime.Query(
    name="rag.chunks_chats.add_chunks_to_newest_chat",
    source="queries/rag/chunks_chats.sql:20",
    sql="""INSERT INTO rag.chunks_chats (
    chunk_id,
    chat_id,
    team_id,
    user_id
)
SELECT
    given.chunk_id,
    newest.id,
    newest.team_id,
    newest.user_id
FROM (
    SELECT
        c.id,
        c.team_id,
        c.user_id
    FROM llm.chats AS c
    WHERE c.conversation_id = $1
    ORDER BY c.id DESC
    LIMIT 1
) AS newest
CROSS JOIN unnest($2::integer[]) AS given (chunk_id)
ON CONFLICT DO NOTHING""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "llm.chats",
            "rag.chunks",
            "rag.datasets",
        }
    ),
    writes=frozenset({"rag.chunks_chats"}),
    rows="none",
)


def add_chunks_to_newest_chat(
    conn: Connection[Any] | _runtime.Runner,
    *,
    conversation_id: int,
    chunk_ids: Sequence[int | None],
) -> int:
    """Note the chunks given to the model with the newest turn of a conversation of the current user.

    The number noted: those noted before do not count, and there are none when there is no turn. A
    chunk that the current user does not see, or that is neither of the team of the conversation nor
    company-wide, is refused, and so are all.

    :param chunk_ids: an empty list for none
    """
    return _runtime.execute_count(
        conn,
        ADD_CHUNKS_TO_NEWEST_CHAT,
        (conversation_id, _runtime.array_text(chunk_ids)),
    )
