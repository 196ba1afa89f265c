"""Which columns are said to be never NULL, each claim held against rows of the server."""

from collections.abc import Generator
from dataclasses import dataclass

import psycopg
import pytest

from quern.analysis.server import open_session
from quern.database import Connection, Database
from tests.quern.analysis.queries import analysed

SCHEMA = """
CREATE DOMAIN filled AS integer NOT NULL;
CREATE TYPE pair AS (a integer, b integer);

CREATE TABLE item (id integer NOT NULL, note text, kind integer NOT NULL DEFAULT 1);
INSERT INTO item VALUES (1, NULL), (2, 'two'), (3, NULL), (4, 'four');
CREATE TABLE part (id integer PRIMARY KEY, item_id integer, name text NOT NULL);
INSERT INTO part VALUES (1, 1, 'p'), (2, NULL, 'q');
CREATE TABLE stock (id integer PRIMARY KEY, name text NOT NULL, note text);
INSERT INTO stock VALUES (1, 'one', NULL), (2, 'two', 'x');

CREATE VIEW item_view AS SELECT id, note FROM item;
CREATE VIEW outer_view AS SELECT p.id, i.id AS item_id FROM part p LEFT JOIN item i ON i.id = 9;
CREATE MATERIALIZED VIEW item_copy AS SELECT id, note FROM item;

CREATE TABLE parent (id integer, name text NOT NULL);
CREATE TABLE child () INHERITS (parent);
INSERT INTO child VALUES (1, 'c');
CREATE TABLE leaf (id integer NOT NULL) INHERITS (parent);
INSERT INTO leaf VALUES (2, 'l');

CREATE TABLE measure (at integer NOT NULL, value integer NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE measure_1 PARTITION OF measure FOR VALUES FROM (0) TO (10);
INSERT INTO measure VALUES (1, 1);

CREATE TABLE with_domain (value filled, other integer);
INSERT INTO with_domain VALUES (1, 1);

CREATE TABLE checked (value integer CHECK (value IS NOT NULL));
INSERT INTO checked VALUES (1);

CREATE TABLE generated (
    id integer NOT NULL, twice integer GENERATED ALWAYS AS (id * 2) STORED NOT NULL
);
INSERT INTO generated VALUES (1);

CREATE TABLE filled_by_trigger (id integer NOT NULL);
CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN new.id := coalesce(new.id, 7); RETURN new; END $$;
CREATE TRIGGER fill BEFORE INSERT ON filled_by_trigger FOR EACH ROW EXECUTE FUNCTION fill();

CREATE TABLE replaced (id integer NOT NULL);
CREATE VIEW written AS SELECT id FROM replaced;
CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN new.id := NULL; RETURN new; END $$;
CREATE TRIGGER forget INSTEAD OF INSERT ON written FOR EACH ROW EXECUTE FUNCTION forget();

CREATE TABLE ruled (id integer NOT NULL);
CREATE TABLE target (id integer, filled integer NOT NULL DEFAULT 1);
CREATE RULE elsewhere AS ON INSERT TO ruled DO INSTEAD
    INSERT INTO target (id) VALUES (NULL) RETURNING id;
"""
SCHEMA_18 = """
CREATE TABLE not_valid (id integer, name text NOT NULL);
INSERT INTO not_valid VALUES (NULL, 'x');
ALTER TABLE not_valid ADD CONSTRAINT id_filled NOT NULL id NOT VALID;
CREATE TABLE once_not_valid (id integer);
INSERT INTO once_not_valid VALUES (1);
ALTER TABLE once_not_valid ADD CONSTRAINT id_filled NOT NULL id NOT VALID;
ALTER TABLE once_not_valid VALIDATE CONSTRAINT id_filled;
CREATE TABLE virtual (id integer NOT NULL, twice integer GENERATED ALWAYS AS (id * 2) VIRTUAL);
INSERT INTO virtual VALUES (1);
"""


@dataclass(frozen=True)
class Case:
    """A statement and which of its columns are proven not to be NULL.

    :ivar reason: what the statement shows
    :ivar proven: T for a column that is never NULL, N for one that may be
    :ivar since: the first major version of the server that knows the statement
    :ivar without_null: whether no row of the data holds a NULL where one may be
    """

    reason: str
    statement: str
    proven: str
    since: int = 15
    without_null: bool = False


