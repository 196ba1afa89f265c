import pytest
from psycopg import errors

from generated.public.enums import Visibility
from generated.rag import chunks, datasets, documents
from generated.rag.chunks import Chunk, CreateChunksParams, SetChunksEmbeddingsParams
from generated.rag.datasets import Dataset
from generated.rag.documents import Document
from tests.queries.caller import Caller
from tests.queries.interleaving import committed_when_waited_for
from tests.queries.ordering import move_to_end, pages
from tests.queries.rag.shelves import (
    LARGEST_ID,
    OTHERS,
    become,
    create_chunk,
    create_dataset,
    create_document,
    create_model,
    create_team_of,
    vector,
)
from tests.queries.texts import TRICKY

DIMENSIONS = (384, 768, 1024, 1536)
ONE = vector(384, 1)


@pytest.fixture
def dataset(call: Caller) -> Dataset:
    """A dataset for a team, of somebody who is the person calls run on behalf of."""
    ada, team = create_team_of(call)
    return create_dataset(call, ada, team)


@pytest.fixture
def document(call: Caller, dataset: Dataset) -> Document:
    """A document in it."""
    return create_document(call, dataset)


def stored(call: Caller, chunk_id: int) -> Chunk:
    """Return a chunk as it is now, as the owner sees it."""
    found = call.as_owner(chunks.get_chunk, chunk_id=chunk_id)
    assert found is not None
    return found


def stored_embeddings(call: Caller, chunk_id: int) -> object:
    """Return the embeddings of a chunk as the server writes them, as the owner sees them."""
    query = "SELECT embeddings::text FROM rag.chunks WHERE id = %s"
    row = call.connection.execute(query, [chunk_id]).fetchone()
    assert row is not None
    return row[0]


def state(call: Caller, chunk_id: int) -> tuple[bool, bool]:
    """Tell whether a chunk is processed, and whether it has embeddings."""
    found = stored(call, chunk_id)
    return found.processed, found.has_embeddings


def claimed(call: Caller, limit: int = 10) -> list[int]:
    return [row.id for row in call(chunks.claim_unprocessed_chunks, limit=limit)]


# list_document_chunks, get_chunk


def test_list_document_chunks_gives_an_empty_list_where_there_are_none(
    call: Caller, document: Document
) -> None:
    assert call(chunks.list_document_chunks, document_id=document.id, limit=10) == []
    assert call(chunks.list_document_chunks, document_id=LARGEST_ID, limit=10) == []


def test_list_document_chunks_gives_those_of_the_document_alone(
    call: Caller, dataset: Dataset, document: Document
) -> None:
    create_chunk(call, create_document(call, dataset))
    first, second = create_chunk(call, document), create_chunk(call, document, "", vector(384, 1))
    found = call(chunks.list_document_chunks, document_id=document.id, limit=10)
    assert found == [stored(call, first), stored(call, second)]
    assert [(c.text, c.processed, c.has_embeddings) for c in found] == [
        ("text", False, False),
        ("", True, True),
    ]


def test_list_document_chunks_asks_for_dataset_and_team_where_given(
    call: Caller, document: Document
) -> None:
    create_chunk(call, document)
    for dataset_id in (None, document.dataset_id, LARGEST_ID):
        for team_id in (None, document.team_id, LARGEST_ID):
            found = call(
                chunks.list_document_chunks,
                document_id=document.id,
                limit=10,
                dataset_id=dataset_id,
                team_id=team_id,
            )
            assert (found == []) is (LARGEST_ID in (dataset_id, team_id))


def test_list_document_chunks_gives_pages_in_order_of_id(call: Caller, document: Document) -> None:
    made = [create_chunk(call, document) for _ in range(3)]
    move_to_end(call, "rag.chunks", made[0])
    found = pages(
        lambda after_id: call(
            chunks.list_document_chunks, document_id=document.id, limit=2, after_id=after_id
        ),
        lambda row: row.id,
    )
    assert [[row.id for row in page] for page in found] == [made[:2], made[2:]]


