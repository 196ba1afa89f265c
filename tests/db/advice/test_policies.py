from typing import LiteralString

import psycopg
import pytest

from db.commands.advice.policies import (
    policies_that_call_per_row,
    policies_that_let_all_pass,
    policies_without_check,
)
from tests.db.advice.asking import ask

TABLES: tuple[LiteralString, ...] = (
    "CREATE TABLE app.t (id integer, name text)",
    "CREATE TABLE app.u (id integer, t_id integer)",
    "CREATE FUNCTION app.f(n integer DEFAULT 1) RETURNS integer LANGUAGE plpgsql AS 'BEGIN END'",
    "CREATE FUNCTION app.all_of_them() RETURNS SETOF integer LANGUAGE plpgsql AS 'BEGIN END'",
    "CREATE FUNCTION app.same(integer, integer) RETURNS boolean LANGUAGE plpgsql AS 'BEGIN END'",
    "CREATE OPERATOR app.=== (FUNCTION = app.same, LEFTARG = integer, RIGHTARG = integer)",
)
CALLED: LiteralString = "app.t p app.f(integer)"


def policy(condition: LiteralString) -> tuple[LiteralString, ...]:
    return (*TABLES, "CREATE POLICY p ON app.t USING (" + condition + ") WITH CHECK (true)")


@pytest.mark.parametrize(
    "condition",
    [
        "app.f() = 1",
        "id = app.f()",
        "app.f(id) = 1",
        "name = 'x' AND NOT (id > 1 OR app.f() = 2)",
        "CASE WHEN id = 1 THEN app.f() = 1 END",
        "coalesce(app.f(), id) = 1",
        "id = ANY (ARRAY[app.f()])",
        # In a sub-select that names the row.
        "(SELECT app.f(id)) = 1",
        "EXISTS (SELECT FROM app.u WHERE u.t_id = t.id AND app.f() = 1)",
        "EXISTS (SELECT FROM app.u WHERE u.t_id = t.id AND app.f(u.id) = 1)",
        "id = ANY (ARRAY(SELECT app.f(t.id) FROM app.u))",
        "EXISTS (SELECT FROM app.f(t.id) AS g (n) WHERE n = 1)",
        # Two levels down: the row is named from inside of another one.
        "EXISTS (SELECT FROM app.u WHERE EXISTS (SELECT WHERE app.f(t.id) = 1))",
        "EXISTS (SELECT FROM app.u WHERE u.t_id = t.id AND (SELECT app.f(u.id)) = 1)",
        "EXISTS (SELECT FROM (SELECT u.id FROM app.u WHERE u.t_id = t.id) AS s"
        " WHERE app.f(s.id) = 1)",
        "EXISTS (WITH c AS (SELECT app.f(t.id) AS n) SELECT FROM c WHERE n = 1)",
        # What is compared with the rows of a sub-select stands outside of it.
        "app.f(id) IN (SELECT u.id FROM app.u)",
    ],
)
def test_a_function_that_is_called_per_row_is_found(
    blank: psycopg.Connection, condition: LiteralString
) -> None:
    found = ask(blank, policies_that_call_per_row, *policy(condition))
    assert set(found) == {CALLED}
    assert found[CALLED].message == "policy p of app.t calls app.f(integer) once a row"
    mend = "ALTER POLICY p ON app.t USING (id = (SELECT app.f()))"
    assert not ask(blank, policies_that_call_per_row, mend)


@pytest.mark.parametrize(
    "condition",
    [
        "true",
        "lower(name) = current_setting('app.x', true)",
        "id = (SELECT app.f())",
        "id = (SELECT app.f() + app.f(2)) AND (SELECT app.f(3)) = 1",
        "id = ANY (ARRAY(SELECT app.all_of_them()))",
        "id IN (SELECT app.all_of_them())",
        "id IN (SELECT u.id FROM app.u WHERE app.f(u.t_id) = 1)",
        "EXISTS (SELECT FROM app.u WHERE app.f(u.id) = 1)",
        "EXISTS (SELECT FROM app.u WHERE u.t_id = t.id AND u.id = (SELECT app.f()))",
        "EXISTS (SELECT FROM app.u WHERE u.t_id = t.id"
        " AND u.id IN (SELECT v.id FROM app.u AS v WHERE app.f(v.id) = 1))",
        "EXISTS (WITH c AS (SELECT app.f() AS n) SELECT FROM c WHERE n = 1)",
        # Names a column of a query around it, but not of the row.
        "EXISTS (SELECT FROM app.u WHERE EXISTS (SELECT FROM app.u AS v WHERE app.f(u.id) = v.id))",
    ],
)
def test_a_function_that_is_called_once_is_not(
    blank: psycopg.Connection, condition: LiteralString
) -> None:
    assert not ask(blank, policies_that_call_per_row, *policy(condition))


