"""Queries that give secret columns are the system's."""

from collections.abc import Callable
from importlib import import_module
from typing import get_args, get_type_hints

from db.commands.tenancy import load_tenancy
from generated._runtime import Row
from tests.queries.caller import role_of
from tests.queries.library import MODULES, query_functions

#: What is nobody's business, and what would let its reader act for somebody else. That only the
#: system may read the columns is tested with the catalogue.
SECRETS = {column for entry in load_tenancy() for column in entry.secrets}

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


def test_queries_that_give_secrets_are_known_and_are_the_system_s() -> None:
    giving = {name for name, function in FUNCTIONS.items() if given_by(function) & SECRETS}
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
