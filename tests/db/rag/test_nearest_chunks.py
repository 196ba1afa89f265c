"""Search by meaning, beside reading all embeddings."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import LiteralString

import psycopg
import pytest
from psycopg import errors

from tests.db.acting import acting_as
from tests.db.rag import tenants
from tests.db.rag.scene import Scene, ids
from tests.db.rag.tenants import SHARES, WANTED, exact
from tests.db.rows import add
from tests.postgres import Databases

INDEX = "chunks_embeddings_384_idx"
PLAIN: LiteralString = """
    SELECT c.id
    FROM rag.chunks AS c
    WHERE vector_dims(c.embeddings) = 384
    ORDER BY c.embeddings::vector(384) <=> %s::vector(384)
    LIMIT 10
"""
NEAREST: LiteralString = "SELECT n.id FROM rag.nearest_chunks(%s, 10) AS n"


@dataclass(frozen=True)
class Searched:
    """A database with many embeddings, as its owner, and embeddings to search by."""

    connection: psycopg.Connection
    probes: list[str]


@pytest.fixture(scope="module")
def searched(databases: Databases) -> Generator[Searched]:
    name = databases.migrated()
    # Nothing is prepared: a plan would be kept from before a setting was changed.
    with psycopg.connect(
        databases.server.owner_url(name), autocommit=True, prepare_threshold=None
    ) as connection:
        yield Searched(connection, tenants.fill(connection))
    databases.drop(name)


def recall(searched: Searched, person: int, search: Callable[[str], list[int]]) -> float:
    """Return how many of the nearest chunks a search finds, as a share."""
    found = 0
    for probe in searched.probes:
        found += len(set(search(probe)) & set(exact(searched.connection, person, probe)))
    return found / (len(searched.probes) * WANTED)


def scans(connection: psycopg.Connection) -> int:
    """Return how often the index was used so far."""
    connection.execute("SELECT pg_stat_force_next_flush()")
    (count,) = ids(
        connection, "SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = %s", INDEX
    )
    return count


@pytest.mark.parametrize("person", SHARES)
def test_the_nearest_are_found_whatever_share_one_sees(searched: Searched, person: int) -> None:
    def search(probe: str) -> list[int]:
        with acting_as(searched.connection, person):
            return ids(searched.connection, NEAREST, probe)

    assert recall(searched, person, search) >= 0.95


@pytest.mark.parametrize(("person", "indexed"), [(1, True), (2, False), (3, False)])
def test_the_index_is_used_by_whom_it_helps(searched: Searched, person: int, indexed: bool) -> None:
    before = scans(searched.connection)
    with acting_as(searched.connection, person):
        ids(searched.connection, NEAREST, searched.probes[0])
    assert (scans(searched.connection) > before) == indexed


def test_the_nearest_come_first_with_their_distance(searched: Searched) -> None:
    with acting_as(searched.connection, 1):
        distances = [
            distance
            for (distance,) in searched.connection.execute(
                "SELECT distance FROM rag.nearest_chunks(%s, 50)", [searched.probes[0]]
            )
        ]
    assert len(distances) == 50
    assert distances == sorted(distances)


def test_a_search_leaves_the_settings_as_they_were(searched: Searched) -> None:
    query: LiteralString = (
        "SELECT current_setting('hnsw.iterative_scan'), current_setting('hnsw.ef_search'),"
        " current_setting('hnsw.max_scan_tuples'), current_setting('hnsw.scan_mem_multiplier'),"
        " current_setting('plan_cache_mode'), current_setting('enable_sort')"
    )
    with acting_as(searched.connection, 1) as connection:
        connection.execute("SET LOCAL hnsw.ef_search = 77")
        before = connection.execute(query).fetchone()
        ids(connection, NEAREST, searched.probes[0])
        assert connection.execute(query).fetchone() == before


# why a plain query will not do


@pytest.mark.parametrize("person", SHARES)
def test_a_plain_query_uses_the_index_under_policies(searched: Searched, person: int) -> None:
    with acting_as(searched.connection, person) as connection:
        plan = connection.execute("EXPLAIN " + PLAIN, [searched.probes[0]]).fetchall()
    assert INDEX in str(plan)


def counts(searched: Searched, person: int, settings: dict[str, str]) -> list[int]:
    """Return how many rows a plain query finds for each probe."""
    with acting_as(searched.connection, person) as connection:
        for name, value in settings.items():
            connection.execute("SELECT set_config(%s, %s, true)", [name, value])
        return [len(ids(connection, PLAIN, probe)) for probe in searched.probes]


@pytest.mark.parametrize("person", [2, 3])
def test_without_iterative_scan_it_finds_next_to_nothing(searched: Searched, person: int) -> None:
    found = counts(searched, person, {})
    assert sum(found) < len(found) * WANTED / 4


@pytest.mark.parametrize("person", SHARES)
def test_with_it_there_are_as_many_as_are_wanted(searched: Searched, person: int) -> None:
    found = counts(searched, person, {"hnsw.iterative_scan": "strict_order"})
    assert set(found) == {WANTED}


def test_but_they_are_not_the_nearest(searched: Searched) -> None:
    """If this fails, pgvector has become better, and the function can become simpler."""

    def search(probe: str) -> list[int]:
        with acting_as(searched.connection, 2) as connection:
            connection.execute("SET LOCAL hnsw.iterative_scan = strict_order")
            return ids(connection, PLAIN, probe)

    assert recall(searched, 2, search) < 0.95


# what is searched


def vector(dimension: int, *first: float) -> str:
    return f"[{','.join(str(value) for value in (*first, *[0] * (dimension - len(first))))}]"


@pytest.mark.parametrize("dimension", [384, 768, 1024, 1536])
def test_chunks_are_found_among_those_of_their_dimension(
    connection: psycopg.Connection, scene: Scene, dimension: int
) -> None:
    at = scene.team.of_document
    added = {
        other: [
            add(connection, "rag.chunks", **at, embeddings=vector(other, 1, 0.1)),
            add(connection, "rag.chunks", **at, embeddings=vector(other, -1)),
        ]
        for other in (384, 768, 1024, 1536)
    }
    with acting_as(connection, scene.ada):
        assert ids(connection, NEAREST, vector(dimension, 1)) == added[dimension]


@pytest.mark.parametrize("dimension", [384, 768, 1024, 1536])
def test_each_dimension_has_an_index_that_policies_let_be_used(
    connection: psycopg.Connection, scene: Scene, dimension: int
) -> None:
    query = f"EXPLAIN {PLAIN}".replace("384", str(dimension)).encode()
    with acting_as(connection, scene.ada):
        connection.execute("SET LOCAL enable_sort = off")
        plan = connection.execute(query, [vector(dimension, 1)]).fetchall()
    assert f"chunks_embeddings_{dimension}_idx" in str(plan)


def test_the_datasets_to_search_can_be_named(connection: psycopg.Connection, scene: Scene) -> None:
    found = {
        dataset.id: add(connection, "rag.chunks", **dataset.of_document, embeddings=vector(384, 1))
        for dataset in (scene.private, scene.team, scene.company)
    }
    query: LiteralString = "SELECT n.id FROM rag.nearest_chunks(%s, 10, %s) AS n ORDER BY n.id"
    every = list(found)
    with acting_as(connection, scene.ada):
        assert ids(connection, query, vector(384, 1), every[:1]) == list(found.values())[:1]
        assert ids(connection, query, vector(384, 1), None) == list(found.values())
        assert ids(connection, query, vector(384, 1), []) == []
    with acting_as(connection, scene.bob):
        assert ids(connection, query, vector(384, 1), every) == list(found.values())[1:]
    with acting_as(connection, None):
        assert ids(connection, query, vector(384, 1), every) == []
    with acting_as(connection, None, "application_system"):
        assert ids(connection, query, vector(384, 1), every) == list(found.values())


def test_another_dimension_is_refused(connection: psycopg.Connection, scene: Scene) -> None:
    with (
        pytest.raises(errors.DataException, match="an embedding of 3 numbers"),
        acting_as(connection, scene.ada),
    ):
        ids(connection, NEAREST, "[1,2,3]")


def test_nothing_is_near_to_no_embedding(connection: psycopg.Connection, scene: Scene) -> None:
    with acting_as(connection, scene.ada):
        assert ids(connection, NEAREST, None) == []
