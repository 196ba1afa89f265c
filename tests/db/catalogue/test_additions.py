"""Nothing of what other sources add is missing, and each column they name has a place."""

import psycopg
import pytest
from psycopg import sql

from tests.db.catalogue.differences import of_addition
from tests.db.catalogue.facts import ADDITIONS, COLUMN_MAP, ORIGINAL, SEEDS, Table

MAPPED = [
    (f"{system}.{table}", columns)
    for system, of_it in COLUMN_MAP.items()
    for table, columns in of_it.items()
]


def test_the_map_is_whole() -> None:
    counts = {
        system: sum(len(columns) for columns in of_it.values())
        for system, of_it in COLUMN_MAP.items()
    }
    assert counts == {"proxy": 42, "desktop": 23, "gateway": 63 + 5, "toolkit": 13}


def test_an_addition_names_no_column_of_the_original() -> None:
    twice = [
        f"{table}.{column}"
        for table, facts in ADDITIONS.items()
        for column in facts.columns
        if table in ORIGINAL and column in ORIGINAL[table].columns
    ]
    assert twice == []


@pytest.mark.parametrize("name", ADDITIONS)
def test_an_addition_is_there(tables: dict[str, Table], name: str) -> None:
    missing = of_addition(ADDITIONS[name], tables.get(name))
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize(("source", "columns"), MAPPED, ids=[source for source, _ in MAPPED])
def test_each_column_of_another_source_has_a_place(
    tables: dict[str, Table], source: str, columns: dict[str, str]
) -> None:
    missing = [
        f"{source}.{column} has no {ours}"
        for column, ours in columns.items()
        if ours.rpartition(".")[2] not in columns_of(tables, ours.rpartition(".")[0])
    ]
    assert not missing, "\n".join(missing)


def columns_of(tables: dict[str, Table], name: str) -> set[str]:
    return set(tables[name].columns) if name in tables else set()


@pytest.mark.parametrize("name", SEEDS)
def test_a_table_has_the_rows_that_migrations_bring(
    administrator: psycopg.Connection, name: str
) -> None:
    seed = SEEDS[name]
    column = sql.Identifier(seed.column) if seed.column else sql.SQL("NULL::text")
    query = sql.SQL("SELECT {} FROM {}").format(column, sql.Identifier(*name.split(".")))
    found = [value for (value,) in administrator.execute(query)]
    assert len(found) == seed.count
    assert not seed.names or sorted(found) == list(seed.names)


def test_no_other_table_has_rows(
    administrator: psycopg.Connection, tables: dict[str, Table]
) -> None:
    filled = [
        name
        for name in tables
        if administrator.execute(
            sql.SQL("SELECT FROM {} LIMIT 1").format(sql.Identifier(*name.split(".")))
        ).fetchone()
        is not None
    ]
    assert sorted(filled) == sorted([*SEEDS, "public.schema_migrations"])
