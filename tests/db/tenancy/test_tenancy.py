"""Whoever acts, in whatever role: the database allows just what the oracle does."""

import pytest

from tests.db.acting import Role
from tests.db.tenancy.actors import EVERYBODY
from tests.db.tenancy.attempts import SYSTEM, Table, Trial
from tests.db.tenancy.oracle import Actor
from tests.db.tenancy.reading import READ


def test_every_table_has_rows_to_try(trial: Trial) -> None:
    assert [table for table, rows in trial.oracle.rows.items() if not rows] == []


def test_the_oracle_knows_no_table_that_is_not_there(tables: dict[str, Table]) -> None:
    assert READ.keys() - tables.keys() == set()


@pytest.mark.parametrize(("role", "actor"), EVERYBODY, ids=str)
def test_the_database_allows_what_the_oracle_does(
    trial: Trial, tables: dict[str, Table], role: Role, actor: Actor
) -> None:
    found = [d for table in tables.values() for d in trial.differences(table, actor, role)]
    assert found == []


def test_nobody_sees_anything(trial: Trial, tables: dict[str, Table]) -> None:
    for role, actor in EVERYBODY:
        if actor.user is None and role != SYSTEM:
            assert {name: trial.seen(table, actor, role) for name, table in tables.items()} == (
                dict.fromkeys(tables, 0)
            )
