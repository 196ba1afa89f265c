import pytest
from psycopg import errors

from generated.public.enums import Visibility
from generated.rag import chunks, documents
from generated.rag.datasets import Dataset
from generated.rag.documents import Document
from tests.queries.caller import Caller
from tests.queries.iam.people import create_person
from tests.queries.iam.tenants import create_team
from tests.queries.ordering import move_to_end, pages
from tests.queries.rag.shelves import (
    LARGEST_ID,
    OTHERS,
    become,
    create_chunk,
    create_dataset,
    create_document,
    create_object,
    create_team_of,
    vector,
)
from tests.queries.texts import TRICKY


@pytest.fixture
def dataset(call: Caller) -> Dataset:
    """A dataset for a team, of somebody who is the person calls run on behalf of."""
    ada, team = create_team_of(call)
    return create_dataset(call, ada, team)


@pytest.fixture
def document(call: Caller, dataset: Dataset) -> Document:
    """A document in it."""
    return create_document(call, dataset)


def add_object_document(call: Caller, dataset: Dataset, object_id: int) -> Document | None:
    return call(documents.create_document_with_object, dataset_id=dataset.id, object_id=object_id)


def claimed(call: Caller, limit: int = 10) -> list[int]:
    return [row.id for row in call(documents.claim_unprocessed_documents, limit=limit)]


def fail(call: Caller, document: Document, reason: str = "unreadable") -> None:
    changed = call(documents.fail_document, failure_reason=reason, document_id=document.id)
    assert changed == 1


def failure_reason(call: Caller, document: Document) -> str | None:
    """Return why a document failed, as the owner sees it."""
    found = call.as_owner(documents.get_document, document_id=document.id)
    assert found is not None
    return found.failure_reason


# list_documents, get_document


def test_list_documents_gives_an_empty_list_where_there_are_none(
    call: Caller, dataset: Dataset
) -> None:
    assert call(documents.list_documents, dataset_id=dataset.id, limit=10) == []
    assert call(documents.list_documents, dataset_id=LARGEST_ID, limit=10) == []


def test_list_documents_gives_those_of_the_dataset_with_zeros_where_nothing_is_cut(
    call: Caller, dataset: Dataset, document: Document
) -> None:
    grace = create_person(call, "grace")
    with call.acting_as(grace.id):
        create_document(call, create_dataset(call, grace, create_team(call, grace)))
    (found,) = call(documents.list_documents, dataset_id=dataset.id, limit=10)
    zeros = {"chunk_count": 0, "failed_chunk_count": 0, "waiting_chunk_count": 0}
    assert found.model_dump() == document.model_dump() | zeros


def test_list_documents_counts_chunks_that_failed_and_that_wait(
    call: Caller, dataset: Dataset, document: Document
) -> None:
    other = create_chunk(call, create_document(call, dataset))
    create_chunk(call, document, embeddings=vector(384, 1))
    failed = [create_chunk(call, document) for _ in range(2)]
    for _ in range(3):
        create_chunk(call, document)
    assert call(chunks.fail_chunks, chunk_ids=[*failed, other]) == 3
    found, second = call(documents.list_documents, dataset_id=document.dataset_id, limit=10)
    counts = (found.chunk_count, found.failed_chunk_count, found.waiting_chunk_count)
    assert counts == (6, 2, 3)
    assert (second.chunk_count, second.failed_chunk_count, second.waiting_chunk_count) == (1, 1, 0)
    assert call(documents.get_document, document_id=document.id) == found


def test_list_documents_filters_by_team(call: Caller, document: Document) -> None:
    for team_id, count in ((document.team_id, 1), (LARGEST_ID, 0)):
        found = call(
            documents.list_documents, dataset_id=document.dataset_id, limit=10, team_id=team_id
        )
        assert len(found) == count


def test_list_documents_gives_pages_in_order_of_id(call: Caller, dataset: Dataset) -> None:
    made = [create_document(call, dataset).id for _ in range(3)]
    move_to_end(call, "rag.documents", made[0])
    found = pages(
        lambda after_id: call(
            documents.list_documents, dataset_id=dataset.id, limit=2, after_id=after_id
        ),
        lambda row: row.id,
    )
    assert [[row.id for row in page] for page in found] == [made[:2], made[2:]]


def test_list_documents_gives_none_of_no_rows_and_refuses_fewer(
    call: Caller, document: Document
) -> None:
    assert call(documents.list_documents, dataset_id=document.dataset_id, limit=0) == []
    with pytest.raises(errors.InvalidRowCountInLimitClause):
        call(documents.list_documents, dataset_id=document.dataset_id, limit=-1)


