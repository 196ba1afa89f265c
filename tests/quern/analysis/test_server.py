"""Parse, Describe and trees, of many statements at once."""

from collections.abc import Generator, Iterator

import psycopg
import pytest

from quern.analysis import server as analysis_server
from quern.analysis.server import Description, Refusal, describe, open_session
from quern.analysis.tree.nodetree import Node, read_tree
from quern.analysis.tree.rewritten import main_query
from quern.connection import Connection
from quern.database import Database
from quern.errors import DatabaseError

BAD = (
    "SELEC 1",
    "SELECT nothing",
    "SELECT FROM no_table",
    "SELECT $1 IS NULL",
    "SELECT 'a'::integer",
)


def _table(description: Description) -> int | None:
    """Return the OID of the first table in a tree."""
    tree = read_tree(description.tree)
    query = tree[0] if isinstance(tree, tuple) else tree
    assert isinstance(query, Node)
    return query.nodes("rtable")[0].number("relid")


@pytest.fixture(scope="module")
def tables(module_url: str) -> list[int]:
    """Tables, the nth with n columns modulo 7: their OIDs."""
    with psycopg.connect(module_url) as connection:
        for number in range(250):
            columns = ", ".join(f"c{i} integer" for i in range(number % 7 + 1))
            connection.execute(f"CREATE TABLE table_{number} ({columns})".encode())
        query = "SELECT ('table_' || n)::regclass::oid::integer FROM generate_series(0, 249) AS n"
        return [row[0] for row in connection.execute(query)]


@pytest.fixture
def many(module_url: str) -> Generator[Connection]:
    """A connection for describing, to the database with the tables."""
    with open_session(Database(module_url, "test")) as found:
        yield found


def _interleaved() -> list[str]:
    """Return statements on 250 tables, with bad ones in a pattern of no period among them."""
    statements: list[str] = []
    for number in range(250):
        if number % 3 == 0 or number % 100 in {98, 99}:
            statements += BAD[: number % 5 + 1]
        statements.append(f"TABLE table_{number} LIMIT $1")
    return statements


def test_each_good_statement_among_bad_ones_gets_its_own_tree(
    many: Connection, tables: list[int]
) -> None:
    answers = describe(many, _interleaved())
    found = [_table(answer) for answer in answers if isinstance(answer, Description)]
    assert found == tables


def test_each_good_statement_among_bad_ones_gets_its_own_columns(
    many: Connection, tables: list[int]
) -> None:
    answers = describe(many, _interleaved())
    found = [answer.columns for answer in answers if isinstance(answer, Description)]
    assert [len(columns) for columns in found] == [number % 7 + 1 for number in range(250)]
    assert [columns[0].table for columns in found] == tables


@pytest.mark.usefixtures("tables")
def test_answers_are_in_the_order_of_the_statements(many: Connection) -> None:
    statements = _interleaved()
    refused = [isinstance(answer, Refusal) for answer in describe(many, statements)]
    assert refused == [statement in BAD for statement in statements]


@pytest.mark.usefixtures("tables")
def test_answers_are_the_same_in_every_run(many: Connection) -> None:
    first = describe(many, _interleaved())
    assert all(describe(many, _interleaved()) == first for _ in range(5))


def test_statements_that_are_all_bad_are_all_refused(session: Connection) -> None:
    answers = describe(session, BAD * 50)
    assert all(isinstance(answer, Refusal) for answer in answers)
    assert len(answers) == len(BAD) * 50


def test_no_statements_have_no_answers(session: Connection) -> None:
    assert describe(session, []) == []


def test_nothing_is_executed(session: Connection, owner: psycopg.Connection) -> None:
    owner.execute("CREATE TABLE t (id integer)")
    describe(session, ["INSERT INTO t VALUES (1)", "DROP TABLE t", "CREATE TABLE u ()"])
    assert owner.execute("SELECT count(*) FROM t").fetchone() == (0,)
    assert owner.execute("SELECT to_regclass('u')").fetchone() == (None,)


def test_the_session_still_runs_queries_afterwards(session: Connection) -> None:
    describe(session, ["SELECT 1", "SELEC", "SELECT 2"])
    assert session.execute("SELECT 1").fetchone() == (1,)


def test_statements_larger_than_the_buffers_of_a_socket_do_not_block(session: Connection) -> None:
    long = "SELECT " + ", ".join(f"{number} + $1 AS c{number}" for number in range(1200))
    answers = describe(session, [long] * 120)
    assert {len(a.columns) for a in answers if isinstance(a, Description)} == {1200}
    assert len(answers) == 120


