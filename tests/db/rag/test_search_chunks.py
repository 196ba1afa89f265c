"""Search by words, beside what policies show."""

import random
from typing import LiteralString

import psycopg
import pytest
from psycopg import errors

from tests.db.acting import BOTH, acting_as, add_team, add_user
from tests.db.rag.scene import Scene, add_dataset, add_filled, ids
from tests.db.rows import add

SEARCH: LiteralString = "SELECT s.id FROM rag.search_chunks(%s, %s) AS s"


def add_texts(connection: psycopg.Connection, scene: Scene, *texts: str) -> list[int]:
    return [add(connection, "rag.chunks", **scene.team.of_document, text=text) for text in texts]


# what is found


#: Queries, and which of the texts they find.
QUERIES: dict[str, list[int]] = {
    "loom": [0, 1],
    "LOOM": [0, 1],
    "the loom": [0],
    '"power loom"': [1],
    "loom -power": [0],
    "shuttle or power": [1, 2],
    "looms": [],
    "webstuhl": [3],
    "": [],
    "& | ! (": [],
}


def test_a_query_is_written_as_for_the_web(connection: psycopg.Connection, scene: Scene) -> None:
    texts = add_texts(connection, scene, "the loom", "a power loom", "shuttle", "Der Webstuhl")
    with acting_as(connection, scene.ada):
        for query, expected in QUERIES.items():
            found = sorted(ids(connection, SEARCH, query, 10))
            assert found == [texts[n] for n in expected], query


def test_the_best_comes_first_and_no_more_than_wanted(
    connection: psycopg.Connection, scene: Scene
) -> None:
    once, thrice, twice = add_texts(
        connection, scene, "wool and yarn", "wool wool wool", "wool, more wool"
    )
    with acting_as(connection, scene.ada):
        assert ids(connection, SEARCH, "wool", 10) == [thrice, twice, once]
        assert ids(connection, SEARCH, "wool", 2) == [thrice, twice]


def test_the_datasets_to_search_can_be_named(connection: psycopg.Connection, scene: Scene) -> None:
    query: LiteralString = "SELECT s.id FROM rag.search_chunks('t', 10, %s) AS s ORDER BY s.id"
    every = [scene.private.id, scene.team.id, scene.company.id]
    with acting_as(connection, scene.bob):
        assert ids(connection, query, [scene.team.id]) == [scene.team.chunk]
        assert ids(connection, query, every) == [scene.team.chunk, scene.company.chunk]
        assert ids(connection, query, None) == [scene.team.chunk, scene.company.chunk]
        assert ids(connection, query, []) == []


# what is in sight


def test_workers_do_not_search(connection: psycopg.Connection) -> None:
    with (
        pytest.raises(errors.InsufficientPrivilege),
        acting_as(connection, None, "application_system"),
    ):
        ids(connection, SEARCH, "t", 10)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_search_sees_what_the_policies_show(connection: psycopg.Connection, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - no secret, and the same in each run
    people = [add_user(connection, f"person{n}", admin=n == 0) for n in range(6)]
    model = add(connection, "model_registry.models")
    teams = {
        add_team(connection, f"Team {n}", dict.fromkeys(members, BOTH)): members
        for n in range(4)
        for members in [draw.sample(people, draw.randint(1, 4))]
    }
    for _ in range(40):
        visibility = draw.choice(["Private", "Private", "Team", "Team", "Company"])
        # A creator may have left the team.
        add_filled(connection, draw.choice(list(teams)), draw.choice(people), model, visibility)
    connection.execute("UPDATE iam.users SET status = 'suspended' WHERE id = %s", [people[1]])
    narrowed = [(person, team) for person in people for team in (None, *teams)]
    everything = 0
    for person, team in [*narrowed, (None, None)]:
        for role in ("application_user", "application_readonly"):
            with acting_as(connection, person, role, team_id=team):
                chunks = ids(connection, "SELECT id FROM rag.chunks ORDER BY id")
                assert sorted(ids(connection, SEARCH, "t", 1000)) == chunks
                datasets = ids(connection, "SELECT id FROM rag.datasets ORDER BY id")
                query: LiteralString = "SELECT v FROM rag.visible_dataset_ids() AS v ORDER BY v"
                assert ids(connection, query) == datasets
                everything += len(chunks)
    assert everything > 0


# the index


def scans(connection: psycopg.Connection) -> int:
    """Return how often the index of words was used so far."""
    connection.execute("SELECT pg_stat_force_next_flush()")
    query: LiteralString = (
        "SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = 'chunks_text_idx'"
    )
    return ids(connection, query)[0]


def test_only_the_function_gets_at_the_index(connection: psycopg.Connection, scene: Scene) -> None:
    """If the plain query gets at it too one day, the function is not needed any more."""
    dataset = add_dataset(connection, scene.weavers, scene.ada, scene.model)
    document = add(connection, "rag.documents", team_id=scene.weavers, dataset_id=dataset)
    connection.execute(
        "INSERT INTO rag.chunks (team_id, dataset_id, document_id, text, page_number)"
        " SELECT %s, %s, %s, 'wool' || n, 1 FROM generate_series(1, 5000) AS n",
        [scene.weavers, dataset, document],
    )
    connection.execute("ANALYZE rag.chunks")
    with acting_as(connection, scene.ada):
        before = scans(connection)
        plain: LiteralString = (
            "SELECT id FROM rag.chunks"
            " WHERE to_tsvector('simple', text) @@ websearch_to_tsquery('simple', 'wool77')"
        )
        found = ids(connection, plain)
    assert scans(connection) == before
    with acting_as(connection, scene.ada):
        assert ids(connection, SEARCH, "wool77", 10) == found
    assert scans(connection) > before
    assert len(found) == 1
