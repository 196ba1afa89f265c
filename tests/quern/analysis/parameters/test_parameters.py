"""Each rule about parameters, on a real server; what is said of NULL is tried out."""

from collections.abc import Callable, Generator, Sequence
from typing import TypeAlias, cast

import psycopg
import pytest

from quern.analysis.catalog.catalog import read_catalog
from quern.analysis.parameters.parameters import ParameterVerdict, judge_parameters
from quern.analysis.server import Description, describe, open_session
from quern.analysis.tree.contents import find_contents
from quern.analysis.tree.nodetree import read_tree
from quern.analysis.tree.rewritten import rewritten_queries
from quern.connection import Connection
from quern.database import Database
from tests.postgres import Databases

_SCHEMA = """
CREATE DOMAIN code AS text NOT NULL;
CREATE DOMAIN word AS text;
CREATE DOMAIN short_code AS code CHECK (length(VALUE) < 9);
CREATE TYPE address AS (street text, town text);
CREATE TABLE users (
    id integer PRIMARY KEY,
    email varchar(40) NOT NULL,
    nick text,
    code code,
    label word,
    tags text[] NOT NULL DEFAULT '{}',
    other_tags text[],
    home address,
    balance numeric,
    born date,
    created_at timestamptz NOT NULL DEFAULT now(),
    "teamId" integer,
    guarded text CHECK (guarded IS NOT NULL) DEFAULT 'x'
);
INSERT INTO users (id, email, code) VALUES (1, 'a@example.org', 'a');
CREATE VIEW people AS SELECT id, email AS mail, nick, code FROM users;
CREATE TABLE notes (title text NOT NULL, body text);
CREATE TABLE log (what text NOT NULL);
CREATE RULE notes_are_logged AS
    ON INSERT TO notes DO ALSO INSERT INTO log VALUES (NEW.body);
CREATE FUNCTION find(needle text, top integer DEFAULT 3, OUT found integer)
    LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION add_weighted(numeric, numeric, numeric) RETURNS numeric
    LANGUAGE sql AS 'SELECT $1 + $2 * $3';
CREATE AGGREGATE weighted(value numeric, weight numeric)
    (SFUNC = add_weighted, STYPE = numeric, INITCOND = '0');
CREATE FUNCTION in_words(address) RETURNS text LANGUAGE sql AS $$SELECT 'somewhere'$$;
CREATE CAST (address AS text) WITH FUNCTION in_words(address);
CREATE FUNCTION shout(text) RETURNS text LANGUAGE sql AS 'SELECT upper($1)';
"""

Judge: TypeAlias = Callable[[str], tuple[ParameterVerdict, ...]]


@pytest.fixture(scope="module")
def database(databases: Databases) -> Generator[str]:
    name = databases.empty()
    url = databases.server.owner_url(name)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(_SCHEMA)
    yield url
    databases.drop(name)


@pytest.fixture(scope="module")
def session(database: str) -> Generator[Connection]:
    with open_session(Database(database, "the test's")) as connection:
        yield connection


@pytest.fixture
def judge(session: Connection) -> Judge:
    return lambda statement: _judge(session, statement)


def _judge(session: Connection, statement: str) -> tuple[ParameterVerdict, ...]:
    (described,) = describe(session, [statement])
    assert isinstance(described, Description), described
    trees = rewritten_queries(read_tree(described.tree))
    contents = find_contents(trees)
    types = described.parameter_types
    catalog = read_catalog(session, types, contents.relations, contents.functions)
    return judge_parameters(trees, catalog, len(types))


def _run(url: str, statement: str, values: Sequence[str | None]) -> None:
    """Run a statement with ``$n``, and undo it."""
    with psycopg.connect(url) as connection:
        psycopg.RawCursor(connection).execute(statement.encode(), values)
        connection.rollback()