def test_the_function_of_an_operator_of_ours_is_found(blank: psycopg.Connection) -> None:
    found = ask(blank, policies_that_call_per_row, *policy("id OPERATOR(app.===) 1"))
    assert set(found) == {"app.t p app.same(integer,integer)"}


def test_a_function_in_with_check_is_found(blank: psycopg.Connection) -> None:
    made = "CREATE POLICY q ON app.t FOR INSERT WITH CHECK (app.f(id) = 1)"
    found = ask(blank, policies_that_call_per_row, *TABLES, made)
    assert set(found) == {"app.t q app.f(integer)"}


@pytest.mark.parametrize("command", ["ALL", "UPDATE"])
def test_a_policy_for_writing_without_check_is_found(
    blank: psycopg.Connection, command: LiteralString
) -> None:
    made = "CREATE POLICY p ON app.t FOR " + command + " USING (true)"
    (finding,) = ask(blank, policies_without_check, *TABLES, made).values()
    assert finding.key == "policy-without-check app.t p"
    mend = "ALTER POLICY p ON app.t WITH CHECK (true)"
    assert not ask(blank, policies_without_check, mend)


@pytest.mark.parametrize("rest", ["SELECT USING (true)", "DELETE USING (true)"])
def test_a_policy_that_writes_no_row_needs_no_check(
    blank: psycopg.Connection, rest: LiteralString
) -> None:
    assert not ask(blank, policies_without_check, *TABLES, "CREATE POLICY p ON app.t FOR " + rest)


@pytest.mark.parametrize(
    ("rest", "message"),
    [
        (
            "FOR SELECT TO application_user USING (true)",
            "USING (true) of policy p of app.t lets every row pass for application_user",
        ),
        (
            "FOR DELETE TO application_system, application_readonly USING (true)",
            "USING (true) of policy p of app.t lets every row pass for application_readonly",
        ),
        (
            "FOR INSERT TO application_user WITH CHECK (true)",
            "WITH CHECK (true) of policy p of app.t lets every row pass for application_user",
        ),
        (
            "FOR UPDATE TO application_user USING (id = 1) WITH CHECK (true)",
            "WITH CHECK (true) of policy p of app.t lets every row pass for application_user",
        ),
        (
            "TO application_user, application_readonly USING (true) WITH CHECK (true)",
            "USING and WITH CHECK (true) of policy p of app.t let every row pass"
            " for application_user and application_readonly",
        ),
        ("USING (true)", "USING (true) of policy p of app.t lets every row pass for PUBLIC"),
    ],
)
def test_a_policy_that_lets_every_row_pass_is_found(
    blank: psycopg.Connection, rest: LiteralString, message: str
) -> None:
    made = "CREATE POLICY p ON app.t " + rest
    (finding,) = ask(blank, policies_that_let_all_pass, *TABLES, made).values()
    assert (finding.key, finding.message) == ("policy-lets-all-pass app.t p", message)
    mend = "ALTER POLICY p ON app.t TO application_system"
    assert not ask(blank, policies_that_let_all_pass, mend)


@pytest.mark.parametrize(
    "rest",
    [
        "TO application_system USING (true) WITH CHECK (true)",
        "AS RESTRICTIVE FOR UPDATE TO application_user USING (true) WITH CHECK (id = 1)",
        "FOR SELECT TO application_user USING (id = 1)",
        "FOR SELECT TO application_user USING ((SELECT current_setting('app.user_id', true) > ''))",
    ],
)
def test_a_policy_that_says_whose_rows_pass_is_not(
    blank: psycopg.Connection, rest: LiteralString
) -> None:
    made = "CREATE POLICY p ON app.t " + rest
    assert not ask(blank, policies_that_let_all_pass, *TABLES, made)
