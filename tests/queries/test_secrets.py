"""Secret columns are read by the system alone, and so are queries that give them."""

from collections.abc import Callable
from importlib import import_module
from typing import get_args, get_type_hints

import psycopg
import pytest

from generated._runtime import Row
from tests.queries.caller import role_of
from tests.queries.library import MODULES, query_functions

#: By table. What is nobody's business, and what would let its reader act for somebody else.
SECRETS = {
    "automation.automation_webhook_triggers": {"secret"},
    "iam.users": {"password_hash"},
    "iam.api_keys": {"api_key", "key_hash"},
    "iam.invitations": {"invitation_selector", "invitation_verifier_hash"},
    "iam.oauth_clients": {"client_secret"},
    "rag.document_pipelines": {"api_key"},
    "model_registry.models": {"api_key"},
    "model_registry.channels": {"api_key"},
}
COLUMNS = [(table, column) for table, columns in SECRETS.items() for column in sorted(columns)]

FUNCTIONS: dict[str, Callable[..., object]] = {
    f"{module.removeprefix('generated.')}.{name}": function
    for module in MODULES
    for name, function in query_functions(import_module(module)).items()
}


def given_by(function: Callable[..., object]) -> set[str]:
    """Return the names of the columns that a generated function gives."""
    declared = get_type_hints(function)["return"]
    return {
        field
        for part in (declared, *get_args(declared))
        if isinstance(part, type) and issubclass(part, Row)
        for field in part.model_fields
    }


def may(connection: psycopg.Connection, role: str, table: str, column: str, right: str) -> bool:
    """Tell whether a role has a right to a column."""
    asked = "SELECT has_column_privilege(%s, %s, %s, %s)"
    row = connection.execute(asked, [role, table, column, right]).fetchone()
    assert row is not None
    return bool(row[0])


@pytest.mark.parametrize(("table", "column"), COLUMNS)
@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("application_user", False),
        ("application_readonly", False),
        ("application_system", True),
    ],
)
def test_a_secret_column_is_read_by_the_system_alone(
    connection: psycopg.Connection, role: str, expected: bool, table: str, column: str
) -> None:
    assert may(connection, role, table, column, "SELECT") is expected


def test_queries_that_give_secrets_are_known_and_are_the_system_s() -> None:
    secret = {column for _, column in COLUMNS}
    giving = {name for name, function in FUNCTIONS.items() if given_by(function) & secret}
    assert giving == {
        "iam.invitations.find_invitation_secret",
        "iam.oauth_clients.find_oauth_client_secret_by_provider",
        "iam.oauth_clients.find_oauth_client_secret_by_provider_url",
        "iam.oauth_clients.list_oauth_client_secrets",
        "iam.users.find_user_credentials_by_email",
        "iam.users.find_user_credentials_by_username",
        "iam.users.get_user_credentials",
        "rag.datasets.get_embeddings_model_secret",
        "model_registry.channels.get_channel_secret",
        "model_registry.channels.list_channel_secrets",
        "model_registry.registered_models.get_model_secret",
        "model_registry.registered_models.list_model_secrets",
    }
    assert {role_of(FUNCTIONS[name]) for name in giving} == {"system"}


def test_what_a_function_gives_is_seen_in_rows_and_lists_of_rows() -> None:
    assert "email" in given_by(FUNCTIONS["iam.users.get_user"])
    assert "email" in given_by(FUNCTIONS["iam.users.list_users"])
    assert given_by(FUNCTIONS["iam.users.count_users"]) == set()
