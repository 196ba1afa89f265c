"""What queries read and write, on a real server; what is claimed is also tried there."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace

import psycopg
import pytest
from psycopg import errors

from quern.analysis.catalog.catalog import Catalog, read_catalog
from quern.analysis.effects.effects import Effects, effects_of, find_effects
from quern.analysis.effects.volatility import HARMLESS, REFUSED_BY_A_REPLICA
from quern.analysis.server import Description, describe, open_session
from quern.analysis.tree.contents import Contents, find_contents
from quern.analysis.tree.nodetree import Node, read_tree
from quern.analysis.tree.rewritten import rewritten_queries
from quern.connection import Connection
from quern.database import Database
from tests.postgres import Databases

SCHEMA = """
CREATE SCHEMA s;

CREATE TABLE s.users (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL UNIQUE,
    email_key text GENERATED ALWAYS AS (lower(email)) STORED,
    name text
);
CREATE TABLE s.posts (
    id integer PRIMARY KEY, author bigint REFERENCES s.users, gone text, title text, note text
);
ALTER TABLE s.posts DROP COLUMN gone;
CREATE TABLE s.log (what text);

CREATE VIEW s.named AS SELECT id, email FROM s.users WHERE name IS NOT NULL;
CREATE VIEW s.titles AS
    SELECT p.title, n.email FROM s.posts AS p JOIN s.named AS n ON n.id = p.author;
CREATE VIEW s.guarded WITH (security_barrier) AS SELECT id, email FROM s.users WHERE name = 'x';
CREATE MATERIALIZED VIEW s.kept AS SELECT title FROM s.posts;
CREATE VIEW s.locking AS SELECT id FROM s.posts FOR SHARE;
CREATE VIEW s.diced AS SELECT id, random() AS chance FROM s.posts;

CREATE FUNCTION s.instead() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE VIEW s.distinct_titles AS SELECT DISTINCT title FROM s.posts;
CREATE TRIGGER instead INSTEAD OF UPDATE ON s.distinct_titles
    FOR EACH ROW EXECUTE FUNCTION s.instead();

CREATE TABLE s.noted (id integer, v text);
CREATE RULE note AS ON UPDATE TO s.noted DO ALSO INSERT INTO s.log VALUES (new.v);
CREATE TABLE s.ignored (id integer);
CREATE RULE ignore AS ON INSERT TO s.ignored DO INSTEAD NOTHING;
CREATE TABLE s.redirected (id integer, v text);
CREATE RULE redirect AS ON UPDATE TO s.redirected DO INSTEAD INSERT INTO s.log VALUES (old.v);
CREATE TABLE s.announced (id integer);
CREATE RULE announce AS ON DELETE TO s.announced DO INSTEAD NOTIFY gone;
CREATE VIEW s.ruled AS SELECT id, title FROM s.posts;
CREATE RULE insert AS ON INSERT TO s.ruled DO INSTEAD
    INSERT INTO s.posts (id, note) VALUES (new.id, new.title);

CREATE TABLE s.logged (id integer);
CREATE RULE log AS ON INSERT TO s.logged DO ALSO INSERT INTO s.log VALUES ('more');

CREATE TABLE s.documents (id integer, title text, owner text, body text);
CREATE TABLE s.members (login text, document integer);
ALTER TABLE s.documents ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON s.documents USING (
    owner = current_user OR EXISTS (SELECT FROM s.members AS m WHERE m.document = documents.id)
);

