"""What the audit trail leaves out of the rows it keeps."""

import psycopg
from psycopg import sql

from tests.db.acting import acting_as
from tests.db.ops.test_audited_actions import STATEMENTS
from tests.db.ops.trail import entries
from tests.db.ops.weavers import Weavers

SECRETS = {
    ("iam.api_keys", "api_key"),
    ("iam.api_keys", "key_hash"),
    ("iam.invitations", "invitation_selector"),
    ("iam.invitations", "invitation_verifier_hash"),
    ("rag.document_pipelines", "api_key"),
}

SOUNDING_SECRET = (
    "password",
    "password_hash",
    "client_secret",
    "access_token",
    "old_api_key",
    "some_key_hash",
    "verifier",
    "selector",
)


def unreadable(connection: psycopg.Connection) -> set[tuple[str, str]]:
    """Return the columns of audited tables that people may not read, by table."""
    query = """
        SELECT DISTINCT a.attrelid::regclass::text, a.attname::text
        FROM pg_trigger AS t
        INNER JOIN pg_attribute AS a
            ON a.attrelid = t.tgrelid
        WHERE t.tgfoid = 'ops.write_audit'::regproc
            AND a.attnum > 0
            AND NOT a.attisdropped
            AND NOT has_column_privilege('application_user', a.attrelid, a.attnum, 'SELECT')
    """
    return {(table, column) for table, column in connection.execute(query)}


def kept(connection: psycopg.Connection) -> set[tuple[str, str]]:
    """Return the columns whose values the trail has, by table."""
    return {
        (str(entry.entity_type), column)
        for entry in entries(connection)
        for column in {**(entry.before_value or {}), **(entry.after_value or {})}
    }


def test_the_columns_that_people_may_not_read_are_the_secrets(
    connection: psycopg.Connection,
) -> None:
    assert unreadable(connection) == SECRETS


def test_no_secret_gets_into_the_trail(connection: psycopg.Connection, weavers: Weavers) -> None:
    # The team goes last.
    for action in sorted(STATEMENTS, key="DeleteTeam".__eq__):
        with acting_as(connection, weavers.manager):
            connection.execute(STATEMENTS[action], vars(weavers))
    assert {entry.action for entry in entries(connection)} == set(STATEMENTS)
    found = kept(connection)
    assert {table for table, _ in found} >= {table for table, _ in SECRETS}
    assert found & (unreadable(connection) | SECRETS) == set()


def test_a_column_that_people_may_not_read_is_left_out_whatever_its_name(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    connection.execute("ALTER TABLE iam.api_keys ADD COLUMN innocent text DEFAULT 'x'")
    connection.execute("DELETE FROM iam.api_keys WHERE id = %s", [weavers.api_key])
    assert ("iam.api_keys", "innocent") not in kept(connection)
    assert ("iam.api_keys", "name") in kept(connection)


def test_a_name_that_sounds_secret_is_left_out_even_where_people_may_read_it(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    for name in SOUNDING_SECRET:
        column = sql.Identifier(name)
        connection.execute(
            sql.SQL("ALTER TABLE iam.api_keys ADD COLUMN {} text DEFAULT 'x'").format(column)
        )
        connection.execute(
            sql.SQL("GRANT SELECT ({}) ON iam.api_keys TO application_user").format(column)
        )
    connection.execute("DELETE FROM iam.api_keys WHERE id = %s", [weavers.api_key])
    columns = {column for _, column in kept(connection)}
    assert columns & set(SOUNDING_SECRET) == set()
    assert "name" in columns
