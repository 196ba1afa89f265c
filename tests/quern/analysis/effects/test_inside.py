"""What functions do inside, as part of what a query does."""

import pytest

from quern.analysis.effects.effects import Effects
from quern.connection import Connection
from tests.quern.analysis.queries import analysed

SCHEMA = """
SET check_function_bodies = off;
CREATE SCHEMA s;
CREATE TABLE s.users (id integer PRIMARY KEY, email text, name text);
CREATE TABLE s.log (what text);
CREATE UNLOGGED TABLE s.fast (id integer);
CREATE VIEW s.named AS SELECT id, email FROM s.users WHERE name IS NOT NULL;
CREATE TABLE s.ruled (id integer);
CREATE RULE ruled AS ON INSERT TO s.ruled DO ALSO INSERT INTO s.log VALUES ('ruled');
CREATE TABLE s.guarded (id integer);
ALTER TABLE s.guarded ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON s.guarded USING (EXISTS (SELECT FROM s.log WHERE what = 'open'));
CREATE TABLE s.guarded_twice (id integer);
ALTER TABLE s.guarded_twice ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON s.guarded_twice USING (id IN (SELECT g.id FROM s.guarded AS g));
CREATE TABLE s.asking (id integer);
ALTER TABLE s.asking ENABLE ROW LEVEL SECURITY;
CREATE SEQUENCE s.counter;

CREATE FUNCTION s.kept() RETURNS text LANGUAGE sql STABLE
    RETURN (SELECT u.email FROM s.users AS u WHERE u.id = 1);
CREATE FUNCTION s.text(n integer) RETURNS text LANGUAGE sql STABLE
    AS 'SELECT u.email FROM s.users AS u WHERE u.id = n';
CREATE FUNCTION s.kept_view() RETURNS bigint LANGUAGE sql STABLE
    RETURN (SELECT count(n.email) FROM s.named AS n);
CREATE FUNCTION s.text_view() RETURNS bigint LANGUAGE sql STABLE
    AS 'SELECT count(n.email) FROM s.named AS n';
CREATE FUNCTION s.kept_policy() RETURNS bigint LANGUAGE sql STABLE
    RETURN (SELECT count(*) FROM s.guarded);
CREATE FUNCTION s.kept_policies() RETURNS bigint LANGUAGE sql STABLE
    RETURN (SELECT count(*) FROM s.guarded_twice);
CREATE FUNCTION s.is_open() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    RETURN EXISTS (SELECT FROM s.users WHERE email = 'open');
CREATE POLICY asking ON s.asking USING ((SELECT s.is_open()));
CREATE FUNCTION s.asked() RETURNS bigint LANGUAGE sql STABLE
    RETURN (SELECT count(*) FROM s.asking);
CREATE FUNCTION s.shut() RETURNS boolean LANGUAGE plpgsql STABLE AS 'BEGIN RETURN false; END';
CREATE TABLE s.shut (id integer);
ALTER TABLE s.shut ENABLE ROW LEVEL SECURITY;
CREATE POLICY shut ON s.shut USING ((SELECT s.shut()));
CREATE FUNCTION s.kept_shut() RETURNS bigint LANGUAGE sql STABLE
    RETURN (SELECT count(*) FROM s.shut);
CREATE FUNCTION s.outside() RETURNS text LANGUAGE sql STABLE AS 'SELECT s.text(1) || s.kept()';
CREATE FUNCTION s.endless(n integer) RETURNS text LANGUAGE sql STABLE
    AS 'SELECT CASE WHEN n > 0 THEN s.other_endless(n - 1) END';
CREATE FUNCTION s.other_endless(n integer) RETURNS text LANGUAGE sql STABLE
    AS 'SELECT s.endless(n) FROM s.log';
CREATE FUNCTION s.procedural() RETURNS integer LANGUAGE plpgsql STABLE AS 'BEGIN RETURN 1; END';
CREATE FUNCTION s.calls_procedural() RETURNS integer LANGUAGE sql STABLE
    AS 'SELECT s.procedural() FROM s.log';
CREATE FUNCTION s.by_path() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT count(*) FROM users';
CREATE FUNCTION s.by_own_path() RETURNS bigint LANGUAGE sql STABLE SET search_path = s
    AS 'SELECT count(*) FROM users';
CREATE FUNCTION s.under_own_path() RETURNS text LANGUAGE sql STABLE SET search_path = s
    AS 'SELECT s.text(1)';
CREATE FUNCTION s.broken() RETURNS integer LANGUAGE sql STABLE AS 'SELEC';
CREATE FUNCTION s.missing(n integer) RETURNS integer LANGUAGE sql STABLE
    AS 'SELECT n FROM s.nothing';
CREATE FUNCTION s.too_many(n integer) RETURNS integer LANGUAGE sql STABLE AS 'SELECT $2::integer';
CREATE FUNCTION s.any(anyelement) RETURNS bigint LANGUAGE sql STABLE
    AS 'SELECT count(*) FROM s.log';
CREATE FUNCTION s.two() RETURNS bigint LANGUAGE sql STABLE
    AS 'SELECT count(*) FROM s.log; SELECT count(*) FROM s.users';
CREATE FUNCTION s.two_kept() RETURNS bigint LANGUAGE sql STABLE
    BEGIN ATOMIC SELECT count(*) FROM s.log; SELECT count(*) FROM s.users; END;
CREATE FUNCTION s.utility() RETURNS void LANGUAGE sql AS 'TRUNCATE s.log';
CREATE FUNCTION s.reads_fast() RETURNS bigint LANGUAGE sql STABLE
    AS 'SELECT count(*) FROM s.fast';
CREATE FUNCTION s.writes(n text) RETURNS void LANGUAGE sql
    AS 'INSERT INTO s.log (what) VALUES (n)';
CREATE FUNCTION s.writes_by_rule() RETURNS void LANGUAGE sql
    AS 'INSERT INTO s.ruled VALUES (1)';
CREATE FUNCTION s.writes_by_kept_rule() RETURNS void LANGUAGE sql
    BEGIN ATOMIC INSERT INTO s.ruled VALUES (1); END;
CREATE FUNCTION s.says_stable() RETURNS void LANGUAGE sql STABLE AS $$SELECT s.writes('x')$$;
CREATE FUNCTION s.counts() RETURNS bigint LANGUAGE plpgsql
    AS $$BEGIN RETURN nextval('s.counter'); END$$;
CREATE FUNCTION s.says_it_too() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT s.counts()';
CREATE FUNCTION s.by_default(n bigint DEFAULT nextval('s.counter')) RETURNS bigint
    LANGUAGE sql STABLE AS 'SELECT n';
CREATE FUNCTION s.reading_by_default(n bigint DEFAULT s.text_view()) RETURNS bigint
    LANGUAGE sql STABLE AS 'SELECT n';
CREATE FUNCTION s.equal(a text, b text) RETURNS boolean LANGUAGE sql STABLE
    AS 'SELECT EXISTS (SELECT FROM s.log WHERE what = a || b)';
CREATE OPERATOR s.=== (FUNCTION = s.equal, LEFTARG = text, RIGHTARG = text);
"""