# Each: the statement, a value for each parameter, and for each whether NULL is refused.
_STORED = [
    pytest.param(
        "INSERT INTO users (id, email, nick, code) VALUES ($1, 'e', $2, 'c')",
        [("2", True), ("n", False)],
        id="the column is NOT NULL or it is not",
    ),
    pytest.param(
        "INSERT INTO users (id, email, code) VALUES (2, $1::varchar(40)::text, 'c')",
        [("e", True)],
        id="a cast gives NULL for NULL",
    ),
    pytest.param(
        "INSERT INTO users (id, email, code) VALUES (2, $1, 'c')",
        [("e", True)],
        id="so does what cuts a text to the length of its column",
    ),
    pytest.param(
        "UPDATE users SET other_tags = $1::integer[]::text[]",
        [("{1}", False)],
        id="and a cast of each element",
    ),
    pytest.param("UPDATE users SET label = $1::text", [("l", False)], id="a cast to a domain"),
    pytest.param(
        'UPDATE users SET nick = $1 COLLATE "C"', [("n", False)], id="COLLATE changes nothing"
    ),
    pytest.param(
        "INSERT INTO users (id, email, nick, code)"
        " VALUES (2, 'e', 'n', 'c'), ($1::integer, $2, $3, 'c')",
        [("3", True), ("f", True), ("m", False)],
        id="each row of VALUES is stored",
    ),
    pytest.param(
        "INSERT INTO users (id, email, nick, code) SELECT 2, $1, $2, 'c'",
        [("e", True), ("n", False)],
        id="INSERT ... SELECT stores what the sub-query gives",
    ),
    pytest.param(
        "INSERT INTO users (id, email, nick, code) SELECT a, b, c, 'c'"
        " FROM (SELECT 2 AS a, $1 AS b, $2 AS c UNION ALL SELECT 3, $3, $4) AS s",
        [("e", True), ("n", False), ("f", True), ("m", False)],
        id="both arms of a UNION are stored",
    ),
    pytest.param(
        "WITH new (a, b) AS (SELECT $1::text, $2::text)"
        " INSERT INTO users (id, email, nick, code) SELECT 2, a, b, 'c' FROM new",
        [("e", True), ("n", False)],
        id="what a WITH query gives is stored",
    ),
    pytest.param(
        "WITH RECURSIVE steps (n, b) AS"
        " (SELECT 2, $1::text UNION ALL SELECT n + 1, b FROM steps WHERE n < 3)"
        " INSERT INTO users (id, email, code) SELECT n, b, 'c' FROM steps",
        [("e", True)],
        id="a recursive query hands its columns on",
    ),
    pytest.param(
        "WITH RECURSIVE words (w) AS"
        " (SELECT $1::text UNION SELECT unnest(string_to_array(w, ' ')) FROM words)"
        " INSERT INTO users (id, email, code) SELECT row_number() OVER () + 1, w, 'c' FROM words",
        [("a", True)],
        id="and may do something with them each time",
    ),
    pytest.param(
        "WITH new AS (INSERT INTO users (id, email, nick, code)"
        " VALUES (2, $1, $2, 'c') RETURNING id) SELECT id FROM new",
        [("e", True), ("n", False)],
        id="WITH may change data",
    ),
    pytest.param(
        "UPDATE users SET email = $1, nick = $2 WHERE id = 1",
        [("e", True), ("n", False)],
        id="UPDATE",
    ),
    pytest.param(
        "UPDATE users SET (email, nick) = (SELECT $1, $2) WHERE id = 1",
        [("e", True), ("n", False)],
        id="UPDATE of several columns by one sub-query",
    ),
    pytest.param(
        "UPDATE users SET email = (SELECT $1), nick = (SELECT $2) WHERE id = 1",
        [("e", True), ("n", False)],
        id="a scalar sub-query",
    ),
    pytest.param(
        "UPDATE users AS u SET email = v.b, nick = v.c"
        " FROM (VALUES (1, $1, $2)) AS v (a, b, c) WHERE u.id = v.a",
        [("e", True), ("n", False)],
        id="UPDATE ... FROM VALUES",
    ),
    pytest.param(
        "INSERT INTO users (id, email, code) VALUES (1, 'e', 'c')"
        " ON CONFLICT (id) DO UPDATE SET email = $1, nick = $2",
        [("e", True), ("n", False)],
        id="ON CONFLICT DO UPDATE",
    ),
    pytest.param(
        "INSERT INTO users (id, email, code) VALUES (1, 'e', 'c')"
        " ON CONFLICT (id) DO UPDATE SET (email, nick) = (SELECT $1, $2)",
        [("e", True), ("n", False)],
        id="ON CONFLICT DO UPDATE of several columns by one sub-query",
    ),
    pytest.param(
        "MERGE INTO users AS u USING (VALUES (1)) AS s (id) ON u.id = s.id"
        " WHEN MATCHED THEN UPDATE SET (email, nick) = (SELECT $1, $2)",
        [("e", True), ("n", False)],
        id="MERGE of several columns by one sub-query",
    ),
    pytest.param(
        "MERGE INTO users AS u USING (VALUES (1, $1::text)) AS s (id, mail) ON u.id = s.id"
        " WHEN MATCHED THEN UPDATE SET email = s.mail, nick = $2"
        " WHEN NOT MATCHED THEN DO NOTHING",
        [("e", True), ("n", False)],
        id="MERGE that updates",
    ),
    pytest.param(
        "MERGE INTO users AS u USING (VALUES (2)) AS s (id) ON u.id = s.id"
        " WHEN NOT MATCHED THEN INSERT (id, email, nick, code) VALUES (s.id, $1, $2, 'c')",
        [("e", True), ("n", False)],
        id="MERGE that inserts",
    ),
    pytest.param(
        "INSERT INTO people (id, mail, nick, code) VALUES (2, $1, $2, 'c')",
        [("e", True), ("n", False)],
        id="through a view, the table's column counts",
    ),
    pytest.param(
        "INSERT INTO notes (title, body) VALUES ($1, $2)",
        [("t", True), ("b", True)],
        id="what a rule stores as well counts too",
    ),
    pytest.param(
        "INSERT INTO users (id, email, code) VALUES (2, 'e', $1)",
        [("c", True)],
        id="a column of a domain that is NOT NULL",
    ),
    pytest.param("SELECT $1::short_code", [("c", True)], id="a domain over one that is NOT NULL"),
    pytest.param(
        "SELECT ($1::text)::code, $1 IS NULL", [("c", True)], id="a cast to such a domain"
    ),
    pytest.param(
        "UPDATE users SET tags[1] = $1 WHERE id = 1", [("t", False)], id="an element of an array"
    ),
    pytest.param(
        "UPDATE users SET home.street = $1 WHERE id = 1", [("s", False)], id="a field of a row"
    ),
    pytest.param(
        "UPDATE users SET nick = CASE WHEN id = 1 THEN $1 ELSE nick END",
        [("n", False)],
        id="a branch of CASE, for a nullable column",
    ),
    pytest.param(
        "UPDATE users SET email = coalesce($1, email) WHERE id = 1",
        [("e", False)],
        id="COALESCE has another value for a NOT NULL column",
    ),
    pytest.param(
        "INSERT INTO users (id, email, nick, code) VALUES (2, $1::text, $1, 'c')",
        [("e", True)],
        id="stored in a NOT NULL column and in another",
    ),
    pytest.param(
        "INSERT INTO users (id, email, code) SELECT 2, $1::text, 'c' WHERE $1 IS NULL OR $1 <> ''",
        [("e", True)],
        id="tested for NULL, and stored in a NOT NULL column all the same",
    ),
]