NEVER_NULL = [
    Case("columns of the only table", "SELECT id, note, kind FROM item", "TNT"),
    Case("all columns of the only table", "SELECT * FROM item", "TNT"),
    Case("an alias", "SELECT i.id AS other FROM item AS i (id)", "T"),
    Case("a filter", "SELECT id FROM item WHERE note IS NULL", "T"),
    Case("columns that only sort", "SELECT id FROM item ORDER BY note, kind LIMIT 3", "T"),
    Case("distinct rows", "SELECT DISTINCT id FROM item", "T"),
    Case("a lock", "SELECT id FROM item FOR UPDATE", "T"),
    Case("a sample", "SELECT id FROM item TABLESAMPLE BERNOULLI (100)", "T"),
    Case("a subquery in the filter", "SELECT id FROM item WHERE EXISTS (SELECT FROM part)", "T"),
    Case("a CTE that is not read", "WITH x AS (SELECT 1) SELECT id FROM item", "T"),
    Case("an unknown label beside it", "SELECT id, NULL AS n FROM item", "TN"),
    Case("only the table itself", "SELECT name FROM ONLY leaf", "T"),
    Case("a partition", "SELECT at, value FROM measure_1", "TT"),
    Case("an inheriting table", "SELECT id, name FROM leaf", "TT"),
    Case("a stored generated column", "SELECT twice FROM generated", "T"),
    Case("insert", "INSERT INTO item VALUES (9, NULL) RETURNING id, note, kind", "TNT"),
    Case(
        "insert what a trigger fills",
        "INSERT INTO filled_by_trigger VALUES (NULL) RETURNING id",
        "T",
    ),
    Case(
        "insert from a query", "INSERT INTO item SELECT id, NULL FROM part RETURNING id, note", "TN"
    ),
    Case(
        "insert from an outer join",
        "INSERT INTO item SELECT p.id, i.note FROM part p LEFT JOIN item i ON i.id = p.item_id "
        "RETURNING id, note",
        "TN",
    ),
    Case(
        "insert through a CTE",
        "WITH x AS (SELECT 5 AS id) INSERT INTO item SELECT id FROM x RETURNING id",
        "T",
    ),
    Case(
        "insert or update",
        "INSERT INTO stock VALUES (1, 'new', NULL) ON CONFLICT (id) DO UPDATE "
        "SET name = excluded.name RETURNING id, name, note",
        "TTN",
    ),
    Case(
        "insert or nothing",
        "INSERT INTO stock VALUES (1, 'n', NULL), (8, 'n', NULL) ON CONFLICT DO NOTHING "
        "RETURNING name, note",
        "TN",
    ),
    Case("update", "UPDATE item SET note = NULL RETURNING id, note", "TN"),
    Case("delete", "DELETE FROM item RETURNING id, note", "TN"),
    Case("a constraint that was validated", "SELECT id FROM once_not_valid", "T", since=18),
]

