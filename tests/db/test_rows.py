"""The defaults of rows are those that the tables ask for."""

import psycopg

from tests.db.rows import DEFAULTS

#: Columns that must be given, and whether they refer to another row.
_GIVEN = """
SELECT
    format('%s.%s', c.oid::regclass, a.attname),
    EXISTS (
        SELECT
        FROM pg_constraint AS k
        WHERE k.conrelid = c.oid
            AND k.contype = 'f'
            AND a.attnum = ANY (k.conkey)
    )
FROM pg_class AS c
INNER JOIN pg_attribute AS a
    ON a.attrelid = c.oid
WHERE c.relkind IN ('r', 'p')
    AND NOT c.relispartition
    AND c.relnamespace > 16383
    AND a.attnum > 0
    AND a.attnotnull
    AND NOT a.atthasdef
    AND a.attidentity = ''
"""

#: What a trigger makes, and what refers to a row that may be gone.
_WITHOUT = {
    "iam.teams.slug",
    "assistants.prompts.created_by",
    "rag.datasets.created_by",
    "llm.request_log_bodies.request_log_id",
    "llm.request_log_bodies.created_at",
}


def test_every_value_that_must_be_given_and_refers_to_nothing_has_a_default(
    connection: psycopg.Connection,
) -> None:
    given = {name for name, refers in connection.execute(_GIVEN) if not refers}
    assert given - _defaults() == _WITHOUT


def test_no_other_value_has_a_default(connection: psycopg.Connection) -> None:
    assert _defaults() - {name for name, _ in connection.execute(_GIVEN)} == set()


def _defaults() -> set[str]:
    return {f"{table}.{column}" for table, columns in DEFAULTS.items() for column in columns}