def test_list_document_chunks_gives_none_of_no_rows_and_refuses_fewer(
    call: Caller, document: Document
) -> None:
    create_chunk(call, document)
    assert call(chunks.list_document_chunks, document_id=document.id, limit=0) == []
    with pytest.raises(errors.InvalidRowCountInLimitClause):
        call(chunks.list_document_chunks, document_id=document.id, limit=-1)


@pytest.mark.parametrize("visibility", Visibility)
@pytest.mark.parametrize("other", ["collaborator", "mallory", None])
def test_chunks_are_seen_where_the_dataset_is(
    call: Caller, other: str | None, visibility: Visibility
) -> None:
    ada, team = create_team_of(call)
    document = create_document(call, create_dataset(call, ada, team, visibility))
    chunk_id = create_chunk(call, document)
    become(call, other, team.id)
    seen = visibility is Visibility.COMPANY and other is not None
    seen = seen or (visibility is Visibility.TEAM and other == "collaborator")
    assert (call(chunks.get_chunk, chunk_id=chunk_id) is not None) is seen
    listed = call(chunks.list_document_chunks, document_id=document.id, limit=10)
    assert (listed != []) is seen


def test_get_chunk_gives_none_for_an_unknown_id(call: Caller, document: Document) -> None:
    chunk_id = create_chunk(call, document)
    assert call.one(chunks.get_chunk, chunk_id=chunk_id) == stored(call, chunk_id)
    assert call(chunks.get_chunk, chunk_id=LARGEST_ID) is None


# delete_chunk


def test_delete_chunk_deletes_it_alone(call: Caller, document: Document) -> None:
    first, second = create_chunk(call, document), create_chunk(call, document)
    become(call, "collaborator", document.team_id)
    assert call(chunks.delete_chunk, chunk_id=first) == 1
    assert call(chunks.delete_chunk, chunk_id=first) == 0
    found = call(chunks.list_document_chunks, document_id=document.id, limit=10)
    assert [row.id for row in found] == [second]


@pytest.mark.parametrize("visibility", [Visibility.TEAM, Visibility.COMPANY])
@pytest.mark.parametrize("other", OTHERS)
def test_chunks_are_not_changed_by_others(
    call: Caller, other: str | None, visibility: Visibility
) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team, visibility)
    chunk_id = create_chunk(call, create_document(call, dataset), embeddings=vector(384, 1))
    become(call, other, team.id)
    assert call(chunks.delete_chunk, chunk_id=chunk_id) == 0
    assert call(chunks.clear_dataset_embeddings, dataset_id=dataset.id) == 0
    assert state(call, chunk_id) == (True, True)


# clear_dataset_embeddings


def test_clear_dataset_embeddings_has_those_of_the_dataset_made_anew(call: Caller) -> None:
    ada, team = create_team_of(call)
    dataset, other = (create_dataset(call, ada, team) for _ in range(2))
    document = create_document(call, dataset)
    kept = create_chunk(call, create_document(call, other), "", ONE)
    made, failed = create_chunk(call, document, "", ONE), create_chunk(call, document)
    call(chunks.fail_chunks, chunk_ids=[failed])
    become(call, "collaborator", dataset.team_id)
    assert call(chunks.clear_dataset_embeddings, dataset_id=dataset.id) == 2
    assert [state(call, made), state(call, failed)] == [(False, False)] * 2
    assert state(call, kept) == (True, True)
    assert claimed(call) == [made, failed]
    assert call(chunks.clear_dataset_embeddings, dataset_id=LARGEST_ID) == 0


def test_clear_dataset_embeddings_clears_what_a_worker_stores_meanwhile(
    call: Caller, dataset: Dataset, document: Document
) -> None:
    chunk_id = create_chunk(call, document)
    call.connection.execute("BEGIN")
    call.as_owner(chunks.set_chunk_embeddings, embeddings=ONE, chunk_id=chunk_id)
    with committed_when_waited_for(call.connection):
        assert call(chunks.clear_dataset_embeddings, dataset_id=dataset.id) == 1
    assert state(call, chunk_id) == (False, False)