MAY_BE_NULL = [
    Case("left join", "SELECT p.id, i.id FROM part p LEFT JOIN item i ON i.id = p.item_id", "NN"),
    Case("right join", "SELECT i.id FROM item i RIGHT JOIN part p ON i.id = p.item_id", "N"),
    Case("full join", "SELECT p.id, i.id FROM part p FULL JOIN item i ON i.id = p.item_id", "NN"),
    Case(
        "join over a nullable key",
        "SELECT i.id, p.name FROM item i LEFT JOIN part p ON p.item_id = i.id",
        "NN",
    ),
    Case(
        "inner join",
        "SELECT i.id FROM item i JOIN part p ON i.id = p.item_id",
        "N",
        without_null=True,
    ),
    Case("cross join", "SELECT i.id FROM item i, part p", "N", without_null=True),
    Case(
        "lateral",
        "SELECT i.id, l.id FROM item i "
        "LEFT JOIN LATERAL (SELECT id FROM part WHERE id = i.id + 1) l ON true",
        "NN",
    ),
    Case(
        "a join with itself",
        "SELECT a.id, b.id FROM item a LEFT JOIN item b ON b.id = a.id + 1",
        "NN",
    ),
    Case("a view", "SELECT id FROM item_view", "N", without_null=True),
    Case("a view with an outer join", "SELECT item_id FROM outer_view", "N"),
    Case("a materialised view", "SELECT id FROM item_copy", "N", without_null=True),
    Case("a subquery in FROM", "SELECT id FROM (SELECT id FROM item) AS s", "N", without_null=True),
    Case(
        "a subquery with an outer join",
        "SELECT s.id FROM (SELECT i.id FROM part p LEFT JOIN item i ON false) s",
        "N",
    ),
    Case("a scalar subquery", "SELECT (SELECT i.id FROM item i WHERE i.id = 99) FROM part", "N"),
    Case("a CTE", "WITH x AS (SELECT id FROM item) SELECT id FROM x", "N", without_null=True),
    Case(
        "a CTE of changes",
        "WITH x AS (UPDATE item SET kind = 2 RETURNING note) SELECT note FROM x",
        "N",
    ),
    Case("values", "SELECT * FROM (VALUES (1), (NULL)) AS v (x)", "N"),
    Case("a function in FROM", "SELECT * FROM unnest(ARRAY[1, NULL]) AS f", "N"),
    Case("no table", "SELECT NULL::integer", "N"),
    Case("grouping sets", "SELECT id, kind FROM item GROUP BY GROUPING SETS ((id), (kind))", "NN"),
    Case("rollup", "SELECT id FROM item GROUP BY ROLLUP (id)", "N"),
    Case("cube", "SELECT id FROM item GROUP BY CUBE (id)", "N"),
    Case("union", "SELECT id FROM item UNION SELECT NULL", "N"),
    Case("union all", "SELECT id FROM item UNION ALL SELECT item_id FROM part", "N"),
    Case("intersect", "SELECT id FROM item INTERSECT SELECT id FROM part", "N", without_null=True),
    Case("except", "SELECT id FROM item EXCEPT SELECT 1", "N", without_null=True),
    Case("an expression", "SELECT nullif(id, 1) FROM item", "N"),
    Case("arithmetic with a nullable", "SELECT i.id + length(i.note) FROM item i", "N"),
    Case("a case without else", "SELECT CASE WHEN id = 1 THEN id END FROM item", "N"),
    Case("a cast", "SELECT id::text FROM item", "N", without_null=True),
    Case("a constant", "SELECT 1 FROM item", "N", without_null=True),
    Case("an aggregate over nothing", "SELECT max(id) FROM item WHERE false", "N"),
    Case("an aggregate with a filter", "SELECT sum(id) FILTER (WHERE false) FROM item", "N"),
    Case("a window function", "SELECT lag(id) OVER (ORDER BY id) FROM item", "N"),
    Case("a whole row", "SELECT i FROM item i", "N", without_null=True),
    Case("a field of a composite", "SELECT (ROW(NULL, 1)::pair).a FROM item", "N"),
    Case("a system column", "SELECT tableoid::integer FROM item", "N", without_null=True),
    Case("a parent whose child may differ", "SELECT name FROM parent", "N", without_null=True),
    Case("a partitioned table", "SELECT value FROM measure", "N", without_null=True),
    Case("a domain that is not null", "SELECT value FROM with_domain", "N", without_null=True),
    Case(
        "a domain that is not null, from an outer join",
        "SELECT d.value FROM item i LEFT JOIN with_domain d ON false",
        "N",
    ),
    Case("a check that it is not null", "SELECT value FROM checked", "N", without_null=True),
    Case(
        "update from",
        "UPDATE item SET kind = 2 FROM part p WHERE p.id = item.id RETURNING item.id, p.item_id",
        "NN",
    ),
    Case(
        "update from an outer join",
        "UPDATE stock SET note = 'y' FROM part p LEFT JOIN item i ON false "
        "RETURNING stock.id, i.id",
        "NN",
    ),
    Case(
        "delete using",
        "DELETE FROM item USING part p WHERE p.id = item.id RETURNING item.id, p.item_id",
        "NN",
    ),
    Case("insert and an expression", "INSERT INTO item VALUES (9) RETURNING nullif(id, 9)", "N"),
    Case(
        "insert and a subquery", "INSERT INTO item VALUES (9) RETURNING (SELECT 1 WHERE false)", "N"
    ),
    Case("a view with a trigger of its own", "INSERT INTO written VALUES (1) RETURNING id", "N"),
    Case("a rule that inserts elsewhere", "INSERT INTO ruled VALUES (1) RETURNING id", "N"),
    Case(
        "merge",
        "MERGE INTO item USING part p ON p.id = item.id WHEN MATCHED THEN UPDATE SET kind = 3 "
        "RETURNING item.id, p.item_id",
        "NN",
        since=17,
    ),
    Case(
        "the old row of an insert",
        "INSERT INTO item VALUES (9) RETURNING old.id, new.id",
        "NN",
        since=18,
    ),
    Case("the new row of a delete", "DELETE FROM item RETURNING new.id, old.id", "NN", since=18),
    Case(
        "the old row by another name",
        "INSERT INTO item VALUES (9) RETURNING WITH (OLD AS o) o.id",
        "N",
        since=18,
    ),
    Case(
        "the old row of insert or update",
        "INSERT INTO stock VALUES (1, 'n'), (9, 'n') ON CONFLICT (id) DO UPDATE SET name = 'm' "
        "RETURNING old.id",
        "N",
        since=18,
    ),
    Case("a constraint that is not valid", "SELECT id, name FROM not_valid", "NT", since=18),
    Case(
        "a virtual generated column", "SELECT twice FROM virtual", "N", since=18, without_null=True
    ),
]
CASES = [*NEVER_NULL, *MAY_BE_NULL]