@pytest.mark.parametrize(("statement", "parameters"), _STORED)
def test_what_is_stored_may_be_null_if_its_column_may(
    judge: Judge, statement: str, parameters: list[tuple[str, bool]]
) -> None:
    refused = [not verdict.nullable for verdict in judge(statement)]
    assert refused == [refuses for _, refuses in parameters]


@pytest.mark.parametrize(("statement", "parameters"), _STORED)
def test_null_fails_where_it_is_refused_and_nowhere_else(
    database: str, statement: str, parameters: list[tuple[str, bool]]
) -> None:
    values = [value for value, _ in parameters]
    _run(database, statement, values)
    for index, (_, refuses) in enumerate(parameters):
        given: list[str | None] = [*values[:index], None, *values[index + 1 :]]
        if refuses:
            with pytest.raises(psycopg.errors.NotNullViolation):
                _run(database, statement, given)
        else:
            _run(database, statement, given)


_WHERE = "SELECT id FROM users WHERE {}"
# What is done with $1, and whether it may be NULL.
_USED = [
    pytest.param("nick = $1", False, "compared with nick", id="compared"),
    pytest.param("lower(nick) = lower($1)", False, "compared with nick", id="compared in a call"),
    pytest.param("shout($1) = 'A'", False, "an argument of shout", id="an argument"),
    pytest.param("nick || $1 = 'a'", False, "computed with nick", id="an operand"),
    pytest.param("id = ANY ($1)", False, "each element is compared with id", id="= ANY"),
    pytest.param("$1 = ANY (tags)", False, "compared with tags", id="looked for in an array"),
    pytest.param("$1", False, "used as a value", id="a condition by itself"),
    pytest.param("$1 IS TRUE", False, "used as a value", id="IS TRUE"),
    pytest.param("nullif($1, nick) = ''", False, "compared with nick", id="NULLIF"),
    pytest.param("coalesce(nick, $1) = ''", False, "nothing stands in", id="COALESCE, the last"),
    pytest.param("coalesce($1, nick) = ''", True, "COALESCE gives", id="COALESCE, not the last"),
    pytest.param("$1::text IS NULL", True, "tested with IS NULL", id="IS NULL"),
    pytest.param("$1::text IS NOT NULL", True, "tested with IS NULL", id="IS NOT NULL"),
    pytest.param("$1 IS UNKNOWN", True, "tested with IS UNKNOWN", id="IS UNKNOWN"),
    pytest.param("nick = $1 OR $1 IS NULL", True, "tested with IS NULL", id="one of two uses"),
    pytest.param("nick IS DISTINCT FROM $1", True, "IS DISTINCT FROM", id="IS DISTINCT FROM"),
    pytest.param(
        "$1 IS NOT DISTINCT FROM nick", True, "IS DISTINCT FROM", id="IS NOT DISTINCT FROM"
    ),
    pytest.param(
        "EXISTS (SELECT FROM notes WHERE body = users.nick AND $1::text IS NULL)",
        True,
        "tested with IS NULL",
        id="in a sub-query",
    ),
    pytest.param(
        "EXISTS (WITH given (n) AS (SELECT $1::text) SELECT FROM given WHERE n IS NULL)",
        True,
        "tested with IS NULL",
        id="as a column of a WITH query",
    ),
    pytest.param(
        "id IN (SELECT unnest($1::integer[]))",
        False,
        "each element is compared with id",
        id="unnested",
    ),
    pytest.param(
        "EXISTS (SELECT FROM unnest($1::text[]) AS u (n) WHERE n IS NULL)",
        False,
        "an argument of unnest",
        id="an element that is NULL says nothing of the array",
    ),
]


