"""Columns that are more than what an insert put there: generated ones, and secrets."""

from typing import LiteralString

import psycopg
import pytest

from db.commands.tenancy import load_tenancy
from tests.db.catalogue.facts import Table

GENERATED = {
    "iam.api_keys.is_active",
    "iam.api_keys.key_hash",
    "integrations.credentials.is_active",
    "llm.usage_stats.total_tokens",
}

#: What only ``application_system`` reads: hashes, tokens and keys.
SECRETS = [
    ("iam.users", "password_hash"),
    ("iam.api_keys", "api_key"),
    ("iam.api_keys", "key_hash"),
    ("iam.invitations", "invitation_selector"),
    ("iam.invitations", "invitation_verifier_hash"),
    ("iam.oauth_clients", "client_secret"),
    ("model_registry.models", "api_key"),
    ("model_registry.channels", "api_key"),
    ("rag.document_pipelines", "api_key"),
    ("integrations.api_key_connections", "api_key"),
    ("integrations.oauth2_connections", "access_token"),
    ("integrations.oauth2_connections", "refresh_token"),
    ("integrations.openapi_spec_api_keys", "api_key"),
    ("integrations.credential_tokens", "access_token"),
    ("integrations.credential_tokens", "refresh_token"),
    ("automation.automation_webhook_triggers", "secret"),
]

MAY_READ: LiteralString = """
    SELECT r.name
    FROM unnest(ARRAY['application_user', 'application_readonly', 'application_system']) AS r (name)
    WHERE has_column_privilege(r.name, %s, %s, 'SELECT')
"""


def test_these_columns_are_generated_and_no_others(tables: dict[str, Table]) -> None:
    found = {
        f"{table}.{column}": declared.endswith(" STORED")
        for table, facts in tables.items()
        for column, declared in facts.columns.items()
        if "GENERATED ALWAYS AS (" in declared
    }
    assert found == dict.fromkeys(GENERATED, True)


@pytest.mark.parametrize(("table", "column"), SECRETS)
def test_a_secret_is_read_by_the_system_alone(
    administrator: psycopg.Connection, table: str, column: str
) -> None:
    readers = administrator.execute(MAY_READ, [table, column]).fetchall()
    assert readers == [("application_system",)]


def test_the_tenancy_file_lists_the_same_secrets() -> None:
    listed = [(entry.table, column) for entry in load_tenancy() for column in entry.secrets]
    assert sorted(listed) == sorted(SECRETS)


def test_a_grant_on_the_table_would_be_noticed(administrator: psycopg.Connection) -> None:
    with administrator.transaction(force_rollback=True):
        administrator.execute("GRANT SELECT ON iam.users TO application_user")
        readers = administrator.execute(MAY_READ, ["iam.users", "password_hash"]).fetchall()
    assert readers == [("application_user",), ("application_system",)]
