"""Whether the role that a query is meant for may run it."""

from collections.abc import Generator
from typing import LiteralString

import psycopg
import pytest

from quern.analysis.analyse import analyse
from quern.analysis.asking import Roles
from quern.connection import Connection
from tests.quern.analysis.queries import source_queries

ROLE = "application_readonly"
SCHEMA = """
CREATE SCHEMA s;
CREATE TABLE s.users (id integer PRIMARY KEY, email text, secret text);
CREATE TABLE s.log (id integer, what text);
CREATE VIEW s.named AS SELECT id, email, secret FROM s.users;
CREATE VIEW s.asking WITH (security_invoker) AS SELECT id, secret FROM s.users;
CREATE TABLE s.guarded (id integer);
ALTER TABLE s.guarded ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON s.guarded USING (id IN (SELECT l.id FROM s.log AS l));
CREATE FUNCTION s.call() RETURNS integer LANGUAGE sql STABLE RETURN 1;
CREATE FUNCTION s.equal(text, text) RETURNS boolean LANGUAGE sql STABLE RETURN $1 = $2;
CREATE OPERATOR s.=== (FUNCTION = s.equal, LEFTARG = text, RIGHTARG = text);
REVOKE EXECUTE ON FUNCTION s.call(), s.equal(text, text) FROM PUBLIC;
GRANT USAGE ON SCHEMA s TO application_readonly;
GRANT SELECT (id, email), UPDATE (email) ON s.users TO application_readonly;
GRANT SELECT ON s.named, s.asking, s.guarded TO application_readonly;
"""

#: Statements, what is said of each, and what to grant.
REFUSED = {
    "a column": (
        "SELECT id, secret FROM s.users",
        f"{ROLE} may not read s.users (secret)",
        f"GRANT SELECT (secret) ON s.users TO {ROLE}",
    ),
    "a column that only filters": (
        "SELECT id FROM s.users WHERE secret = :secret",
        f"{ROLE} may not read s.users (secret)",
        f"GRANT SELECT (secret) ON s.users TO {ROLE}",
    ),
    "a whole row": (
        "SELECT u FROM s.users AS u",
        f"{ROLE} may not read s.users (secret)",
        f"GRANT SELECT (secret) ON s.users TO {ROLE}",
    ),
    "no column at all": (
        "SELECT count(*) FROM s.log",
        f"{ROLE} may not read s.log",
        f"GRANT SELECT ON s.log TO {ROLE}",
    ),
    "a sub-query": (
        "SELECT 1 WHERE EXISTS (SELECT FROM s.log)",
        f"{ROLE} may not read s.log",
        f"GRANT SELECT ON s.log TO {ROLE}",
    ),
    "a view that checks its caller": (
        "SELECT secret FROM s.asking",
        f"{ROLE} may not read s.users (secret)",
        f"GRANT SELECT (secret) ON s.users TO {ROLE}",
    ),
    "what a policy reads": (
        "SELECT id FROM s.guarded",
        f"{ROLE} may not read s.log (id)",
        f"GRANT SELECT (id) ON s.log TO {ROLE}",
    ),
    "an insert": (
        "INSERT INTO s.users (id, email) VALUES (:id, :email)",
        f"{ROLE} may not insert into s.users (email, id)",
        f"GRANT INSERT (email, id) ON s.users TO {ROLE}",
    ),
    "an update of a column": (
        "UPDATE s.users SET email = :email, secret = NULL",
        f"{ROLE} may not update s.users (secret)",
        f"GRANT UPDATE (secret) ON s.users TO {ROLE}",
    ),
    "a delete": (
        "DELETE FROM s.users",
        f"{ROLE} may not delete from s.users",  # noqa: S608 - a message, no statement
        f"GRANT DELETE ON s.users TO {ROLE}",
    ),
    "a lock": (
        "SELECT FROM s.guarded WHERE false FOR UPDATE",
        f"{ROLE} may not update s.guarded",
        f"GRANT UPDATE ON s.guarded TO {ROLE}",
    ),
    "a function": (
        "SELECT s.call()",
        f"{ROLE} may not call s.call()",
        f"GRANT EXECUTE ON FUNCTION s.call() TO {ROLE}",
    ),
    "the function of an operator": (
        "SELECT 'a' OPERATOR(s.===) 'b'",
        f"{ROLE} may not call s.equal(text,text)",
        f"GRANT EXECUTE ON FUNCTION s.equal(text,text) TO {ROLE}",
    ),
}
ALLOWED = {
    "its columns": "SELECT id FROM s.users WHERE email = :email",
    "any column": "SELECT count(*) FROM s.users",
    "a view, whose owner is asked": "SELECT secret FROM s.named",
    "a column to update": "UPDATE s.users SET email = :email WHERE id = :id",
    "a lock on what it may update": "SELECT id FROM s.users FOR UPDATE",
    "built-in functions": "SELECT lower('A') || now()",
}