@pytest.mark.parametrize(("condition", "nullable", "why"), _USED)
def test_null_must_mean_something_where_it_is_used(
    judge: Judge, condition: str, nullable: bool, why: str
) -> None:
    (verdict,) = judge(_WHERE.format(condition))
    assert verdict.nullable is nullable
    assert why in verdict.why


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        pytest.param("SELECT id FROM users LIMIT $1", "LIMIT takes it", id="LIMIT"),
        pytest.param("SELECT id FROM users OFFSET $1", "OFFSET takes it", id="OFFSET"),
        pytest.param("SELECT $1::text", "the query gives it back", id="output"),
        pytest.param(
            "UPDATE users SET nick = lower($1)", "an argument of lower", id="stored, computed"
        ),
        pytest.param(
            "UPDATE users SET email = CASE WHEN id = 1 THEN $1 ELSE email END",
            "if CASE says so, assigned to users.email, which is NOT NULL",
            id="a branch of CASE, for a NOT NULL column",
        ),
        pytest.param(
            "SELECT FROM users LEFT JOIN (VALUES ($1::integer)) AS v (a) ON id = a WHERE a IS NULL",
            "compared with id",
            id="IS NULL that asks whether an outer join found a row",
        ),
        pytest.param(
            "UPDATE users SET nick = $1::integer::text WHERE false OR abs($1) > 1",
            "assigned to users.nick, which may be NULL",
            id="stored in a nullable column after all",
        ),
        pytest.param(
            "INSERT INTO notes (title) VALUES ($1::address::text)",
            "an argument of in_words",
            id="a cast that gives something for NULL",
        ),
        pytest.param(
            'SELECT FROM notes AS n ("the title") WHERE "the title" = $1',
            "compared with the title",
            id="a name with a space",
        ),
        pytest.param(
            "UPDATE users SET guarded = $1",
            "assigned to users.guarded, which is NOT NULL",
            id="a CHECK says IS NOT NULL",
        ),
    ],
)
def test_the_reason_is_given(judge: Judge, statement: str, why: str) -> None:
    assert judge(statement)[0].why == why


def test_a_null_that_a_check_refuses_fails(database: str) -> None:
    with pytest.raises(psycopg.errors.CheckViolation):
        _run(database, "UPDATE users SET guarded = $1", [None])