CREATE FUNCTION s.volatile(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x';
CREATE FUNCTION s.volatile_test(x text) RETURNS boolean LANGUAGE plpgsql
    AS 'BEGIN RETURN x <> ''''; END';
CREATE FUNCTION s.stable(x integer) RETURNS integer STABLE LANGUAGE plpgsql
    AS 'BEGIN RETURN (SELECT count(*) FROM s.log); END';
CREATE FUNCTION s.immutable_test(x text) RETURNS boolean IMMUTABLE LANGUAGE plpgsql
    AS 'BEGIN RETURN x <> ''''; END';
CREATE FUNCTION s.random() RETURNS float8 LANGUAGE sql AS 'SELECT 1.0';
CREATE TABLE s.secrets (id integer, body text);
ALTER TABLE s.secrets ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tested ON s.secrets USING (s.volatile_test(body));

CREATE TABLE s.unforced (id integer, body text);
ALTER TABLE s.unforced ENABLE ROW LEVEL SECURITY;
CREATE POLICY tested ON s.unforced USING (s.volatile_test(body));

CREATE FUNCTION s.less(a text, b text) RETURNS boolean LANGUAGE plpgsql
    AS 'BEGIN RETURN a < b; END';
CREATE OPERATOR s.<<< (FUNCTION = s.less, LEFTARG = text, RIGHTARG = text);
CREATE FUNCTION s.plus(a integer, b integer) RETURNS integer LANGUAGE sql AS 'SELECT a + b';
CREATE AGGREGATE s.total (integer) (SFUNC = s.plus, STYPE = integer, INITCOND = '0');
CREATE AGGREGATE s.sum (integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
CREATE TYPE s.pair AS (a integer, b integer);
CREATE FUNCTION s.pair(x integer) RETURNS s.pair LANGUAGE sql AS 'SELECT ROW(x, x)::s.pair';
CREATE CAST (integer AS s.pair) WITH FUNCTION s.pair(integer);

CREATE DOMAIN s.word AS text CHECK (s.volatile_test(VALUE));
CREATE DOMAIN s.plain_word AS text CHECK (s.immutable_test(VALUE));
CREATE TYPE s.entry AS (word s.word);
CREATE TABLE s.words (word s.word, plain s.plain_word);
CREATE DOMAIN s.long_word AS s.word;
CREATE DOMAIN s.checked_word AS text CHECK ((VALUE::s.word) <> 'x');
CREATE TYPE s.word_range AS RANGE (SUBTYPE = s.word);
CREATE TYPE s.mood AS ENUM ('sad', 'fine');
CREATE TYPE s.humour AS ENUM ('sad', 'fine');
CREATE FUNCTION s.json(x s.humour) RETURNS json LANGUAGE sql AS $$SELECT '1'::json$$;
CREATE CAST (s.humour AS json) WITH FUNCTION s.json(s.humour);
CREATE TYPE s.twin AS (a integer, b integer);
CREATE TYPE s.triplet AS (a integer, b integer, c integer);
CREATE FUNCTION s.twin(x s.triplet) RETURNS s.twin LANGUAGE sql AS 'SELECT ROW(1, 2)::s.twin';
CREATE CAST (s.triplet AS s.twin) WITH FUNCTION s.twin(s.triplet) AS IMPLICIT;
CREATE TABLE s.kinds (humour s.humour, twin s.twin, triplet s.triplet);
CREATE SEQUENCE s.counter;
CREATE UNLOGGED TABLE s.fast (id integer);
CREATE TABLE s.parted (id integer) PARTITION BY LIST (id);
CREATE UNLOGGED TABLE s.part PARTITION OF s.parted FOR VALUES IN (1);
"""
#: Base types take a superuser.
BASE_TYPES = """
CREATE TYPE s.odd;
CREATE FUNCTION s.odd_in(cstring) RETURNS s.odd LANGUAGE internal STRICT VOLATILE AS 'textin';
CREATE FUNCTION s.odd_out(s.odd) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'textout';
CREATE TYPE s.odd (INPUT = s.odd_in, OUTPUT = s.odd_out, LIKE = text);
CREATE TYPE s.even;
CREATE FUNCTION s.even_in(cstring) RETURNS s.even LANGUAGE internal STRICT IMMUTABLE AS 'textin';
CREATE FUNCTION s.even_out(s.even) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE
    AS 'textout';
CREATE TYPE s.even (INPUT = s.even_in, OUTPUT = s.even_out, LIKE = text);
CREATE TYPE s.odd_pair AS (a s.odd, b integer);
CREATE FUNCTION s.odd_less(s.odd, s.odd) RETURNS boolean LANGUAGE internal STRICT VOLATILE
    AS 'text_lt';
CREATE FUNCTION s.even_less(s.even, s.even) RETURNS boolean LANGUAGE internal STRICT VOLATILE
    AS 'text_lt';
CREATE FUNCTION s.even_more(s.even, s.even) RETURNS boolean LANGUAGE internal STRICT IMMUTABLE
    AS 'text_gt';
CREATE FUNCTION s.even_equal(s.even, s.even) RETURNS boolean LANGUAGE internal STRICT IMMUTABLE
    AS 'texteq';
CREATE FUNCTION s.even_compare(s.even, s.even) RETURNS integer LANGUAGE internal STRICT IMMUTABLE
    AS 'bttextcmp';
CREATE OPERATOR s.< (FUNCTION = s.even_less, LEFTARG = s.even, RIGHTARG = s.even);
CREATE OPERATOR s.> (FUNCTION = s.even_more, LEFTARG = s.even, RIGHTARG = s.even);
CREATE OPERATOR s.= (FUNCTION = s.even_equal, LEFTARG = s.even, RIGHTARG = s.even);
CREATE OPERATOR CLASS s.even_order DEFAULT FOR TYPE s.even USING btree AS
    OPERATOR 1 s.<, OPERATOR 3 s.=, OPERATOR 5 s.>, FUNCTION 1 s.even_compare(s.even, s.even);
CREATE TABLE s.evens (e s.even);
GRANT USAGE ON SCHEMA s TO PUBLIC;
GRANT ALL ON s.evens TO PUBLIC;
"""

READ_ONLY = "reads only"
Columns = dict[str, str]


@dataclass(frozen=True)
class Server:
    """A database with the schema, and a session that asks about queries."""

    session: Connection
    owner: Connection
    administrator: Connection

    @property
    def version(self) -> int:
        return self.session.info.server_version // 10000


@pytest.fixture(scope="module")
def server(databases: Databases) -> Generator[Server]:
    name = databases.empty()
    url = databases.server.owner_url(name)
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute(SCHEMA.encode())
        with (
            databases.server.administrator(name) as administrator,
            open_session(Database(url, "the test")) as session,
        ):
            administrator.execute(BASE_TYPES.encode())
            yield Server(session, owner, administrator)
    databases.drop(name)


def _trees(server: Server, sql: str) -> tuple[Node, ...]:
    (answer,) = describe(server.session, [sql])
    assert isinstance(answer, Description), answer
    return rewritten_queries(read_tree(answer.tree))


def _catalog(server: Server, contents: Contents) -> Catalog:
    return read_catalog(
        server.session,
        (),
        contents.relations,
        contents.functions,
        contents.operators,
        contents.read_types | contents.made_types,
    )


def _effects(server: Server, sql: str) -> Effects:
    trees = _trees(server, sql)
    return find_effects(trees, _catalog(server, find_contents(trees)))


def _reads(effects: Effects) -> Columns:
    return {read.table: " ".join(read.columns) for read in effects.reads}


def _writes(effects: Effects) -> Columns:
    return {f"{write.action} {write.table}": " ".join(write.columns) for write in effects.writes}


def _grants(effects: Effects) -> Iterator[str]:
    """Yield statements that allow a role to do what is told, and no more."""
    allowed = [("SELECT", read.table, read.columns) for read in effects.reads]
    allowed += [(write.action, write.table, write.columns) for write in effects.writes]
    for action, table, columns in allowed:
        only = f" ({', '.join(columns)})" if columns else ""
        yield f"GRANT {action}{only} ON {table} TO reader"


def _run_read_only(server: Server, sql: str) -> None:
    with server.owner.transaction(force_rollback=True):
        server.owner.execute("SET TRANSACTION READ ONLY")
        server.owner.execute(sql.encode())


READS = [
    pytest.param("SELECT email FROM s.users", {"s.users": "email"}, id="a column"),
    pytest.param("SELECT count(*) FROM s.users", {"s.users": ""}, id="only its rows count"),
    pytest.param("SELECT 1 FROM s.users WHERE name = ''", {"s.users": "name"}, id="WHERE"),
    pytest.param("SELECT 1 FROM s.users ORDER BY id", {"s.users": "id"}, id="ORDER BY"),
    pytest.param("SELECT 1 FROM s.users GROUP BY id", {"s.users": "id"}, id="GROUP BY"),
    pytest.param("SELECT ctid FROM s.users", {"s.users": ""}, id="a system column is not named"),
    pytest.param("SELECT p FROM s.posts AS p", {"s.posts": "author id note title"}, id="whole row"),
    pytest.param("SELECT count(p) FROM s.posts AS p", {"s.posts": "author id note title"}, id="it"),
    pytest.param("SELECT p.* FROM s.posts AS p", {"s.posts": "author id note title"}, id="star"),
    pytest.param("TABLE s.log", {"s.log": "what"}, id="TABLE"),
    pytest.param("SELECT 1", {}, id="no table"),
    pytest.param(
        "SELECT 1 FROM s.posts AS a JOIN s.posts AS b USING (id)", {"s.posts": "id"}, id="USING"
    ),
    pytest.param(
        "SELECT 1 FROM s.noted AS a NATURAL JOIN s.redirected AS b",
        {"s.noted": "id v", "s.redirected": "id v"},
        id="NATURAL JOIN",
    ),
    pytest.param(
        "SELECT title FROM s.titles",
        {
            "s.titles": "title",
            "s.posts": "author title",
            "s.named": "email id",
            "s.users": "email id name",
        },
        id="a view in a view",
    ),
    pytest.param(
        "SELECT count(*) FROM s.named",
        {"s.named": "", "s.users": "email id name"},
        id="only the rows of a view",
    ),
    pytest.param("SELECT * FROM s.kept", {"s.kept": "title"}, id="a materialized view is a table"),
    pytest.param(
        "WITH u AS (SELECT email FROM s.users) SELECT * FROM u", {"s.users": "email"}, id="WITH"
    ),
    pytest.param(
        "WITH RECURSIVE r AS (SELECT id FROM s.posts UNION SELECT n.id FROM s.noted AS n JOIN r "
        "ON n.id > r.id) SELECT * FROM r",
        {"s.posts": "id", "s.noted": "id"},
        id="WITH RECURSIVE",
    ),
    pytest.param(
        "SELECT id FROM s.users UNION SELECT id FROM s.posts EXCEPT SELECT id FROM s.noted",
        {"s.users": "id", "s.posts": "id", "s.noted": "id"},
        id="set operations",
    ),
    pytest.param(
        "SELECT (SELECT what FROM s.log) FROM s.posts AS p "
        "WHERE EXISTS (SELECT FROM s.users AS u WHERE u.id = p.author) "
        "AND p.title = ANY (SELECT v FROM s.noted)",
        {"s.log": "what", "s.posts": "author title", "s.users": "id", "s.noted": "v"},
        id="sub-queries",
    ),
    pytest.param(
        "SELECT 1 FROM s.users AS u CROSS JOIN LATERAL (SELECT FROM s.posts AS p "
        "WHERE p.author = u.id) AS x",
        {"s.users": "id", "s.posts": "author"},
        id="LATERAL",
    ),
    pytest.param(
        "SELECT 1 FROM s.posts TABLESAMPLE system (50)", {"s.posts": ""}, id="TABLESAMPLE"
    ),
    pytest.param("SELECT last_value FROM s.counter", {"s.counter": "last_value"}, id="a sequence"),
    pytest.param(
        "SELECT body FROM s.documents",
        {"s.documents": "body id owner", "s.members": "document"},
        id="what policies look at",
    ),
    pytest.param("SELECT relname FROM pg_class", {"pg_catalog.pg_class": "relname"}, id="pg_class"),
]

WRITES = [
    pytest.param(
        "INSERT INTO s.users (email, name) VALUES ('x', 'y')",
        {},
        {"insert s.users": "email name"},
        id="INSERT",
    ),
    pytest.param(
        "INSERT INTO s.noted VALUES (1)", {}, {"insert s.noted": "id"}, id="INSERT without names"
    ),
    pytest.param(
        "INSERT INTO s.noted DEFAULT VALUES", {}, {"insert s.noted": ""}, id="DEFAULT VALUES"
    ),
    pytest.param(
        "INSERT INTO s.users (email) VALUES ('x') RETURNING id",
        {"s.users": "id"},
        {"insert s.users": "email"},
        id="RETURNING reads",
    ),
    pytest.param(
        "INSERT INTO s.log SELECT v FROM s.noted WHERE id = 1",
        {"s.noted": "id v"},
        {"insert s.log": "what"},
        id="INSERT ... SELECT",
    ),
    pytest.param(
        "INSERT INTO s.posts (id, title) VALUES (1, 'x') ON CONFLICT (id) DO NOTHING",
        {"s.posts": "id"},
        {"insert s.posts": "id title"},
        id="ON CONFLICT DO NOTHING",
    ),
    pytest.param(
        "INSERT INTO s.posts (id, title) VALUES (1, 'x') ON CONFLICT (id) "
        "DO UPDATE SET note = 'again' WHERE posts.author IS NULL",
        {"s.posts": "author id"},
        {"insert s.posts": "id title", "update s.posts": "note"},
        id="ON CONFLICT DO UPDATE",
    ),
    pytest.param(
        "UPDATE s.posts SET title = 'x' WHERE note = 'y'",
        {"s.posts": "note"},
        {"update s.posts": "title"},
        id="UPDATE",
    ),
    pytest.param(
        "UPDATE s.users SET email = 'x'",
        {},
        {"update s.users": "email email_key"},
        id="a generated column follows",
    ),
    pytest.param(
        "UPDATE s.posts SET title = u.name FROM s.users AS u WHERE u.id = author",
        {"s.posts": "author", "s.users": "id name"},
        {"update s.posts": "title"},
        id="UPDATE ... FROM",
    ),
    pytest.param(
        "UPDATE s.posts SET (title, note) = (SELECT v, v FROM s.noted)",
        {"s.noted": "v"},
        {"update s.posts": "note title"},
        id="UPDATE of a row",
    ),
    pytest.param("DELETE FROM s.posts", {}, {"delete s.posts": ""}, id="DELETE"),
    pytest.param(
        "DELETE FROM s.posts AS p USING s.users AS u WHERE u.id = p.author AND u.name = 'x'",
        {"s.posts": "author", "s.users": "id name"},
        {"delete s.posts": ""},
        id="DELETE ... USING",
    ),
    pytest.param(
        "MERGE INTO s.posts AS p USING s.noted AS n ON n.id = p.id "
        "WHEN MATCHED AND p.note = 'old' THEN DELETE "
        "WHEN MATCHED THEN UPDATE SET title = n.v "
        "WHEN NOT MATCHED THEN INSERT (id) VALUES (n.id)",
        {"s.posts": "id note", "s.noted": "id v"},
        {"delete s.posts": "", "insert s.posts": "id", "update s.posts": "title"},
        id="MERGE",
    ),
    pytest.param(
        "MERGE INTO s.posts AS p USING s.noted AS n ON n.id = p.id WHEN MATCHED THEN DELETE",
        {"s.posts": "id", "s.noted": "id"},
        {"delete s.posts": ""},
        id="MERGE with one clause",
    ),
    pytest.param(
        "WITH d AS (DELETE FROM s.log RETURNING what) SELECT * FROM d",
        {"s.log": "what"},
        {"delete s.log": ""},
        id="WITH ... DELETE",
    ),
    pytest.param(
        "WITH d AS (DELETE FROM s.noted RETURNING v), i AS (INSERT INTO s.log SELECT v FROM d) "
        "UPDATE s.posts SET title = 'x'",
        {"s.noted": "v"},
        {"delete s.noted": "", "insert s.log": "what", "update s.posts": "title"},
        id="several in WITH",
    ),
    pytest.param(
        "UPDATE s.named SET email = 'x' WHERE id = 1",
        {"s.named": "id", "s.users": "email id name"},
        {"update s.named": "email", "update s.users": "email email_key"},
        id="through a view",
    ),
    pytest.param(
        "DELETE FROM s.guarded",
        {"s.users": "email id name"},
        {"delete s.guarded": "", "delete s.users": ""},
        id="through a view with a security barrier",
    ),
    pytest.param(
        "UPDATE s.distinct_titles SET title = 'x'",
        {"s.posts": "title"},
        {"update s.distinct_titles": "title"},
        id="INSTEAD OF trigger",
    ),
    pytest.param(
        "UPDATE s.noted SET id = 2 WHERE id = 1",
        {"s.noted": "id v"},
        {"update s.noted": "id", "insert s.log": "what"},
        id="a rule does more",
    ),
    pytest.param(
        "INSERT INTO s.logged VALUES (1)",
        {},
        {"insert s.logged": "id", "insert s.log": "what"},
        id="a rule that does not look at the row",
    ),
    pytest.param(
        "UPDATE s.redirected SET id = 2",
        {"s.redirected": "v"},
        {"insert s.log": "what"},
        id="a rule does something else",
    ),
    pytest.param(
        "INSERT INTO s.ruled VALUES (1, 'x')",
        {"s.ruled": "id title"},
        {"insert s.ruled": "id title", "insert s.posts": "id note"},
        id="a rule of a view",
    ),
    pytest.param(
        "UPDATE s.documents SET body = 'x'",
        {"s.documents": "id owner", "s.members": "document"},
        {"update s.documents": "body"},
        id="what policies look at, while writing",
    ),
    pytest.param(
        "SELECT id FROM s.posts FOR UPDATE", {"s.posts": "id"}, {}, id="a lock is no write"
    ),
]
#: A lock takes the permission to write, and so does a write that a rule replaces.
NEEDS_MORE_THAN_IT_DOES = {"a lock is no write", "a rule does something else"}


@pytest.mark.parametrize(("sql", "reads"), READS)
def test_what_a_query_reads(server: Server, sql: str, reads: Columns) -> None:
    effects = _effects(server, sql)
    assert (_reads(effects), _writes(effects)) == (reads, {})
    assert (effects.read_only, effects.why, effects.idempotent) == (True, READ_ONLY, True)
    _run_read_only(server, sql)


@pytest.mark.parametrize(("sql", "reads", "writes"), WRITES)
def test_what_a_statement_writes(server: Server, sql: str, reads: Columns, writes: Columns) -> None:
    effects = _effects(server, sql)
    assert (_reads(effects), _writes(effects)) == (reads, writes)
    assert not effects.read_only
    assert not effects.idempotent
    with pytest.raises(errors.ReadOnlySqlTransaction):
        _run_read_only(server, sql)


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param(case.values[0], id=case.id)
        for case in (*READS, *WRITES)
        if case.id not in NEEDS_MORE_THAN_IT_DOES
    ],
)
def test_permission_to_do_what_is_told_is_enough(server: Server, sql: str) -> None:
    connection = server.administrator
    with connection.transaction(force_rollback=True):
        connection.execute("CREATE ROLE reader")
        connection.execute("GRANT USAGE ON SCHEMA s TO reader")
        for grant in _grants(_effects(server, sql)):
            connection.execute(grant.encode())
        connection.execute("SET LOCAL ROLE reader")
        connection.execute(sql.encode())


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("SELECT now(), current_user", id="stable functions of the server"),
        pytest.param("SELECT random() FROM s.posts", id="chance"),
        pytest.param("SELECT chance FROM s.diced", id="chance in a view"),
        pytest.param("SELECT gen_random_uuid(), clock_timestamp()", id="harmless, if volatile"),
        pytest.param("SELECT pg_total_relation_size('s.posts')", id="sizes"),
        pytest.param("SELECT s.stable(1)", id="a stable function is trusted"),
        pytest.param("SELECT s.sum(id) FROM s.posts", id="an aggregate of an immutable function"),
        pytest.param("SELECT sum(id) OVER (ORDER BY id) FROM s.posts", id="a window function"),
        pytest.param("SELECT 'x'::s.plain_word", id="a domain with an immutable CHECK"),
        pytest.param("SELECT word FROM s.words", id="a CHECK is not asked again"),
        pytest.param("SELECT 'fine'::text::s.mood", id="an enum made of text"),
        pytest.param("SELECT array['1', '2']::int[]", id="an array made of text"),
        pytest.param("SELECT 'x'::text::s.even", id="a base type with immutable functions"),
        pytest.param("SELECT ROW(1, 2)::s.pair", id="a composite type"),
        pytest.param("SELECT '{\"a\": 1}'::jsonb ->> 'a'", id="json"),
        pytest.param("SELECT * FROM json_to_recordset('[]') AS x(a int)", id="columns of json"),
        pytest.param("SELECT greatest(1, 2), coalesce(1, 2), nullif(1, 2)", id="expressions"),
        pytest.param("SELECT (1, 2) < (3, 4)", id="a comparison of rows"),
        pytest.param("SELECT * FROM generate_series(1, 3) WITH ORDINALITY", id="FROM a function"),
        pytest.param("SELECT 1 FROM s.posts GROUP BY GROUPING SETS ((id), ())", id="grouping sets"),
    ],
)
def test_a_replica_may_answer(server: Server, sql: str) -> None:
    effects = _effects(server, sql)
    assert (effects.why, effects.read_only, effects.idempotent) == (READ_ONLY, True, True)
    _run_read_only(server, sql)


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        pytest.param("DELETE FROM s.log", "writes s.log", id="a write"),
        pytest.param(
            "UPDATE s.noted SET v = 'x'", "writes s.log, s.noted", id="writes to several tables"
        ),
        pytest.param("SELECT 1 FROM s.posts FOR UPDATE", "FOR UPDATE locks rows", id="a lock"),
        pytest.param(
            "SELECT 1 FROM s.posts FOR NO KEY UPDATE", "FOR NO KEY UPDATE locks rows", id="weaker"
        ),
        pytest.param(
            "SELECT 1 FROM s.posts FOR KEY SHARE", "FOR KEY SHARE locks rows", id="the weakest"
        ),
        pytest.param(
            "SELECT * FROM (SELECT id FROM s.posts FOR SHARE) AS p WHERE id IN (SELECT 1)",
            "FOR SHARE locks rows",
            id="a lock in a sub-query",
        ),
        pytest.param(
            "WITH p AS (SELECT FROM s.posts FOR UPDATE) SELECT count(*) FROM p",
            "FOR UPDATE locks rows",
            id="a lock in WITH",
        ),
        pytest.param("SELECT * FROM s.locking", "FOR SHARE locks rows", id="a lock in a view"),
        pytest.param(
            "SELECT nextval('s.counter')", "calls volatile function nextval", id="a sequence"
        ),
        pytest.param("CREATE TABLE s.new (a integer)", "a utility statement", id="CREATE TABLE"),
        pytest.param("CREATE TABLE s.new AS SELECT 1", "a utility statement", id="CREATE TABLE AS"),
        pytest.param("SELECT 1 AS a INTO s.new", "a utility statement", id="SELECT INTO"),
        pytest.param("TRUNCATE s.log", "a utility statement", id="TRUNCATE"),
    ],
)
def test_a_read_only_transaction_refuses_what_is_not_read_only(
    server: Server, sql: str, why: str
) -> None:
    effects = _effects(server, sql)
    assert (effects.why, effects.read_only, effects.idempotent) == (why, False, False)
    with pytest.raises(errors.ReadOnlySqlTransaction):
        _run_read_only(server, sql)


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        pytest.param("SELECT s.volatile(1)", "calls volatile function s.volatile", id="a function"),
        pytest.param(
            "SELECT * FROM s.volatile(1)", "calls volatile function s.volatile", id="FROM it"
        ),
        pytest.param(
            "SELECT s.random()", "calls volatile function s.random", id="the name of a harmless one"
        ),
        pytest.param(
            "SELECT 1 WHERE 'a' OPERATOR(s.<<<) 'b'",
            "calls volatile function s.less",
            id="an operator",
        ),
        pytest.param(
            "SELECT 'a' OPERATOR(s.<<<) ANY (array['b'])",
            "calls volatile function s.less",
            id="an operator with ANY",
        ),
        pytest.param("SELECT 1::s.pair", "calls volatile function s.pair", id="a cast"),
        pytest.param(
            "SELECT array[1]::s.pair[]", "calls volatile function s.pair", id="a cast of elements"
        ),
        pytest.param(
            "SELECT s.total(id) FROM s.posts", "calls volatile function s.total", id="an aggregate"
        ),
        pytest.param(
            "SELECT s.total(id) OVER () FROM s.posts",
            "calls volatile function s.total",
            id="an aggregate over a window",
        ),
        pytest.param(
            "SELECT sum(id) FILTER (WHERE s.volatile(id) = 1) OVER () FROM s.posts",
            "calls volatile function s.volatile",
            id="FILTER",
        ),
        pytest.param(
            "SELECT 1 FROM s.posts LIMIT s.volatile(1)",
            "calls volatile function s.volatile",
            id="LIMIT",
        ),
        pytest.param(
            "SELECT 1 FROM s.posts TABLESAMPLE system (s.volatile(1))",
            "calls volatile function s.volatile",
            id="an argument of TABLESAMPLE",
        ),
        pytest.param(
            "SELECT body FROM s.secrets",
            "calls volatile function s.volatile_test",
            id="a policy's function",
        ),
        pytest.param(
            "SELECT body FROM s.unforced",
            "calls volatile function s.volatile_test",
            id="the function of a policy that does not bind the owner",
        ),
        pytest.param(
            "SELECT to_json(humour) FROM s.kinds",
            "calls volatile function s.json",
            id="a cast to JSON",
        ),
        pytest.param(
            "SELECT twin FROM s.kinds UNION ALL SELECT triplet FROM s.kinds",
            "calls volatile function s.twin",
            id="a cast to the type that both sides of a UNION have in common",
        ),
        pytest.param(
            "SELECT 'x'::s.checked_word",
            "calls volatile function s.volatile_test",
            id="a CHECK of a domain that a CHECK casts to",
        ),
        pytest.param(
            "SELECT table_to_xml('s.log', true, true, '')",
            "calls table_to_xml, which reads what it is told to",
            id="a table that is named by a text",
        ),
        pytest.param(
            "SELECT 'x'::s.word",
            "calls volatile function s.volatile_test",
            id="a CHECK of a domain",
        ),
        pytest.param(
            "SELECT jsonb_populate_record(NULL::s.entry, '{}')",
            "calls volatile function s.volatile_test",
            id="a CHECK inside a composite type",
        ),
        pytest.param(
            "SELECT $1::s.word", "calls volatile function s.volatile_test", id="a parameter"
        ),
        pytest.param(
            "SELECT $1::s.long_word",
            "calls volatile function s.volatile_test",
            id="a domain over a domain",
        ),
        pytest.param(
            "SELECT $1::s.word_range",
            "calls volatile function s.volatile_test",
            id="a range of a domain",
        ),
        pytest.param(
            "SELECT * FROM jsonb_to_recordset('[]') AS x(w s.word)",
            "calls volatile function s.volatile_test",
            id="a CHECK for a column of json",
        ),
        pytest.param(
            "SELECT 'x'::text::s.odd", "calls volatile function s.odd_in", id="a base type's input"
        ),
        pytest.param(
            "SELECT $1::s.odd_pair[]",
            "calls volatile function s.odd_in",
            id="a base type in a composite in an array",
        ),
        pytest.param(
            "SELECT 1 FROM s.evens ORDER BY e",
            "calls volatile function s.even_less",
            id="the operator of ORDER BY",
        ),
        pytest.param(
            "SELECT (e, e) OPERATOR(s.<) (e, e) FROM s.evens",
            "calls volatile function s.even_less",
            id="the operators of a comparison of rows",
        ),
        pytest.param(
            "SELECT txid_current()",
            "calls txid_current, which a replica refuses",
            id="stable, but not for a replica",
        ),
        pytest.param(
            "SELECT set_config('a.b', 'c', false)",
            "calls volatile function set_config",
            id="the state of a session",
        ),
        pytest.param(
            "SELECT pg_advisory_xact_lock(1)",
            "calls volatile function pg_advisory_xact_lock",
            id="an advisory lock",
        ),
        pytest.param("DELETE FROM s.announced", "a utility statement", id="a rule that notifies"),
        pytest.param(
            "SELECT id FROM s.fast",
            "reads s.fast, which a replica does not have",
            id="an unlogged table",
        ),
        pytest.param(
            "SELECT id FROM s.parted",
            "reads s.parted, which a replica does not have",
            id="an unlogged partition",
        ),
        pytest.param("SHOW work_mem", "a utility statement", id="SHOW"),
        pytest.param("EXPLAIN SELECT 1", "a utility statement", id="EXPLAIN"),
        pytest.param(
            "INSERT INTO s.ignored VALUES (1)",
            "a rule does nothing instead of the statement",
            id="a rule that does nothing",
        ),
        pytest.param(
            "MERGE INTO s.posts AS p USING s.noted AS n ON n.id = p.id "
            "WHEN MATCHED THEN DO NOTHING",
            "a statement that may write",
            id="a MERGE that does nothing",
        ),
    ],
)
def test_a_replica_is_not_asked(server: Server, sql: str, why: str) -> None:
    effects = _effects(server, sql)
    assert (effects.why, effects.read_only, effects.idempotent) == (why, False, False)


@pytest.mark.parametrize(
    ("sql", "opaque"),
    [
        pytest.param("SELECT now(), random()", (), id="functions of the server are known"),
        pytest.param("SELECT s.stable(1)", ("s.stable",), id="a function"),
        pytest.param("SELECT s.total(1), s.stable(2)", ("s.stable", "s.total"), id="sorted"),
        pytest.param("SELECT 'a' OPERATOR(s.<<<) 'b'", ("s.less",), id="behind an operator"),
        pytest.param("SELECT 'a'::s.plain_word", ("s.immutable_test",), id="behind a domain"),
        pytest.param("SELECT '[1]'::vector <-> '[2]'", (), id="an extension's function in C"),
        pytest.param(
            "SELECT table_to_xml('s.log', true, true, '')", ("table_to_xml",), id="reads by name"
        ),
    ],
)
def test_functions_that_may_read_more_are_named(
    server: Server, sql: str, opaque: tuple[str, ...]
) -> None:
    assert _effects(server, sql).opaque == opaque


def test_json_functions_are_known(server: Server) -> None:
    if server.version < 17:
        pytest.skip("JSON_TABLE came with PostgreSQL 17")
    sql = (
        "SELECT * FROM JSON_TABLE(jsonb '[{}]', '$[*]' COLUMNS (n FOR ORDINALITY, "
        "w {} PATH '$.w', NESTED PATH '$.a[*]' COLUMNS (a integer PATH '$')))"
    )
    assert _effects(server, sql.replace("w {}", "w text")).why == READ_ONLY
    for tested in (
        sql.replace("w {}", "w s.word"),
        "SELECT JSON_VALUE(jsonb '{}', '$' RETURNING s.word)",
    ):
        assert _effects(server, tested).why == "calls volatile function s.volatile_test"


def test_columns_of_xmltable_are_made() -> None:
    """By a tree made here, since not every server is built with XML."""
    contents = find_contents([Node("TABLEFUNC", {"coltypes": ("o", "23", "16999")})])
    assert contents.made_types == {16999}


def test_every_view_of_the_server_is_read_without_an_unknown_node(server: Server) -> None:
    names = server.owner.execute(
        "SELECT oid::regclass::text FROM pg_class WHERE relkind = 'v' AND oid < 16384"
    ).fetchall()
    assert len(names) > 100
    for (name,) in names:
        assert find_contents(_trees(server, f"TABLE {name}")).unknown_tags == frozenset()


def test_a_node_that_is_not_known_keeps_a_replica_out(server: Server) -> None:
    trees = _trees(server, "SELECT id FROM s.posts WHERE id = 1")
    for tree in trees:
        for node in tree.walk():
            if node.tag == "OPEXPR":
                node.tag = "FUTUREEXPR"
    contents = find_contents(trees)
    effects = effects_of(contents, _catalog(server, contents))
    assert effects.why == "holds a node that is not known: FUTUREEXPR"
    assert _reads(effects) == {"s.posts": "id"}


def test_a_function_that_is_gone_keeps_a_replica_out(server: Server) -> None:
    trees = _trees(server, "SELECT lower(title) FROM s.posts")
    catalog = replace(_catalog(server, find_contents(trees)), functions={})
    assert find_effects(trees, catalog).why == "calls a function that is not known"


def test_a_table_that_is_gone_is_told_by_its_number(server: Server) -> None:
    trees = _trees(server, "SELECT title FROM s.posts")
    contents = find_contents(trees)
    (relation,) = contents.relations
    catalog = replace(_catalog(server, contents), relations={})
    assert _reads(find_effects(trees, catalog)) == {f"relation {relation}": ""}


@pytest.mark.parametrize(
    ("entry", "columns"),
    [
        pytest.param(":relkind r :selectedCols (b {0})", "title", id="a table"),
        pytest.param(":relkind r :selectedCols (b)", None, id="OLD of a rule"),
        pytest.param(":relkind v :selectedCols (b)", "", id="OLD of a view, which is the view"),
    ],
)
def test_permissions_in_the_range_table_are_read(
    server: Server, entry: str, columns: str | None
) -> None:
    """Before version 16 they stand there."""
    relation, number = server.owner.execute(
        "SELECT attrelid, attnum FROM pg_attribute "
        "WHERE attrelid = 's.posts'::regclass AND attname = 'title'"
    ).fetchall()[0]
    tree = read_tree(
        "({QUERY :commandType 1 :rtable ({RTE :rtekind 0 :requiredPerms 2 :insertedCols (b)"
        f" :updatedCols (b) :relid {relation} {entry.format(number + 7)}}})}})"
    )
    trees = rewritten_queries(tree)
    effects = find_effects(trees, _catalog(server, find_contents(trees)))
    assert _reads(effects) == ({} if columns is None else {"s.posts": columns})
    assert effects.read_only


def test_names_of_functions_of_the_server_that_are_judged_by_name_exist(server: Server) -> None:
    listed = sorted(HARMLESS | REFUSED_BY_A_REPLICA)
    query = "SELECT DISTINCT proname FROM pg_proc WHERE oid < 16384 AND proname = ANY (%s)"
    found = {name for (name,) in server.owner.execute(query, [listed])}
    newer = {"uuidv4", "uuidv7"} if server.version < 18 else set[str]()
    assert found == set(listed) - newer


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(
            "SELECT FROM pg_type AS t JOIN pg_proc AS p ON p.oid IN (typinput, typoutput, "
            "typreceive, typsend) WHERE t.oid < 16384 AND p.provolatile = 'v'",
            id="types",
        ),
        pytest.param(
            "SELECT FROM pg_operator AS o JOIN pg_proc AS p ON p.oid = o.oprcode "
            "WHERE o.oid < 16384 AND p.provolatile = 'v'",
            id="operators",
        ),
    ],
)
def test_nothing_of_the_server_that_is_not_looked_at_is_volatile(
    server: Server, query: str
) -> None:
    assert server.owner.execute(query.encode()).fetchall() == []
