"""Whoever acts, in whatever role: the database allows just what the oracle does."""

from collections.abc import Generator

import psycopg
import pytest

from tests.db.tenancy.attempts import READONLY, ROLES, SYSTEM, USER, Table, Trial, read_tables
from tests.db.tenancy.oracle import Actor, Oracle
from tests.db.tenancy.world import PEOPLE, SPINNERS, WEAVERS, make_world, read_rows
from tests.postgres import Databases

BEN = next(user for user, name in PEOPLE.items() if name == "ben")
NOBODY = Actor(None)
ACTORS = (
    NOBODY,
    Actor(4711),
    *map(Actor, PEOPLE),
    Actor(BEN, WEAVERS),
    Actor(BEN, SPINNERS),
    Actor(BEN, 4711),
)


@pytest.fixture(scope="module")
def world(databases: Databases) -> Generator[psycopg.Connection]:
    """A connection of the owner, in a transaction, to a database with the world in it."""
    name = databases.migrated()
    with psycopg.connect(databases.server.owner_url(name), prepare_threshold=None) as connection:
        make_world(connection)
        yield connection
        connection.rollback()
    databases.drop(name)


@pytest.fixture(scope="module")
def tables(world: psycopg.Connection) -> list[Table]:
    return read_tables(world)


@pytest.fixture(scope="module")
def trial(world: psycopg.Connection, tables: list[Table]) -> Trial:
    return Trial(world, Oracle(read_rows(world, [table.name for table in tables])))


def test_every_table_has_rows_to_try(trial: Trial) -> None:
    assert [table for table, rows in trial.oracle.rows.items() if not rows] == []


@pytest.mark.parametrize("actor", ACTORS, ids=str)
@pytest.mark.parametrize("role", ROLES)
def test_the_database_allows_what_the_oracle_does(
    trial: Trial, tables: list[Table], actor: Actor, role: str
) -> None:
    if role == SYSTEM and actor != NOBODY:
        pytest.skip("whom the system acts for makes no difference to policies")
    found = [
        difference
        for table in tables
        for difference in trial.differences(
            table, actor, USER if role == USER else READONLY if role == READONLY else SYSTEM
        )
    ]
    assert found == []