# create_chunk, create_chunks


@pytest.mark.parametrize("page_number", [-(2**31), 0, LARGEST_ID])
def test_create_chunk_takes_team_and_dataset_from_the_document(
    call: Caller, document: Document, page_number: int
) -> None:
    call.as_user(None)
    chunk_id = call.one(
        chunks.create_chunk, page_number=page_number, text="text", document_id=document.id
    )
    found = stored(call, chunk_id)
    assert (found.team_id, found.dataset_id) == (document.team_id, document.dataset_id)
    assert (found.document_id, found.page_number) == (document.id, page_number)
    assert state(call, chunk_id) == (False, False)


def test_create_chunk_stores_texts_as_they_are(call: Caller, document: Document) -> None:
    for text in TRICKY:
        assert stored(call, create_chunk(call, document, text)).text == text


def test_create_chunk_gives_none_when_the_document_is_gone(call: Caller) -> None:
    found = call(chunks.create_chunk, page_number=1, text="text", document_id=LARGEST_ID)
    assert found is None


def test_create_chunks_adds_none_one_or_many_in_order(
    call: Caller, dataset: Dataset, document: Document
) -> None:
    other = create_document(call, dataset)
    rows = [CreateChunksParams(page, text, document.id) for page, text in enumerate(TRICKY)]
    assert call(chunks.create_chunks, rows=[]) == 0
    assert call(chunks.create_chunks, rows=[CreateChunksParams(1, "one", other.id)]) == 1
    assert call(chunks.create_chunks, rows=rows) == len(TRICKY)
    found = call(chunks.list_document_chunks, document_id=document.id, limit=100)
    assert [(row.page_number, row.text) for row in found] == list(enumerate(TRICKY))
    (one,) = call(chunks.list_document_chunks, document_id=other.id, limit=100)
    assert (one.page_number, one.text, one.dataset_id) == (1, "one", dataset.id)


def test_create_chunks_leaves_out_those_of_a_document_that_is_gone(
    call: Caller, document: Document
) -> None:
    rows = [CreateChunksParams(1, "text", id_) for id_ in (LARGEST_ID, document.id)]
    assert call(chunks.create_chunks, rows=rows) == 1


# delete_document_chunks


def test_delete_document_chunks_has_the_document_cut_anew(
    call: Caller, dataset: Dataset, document: Document
) -> None:
    kept = create_chunk(call, create_document(call, dataset))
    for _ in range(2):
        create_chunk(call, document)
    call.as_user(None)
    assert call(documents.claim_unprocessed_documents, limit=10) == []
    assert call(chunks.delete_document_chunks, document_id=document.id) == 2
    assert call(chunks.delete_document_chunks, document_id=document.id) == 0
    (found,) = call(documents.claim_unprocessed_documents, limit=10)
    assert found.id == document.id
    assert stored(call, kept).text == "text"


# claim_unprocessed_chunks


def test_claim_unprocessed_chunks_gives_an_empty_list_where_there_are_none(call: Caller) -> None:
    assert claimed(call) == []


def test_claim_unprocessed_chunks_gives_the_model_of_the_dataset(call: Caller) -> None:
    ada, team = create_team_of(call)
    model_id = create_model(call, "asked")
    dataset = create_dataset(call, ada, team, Visibility.PRIVATE, model_id=model_id)
    document = create_document(call, dataset)
    chunk_id = create_chunk(call, document)
    call.as_user(None)
    assert call(chunks.claim_unprocessed_chunks, limit=10) == [
        chunks.ClaimUnprocessedChunksRow(
            id=chunk_id,
            team_id=team.id,
            dataset_id=dataset.id,
            document_id=document.id,
            text="text",
            model_id=model_id,
            model="asked",
            base_url="http://models.invalid",
            context_size=512,
        )
    ]
    secret = call.one(datasets.get_embeddings_model_secret, dataset_id=dataset.id)
    assert secret.id == model_id


