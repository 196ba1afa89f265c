from typing import LiteralString

import pytest

from tests.db.integrations.world import World

#: By table: a change, and an update that changes nothing.
UPDATES: dict[str, tuple[LiteralString, LiteralString]] = {
    "integrations": (
        "UPDATE {table} SET name = 'Maps'",
        "UPDATE {table} SET name = name",
    ),
    "openapi_specs": (
        "UPDATE {table} SET title = 'Maps'",
        "UPDATE {table} SET title = title",
    ),
    "openapi_spec_selections": (
        "UPDATE {table} SET category = 'CodeSandbox'",
        "UPDATE {table} SET category = category",
    ),
    "openapi_spec_api_keys": (
        "UPDATE {table} SET api_key = 'other'",
        "UPDATE {table} SET api_key = api_key",
    ),
    "credentials": (
        "UPDATE {table} SET status = 'disabled'",
        "UPDATE {table} SET status = status, last_used_at = now()",
    ),
    "credential_tokens": (
        "UPDATE {table} SET access_token = 'other'",
        "UPDATE {table} SET access_token = access_token",
    ),
}
ADD_TOKENS = """
    INSERT INTO integrations.credential_tokens (credential_id, access_token, expires_at)
    SELECT c.id, 'ciphertext', now()
    FROM integrations.credentials AS c
"""
ADD_SELECTION = """
    INSERT INTO integrations.openapi_spec_selections (category, openapi_spec_id)
    SELECT s.category, s.id
    FROM integrations.openapi_specs AS s
    WHERE s.slug = 'serper-search'
"""
ADD_KEY = """
    INSERT INTO integrations.openapi_spec_api_keys (openapi_spec_id, api_key)
    SELECT s.id, 'ciphertext'
    FROM integrations.openapi_specs AS s
    WHERE s.slug = 'serper-search'
"""


@pytest.fixture
def rows(world: World) -> World:
    """Old rows in each table that has `updated_at`."""
    world.integration()
    world.insert("credentials")
    for command in (ADD_TOKENS, ADD_SELECTION, ADD_KEY):
        world.change(command)
    for table in UPDATES:
        world.change("UPDATE {table} SET updated_at = '2020-01-01'", table=table)
    return world


@pytest.mark.parametrize("table", UPDATES)
def test_a_change_is_dated_and_an_update_without_one_is_not(rows: World, table: str) -> None:
    change, nothing = UPDATES[table]
    query = "SELECT bool_and(updated_at > '2020-01-02') FROM {table}"
    rows.change(nothing, table=table)
    assert rows.value(query, table=table) is False
    rows.change(change, table=table)
    assert rows.value(query, table=table) is True
