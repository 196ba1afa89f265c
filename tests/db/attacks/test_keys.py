"""API keys of others, and keys that ought to be dead."""

from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.acting import acting_as
from tests.db.attacks.scene import Scene

UPDATE = sql.SQL("UPDATE iam.api_keys SET {} WHERE id = %(key)s")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("api_key = repeat('f', 64)", "only the person of a key"),
        ("prompt_id = %(prompt)s", "permission denied for table api_keys"),
    ],
    ids=["key", "prompt"],
)
def test_a_manager_does_not_take_over_the_key_of_a_teammate(
    connection: psycopg.Connection, scene: Scene, change: LiteralString, said: str
) -> None:
    with (
        pytest.raises(errors.InsufficientPrivilege, match=said),
        acting_as(connection, scene.mary),
    ):
        connection.execute(
            UPDATE.format(sql.SQL(change)),
            {"key": scene.keys["active"], "prompt": scene.prompts["Team"]},
        )


def test_the_person_of_a_key_rotates_it(connection: psycopg.Connection, scene: Scene) -> None:
    with acting_as(connection, scene.cora):
        changed = connection.execute(
            "UPDATE iam.api_keys SET api_key = repeat('f', 64) WHERE id = %s",
            [scene.keys["active"]],
        )
        assert changed.rowcount == 1


@pytest.mark.parametrize("change", ["status = 'disabled'", "rate_limit = 1", "name = 'n'"])
def test_a_manager_limits_and_disables_it(
    connection: psycopg.Connection, scene: Scene, change: LiteralString
) -> None:
    with acting_as(connection, scene.mary):
        changed = connection.execute(UPDATE.format(sql.SQL(change)), {"key": scene.keys["active"]})
        assert changed.rowcount == 1


@pytest.mark.parametrize("status", ["active", "disabled"])
def test_a_revoked_key_stays_revoked(
    connection: psycopg.Connection, scene: Scene, status: str
) -> None:
    for person in (scene.cora, scene.mary):
        with (
            pytest.raises(errors.InsufficientPrivilege, match="stays so"),
            acting_as(connection, person),
        ):
            connection.execute(
                "UPDATE iam.api_keys SET status = %s WHERE id = %s",
                [status, scene.keys["revoked"]],
            )


def test_a_deleted_key_stays_deleted(connection: psycopg.Connection, scene: Scene) -> None:
    connection.execute("UPDATE iam.api_keys SET deleted_at = now()")
    with (
        pytest.raises(errors.InsufficientPrivilege, match="stays so"),
        acting_as(connection, scene.cora),
    ):
        connection.execute("UPDATE iam.api_keys SET deleted_at = NULL")


def test_a_disabled_key_is_enabled_again(connection: psycopg.Connection, scene: Scene) -> None:
    with acting_as(connection, scene.cora):
        changed = connection.execute(
            "UPDATE iam.api_keys SET status = 'active' WHERE id = %s", [scene.keys["disabled"]]
        )
        assert changed.rowcount == 1


def test_a_person_does_not_set_what_was_used(connection: psycopg.Connection, scene: Scene) -> None:
    with pytest.raises(errors.InsufficientPrivilege), acting_as(connection, scene.cora):
        connection.execute("UPDATE iam.api_keys SET used_quota = 0")


def test_the_key_of_another_team_is_not_taken_over_by_an_upsert(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with (
        pytest.raises(errors.InsufficientPrivilege, match="permission denied"),
        acting_as(connection, scene.stan),
    ):
        connection.execute(
            "INSERT INTO iam.api_keys (user_id, team_id, name, api_key)"
            " VALUES (%s, %s, 'mine', encode(sha256('active'), 'hex'))"
            " ON CONFLICT (api_key) DO UPDATE SET name = EXCLUDED.name",
            [scene.stan, scene.spinners],
        )