@pytest.mark.parametrize("visibility", Visibility)
@pytest.mark.parametrize("other", ["collaborator", "mallory", None])
def test_documents_are_seen_where_the_dataset_is(
    call: Caller, other: str | None, visibility: Visibility
) -> None:
    ada, team = create_team_of(call)
    document = create_document(call, create_dataset(call, ada, team, visibility))
    become(call, other, team.id)
    seen = visibility is Visibility.COMPANY and other is not None
    seen = seen or (visibility is Visibility.TEAM and other == "collaborator")
    listed = call(documents.list_documents, dataset_id=document.dataset_id, limit=10)
    assert (listed != []) is seen
    assert (call(documents.get_document, document_id=document.id) is not None) is seen
    content = call(documents.get_document_content, document_id=document.id)
    assert (content is not None) is seen


def test_get_document_asks_for_dataset_and_team_where_given(
    call: Caller, document: Document
) -> None:
    for dataset_id in (None, document.dataset_id, LARGEST_ID):
        for team_id in (None, document.team_id, LARGEST_ID):
            found = call(
                documents.get_document,
                document_id=document.id,
                dataset_id=dataset_id,
                team_id=team_id,
            )
            assert (found is None) is (LARGEST_ID in (dataset_id, team_id))


def test_get_document_gives_none_for_an_unknown_id(call: Caller, document: Document) -> None:
    found = call.one(documents.get_document, document_id=document.id)
    assert found.id == document.id
    assert call(documents.get_document, document_id=LARGEST_ID) is None


# create_document, get_document_content


@pytest.mark.parametrize("content", [b"", b"\x00\xff'\\", b"x" * 100_000])
@pytest.mark.parametrize("file_type", [None, "", "text/plain"])
def test_create_document_keeps_the_bytes_and_counts_them(
    call: Caller, dataset: Dataset, file_type: str | None, content: bytes
) -> None:
    document = call.one(
        documents.create_document,
        file_name="file",
        file_type=file_type,
        content=content,
        dataset_id=dataset.id,
    )
    assert (document.team_id, document.dataset_id) == (dataset.team_id, dataset.id)
    assert (document.file_type, document.content_size) == (file_type, len(content))
    assert (document.object_id, document.failure_reason) == (None, None)
    found = call.one(documents.get_document_content, document_id=document.id)
    assert (found.content, found.object_id, found.file_type) == (content, None, file_type)


def test_create_document_stores_names_as_they_are(call: Caller, dataset: Dataset) -> None:
    for text in TRICKY:
        document = create_document(call, dataset, text)
        assert call.one(documents.get_document, document_id=document.id).file_name == text


def add_document(call: Caller, dataset_id: int) -> Document | None:
    return call(
        documents.create_document,
        file_name="file",
        file_type=None,
        content=b"",
        dataset_id=dataset_id,
    )


@pytest.mark.parametrize("other", ["mallory", None])
def test_create_document_gives_none_to_whoever_does_not_see_the_dataset(
    call: Caller, dataset: Dataset, other: str | None
) -> None:
    become(call, other, dataset.team_id)
    assert add_document(call, dataset.id) is None
    assert add_document(call, LARGEST_ID) is None


def test_create_document_refuses_others_who_see_the_dataset(call: Caller) -> None:
    ada, team = create_team_of(call)
    shared = create_dataset(call, ada, team)
    company = create_dataset(call, ada, team, Visibility.COMPANY)
    for other, dataset in (("manager", shared), ("mallory", company)):
        become(call, other, team.id)
        with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
            add_document(call, dataset.id)


def test_create_document_lets_a_collaborator_add(call: Caller, dataset: Dataset) -> None:
    become(call, "collaborator", dataset.team_id)
    assert add_document(call, dataset.id) is not None


def test_get_document_content_gives_none_for_an_unknown_id(call: Caller) -> None:
    create_team_of(call)
    assert call(documents.get_document_content, document_id=LARGEST_ID) is None


# create_document_with_object


@pytest.mark.parametrize("size", [0, 7, LARGEST_ID])
def test_create_document_with_object_takes_name_type_and_size_from_it(
    call: Caller, size: int
) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team)
    object_id = create_object(call, ada, team, size)
    document = call.one(
        documents.create_document_with_object, dataset_id=dataset.id, object_id=object_id
    )
    assert (document.object_id, document.content_size) == (object_id, size)
    assert (document.file_name, document.file_type) == ("object.txt", "text/plain")
    assert (document.team_id, document.dataset_id) == (team.id, dataset.id)
    found = call.one(documents.get_document_content, document_id=document.id)
    assert (found.content, found.object_id) == (None, object_id)


def test_create_document_with_object_refuses_one_too_large_to_say(call: Caller) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team)
    with pytest.raises(errors.NumericValueOutOfRange):
        add_object_document(call, dataset, create_object(call, ada, team, LARGEST_ID + 1))


def test_create_document_with_object_gives_none_where_one_is_not_seen(call: Caller) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team)
    object_id = create_object(call, ada, team)
    other = create_object(call, ada, create_team(call, ada, "Other"))
    assert add_object_document(call, dataset, other) is None
    assert add_object_document(call, dataset, LARGEST_ID) is None
    become(call, "collaborator", team.id)
    assert add_object_document(call, dataset, object_id) is None
    become(call, None, team.id)
    assert add_object_document(call, dataset, object_id) is None


