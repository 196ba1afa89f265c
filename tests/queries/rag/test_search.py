from collections.abc import Sequence
from math import sqrt
from typing import Protocol, TypedDict

import pytest
from psycopg import errors

from generated.public.enums import Visibility
from generated.rag import search
from generated.rag.datasets import Dataset
from generated.rag.search import HybridChunk, MatchingChunk, NearestChunk
from tests.queries.caller import Caller
from tests.queries.iam.people import set_status
from tests.queries.rag.shelves import (
    LARGEST_ID,
    become,
    create_chunk,
    create_dataset,
    create_document,
    create_team_of,
    vector,
)
from tests.queries.texts import TRICKY

DIMENSIONS = (384, 768, 1024, 1536)


class Nearest(TypedDict):
    """What a search by meaning takes."""

    embedding: Sequence[float]
    count: int
    within: Sequence[int | None] | None


class Hybrid(Nearest):
    """What a search by meaning and by words takes."""

    query: str
    candidates: int


class Search(Protocol):
    """A search that finds every chunk that is seen, and gives the ids."""

    def __call__(
        self, call: Caller, *, count: int = 10, within: Sequence[int | None] | None = None
    ) -> list[int]: ...


def nearest(
    call: Caller,
    embedding: list[float],
    count: int = 10,
    within: Sequence[int | None] | None = None,
    *,
    dimension: int | None = None,
) -> list[NearestChunk]:
    """Search by the query for a dimension: that of the embedding, unless another is given."""
    given = Nearest(embedding=embedding, count=count, within=within)
    match dimension or len(embedding):
        case 384:
            return call(search.nearest_chunks_384, **given)
        case 768:
            return call(search.nearest_chunks_768, **given)
        case 1024:
            return call(search.nearest_chunks_1024, **given)
        case _:
            return call(search.nearest_chunks_1536, **given)


def matching(
    call: Caller, query: str, count: int = 10, within: Sequence[int | None] | None = None
) -> list[MatchingChunk]:
    return call(search.search_chunks, query=query, count=count, within=within)


def hybrid(
    call: Caller,
    embedding: list[float],
    query: str,
    count: int = 10,
    within: Sequence[int | None] | None = None,
    *,
    candidates: int = 10,
    dimension: int | None = None,
) -> list[HybridChunk]:
    """Search by the query for a dimension: that of the embedding, unless another is given."""
    given = Hybrid(
        embedding=embedding, query=query, candidates=candidates, count=count, within=within
    )
    match dimension or len(embedding):
        case 384:
            return call(search.search_hybrid_384, **given)
        case 768:
            return call(search.search_hybrid_768, **given)
        case 1024:
            return call(search.search_hybrid_1024, **given)
        case _:
            return call(search.search_hybrid_1536, **given)


def ids_by_meaning(
    call: Caller, *, count: int = 10, within: Sequence[int | None] | None = None
) -> list[int]:
    return [row.id for row in nearest(call, vector(384, 1), count, within)]


def ids_by_words(
    call: Caller, *, count: int = 10, within: Sequence[int | None] | None = None
) -> list[int]:
    return [row.id for row in matching(call, "word", count, within)]


def ids_by_both(
    call: Caller, *, count: int = 10, within: Sequence[int | None] | None = None
) -> list[int]:
    return [row.id for row in hybrid(call, vector(384, 1), "word", count, within)]


@pytest.fixture(params=[ids_by_meaning, ids_by_words, ids_by_both])
def ids(request: pytest.FixtureRequest) -> Search:
    """A search that finds every chunk of :func:`a_chunk` that is seen."""
    found: Search = request.param
    return found


@pytest.fixture
def dataset(call: Caller) -> Dataset:
    """A dataset for a team, of somebody who is the person calls run on behalf of."""
    ada, team = create_team_of(call)
    return create_dataset(call, ada, team)


def a_chunk(call: Caller, dataset: Dataset) -> int:
    """Create a chunk that all searches find."""
    return create_chunk(call, create_document(call, dataset), "word", vector(384, 1))


# What all of them have in common.


