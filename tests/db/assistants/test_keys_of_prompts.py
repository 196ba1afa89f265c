"""Which prompts an API key may be for."""

from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.acting import acting_as
from tests.db.assistants.scene import Cast, add_prompt
from tests.db.rows import add


def add_key(connection: psycopg.Connection, cast: Cast, user_id: int, prompt_id: int | None) -> int:
    """Add a key of the weavers, as whoever acts."""
    whose = {"team_id": cast.weavers, "user_id": user_id}
    return add(connection, "iam.api_keys", **whose, prompt_id=prompt_id)


@pytest.mark.parametrize("visibility", ["Private", "Team", "Company"])
def test_a_key_is_for_a_prompt_of_its_team_that_its_person_sees(
    connection: psycopg.Connection, cast: Cast, visibility: str
) -> None:
    prompt_id = add_prompt(connection, cast.weavers, cast.ada, visibility)
    with acting_as(connection, cast.ada):
        add_key(connection, cast, cast.ada, prompt_id)


def test_a_key_is_for_a_prompt_that_another_team_shares(
    connection: psycopg.Connection, cast: Cast
) -> None:
    prompt_id = add_prompt(connection, cast.spinners, cast.eve, "Company")
    with acting_as(connection, cast.ada):
        add_key(connection, cast, cast.ada, prompt_id)


@pytest.mark.parametrize("visibility", ["Private", "Team"])
def test_a_key_is_not_for_a_prompt_that_another_team_keeps(
    connection: psycopg.Connection, cast: Cast, visibility: str
) -> None:
    prompt_id = add_prompt(connection, cast.spinners, cast.eve, visibility)
    with (
        pytest.raises(errors.InsufficientPrivilege, match='"prompt_is_shared"'),
        acting_as(connection, cast.ada),
    ):
        add_key(connection, cast, cast.ada, prompt_id)


def test_a_key_is_not_for_the_private_prompt_of_a_teammate(
    connection: psycopg.Connection, cast: Cast
) -> None:
    prompt_id = add_prompt(connection, cast.weavers, cast.ada, "Private")
    with (
        pytest.raises(errors.InsufficientPrivilege, match='"prompt_is_shared"'),
        acting_as(connection, cast.bob),
    ):
        add_key(connection, cast, cast.bob, prompt_id)


def test_a_key_is_not_changed_to_another_prompt(connection: psycopg.Connection, cast: Cast) -> None:
    prompt_id = add_prompt(connection, cast.spinners, cast.eve, "Private")
    add_key(connection, cast, cast.ada, None)
    with (
        pytest.raises(errors.InsufficientPrivilege, match="permission denied"),
        acting_as(connection, cast.ada),
    ):
        connection.execute("UPDATE iam.api_keys SET prompt_id = %s", [prompt_id])


@pytest.mark.parametrize("change", ["status = 'revoked'", "deleted_at = now()"])
def test_a_key_for_a_prompt_that_was_withdrawn_can_be_taken_out_of_use(
    connection: psycopg.Connection, cast: Cast, change: LiteralString
) -> None:
    prompt_id = add_prompt(connection, cast.spinners, cast.eve, "Company")
    add_key(connection, cast, cast.ada, prompt_id)
    connection.execute("UPDATE assistants.prompts SET visibility = 'Team'")
    with (
        pytest.raises(errors.InsufficientPrivilege, match='"prompt_is_shared_on_update"'),
        acting_as(connection, cast.ada),
    ):
        connection.execute("UPDATE iam.api_keys SET name = 'x'")
    with acting_as(connection, cast.ada):
        query = sql.SQL("UPDATE iam.api_keys SET {}").format(sql.SQL(change))
        assert connection.execute(query).rowcount == 1


def test_the_system_counts_the_use_of_a_key_for_a_prompt_that_was_withdrawn(
    connection: psycopg.Connection, cast: Cast
) -> None:
    prompt_id = add_prompt(connection, cast.spinners, cast.eve, "Company")
    add_key(connection, cast, cast.ada, prompt_id)
    connection.execute("UPDATE assistants.prompts SET visibility = 'Team'")
    with acting_as(connection, None, "application_system"):
        query = "UPDATE iam.api_keys SET used_quota = used_quota + 1, last_used_at = now()"
        assert connection.execute(query).rowcount == 1


def test_a_prompt_takes_its_keys_along(connection: psycopg.Connection, cast: Cast) -> None:
    prompt_id = add_prompt(connection, cast.weavers, cast.ada)
    add_key(connection, cast, cast.ada, prompt_id)
    connection.execute("DELETE FROM assistants.prompts")
    assert connection.execute("SELECT FROM iam.api_keys").rowcount == 0