def test_create_document_with_object_refuses_a_teammate_s_that_is_seen(call: Caller) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team)
    object_id = create_object(call, ada, team)
    assert add_object_document(call, dataset, object_id) is not None
    become(call, "collaborator", team.id)
    with pytest.raises(errors.InsufficientPrivilege, match="object_is_own"):
        add_object_document(call, dataset, object_id)


# fail_document, retry_document


@pytest.mark.parametrize("reason", TRICKY)
def test_fail_document_notes_why(call: Caller, document: Document, reason: str) -> None:
    fail(call, document, reason)
    assert failure_reason(call, document) == reason


def test_fail_document_changes_that_document_alone(
    call: Caller, dataset: Dataset, document: Document
) -> None:
    other = create_document(call, dataset)
    assert call(documents.fail_document, failure_reason="x", document_id=document.id) == 1
    assert failure_reason(call, other) is None
    assert call(documents.fail_document, failure_reason="x", document_id=LARGEST_ID) == 0


def test_retry_document_has_a_failed_one_tried_once_more(call: Caller, document: Document) -> None:
    assert call(documents.retry_document, document_id=document.id) == 0
    fail(call, document)
    assert claimed(call) == []
    become(call, "collaborator", document.team_id)
    assert call(documents.retry_document, document_id=document.id) == 1
    assert failure_reason(call, document) is None
    assert claimed(call) == [document.id]


@pytest.mark.parametrize("other", OTHERS)
def test_retry_document_changes_nothing_for_others(
    call: Caller, document: Document, other: str | None
) -> None:
    fail(call, document)
    become(call, other, document.team_id)
    assert call(documents.retry_document, document_id=document.id) == 0
    assert failure_reason(call, document) == "unreadable"


# delete_document


def test_delete_document_deletes_it_alone_with_its_chunks(
    call: Caller, dataset: Dataset, document: Document
) -> None:
    other = create_document(call, dataset)
    chunk_id = create_chunk(call, document)
    become(call, "collaborator", document.team_id)
    assert call(documents.delete_document, document_id=document.id) == 1
    assert call.as_owner(chunks.get_chunk, chunk_id=chunk_id) is None
    (left,) = call(documents.list_documents, dataset_id=document.dataset_id, limit=10)
    assert left.id == other.id
    assert call(documents.delete_document, document_id=document.id) == 0


@pytest.mark.parametrize("visibility", [Visibility.TEAM, Visibility.COMPANY])
@pytest.mark.parametrize("other", OTHERS)
def test_delete_document_deletes_nothing_for_others(
    call: Caller, other: str | None, visibility: Visibility
) -> None:
    ada, team = create_team_of(call)
    document = create_document(call, create_dataset(call, ada, team, visibility))
    become(call, other, team.id)
    assert call(documents.delete_document, document_id=document.id) == 0
    assert failure_reason(call, document) is None


# claim_unprocessed_documents


def test_claim_unprocessed_documents_gives_an_empty_list_where_there_are_none(call: Caller) -> None:
    assert claimed(call) == []


def test_claim_unprocessed_documents_leaves_out_what_is_cut_or_failed(
    call: Caller, dataset: Dataset
) -> None:
    cut, failed, waiting, last = (create_document(call, dataset) for _ in range(4))
    create_chunk(call, cut)
    fail(call, failed)
    move_to_end(call, "rag.documents", waiting.id)
    call.as_user(None)
    assert claimed(call) == [waiting.id, last.id]
    assert claimed(call, 1) == [waiting.id]
    assert claimed(call, 0) == []


def test_claim_unprocessed_documents_gives_the_bytes_or_the_object(call: Caller) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team, Visibility.PRIVATE)
    create_document(call, dataset)
    object_id = create_object(call, ada, team)
    add_object_document(call, dataset, object_id)
    found = call(documents.claim_unprocessed_documents, limit=10)
    assert [(row.content, row.object_id) for row in found] == [
        (b"content", None),
        (None, object_id),
    ]
    assert {(row.team_id, row.dataset_id) for row in found} == {(team.id, dataset.id)}
    call.connection.execute("DELETE FROM storage.objects")
    call.connection.execute("UPDATE rag.documents SET file_type = NULL, content = NULL")
    found = call(documents.claim_unprocessed_documents, limit=10)
    assert {(row.file_type, row.content, row.object_id) for row in found} == {(None, None, None)}
    gone = call.one(documents.get_document_content, document_id=found[0].id)
    assert (gone.file_type, gone.content, gone.object_id) == (None, None, None)


def test_claim_unprocessed_documents_leaves_out_what_another_worker_took(
    call: Caller, dataset: Dataset
) -> None:
    first, second = (create_document(call, dataset) for _ in range(2))
    with call.connection.transaction():
        taken = call.as_owner(documents.claim_unprocessed_documents, limit=1)
        assert [row.id for row in taken] == [first.id]
        assert claimed(call, 1) == [second.id]
    assert claimed(call, 1) == [first.id]