@pytest.fixture(scope="module")
def functions(module_session: Connection) -> Connection:
    """A connection for describing, to a database with functions."""
    module_session.execute(SCHEMA.encode())
    return module_session


def _effects(connection: Connection, expression: str) -> Effects:
    return analysed(connection, f"SELECT {expression}").effects


def _reads(effects: Effects) -> dict[str, str]:
    return {read.table: " ".join(read.columns) for read in effects.reads}


_USERS = {"s.users": "email id"}
_NAMED = {"s.named": "email", "s.users": "email id name"}


@pytest.mark.parametrize(
    ("expression", "reads"),
    [
        pytest.param("s.kept()", _USERS, id="a body kept as a tree"),
        pytest.param("s.text(1)", _USERS, id="a body kept as text"),
        pytest.param("s.text_view()", _NAMED, id="views are expanded"),
        pytest.param("s.outside()", _USERS, id="functions in functions"),
        pytest.param("s.endless(1)", {"s.log": ""}, id="functions that call each other"),
        pytest.param("s.by_own_path()", {"s.users": ""}, id="by a search path of its own"),
        pytest.param("s.two_kept()", {"s.log": "", "s.users": ""}, id="each statement"),
        pytest.param("s.reading_by_default()", _NAMED, id="the default of an argument"),
        pytest.param(
            "s.kept_policy()", {"s.guarded": "", "s.log": "what"}, id="what a policy reads"
        ),
        pytest.param(
            "s.kept_policies()",
            {"s.guarded": "id", "s.guarded_twice": "", "s.log": "what"},
            id="what a policy on a table of a policy reads",
        ),
        pytest.param(
            "s.asked()", {"s.asking": "", "s.users": "email"}, id="what a policy's function reads"
        ),
        pytest.param("'a' OPERATOR(s.===) 'b'", {"s.log": "what"}, id="behind an operator"),
    ],
)
def test_what_a_function_reads_is_told(
    functions: Connection, expression: str, reads: dict[str, str]
) -> None:
    effects = _effects(functions, expression)
    assert (_reads(effects), effects.opaque) == (reads, ())


