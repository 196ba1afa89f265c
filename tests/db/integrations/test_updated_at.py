from typing import LiteralString

import pytest

from tests.db.integrations.world import World

#: By table: a change, and an update that changes nothing.
UPDATES: dict[str, tuple[LiteralString, LiteralString]] = {
    "integrations": ("name = 'Maps'", "name = name"),
    "openapi_specs": ("title = 'Maps'", "title = title"),
    "openapi_spec_selections": ("category = 'CodeSandbox'", "category = category"),
    "openapi_spec_api_keys": ("api_key = 'other'", "api_key = api_key"),
    "credentials": ("status = 'disabled'", "status = status, last_used_at = now()"),
    "credential_tokens": ("access_token = 'other'", "access_token = access_token"),
}


@pytest.fixture
def rows(world: World) -> World:
    """One old row in each table that has `updated_at`; many on offer."""
    world.integration()
    world.insert("credentials", provider="claude", name="n")
    world.change(
        "INSERT INTO integrations.credential_tokens (credential_id, access_token, expires_at)"
        " SELECT id, 'ciphertext', now() FROM integrations.credentials"
    )
    world.change(
        "INSERT INTO integrations.openapi_spec_selections (category, openapi_spec_id)"
        " SELECT category, id FROM integrations.openapi_specs WHERE slug = 'serper-search'"
    )
    world.change(
        "INSERT INTO integrations.openapi_spec_api_keys (openapi_spec_id, api_key)"
        " SELECT id, 'ciphertext' FROM integrations.openapi_specs WHERE slug = 'serper-search'"
    )
    for table in UPDATES:
        world.change(f"UPDATE integrations.{table} SET updated_at = '2020-01-01'")
    return world


@pytest.mark.parametrize("table", UPDATES)
def test_a_change_is_dated_and_an_update_without_one_is_not(rows: World, table: str) -> None:
    change, nothing = UPDATES[table]
    query = f"SELECT bool_and(updated_at > '2020-01-02') FROM integrations.{table}"
    rows.change(f"UPDATE integrations.{table} SET {nothing}")
    assert rows.value(query) is False
    rows.change(f"UPDATE integrations.{table} SET {change}")
    assert rows.value(query) is True
