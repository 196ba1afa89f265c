from typing import LiteralString

import psycopg
import pytest

from db.commands.advice.tables import (
    nullable_checked_arrays,
    tables_without_policy,
    tables_without_primary_key,
    tables_without_row_security,
    views_past_policies,
)
from tests.db.advice.asking import ask

ENABLE: LiteralString = "ALTER TABLE app.t ENABLE ROW LEVEL SECURITY"
READ: LiteralString = "GRANT SELECT ON app.{} TO application_user"


def test_a_table_without_primary_key_is_found(blank: psycopg.Connection) -> None:
    made = "CREATE TABLE app.t (a integer UNIQUE NOT NULL)", "CREATE VIEW app.v AS SELECT 1 AS one"
    (finding,) = ask(blank, tables_without_primary_key, *made).values()
    assert finding.key == "no-primary-key app.t"
    assert finding.hint == "ALTER TABLE app.t ADD PRIMARY KEY (...)"
    assert not ask(blank, tables_without_primary_key, "ALTER TABLE app.t ADD PRIMARY KEY (a)")


def test_partitions_have_the_key_of_their_table(blank: psycopg.Connection) -> None:
    made = (
        "CREATE TABLE app.t (a integer) PARTITION BY LIST (a)",
        "CREATE TABLE app.t_1 PARTITION OF app.t FOR VALUES IN (1)",
    )
    assert set(ask(blank, tables_without_primary_key, *made)) == {"app.t"}


def test_a_checked_array_that_may_be_null_is_found(blank: psycopg.Connection) -> None:
    made = "CREATE TABLE app.t (a text[] CHECK (cardinality(a) < 3), b text CHECK (b > ''))"
    (finding,) = ask(blank, nullable_checked_arrays, made).values()
    assert finding.key == "nullable-array app.t a"
    mend = "ALTER TABLE app.t ALTER COLUMN a SET NOT NULL"
    assert not ask(blank, nullable_checked_arrays, mend)


def test_an_array_without_a_check_may_be_null(blank: psycopg.Connection) -> None:
    assert not ask(blank, nullable_checked_arrays, "CREATE TABLE app.t (a text[])")


def test_a_table_without_row_security_is_found(blank: psycopg.Connection) -> None:
    (finding,) = ask(blank, tables_without_row_security, "CREATE TABLE app.t ()").values()
    assert finding.key == "no-row-security app.t"
    assert not ask(blank, tables_without_row_security, ENABLE)


def test_a_partition_needs_row_security_when_somebody_may_read_it(
    blank: psycopg.Connection,
) -> None:
    made = (
        "CREATE TABLE app.t (a integer) PARTITION BY LIST (a)",
        "CREATE TABLE app.t_1 PARTITION OF app.t FOR VALUES IN (1)",
        ENABLE,
    )
    assert not ask(blank, tables_without_row_security, *made)
    (finding,) = ask(blank, tables_without_row_security, READ.replace("{}", "t_1")).values()
    assert finding.key == "no-row-security app.t_1"
    assert finding.hint.startswith("REVOKE ALL ON app.t_1")
    mend = "REVOKE ALL ON app.t_1 FROM application_user"
    assert not ask(blank, tables_without_row_security, mend)


def test_row_security_without_a_policy_is_found(blank: psycopg.Connection) -> None:
    assert not ask(blank, tables_without_policy, "CREATE TABLE app.t ()")
    (finding,) = ask(blank, tables_without_policy, ENABLE).values()
    assert finding.key == "no-policy app.t"
    assert not ask(blank, tables_without_policy, "CREATE POLICY p ON app.t USING (true)")


@pytest.mark.parametrize(
    ("view", "mend"),
    [
        ("VIEW app.v AS SELECT 1 AS one", "ALTER VIEW app.v SET (security_invoker)"),
        (
            "MATERIALIZED VIEW app.v AS SELECT 1 AS one",
            "REVOKE ALL ON app.v FROM application_user",
        ),
    ],
)
def test_a_view_that_shows_what_its_owner_sees_is_found(
    blank: psycopg.Connection, view: LiteralString, mend: LiteralString
) -> None:
    assert not ask(blank, views_past_policies, "CREATE " + view)
    (finding,) = ask(blank, views_past_policies, READ.replace("{}", "v")).values()
    assert finding.key == "view-past-policies app.v"
    assert not ask(blank, views_past_policies, mend)