@pytest.fixture(scope="module")
def rows(module_url: str) -> Generator[Connection]:
    """A connection for describing, to a database with rows that hold NULL where they may."""
    with open_session(Database(module_url, "test")) as connection:
        connection.execute(SCHEMA.encode())
        if connection.info.server_version >= 180000:
            connection.execute(SCHEMA_18.encode())
        yield connection


def _skip_on_older(connection: Connection, case: Case) -> None:
    version = connection.info.server_version // 10000
    if version < case.since:
        pytest.skip(f"PostgreSQL {version} does not know this: it came with {case.since}")


def _fetch(connection: Connection, statement: str) -> list[tuple[object, ...]]:
    """Run a statement, and undo what it does."""
    with connection.transaction(force_rollback=True):
        return connection.execute(statement.encode()).fetchall()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.reason)
def test_columns_are_said_to_be_null_or_not_as_listed(rows: Connection, case: Case) -> None:
    _skip_on_older(rows, case)
    columns = analysed(rows, case.statement).columns
    assert "".join("N" if column.nullable else "T" for column in columns) == case.proven


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.reason)
def test_no_column_that_is_said_to_be_never_null_holds_null(rows: Connection, case: Case) -> None:
    _skip_on_older(rows, case)
    columns = analysed(rows, case.statement).columns
    found = _fetch(rows, case.statement)
    assert found
    for index, column in enumerate(columns):
        if not column.nullable:
            assert all(row[index] is not None for row in found)


@pytest.mark.parametrize(
    "case", [case for case in MAY_BE_NULL if not case.without_null], ids=lambda case: case.reason
)
def test_null_is_really_met_where_it_is_said_to_be_possible(rows: Connection, case: Case) -> None:
    _skip_on_older(rows, case)
    assert any(None in row for row in _fetch(rows, case.statement))


def test_a_column_by_its_position_and_name_in_the_right_place(rows: Connection) -> None:
    columns = analysed(rows, "SELECT note, id, kind AS note FROM item").columns
    assert [(column.name, column.nullable) for column in columns] == [
        ("note", True),
        ("id", False),
        ("note", False),
    ]


def test_dropped_columns_do_not_shift_the_others(
    owner: psycopg.Connection, session: Connection
) -> None:
    owner.execute("CREATE TABLE t (a integer NOT NULL, b integer, c integer NOT NULL, d integer)")
    owner.execute("ALTER TABLE t DROP COLUMN a")
    columns = analysed(session, "SELECT * FROM t").columns
    assert [(c.name, c.nullable) for c in columns] == [("b", True), ("c", False), ("d", True)]


def test_a_parent_without_children_any_more_is_a_plain_table(
    owner: psycopg.Connection, session: Connection
) -> None:
    owner.execute("CREATE TABLE p (id integer NOT NULL)")
    owner.execute("CREATE TABLE c () INHERITS (p)")
    owner.execute("DROP TABLE c")
    assert [c.nullable for c in analysed(session, "SELECT id FROM p").columns] == [False]
