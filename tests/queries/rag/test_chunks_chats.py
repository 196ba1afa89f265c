import pytest
from psycopg import errors

from generated.public.enums import Visibility
from generated.rag import chunks, chunks_chats
from tests.queries.caller import Caller
from tests.queries.rag.shelves import (
    LARGEST_ID,
    become,
    create_chunk,
    create_dataset,
    create_document,
    create_team_of,
)
from tests.queries.rag.talks import create_chat, create_conversation


def given(call: Caller, chat_id: int) -> list[int]:
    return [row.chunk_id for row in call(chunks_chats.list_chunks_of_chat, chat_id=chat_id)]


def test_add_chunks_to_newest_chat_notes_none_one_or_many(call: Caller) -> None:
    ada, team = create_team_of(call)
    document = create_document(call, create_dataset(call, ada, team, Visibility.PRIVATE))
    first, second = create_chunk(call, document), create_chunk(call, document)
    conversation_id = create_conversation(call, ada, team)
    older, newest = (create_chat(call, conversation_id, team) for _ in range(2))
    other = create_chat(call, create_conversation(call, ada, team), team)
    for chunk_ids, added in (([], 0), ([first], 1), ([first, second, second], 1)):
        noted = call(
            chunks_chats.add_chunks_to_newest_chat,
            conversation_id=conversation_id,
            chunk_ids=chunk_ids,
        )
        assert noted == added
    assert [given(call, id_) for id_ in (older, newest, other)] == [[], [first, second], []]


def test_add_chunks_to_newest_chat_notes_nothing_where_there_is_no_turn(call: Caller) -> None:
    ada, team = create_team_of(call)
    chunk_id = create_chunk(call, create_document(call, create_dataset(call, ada, team)))
    for conversation_id in (create_conversation(call, ada, team), 2**63 - 1):
        noted = call(
            chunks_chats.add_chunks_to_newest_chat,
            conversation_id=conversation_id,
            chunk_ids=[chunk_id],
        )
        assert noted == 0


@pytest.mark.parametrize("other", ["collaborator", "mallory", None])
def test_a_conversation_is_its_person_s_alone(call: Caller, other: str | None) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team, Visibility.COMPANY)
    chunk_id = create_chunk(call, create_document(call, dataset))
    conversation_id = create_conversation(call, ada, team)
    chat_id = create_chat(call, conversation_id, team)
    call(
        chunks_chats.add_chunks_to_newest_chat,
        conversation_id=conversation_id,
        chunk_ids=[chunk_id],
    )
    second = create_chunk(call, create_document(call, dataset))
    become(call, other, team.id)
    assert given(call, chat_id) == []
    noted = call(
        chunks_chats.add_chunks_to_newest_chat,
        conversation_id=conversation_id,
        chunk_ids=[second],
    )
    assert noted == 0
    call.as_user(ada.id)
    assert given(call, chat_id) == [chunk_id]


@pytest.mark.parametrize("visibility", Visibility)
def test_add_chunks_to_newest_chat_takes_another_team_s_where_company_wide(
    call: Caller, visibility: Visibility
) -> None:
    grace, theirs = create_team_of(call, "grace")
    chunk_id = create_chunk(
        call, create_document(call, create_dataset(call, grace, theirs, visibility))
    )
    ada, team = create_team_of(call)
    conversation_id = create_conversation(call, ada, team)
    chat_id = create_chat(call, conversation_id, team)
    own = create_chunk(call, create_document(call, create_dataset(call, ada, team)))
    chunk_ids = [own, chunk_id]
    if visibility is Visibility.COMPANY:
        noted = call(
            chunks_chats.add_chunks_to_newest_chat,
            conversation_id=conversation_id,
            chunk_ids=chunk_ids,
        )
        assert noted == 2
        assert sorted(given(call, chat_id)) == sorted(chunk_ids)
    else:
        with pytest.raises(errors.InsufficientPrivilege, match="chunk_is_shared"):
            call(
                chunks_chats.add_chunks_to_newest_chat,
                conversation_id=conversation_id,
                chunk_ids=chunk_ids,
            )
        assert given(call, chat_id) == []


@pytest.mark.parametrize("chunk_id", [None, LARGEST_ID])
def test_add_chunks_to_newest_chat_refuses_what_is_no_chunk(
    call: Caller, chunk_id: int | None
) -> None:
    ada, team = create_team_of(call)
    conversation_id = create_conversation(call, ada, team)
    create_chat(call, conversation_id, team)
    with pytest.raises(errors.InsufficientPrivilege, match="chunk_is_shared"):
        call(
            chunks_chats.add_chunks_to_newest_chat,
            conversation_id=conversation_id,
            chunk_ids=[chunk_id],
        )


def test_list_chunks_of_chat_gives_page_and_file_in_the_order_of_documents(call: Caller) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team)
    first, second = (create_document(call, dataset, name) for name in ("first", "second"))
    placed = [(second, 1), (first, 2), (first, 1), (first, 2)]
    made = [
        call.one(chunks.create_chunk, page_number=page, text="", document_id=document.id)
        for document, page in placed
    ]
    conversation_id = create_conversation(call, ada, team)
    chat_id = create_chat(call, conversation_id, team)
    call(chunks_chats.add_chunks_to_newest_chat, conversation_id=conversation_id, chunk_ids=made)
    found = call(chunks_chats.list_chunks_of_chat, chat_id=chat_id)
    assert [row.chunk_id for row in found] == [made[2], made[1], made[3], made[0]]
    assert found[0] == chunks_chats.ListChunksOfChatRow(
        chunk_id=made[2], chat_id=chat_id, document_id=first.id, page_number=1, file_name="first"
    )
    assert call(chunks_chats.list_chunks_of_chat, chat_id=LARGEST_ID) == []


def test_list_chunks_of_chat_leaves_out_what_is_no_longer_seen(call: Caller) -> None:
    grace, theirs = create_team_of(call, "grace")
    dataset = create_dataset(call, grace, theirs, Visibility.COMPANY)
    chunk_id = create_chunk(call, create_document(call, dataset))
    ada, team = create_team_of(call)
    conversation_id = create_conversation(call, ada, team)
    chat_id = create_chat(call, conversation_id, team)
    call(
        chunks_chats.add_chunks_to_newest_chat,
        conversation_id=conversation_id,
        chunk_ids=[chunk_id],
    )
    assert given(call, chat_id) == [chunk_id]
    call.connection.execute("UPDATE rag.datasets SET visibility = 'Team'")
    assert given(call, chat_id) == []
