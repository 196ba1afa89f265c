from typing import LiteralString

import psycopg
import pytest

from db.commands.advice.privileges import (
    privileges_of_everybody,
    privileges_of_owners,
    readonly_that_writes,
    tables_that_nobody_may_use,
)
from tests.db.advice.asking import Rule, ask

MADE: tuple[LiteralString, ...] = (
    "CREATE TABLE app.t (a integer GENERATED ALWAYS AS IDENTITY)",
    "CREATE FUNCTION app.f() RETURNS integer LANGUAGE sql RETURN 1",
    "REVOKE ALL ON FUNCTION app.f() FROM PUBLIC",
)


@pytest.mark.parametrize(
    ("rule", "privilege", "on", "role"),
    [
        (readonly_that_writes, "INSERT", "app.t", "application_readonly"),
        (readonly_that_writes, "DELETE", "app.t", "application_readonly"),
        (readonly_that_writes, "UPDATE (a)", "app.t", "application_readonly"),
        (readonly_that_writes, "USAGE", "SEQUENCE app.t_a_seq", "application_readonly"),
        (readonly_that_writes, "CREATE", "SCHEMA app", "application_readonly"),
        (privileges_of_owners, "TRUNCATE", "app.t", "application_system"),
        (privileges_of_owners, "REFERENCES", "app.t", "application_user"),
        (privileges_of_owners, "REFERENCES (a)", "app.t", "application_user"),
        (privileges_of_owners, "TRIGGER", "app.t", "application_user"),
        (privileges_of_everybody, "SELECT", "app.t", "PUBLIC"),
        (privileges_of_everybody, "SELECT (a)", "app.t", "PUBLIC"),
        (privileges_of_everybody, "USAGE", "SCHEMA app", "PUBLIC"),
        (privileges_of_everybody, "EXECUTE", "FUNCTION app.f()", "PUBLIC"),
    ],
)
def test_a_privilege_that_goes_too_far_is_found(
    blank: psycopg.Connection,
    rule: Rule,
    privilege: LiteralString,
    on: LiteralString,
    role: LiteralString,
) -> None:
    ((key, finding),) = ask(
        blank, rule, *MADE, "GRANT " + privilege + " ON " + on + " TO " + role
    ).items()
    assert key == f"{on.split()[-1]} {role} {privilege}"
    assert finding.hint == f"REVOKE {privilege} ON {on} FROM {role}"
    assert not ask(blank, rule, "REVOKE " + privilege + " ON " + on + " FROM " + role)


@pytest.mark.parametrize(
    "rule", [readonly_that_writes, privileges_of_owners, privileges_of_everybody]
)
def test_what_roles_are_meant_to_have_is_not_found(blank: psycopg.Connection, rule: Rule) -> None:
    grants = (
        "GRANT USAGE ON SCHEMA app TO application_user, application_readonly",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON app.t TO application_user",
        "GRANT SELECT ON app.t TO application_readonly",
        "GRANT EXECUTE ON FUNCTION app.f() TO application_readonly",
    )
    assert not ask(blank, rule, *MADE, *grants)


@pytest.mark.parametrize(
    "grant",
    [
        "SELECT ON app.t TO application_user",
        "SELECT (a) ON app.t TO application_readonly",
        "INSERT ON app.t TO application_system",
        "SELECT ON app.t TO PUBLIC",
    ],
)
def test_a_table_that_nobody_may_use_is_found(
    blank: psycopg.Connection, grant: LiteralString
) -> None:
    made = "CREATE TABLE app.t (a integer)"
    assert not ask(blank, tables_that_nobody_may_use, made)
    enable = "ALTER TABLE app.t ENABLE ROW LEVEL SECURITY"
    (finding,) = ask(blank, tables_that_nobody_may_use, enable).values()
    assert finding.key == "no-grant app.t"
    assert finding.message == "nobody may use app.t: no run-time role has a privilege on it"
    assert finding.hint.startswith(
        "GRANT SELECT ON app.t TO application_user, application_readonly"
    )
    assert not ask(blank, tables_that_nobody_may_use, "GRANT " + grant)