@pytest.mark.parametrize(
    ("expression", "opaque"),
    [
        pytest.param("s.kept_view()", "s.kept_view", id="a view that is not expanded"),
        pytest.param("s.kept_shut()", "s.shut", id="called by a policy that is not expanded"),
        pytest.param("s.writes_by_kept_rule()", "s.writes_by_kept_rule", id="rules"),
        pytest.param("s.procedural()", "s.procedural", id="another language"),
        pytest.param("s.calls_procedural()", "s.procedural", id="called by a known one"),
        pytest.param("s.by_path()", "s.by_path", id="names by the caller's search path"),
        pytest.param("s.under_own_path()", "s.text", id="called by another search path"),
        pytest.param("s.broken()", "s.broken", id="a syntax error"),
        pytest.param("s.missing(1)", "s.missing", id="a table that is gone"),
        pytest.param("s.too_many(1)", "s.too_many", id="an argument that is not there"),
        pytest.param("s.any(1)", "s.any", id="polymorphic"),
        pytest.param("s.two()", "s.two", id="several statements in a text"),
        pytest.param("s.utility()", "s.utility", id="a utility statement"),
    ],
)
def test_a_function_that_is_not_known_to_the_end_is_opaque(
    functions: Connection, expression: str, opaque: str
) -> None:
    assert _effects(functions, expression).opaque == (opaque,)


@pytest.mark.parametrize(
    ("expression", "tables"),
    [
        pytest.param("s.writes('x')", ["s.log"], id="a text"),
        pytest.param("s.writes_by_rule()", ["s.log", "s.ruled"], id="rules are expanded"),
        pytest.param("s.says_stable()", ["s.log"], id="called by one that says it is stable"),
    ],
)
def test_what_a_function_writes_is_told(
    functions: Connection, expression: str, tables: list[str]
) -> None:
    effects = _effects(functions, expression)
    assert [write.table for write in effects.writes] == tables
    assert not effects.read_only


@pytest.mark.parametrize("expression", ["s.outside()", "s.endless(1)", "s.text_view()"])
def test_a_replica_may_run_what_only_reads(functions: Connection, expression: str) -> None:
    assert _effects(functions, expression).read_only


def test_a_table_that_a_replica_does_not_have_is_found_inside(functions: Connection) -> None:
    assert (
        _effects(functions, "s.reads_fast()").why == "reads s.fast, which a replica does not have"
    )


def test_a_volatile_default_keeps_a_replica_away(functions: Connection) -> None:
    assert _effects(functions, "s.by_default()").why == "calls volatile function nextval"


def test_a_volatile_function_in_a_stable_one_keeps_a_replica_away(functions: Connection) -> None:
    assert _effects(functions, "s.says_it_too()").why == "calls volatile function s.counts"


def test_a_body_that_cannot_be_parsed_is_no_mistake_of_the_query(functions: Connection) -> None:
    (column,) = analysed(functions, "SELECT s.broken() AS broken").columns
    assert column.nullable


def test_the_search_path_of_the_session_is_kept(functions: Connection) -> None:
    before = functions.execute("SHOW search_path").fetchone()
    _effects(functions, "s.by_own_path(), s.text(1)")
    assert functions.execute("SHOW search_path").fetchone() == before