def test_a_constraint_that_is_not_valid_refuses_new_nulls(empty_url: str) -> None:
    with open_session(Database(empty_url, "the test's")) as connection:
        if connection.info.server_version < 180000:
            pytest.skip("NOT NULL is always valid before PostgreSQL 18")
        connection.execute("CREATE TABLE t (a text)")
        connection.execute("ALTER TABLE t ADD CONSTRAINT c NOT NULL a NOT VALID")
        (verdict,) = _judge(connection, "INSERT INTO t VALUES ($1)")
    assert not verdict.nullable
    with pytest.raises(psycopg.errors.NotNullViolation):
        _run(empty_url, "INSERT INTO t VALUES ($1)", [None])


def test_a_child_without_the_constraint_does_not_change_the_parent(empty_url: str) -> None:
    with open_session(Database(empty_url, "the test's")) as connection:
        if connection.info.server_version >= 180000:
            pytest.skip("children keep NOT NULL from PostgreSQL 18 on")
        connection.execute("CREATE TABLE parent (a text NOT NULL)")
        connection.execute("CREATE TABLE child () INHERITS (parent)")
        connection.execute("ALTER TABLE child ALTER a DROP NOT NULL")
        (verdict,) = _judge(connection, "INSERT INTO parent VALUES ($1)")
    assert not verdict.nullable
    with pytest.raises(psycopg.errors.NotNullViolation):
        _run(empty_url, "INSERT INTO parent VALUES ($1)", [None])


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        pytest.param(
            "INSERT INTO users (id, email) VALUES ($1, $2)", "id email", id="the column it is for"
        ),
        pytest.param("UPDATE users SET email = lower($1)", "email", id="through a function"),
        pytest.param("UPDATE users SET nick = nullif($1, '')", "nick", id="NULLIF with a constant"),
        pytest.param(
            "UPDATE users SET balance = balance + $1", "balance", id="added to the column"
        ),
        pytest.param("UPDATE users SET balance = greatest($1, 0)", "balance", id="GREATEST"),
        pytest.param('UPDATE users SET "teamId" = $1', "team_id", id="snake case"),
        pytest.param("SELECT coalesce($1, nick) FROM users", "nick", id="beside it in COALESCE"),
        pytest.param("SELECT FROM users WHERE nick = $1", "nick", id="compared column"),
        pytest.param("SELECT FROM users WHERE $1 < born", "born", id="on the other side"),
        pytest.param("SELECT FROM people WHERE mail = $1", "mail", id="the view's own name"),
        pytest.param(
            "SELECT FROM users AS u (a, b) WHERE b = $1", "b", id="the name that the query gives"
        ),
        pytest.param(
            "SELECT FROM users WHERE lower(nick) = lower($1)", "nick", id="in the same function"
        ),
        pytest.param("SELECT FROM users WHERE lower(nick) = $1", "nick", id="in a function"),
        pytest.param(
            "SELECT FROM users WHERE nick ILIKE '%' || $1 || '%'", "nick", id="part of a pattern"
        ),
        pytest.param("SELECT FROM users WHERE id = ANY ($1)", "ids", id="several"),
        pytest.param("SELECT FROM users WHERE id <> ALL ($1)", "ids", id="several, none of them"),
        pytest.param("SELECT FROM users WHERE id IN ($1, $2)", "id id_2", id="a list"),
        pytest.param("SELECT FROM users WHERE $1 = ANY (tags)", "tag", id="one of them"),
        pytest.param("UPDATE users SET tags[1] = $1", "tag", id="an element"),
        pytest.param("UPDATE users SET tags[1:2] = $1", "tags", id="several elements"),
        pytest.param(
            "SELECT FROM users WHERE (created_at, id) < ($1, $2)", "created_at id", id="rows"
        ),
        pytest.param(
            "SELECT FROM users WHERE $1 IN (SELECT title FROM notes)", "title", id="IN (SELECT)"
        ),
        pytest.param(
            "SELECT FROM users WHERE id IN (SELECT unnest($1::integer[]))",
            "ids",
            id="unnested in IN (SELECT)",
        ),
        pytest.param(
            "SELECT FROM users JOIN unnest($1::integer[]) AS given (n) ON id = n",
            "ids",
            id="unnested and joined",
        ),
        pytest.param(
            "INSERT INTO users (id, email)"
            " SELECT * FROM unnest($1::integer[], $2::text[]) AS given (a, b)",
            "ids emails",
            id="unnested for several columns",
        ),
        pytest.param(
            "INSERT INTO notes (title) SELECT unnest($1::text[])",
            "titles",
            id="unnested in the target list",
        ),
        pytest.param(
            "SELECT FROM users WHERE born BETWEEN $1 AND $2", "born_from born_to", id="BETWEEN"
        ),
        pytest.param(
            "SELECT FROM users WHERE born BETWEEN SYMMETRIC $1 AND $2",
            "born_from born_to",
            id="BETWEEN SYMMETRIC",
        ),
        pytest.param(
            "SELECT FROM users WHERE born NOT BETWEEN $1 AND $2",
            "born_from born_to",
            id="NOT BETWEEN",
        ),
        pytest.param(
            "SELECT FROM users WHERE born < $1 AND id = 1 AND $2 <= born",
            "born_to born_from",
            id="two bounds",
        ),
        pytest.param(
            "SELECT FROM users WHERE born >= $1 AND born < $1 + 7", "born", id="one value, twice"
        ),
        pytest.param(
            "SELECT FROM users WHERE born >= $1 AND id < $2", "born id", id="of two columns"
        ),
        pytest.param("SELECT find($1, $2)", "needle top", id="the function's own names"),
        pytest.param("SELECT find(top => $1, needle => $2)", "top needle", id="named arguments"),
        pytest.param(
            "SELECT FROM users WHERE created_at > now() - make_interval(days => $1)",
            "days",
            id="an argument's name before a column that is further away",
        ),
        pytest.param("SELECT weighted(balance, $1) FROM users", "weight", id="of an aggregate"),
        pytest.param(
            "SELECT weighted(balance, $1) OVER () FROM users", "weight", id="of a window function"
        ),
        pytest.param("SELECT shout($1)", "p1", id="an argument without a name"),
        pytest.param(
            "SELECT FROM users WHERE created_at > now() - $1::interval",
            "p1",
            id="of another type than the column",
        ),
        pytest.param("SELECT 1 LIMIT $1 OFFSET $2", "limit offset", id="LIMIT and OFFSET"),
        pytest.param("SELECT 1 LIMIT coalesce($1, 10)", "limit", id="LIMIT with a default"),
        pytest.param("SELECT $1::integer AS total", "total", id="the name it is given back under"),
        pytest.param("SELECT $1::text", "p1", id="but not the name of its type"),
        pytest.param("SELECT 1 WHERE $1", "p1", id="nothing to go by"),
        pytest.param(
            "UPDATE users SET nick = $1 WHERE nick = $2 AND email = $1",
            "nick nick_2",
            id="stored before compared, and no name twice",
        ),
        pytest.param(
            "UPDATE users AS u SET email = v.b FROM (VALUES ($1::integer, $2)) AS v (a, b)"
            " WHERE u.id = v.a",
            "id email",
            id="columns of VALUES",
        ),
    ],
)
def test_a_parameter_is_named_after_what_it_goes_with(
    judge: Judge, statement: str, names: str
) -> None:
    assert [verdict.name for verdict in judge(statement)] == names.split()


