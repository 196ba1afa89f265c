# Made by quern from queries/rag/chunks_chats.sql: do not edit.
"""Queries of queries/rag/chunks_chats.sql, for asyncio."""

from collections.abc import Sequence
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...rag.chunks_chats import ADD_CHUNKS_TO_NEWEST_CHAT, LIST_CHUNKS_OF_CHAT, ListChunksOfChatRow


async def list_chunks_of_chat(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    chat_id: int,
) -> list[ListChunksOfChatRow]:
    """List the chunks that were given to the model with a turn of the current user's conversation.

    In the order of their documents. Those whose dataset the current user does not see any more are
    left out.
    """
    return await _runtime.aio.fetch_all(conn, LIST_CHUNKS_OF_CHAT, (chat_id,))


async def add_chunks_to_newest_chat(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.execute_count(
        conn,
        ADD_CHUNKS_TO_NEWEST_CHAT,
        (conversation_id, _runtime.array_text(chunk_ids)),
    )