def test_nothing_is_found_where_there_is_nothing(
    call: Caller, dataset: Dataset, ids: Search
) -> None:
    assert ids(call) == []
    create_document(call, dataset)
    assert ids(call) == []


@pytest.mark.parametrize("visibility", Visibility)
@pytest.mark.parametrize("other", ["collaborator", "mallory", None])
def test_what_others_see_is_found_by_them(
    call: Caller, ids: Search, other: str | None, visibility: Visibility
) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team, visibility)
    chunk_id = a_chunk(call, dataset)
    assert ids(call) == [chunk_id]
    become(call, other, team.id)
    seen = visibility is Visibility.COMPANY and other is not None
    seen = seen or (visibility is Visibility.TEAM and other == "collaborator")
    expected = [chunk_id] if seen else []
    assert ids(call) == expected
    assert ids(call, within=[dataset.id]) == expected


def test_nothing_is_found_for_an_account_that_is_not_active(call: Caller, ids: Search) -> None:
    ada, team = create_team_of(call)
    a_chunk(call, create_dataset(call, ada, team, Visibility.COMPANY))
    set_status(call, ada, "suspended")
    assert ids(call) == []


def test_only_the_datasets_named_are_looked_in(call: Caller, ids: Search) -> None:
    ada, team = create_team_of(call)
    first, second, _ = datasets = [create_dataset(call, ada, team) for _ in range(3)]
    made = [a_chunk(call, dataset) for dataset in datasets]
    assert sorted(ids(call)) == made
    assert ids(call, within=[second.id]) == [made[1]]
    assert sorted(ids(call, within=[first.id, second.id, LARGEST_ID])) == made[:2]
    assert sorted(ids(call, within=[None, first.id])) == made[:1]
    assert ids(call, within=[]) == []


def test_no_more_are_found_than_are_wanted(call: Caller, dataset: Dataset, ids: Search) -> None:
    made = [a_chunk(call, dataset) for _ in range(3)]
    assert sorted(ids(call, count=LARGEST_ID // 4)) == made
    assert len(ids(call, count=2)) == 2
    assert ids(call, count=0) == []
    with pytest.raises(errors.InvalidRowCountInLimitClause):
        ids(call, count=-1)


# nearest_chunks_*


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_nearest_chunks_gives_them_by_cosine_distance(
    call: Caller, dataset: Dataset, dimension: int
) -> None:
    document = create_document(call, dataset, "near.txt")
    places = {(-1.0, 0.0): 2.0, (0.0, 1.0): 1.0, (3.0, 0.0): 0.0, (1.0, 1.0): 1 - sqrt(0.5)}
    made = {
        create_chunk(call, document, "text", vector(dimension, *numbers)): distance
        for numbers, distance in places.items()
    }
    others = (d for d in DIMENSIONS if d != dimension)
    for other in others:
        create_chunk(call, document, "other", vector(other, 1))
    create_chunk(call, document, "unprocessed")
    found = nearest(call, vector(dimension, 2))
    assert [row.id for row in found] == sorted(made, key=lambda id_: made[id_])
    assert [row.distance for row in found] == pytest.approx(sorted(made.values()), abs=1e-6)
    first = found[0]
    assert (first.document_id, first.dataset_id) == (document.id, dataset.id)
    assert (first.file_name, first.page_number, first.text) == ("near.txt", 1, "text")


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_an_embedding_of_another_dimension_is_refused(call: Caller, dimension: int) -> None:
    create_team_of(call)
    for numbers in (dimension - 1, 384 if dimension != 384 else 768):
        message = f"expected {dimension} dimensions, not {numbers}"
        with pytest.raises(errors.DataException, match=message):
            nearest(call, vector(numbers, 1), dimension=dimension)
        with pytest.raises(errors.DataException, match=message):
            hybrid(call, vector(numbers, 1), "word", dimension=dimension)


def test_nearest_chunks_gives_those_at_one_distance_by_id(call: Caller, dataset: Dataset) -> None:
    made = [a_chunk(call, dataset) for _ in range(5)]
    assert [row.id for row in nearest(call, vector(384, 1))] == made


# search_chunks


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("wool", {"red wool", "blue wool thread"}),
        ("WOOL", {"red wool", "blue wool thread"}),
        ("wool thread", {"blue wool thread"}),
        ('"wool thread"', {"blue wool thread"}),
        ('"thread wool"', set[str]()),
        ("red or thread", {"red wool", "blue wool thread"}),
        ("wool -red", {"blue wool thread"}),
        ("woo", set[str]()),
        ("", set[str]()),
        ("  ,;:!&|()<->*' ", set[str]()),
    ],
)
def test_search_chunks_reads_a_query_as_for_the_web(
    call: Caller, dataset: Dataset, query: str, expected: set[str]
) -> None:
    document = create_document(call, dataset)
    for text in ("red wool", "blue wool thread", "linen", ""):
        create_chunk(call, document, text)
    assert {row.text for row in matching(call, query)} == expected


