"""What a person may ask a search for."""

import psycopg
import pytest
from psycopg import errors

from tests.db.acting import acting_as
from tests.db.attacks.scene import Scene
from tests.db.attacks.trying import refusal

SEARCH = "SELECT id FROM rag.search_chunks(%s, %s)"

HOSTILE = (
    "'",
    "\\",
    "'; DROP TABLE rag.chunks; --",
    "& | ! ( <-> :*",
    '"""',
    "$1 %s",
    "- - -",
    "or " * 600,
    "x" * 2000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_is_only_words(connection: psycopg.Connection, scene: Scene, text: str) -> None:
    with acting_as(connection, scene.mary):
        assert connection.execute(SEARCH, [text, 10]).fetchall() == []
        assert len(connection.execute(SEARCH, ["needle", 10]).fetchall()) == 3


def test_a_search_for_very_many_words_is_refused(
    connection: psycopg.Connection, scene: Scene
) -> None:
    # Twice the words would take four times as long; these would take seconds.
    found = refusal(connection, scene.mary, SEARCH, ["a " * 200_000, 10], timeout="200ms")
    assert isinstance(found, errors.ProgramLimitExceeded)


def test_a_negative_number_is_refused(connection: psycopg.Connection, scene: Scene) -> None:
    found = refusal(connection, scene.mary, SEARCH, ["needle", -1])
    assert isinstance(found, errors.InvalidRowCountInLimitClause)


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_nothing_is_near_to_what_is_no_number(
    connection: psycopg.Connection, scene: Scene, value: str
) -> None:
    found = refusal(
        connection,
        scene.mary,
        "SELECT * FROM rag.nearest_chunks(array_fill(%s::real, ARRAY[384])::vector, 10)",
        [value],
    )
    assert isinstance(found, errors.DataException)


@pytest.mark.parametrize(
    ("dimensions", "said"), [(385, "384, 768, 1024 or 1536"), (16_001, "more than 16000")]
)
def test_a_vector_of_other_dimensions_is_refused(
    connection: psycopg.Connection, scene: Scene, dimensions: int, said: str
) -> None:
    found = refusal(
        connection,
        scene.mary,
        "SELECT * FROM rag.nearest_chunks(array_fill(1::real, ARRAY[%s])::vector, 10)",
        [dimensions],
    )
    assert said in str(found)