@pytest.mark.parametrize(
    ("statement", "origin"),
    [
        pytest.param("UPDATE users SET nick = $1", ("users", "nick"), id="stored"),
        pytest.param("SELECT FROM users WHERE id = $1", ("users", "id"), id="compared"),
        pytest.param("SELECT FROM people WHERE mail = $1", ("users", "email"), id="in a view"),
        pytest.param("SELECT FROM users WHERE id = ANY ($1)", ("users", "id"), id="= ANY"),
        pytest.param("SELECT 1 LIMIT $1", None, id="none"),
    ],
)
def test_the_column_that_a_parameter_goes_with_is_known(
    session: Connection, statement: str, origin: tuple[str, str] | None
) -> None:
    (verdict,) = _judge(session, statement)
    query = """
        SELECT attrelid::regclass::text, attname FROM pg_attribute
        WHERE (attrelid::bigint, attnum) = (%s, %s)
    """
    found = session.execute(query, verdict.origin).fetchone() if verdict.origin else None
    assert cast("tuple[str, str] | None", found) == origin


def test_a_statement_without_parameters_has_no_verdicts(judge: Judge) -> None:
    assert judge("SELECT 1") == ()


def test_a_parameter_that_no_query_is_left_to_use_expects_a_value(empty_url: str) -> None:
    with open_session(Database(empty_url, "the test's")) as connection:
        connection.execute("CREATE TABLE t (a text)")
        connection.execute("CREATE RULE none AS ON INSERT TO t DO INSTEAD NOTHING")
        (verdict,) = _judge(connection, "INSERT INTO t VALUES ($1)")
    assert (verdict.nullable, verdict.why, verdict.name) == (False, "nothing uses it", "p1")