def test_parameters_have_the_types_that_the_server_infers(session: Connection) -> None:
    (answer,) = describe(session, ["SELECT $2::text WHERE $1 > 1.5 AND $3 @> ARRAY[1]"])
    assert isinstance(answer, Description)
    assert answer.parameter_types == (1700, 25, 1007)  # numeric, text, integer[]


def test_a_refusal_has_the_position_in_characters(session: Connection) -> None:
    (answer,) = describe(session, ["SELECT 'größe 日本 🙂', nothing"])
    assert isinstance(answer, Refusal)
    assert (answer.sqlstate, answer.position) == ("42703", 22)


def test_a_statement_that_a_rule_replaces_by_nothing_has_a_tree(
    session: Connection, owner: psycopg.Connection
) -> None:
    owner.execute("CREATE TABLE t (id integer)")
    owner.execute("CREATE RULE quiet AS ON DELETE TO t DO INSTEAD NOTHING")
    answers = describe(session, ["DELETE FROM t", "SELECT id FROM t"])
    assert [isinstance(answer, Description) for answer in answers] == [True, True]


def test_missing_notices_are_an_error_that_names_poolers(session: Connection) -> None:
    session.execute("SET client_min_messages = warning")
    with pytest.raises(DatabaseError) as caught:
        describe(session, ["SELECT 1", "SELECT 2"])
    assert "do not arrive" in caught.value.message
    assert "PgBouncer" in str(caught.value.hint)


def test_missing_trees_are_an_error(session: Connection) -> None:
    session.execute("SET debug_print_rewritten = off")
    with pytest.raises(DatabaseError, match="do not arrive"):
        describe(session, ["SELECT 1"])


def test_notices_of_other_kinds_do_no_harm(session: Connection) -> None:
    session.execute("SET client_min_messages = debug5")
    answers = describe(session, ["SELECT 1", "SELEC", "SELECT 2"])
    assert [isinstance(answer, Description) for answer in answers] == [True, False, True]


def test_other_trees_do_no_harm(session: Connection) -> None:
    session.execute("SET debug_print_parse = on")
    answers = describe(session, ["SELECT 1", "SELEC", "SELECT 2"])
    assert [isinstance(answer, Description) for answer in answers] == [True, False, True]


def test_the_tree_of_a_statement_is_its_own_when_parsing_it_runs_another(
    session: Connection, owner: psycopg.Connection
) -> None:
    owner.execute(
        "CREATE FUNCTION is_sound(x integer) RETURNS boolean LANGUAGE plpgsql"
        " AS 'BEGIN RETURN (SELECT x > 0); END';"
        "CREATE DOMAIN sound AS integer CHECK (is_sound(VALUE))"
    )
    alone = describe(session, ["SELECT NULL::text, '{1}'::sound[]"])
    among = describe(session, ["SELECT 1", "SELECT NULL::text, '{2}'::sound[]", "SELECT 2"])
    for answer in (*alone, among[1]):
        assert isinstance(answer, Description)
        query = main_query(read_tree(answer.tree))
        assert query is not None
        assert len(query.nodes("targetList")) == 2


def test_options_of_the_url_are_kept(clean_url: str) -> None:
    url = f"{clean_url}&options=-c%20search_path%3Dpg_catalog"
    with open_session(Database(url, "test")) as connection:
        assert connection.execute("SHOW search_path").fetchone() == ("pg_catalog",)
        assert isinstance(describe(connection, ["SELECT 1"])[0], Description)


def test_a_server_that_went_away_is_a_clear_error(
    session: Connection, owner: psycopg.Connection
) -> None:
    describe(session, ["SELECT 1"])
    owner.execute("SELECT pg_terminate_backend(%s, 5000)", [session.info.backend_pid])
    with pytest.raises(DatabaseError, match="the server went away"):
        describe(session, ["SELECT 1", "SELECT 2"])


def test_a_server_that_goes_away_between_statements_is_a_clear_error(
    session: Connection, owner: psycopg.Connection
) -> None:
    pid = session.info.backend_pid

    def statements() -> Iterator[str]:
        yield from ["SELECT 1"] * 150
        owner.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
        yield from ["SELECT 1"] * 150

    with pytest.raises(DatabaseError, match="the server went away"):
        describe(session, statements())


def test_a_server_that_is_too_old_is_refused(
    clean_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analysis_server, "OLDEST_VERSION", 99)
    with pytest.raises(DatabaseError, match=r"the server is PostgreSQL \d+, and quern needs 99"):
        open_session(Database(clean_url, "test"))
