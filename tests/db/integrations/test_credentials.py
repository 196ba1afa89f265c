from typing import LiteralString

import psycopg
import pytest

from tests.db.acting import Role
from tests.db.integrations.world import ROLES_OF_PEOPLE, World, forbidden

UPSERT = """
    INSERT INTO integrations.credentials AS c (provider, provider_user_id, email)
    VALUES ('claude', 'u1', %s)
    ON CONFLICT (provider, provider_user_id) WHERE deleted_at IS NULL
    DO UPDATE SET email = EXCLUDED.email
"""
UPSERT_TOKENS = """
    INSERT INTO integrations.credential_tokens AS t (credential_id, access_token, expires_at)
    SELECT c.id, %s, now() + interval '1 hour' FROM integrations.credentials AS c
    ON CONFLICT (credential_id)
    DO UPDATE SET access_token = EXCLUDED.access_token, expires_at = EXCLUDED.expires_at
"""
COMMANDS: list[LiteralString] = [
    "SELECT FROM integrations.credentials",
    "INSERT INTO integrations.credentials (provider, name) VALUES ('claude', 'n')",
    "UPDATE integrations.credentials SET status = 'revoked'",
    "DELETE FROM integrations.credentials",
    "SELECT FROM integrations.credential_tokens",
    "INSERT INTO integrations.credential_tokens VALUES (1, 'ciphertext', NULL, now())",
    "UPDATE integrations.credential_tokens SET access_token = 'x'",
    "DELETE FROM integrations.credential_tokens",
]


@pytest.mark.parametrize("role", ROLES_OF_PEOPLE)
def test_no_person_handles_credentials(world: World, role: Role) -> None:
    for command in COMMANDS:
        for name in ("ada", "root", None):
            with forbidden("permission denied for table credential"), world.acting(name, role):
                world.change(command)


def test_the_system_keeps_credentials_and_their_tokens(world: World) -> None:
    with world.acting(None, "application_system"):
        assert [world.change(UPSERT, "a@example.org"), world.change(UPSERT, "b@example.org")] == [
            1,
            1,
        ]
        assert world.value("SELECT email FROM integrations.credentials") == "b@example.org"
        assert [world.change(UPSERT_TOKENS, "old"), world.change(UPSERT_TOKENS, "new")] == [1, 1]
        assert world.value("SELECT access_token FROM integrations.credential_tokens") == "new"
        assert world.change("DELETE FROM integrations.credentials") == 1
        assert world.value("SELECT count(*) FROM integrations.credential_tokens") == 0


def test_two_workers_do_not_renew_the_same_tokens(world: World, database_url: str) -> None:
    world.change(UPSERT, "a@example.org")
    world.change(UPSERT_TOKENS, "old")
    claim = """
        SELECT t.credential_id
        FROM integrations.credential_tokens AS t
        WHERE t.expires_at < now() + interval '1 day'
        FOR UPDATE SKIP LOCKED
    """
    with (
        psycopg.connect(database_url, autocommit=True) as other,
        world.acting(None, "application_system"),
        other.transaction(),
    ):
        other.execute("SET LOCAL ROLE application_system")
        assert len(world.connection.execute(claim).fetchall()) == 1
        assert other.execute(claim).fetchall() == []