def test_claim_unprocessed_chunks_leaves_out_what_was_processed(
    call: Caller, document: Document
) -> None:
    _, failed, waiting, last = (create_chunk(call, document, "", e) for e in (ONE, *[None] * 3))
    call(chunks.fail_chunks, chunk_ids=[failed])
    move_to_end(call, "rag.chunks", waiting)
    assert claimed(call) == [waiting, last]
    assert claimed(call, 1) == [waiting]
    assert claimed(call, 0) == []


def test_claim_unprocessed_chunks_leaves_out_what_another_worker_took(
    call: Caller, document: Document
) -> None:
    first, second = create_chunk(call, document), create_chunk(call, document)
    with call.connection.transaction():
        (taken,) = call.as_owner(chunks.claim_unprocessed_chunks, limit=1)
        assert taken.id == first
        assert claimed(call, 1) == [second]
    assert claimed(call, 1) == [first]


# set_chunk_embeddings, set_chunks_embeddings, fail_chunks


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_set_chunk_embeddings_stores_them(call: Caller, document: Document, dimension: int) -> None:
    chunk_id, other = create_chunk(call, document), create_chunk(call, document)
    call.as_user(None)
    numbers = vector(dimension, 0.5, -1.0)
    assert call(chunks.set_chunk_embeddings, embeddings=numbers, chunk_id=chunk_id) == 1
    assert state(call, chunk_id) == (True, True)
    assert stored_embeddings(call, chunk_id) == f"[0.5,-1{',0' * (dimension - 2)}]"
    assert state(call, other) == (False, False)


def test_set_chunk_embeddings_changes_nothing_when_the_chunk_is_gone(call: Caller) -> None:
    assert call(chunks.set_chunk_embeddings, embeddings=[1.0] * 384, chunk_id=LARGEST_ID) == 0


@pytest.mark.parametrize("embeddings", [[1.0], [1.0] * 385, [0.0] * 384])
def test_set_chunk_embeddings_refuses_other_dimensions_and_zeros(
    call: Caller, document: Document, embeddings: list[float]
) -> None:
    chunk_id = create_chunk(call, document)
    with pytest.raises(errors.CheckViolation):
        call(chunks.set_chunk_embeddings, embeddings=embeddings, chunk_id=chunk_id)
    rows = [SetChunksEmbeddingsParams(numbers, chunk_id) for numbers in (ONE, embeddings)]
    with pytest.raises(errors.CheckViolation):
        call(chunks.set_chunks_embeddings, rows=rows)
    assert state(call, chunk_id) == (False, False)


def test_set_chunks_embeddings_stores_those_of_none_one_or_many(
    call: Caller, document: Document
) -> None:
    made = [create_chunk(call, document) for _ in range(3)]
    assert call(chunks.set_chunks_embeddings, rows=[]) == 0
    assert call(chunks.set_chunks_embeddings, rows=[SetChunksEmbeddingsParams(ONE, made[0])]) == 1
    rows = [SetChunksEmbeddingsParams(vector(384, float(id_)), id_) for id_ in (*made, LARGEST_ID)]
    assert call(chunks.set_chunks_embeddings, rows=rows) == 3
    for id_ in made:
        assert str(stored_embeddings(call, id_)).startswith(f"[{id_},0,")
        assert state(call, id_) == (True, True)


def test_fail_chunks_leaves_them_processed_without_embeddings(
    call: Caller, document: Document
) -> None:
    made, waiting, kept = (create_chunk(call, document, "", e) for e in (ONE, None, None))
    call.as_user(None)
    assert call(chunks.fail_chunks, chunk_ids=[]) == 0
    assert call(chunks.fail_chunks, chunk_ids=[made, waiting, None, LARGEST_ID]) == 2
    assert [state(call, made), state(call, waiting)] == [(True, False)] * 2
    assert state(call, kept) == (False, False)