@pytest.fixture(scope="module")
def secured(module_session: Connection) -> Connection:
    """A connection for describing, to a database on which the role has some rights."""
    module_session.execute(SCHEMA.encode())
    return module_session


@pytest.fixture
def caller(secured: Connection) -> Generator[psycopg.Connection]:
    """A session that is the role."""
    with psycopg.connect(secured.info.dsn) as connection:
        connection.execute(f"SET ROLE {ROLE}".encode())
        yield connection


def said(connection: Connection, statement: str, roles: Roles, notes: str = "") -> list[str]:
    """Return what is said of the rights that a statement takes, and what to do."""
    queries = source_queries(f"-- name: query :many\n{notes}{statement};\n")
    found = [d for d in analyse(connection, queries, roles).diagnostics if d.severity == "error"]
    assert {d.code for d in found} <= {"missing-right"}
    return [text for d in found for text in (d.message, str(d.hint).partition("; or ")[2])]


@pytest.mark.parametrize("case", REFUSED)
def test_a_missing_right_is_named_with_its_grant(secured: Connection, case: str) -> None:
    statement, message, grant = REFUSED[case]
    found = said(secured, statement, Roles(default=ROLE))
    assert found[-2:] == [message, grant]


@pytest.mark.parametrize("case", ALLOWED)
def test_what_the_role_may_is_no_mistake(secured: Connection, case: str) -> None:
    assert said(secured, ALLOWED[case], Roles(default=ROLE)) == []


def executed(caller: psycopg.Connection, statement: str) -> None:
    names = {"secret": "x", "email": "x", "id": 1}
    text = statement
    for name in names:
        text = text.replace(f":{name}", f"%({name})s")
    caller.execute(text.encode(), names)


@pytest.mark.parametrize("case", REFUSED)
def test_the_server_refuses_the_same(caller: psycopg.Connection, case: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        executed(caller, REFUSED[case][0])


@pytest.mark.parametrize("case", ALLOWED)
def test_the_server_allows_the_same(caller: psycopg.Connection, case: str) -> None:
    executed(caller, ALLOWED[case])


@pytest.mark.parametrize(
    ("roles", "notes"),
    [
        pytest.param(Roles(), f"-- @role {ROLE}\n", id="by its own name"),
        pytest.param(Roles({"reader": ROLE}), "-- @role reader\n", id="by the settings"),
        pytest.param(
            Roles({"reader": ROLE}, "application_owner"), "-- @role reader\n", id="not the default"
        ),
    ],
)
def test_the_role_that_a_query_names_is_asked_about(
    secured: Connection, roles: Roles, notes: LiteralString
) -> None:
    found = said(secured, "DELETE FROM s.log", roles, notes)
    assert found[1:] == [f"GRANT DELETE ON s.log TO {ROLE}"]


def test_without_a_role_nothing_is_said(secured: Connection) -> None:
    assert said(secured, "DELETE FROM s.log", Roles()) == []


def test_every_table_of_a_query_is_told(secured: Connection) -> None:
    found = said(secured, "SELECT l.what, u.secret FROM s.log AS l, s.users AS u", Roles({}, ROLE))
    assert found[::2] == [
        f"{ROLE} may not read s.users (secret)",
        f"{ROLE} may not read s.log (what)",
    ]