@pytest.mark.parametrize("query", TRICKY)
def test_search_chunks_takes_any_text(call: Caller, dataset: Dataset, query: str) -> None:
    create_chunk(call, create_document(call, dataset), "linen")
    assert matching(call, query) == []


def test_search_chunks_gives_the_best_first_and_equal_ones_by_id(
    call: Caller, dataset: Dataset
) -> None:
    document = create_document(call, dataset, "words.txt")
    first, second = create_chunk(call, document, "word"), create_chunk(call, document, "word")
    best = create_chunk(call, document, "word word word")
    found = matching(call, "word")
    assert [row.id for row in found] == [best, first, second]
    assert found[0].rank > found[1].rank == found[2].rank > 0
    assert (found[0].document_id, found[0].dataset_id) == (document.id, dataset.id)
    assert (found[0].file_name, found[0].page_number) == ("words.txt", 1)


# search_hybrid_*


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_search_hybrid_adds_what_a_chunk_scores_in_both_lists(
    call: Caller, dataset: Dataset, dimension: int
) -> None:
    document = create_document(call, dataset, "both.txt")
    near = create_chunk(call, document, "nothing", vector(dimension, 1))
    both = create_chunk(call, document, "word", vector(dimension, 1, 1))
    words = create_chunk(call, document, "word word word")
    found = hybrid(call, vector(dimension, 1), "word")
    assert [(row.id, row.meaning_place, row.words_place) for row in found] == [
        (both, 2, 2),
        (near, 1, None),
        (words, None, 1),
    ]
    scores = [2 / 62, 1 / 61, 1 / 61]
    assert [row.score for row in found] == pytest.approx(scores)
    assert (found[0].document_id, found[0].dataset_id) == (document.id, dataset.id)
    assert (found[0].file_name, found[0].page_number, found[0].text) == ("both.txt", 1, "word")


def test_search_hybrid_finds_by_meaning_where_there_are_no_words(
    call: Caller, dataset: Dataset
) -> None:
    chunk_id = a_chunk(call, dataset)
    (found,) = hybrid(call, vector(384, 1), "")
    assert (found.id, found.meaning_place, found.words_place) == (chunk_id, 1, None)


def test_search_hybrid_finds_by_words_where_there_are_no_embeddings(
    call: Caller, dataset: Dataset
) -> None:
    chunk_id = a_chunk(call, dataset)
    (found,) = hybrid(call, vector(1536, 1), "word")
    assert (found.id, found.meaning_place, found.words_place) == (chunk_id, None, 1)


def test_search_hybrid_takes_so_many_candidates_of_each_list(
    call: Caller, dataset: Dataset
) -> None:
    document = create_document(call, dataset)
    near = [create_chunk(call, document, "", vector(384, 1, n)) for n in range(3)]
    words = [create_chunk(call, document, "word " * (3 - n)) for n in range(3)]
    found = hybrid(call, vector(384, 1), "word", candidates=1)
    assert {row.id for row in found} == {near[0], words[0]}
    found = hybrid(call, vector(384, 1), "word", candidates=2)
    assert {row.id for row in found} == {*near[:2], *words[:2]}
    assert hybrid(call, vector(384, 1), "word", candidates=0) == []
