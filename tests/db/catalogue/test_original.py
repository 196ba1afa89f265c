"""Nothing of the original is missing, but for the deviations that are written down."""

import psycopg
import pytest

from tests.db.catalogue.differences import column_names, of_enum, of_table
from tests.db.catalogue.facts import DEVIATIONS, ENUMS, ORIGINAL, Table

#: The foreign keys between two tables of one schema: the lines of the original's diagrams.
RELATIONS = [
    (table, column, target.partition(" (")[0])
    for table, facts in ORIGINAL.items()
    for column, target in facts.foreign_keys.items()
    if table.partition(".")[0] == target.partition(".")[0]
]


def test_the_facts_are_whole() -> None:
    assert len(ORIGINAL) == 40
    assert sum(len(table.columns) for table in ORIGINAL.values()) == 278
    assert sum(len(table.foreign_keys) for table in ORIGINAL.values()) == 57
    assert sum(len(table.triggers) for table in ORIGINAL.values()) == 20
    assert len(RELATIONS) == 22
    assert len(ENUMS) == 17


@pytest.mark.parametrize("name", ORIGINAL)
def test_a_table_of_the_original_is_there_with_all_it_has(
    tables: dict[str, Table], name: str
) -> None:
    meant = DEVIATIONS.get(name, {})
    missing = [d for d in of_table(ORIGINAL[name], tables.get(name)) if d not in meant]
    assert not missing, "\n".join(missing)


def test_the_view_of_the_original_is_there(administrator: psycopg.Connection) -> None:
    query = """
        SELECT string_agg(format('%s %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ')
        FROM pg_attribute AS a
        WHERE a.attrelid = to_regclass('llm.inference_metrics')
            AND a.attnum > 0
    """
    (found,) = administrator.execute(query).fetchall()
    assert found == ("model_id integer, user_id integer, tpm_sent bigint, tpm_recv bigint",)


@pytest.mark.parametrize("name", ENUMS)
def test_an_enum_of_the_original_has_its_labels_in_order(
    enums: dict[str, list[str]], name: str
) -> None:
    meant = DEVIATIONS.get(name, {})
    missing = [d for d in of_enum(ENUMS[name], enums.get(name)) if d not in meant]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize(
    ("name", "deviation"), [(name, words) for name, of_it in DEVIATIONS.items() for words in of_it]
)
def test_a_deviation_that_is_written_down_is_there(
    tables: dict[str, Table], enums: dict[str, list[str]], name: str, deviation: str
) -> None:
    found = (
        of_enum(ENUMS[name], enums.get(name))
        if name in ENUMS
        else of_table(ORIGINAL[name], tables.get(name))
    )
    assert deviation in found


@pytest.mark.parametrize(
    ("name", "reason"),
    [(name, reason) for name, of_it in DEVIATIONS.items() for reason in of_it.values()],
)
def test_a_deviation_has_a_reason(name: str, reason: str) -> None:
    assert reason.endswith("."), name


@pytest.mark.parametrize(("table", "column", "other"), RELATIONS)
def test_a_relation_of_the_diagrams_is_there(
    tables: dict[str, Table], table: str, column: str, other: str
) -> None:
    keys = tables.get(table, Table({})).foreign_keys
    related = [
        columns
        for columns, target in keys.items()
        if column in column_names(columns) and target.startswith(f"{other} (")
    ]
    assert related, f"no foreign key of {table} with {column} refers to {other}"
