"""What is wrong is refused, whoever sends it, and for the reason that is written down."""

import tomllib
from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest
from psycopg import sql

from tests.db.acting import acting_as
from tests.db.bad_input.case import CHECK, Case
from tests.db.bad_input.foreign_keys import FOREIGN_KEYS
from tests.db.bad_input.foreign_teams import FOREIGN_TEAMS
from tests.db.bad_input.once import ONCE
from tests.db.bad_input.rights import RIGHTS
from tests.db.bad_input.uses import USES
from tests.db.catalogue.facts import ENUMS
from tests.db.two_teams import Ids, add_two_teams
from tests.postgres import Databases

CASES = {**FOREIGN_TEAMS, **FOREIGN_KEYS, **USES, **RIGHTS, **ONCE}

BAD_VALUES: dict[str, dict[str, list[str]]] = tomllib.loads(
    (Path(__file__).parent / "values.toml").read_text(encoding="utf-8")
)
CHECKS = [
    (table, constraint, assignments)
    for table, constraints in BAD_VALUES.items()
    for constraint, several in constraints.items()
    for assignments in several
]


@pytest.fixture(scope="module")
def owner(databases: Databases) -> Generator[psycopg.Connection]:
    """A connection as the owner; what a test does is rolled back."""
    name = databases.migrated()
    with psycopg.connect(databases.server.owner_url(name), autocommit=True) as connection:
        yield connection
    databases.drop(name)


@pytest.fixture(scope="module")
def ids(owner: psycopg.Connection) -> Ids:
    """Two teams, and the identifiers of what they have."""
    return add_two_teams(owner)


@pytest.fixture
def undone(owner: psycopg.Connection) -> Generator[psycopg.Connection]:
    """The owner's connection in a transaction that is rolled back."""
    with owner.transaction(force_rollback=True):
        yield owner


def run(connection: psycopg.Connection, case: Case, words: LiteralString, ids: Ids) -> None:
    """Run a case's statements with something in the place that counts."""
    with sender(connection, case, ids):
        for statement in case.statement.split(";"):
            connection.execute(statement.replace("?", words), ids)


def sender(connection: psycopg.Connection, case: Case, ids: Ids) -> AbstractContextManager[object]:
    match case.who:
        case "owner":
            return connection.transaction()
        case "system":
            return acting_as(connection, None, "application_system")
        case "readonly":
            return acting_as(connection, ids["ada"], "application_readonly")
        case person:
            return acting_as(connection, ids[person])


def reason(error: psycopg.Error) -> str | None:
    return error.diag.constraint_name or error.diag.message_primary


@pytest.mark.parametrize("claim", CASES)
def test_it_is_refused(undone: psycopg.Connection, ids: Ids, claim: str) -> None:
    case = CASES[claim]
    with pytest.raises(psycopg.Error) as caught:
        run(undone, case, case.wrong, ids)
    assert (caught.value.sqlstate, reason(caught.value)) == (case.state, case.reason)


@pytest.mark.parametrize("claim", [claim for claim, case in CASES.items() if case.right])
def test_the_same_without_what_is_wrong_is_accepted(
    undone: psycopg.Connection, ids: Ids, claim: str
) -> None:
    case = CASES[claim]
    run(undone, case, case.right or "", ids)


@pytest.mark.parametrize(
    ("table", "constraint", "assignments"),
    CHECKS,
    ids=[f"{constraint}: {assignments}" for _, constraint, assignments in CHECKS],
)
def test_a_value_is_refused(
    undone: psycopg.Connection, ids: Ids, table: str, constraint: str, assignments: str
) -> None:
    # A trigger may refuse the change before the check has a look. As bytes, since the words come
    # from a file, though one of our own.
    undone.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER".encode())
    statement = " ".join(["UPDATE", table, "SET", assignments]).encode()
    with pytest.raises(psycopg.Error) as caught:
        undone.execute(statement, ids)
    assert (caught.value.sqlstate, reason(caught.value)) == (CHECK, constraint)


@pytest.mark.parametrize("name", ENUMS)
@pytest.mark.parametrize("label", ["", "Other", "in_progress"])
def test_a_label_that_an_enum_does_not_have_is_refused(
    undone: psycopg.Connection, name: str, label: str
) -> None:
    cast_to = sql.SQL("SELECT {}::{}").format(sql.Literal(label), sql.Identifier(*name.split(".")))
    with pytest.raises(psycopg.errors.InvalidTextRepresentation) as caught:
        undone.execute(cast_to)
    unqualified = name.removeprefix("public.")
    assert reason(caught.value) == f'invalid input value for enum {unqualified}: "{label}"'


# Nothing that refuses is left out above


def names(connection: psycopg.Connection, query: LiteralString) -> set[str]:
    return {name for (name,) in connection.execute(query)}


def reasons(cases: Mapping[str, Case]) -> set[str]:
    return {case.reason for case in cases.values()}


def test_every_check_is_tried(owner: psycopg.Connection) -> None:
    query = """
        SELECT format('%s %s', c.oid::regclass, k.conname)
        FROM pg_constraint AS k
        INNER JOIN pg_class AS c
            ON c.oid = k.conrelid
        WHERE k.contype = 'c'
            AND NOT c.relispartition
            AND c.relnamespace > 16383
    """
    tried = {f"{table} {constraint}" for table, constraint, _ in CHECKS}
    assert names(owner, query) == tried


def test_every_foreign_key_over_several_columns_is_tried(owner: psycopg.Connection) -> None:
    query = """
        SELECT conname::text
        FROM pg_constraint
        WHERE contype = 'f'
            AND cardinality(conkey) > 1
            AND conparentid = 0
    """
    assert names(owner, query) <= reasons(CASES)


def test_every_policy_about_what_is_used_is_tried(owner: psycopg.Connection) -> None:
    query = """
        SELECT format(
            'new row violates row-level security policy "%s" for table "%s"',
            p.polname,
            c.relname
        )
        FROM pg_policy AS p
        INNER JOIN pg_class AS c
            ON c.oid = p.polrelid
        WHERE NOT p.polpermissive
            AND p.polcmd = 'a'
    """
    assert names(owner, query) <= reasons(CASES)


def test_every_exclusion_and_every_partial_unique_key_is_tried(owner: psycopg.Connection) -> None:
    query = """
        SELECT c.relname::text
        FROM pg_index AS i
        INNER JOIN pg_class AS c
            ON c.oid = i.indexrelid
        WHERE i.indisexclusion
            OR (i.indisunique AND i.indpred IS NOT NULL)
    """
    assert names(owner, query) <= reasons(CASES)
