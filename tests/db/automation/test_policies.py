"""Who sees and changes what makes prompts run, and their runs."""

from hashlib import sha256
from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.acting import Role, acting_as
from tests.db.assistants.scene import VISIBILITIES, Cast, add_prompt
from tests.db.rows import insert

RUNS = "automation_runs"
CRON = "automation_cron_triggers"
WEBHOOKS = "automation_webhook_triggers"
TABLES = [RUNS, CRON, WEBHOOKS]

#: By table, an UPDATE of what people say. It reads no column: then the policies for reading do not
#: stand in for those for writing.
UPDATE: dict[str, LiteralString] = {
    RUNS: "UPDATE automation.automation_runs SET scheduled_for = now()",
    CRON: "UPDATE automation.automation_cron_triggers SET cron_expression = '@weekly'",
    WEBHOOKS: "UPDATE automation.automation_webhook_triggers"
    " SET secret = encode(sha256(random()::text::bytea), 'hex')",
}
#: What only the system and the database say, by table.
KEPT: dict[str, list[str]] = {
    RUNS: ["id", "team_id", "prompt_id", "status", "claimed_by", "attempts", "error"],
    CRON: ["id", "team_id", "prompt_id", "next_run_at"],
    WEBHOOKS: ["id", "team_id", "prompt_id"],
}
SELECT = sql.SQL("SELECT prompt_id FROM automation.{}")
DELETE = sql.SQL("DELETE FROM automation.{}")

READERS: list[Role] = ["application_user", "application_readonly"]


@pytest.fixture
def prompts(connection: psycopg.Connection, cast: Cast) -> dict[str, int]:
    """Ada's prompts with a row in each table, by visibility."""
    found = {v: add_prompt(connection, cast.weavers, cast.ada, v) for v in VISIBILITIES}
    for prompt_id in found.values():
        for table in TABLES:
            run(connection, table, cast.weavers, prompt_id)
    return found


def run(connection: psycopg.Connection, table: str, team_id: int, prompt_id: int) -> None:
    """Add what makes a prompt run, or a run, as whoever acts."""
    insert(connection, f"automation.{table}", team_id=team_id, prompt_id=prompt_id)


@pytest.mark.parametrize("table", TABLES)
def test_members_see_what_runs_the_prompts_they_see(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int], table: str
) -> None:
    def seen(user_id: int | None, role: Role) -> set[int]:
        with acting_as(connection, user_id, role):
            rows = connection.execute(SELECT.format(sql.Identifier(table)))
            return {prompt_id for (prompt_id,) in rows}

    shared = {prompts["Team"], prompts["Company"]}
    for role in READERS:
        assert seen(cast.ada, role) == set(prompts.values())
        assert seen(cast.bob, role) == shared
        assert seen(cast.mia, role) == shared
        # Not even of the prompt that everyone sees.
        assert seen(cast.eve, role) == set()
        assert seen(cast.root, role) == set()
        assert seen(None, role) == set()
    assert seen(None, "application_system") == set(prompts.values())


@pytest.mark.parametrize("table", TABLES)
def test_members_add_what_runs_the_prompts_they_see(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int], table: str
) -> None:
    for visibility in ("Team", "Company"):
        with acting_as(connection, cast.bob):
            run(connection, table, cast.weavers, prompts[visibility])
    with acting_as(connection, cast.ada):
        run(connection, table, cast.weavers, prompts["Private"])
    for user_id, visibility in (
        (cast.bob, "Private"),
        (cast.eve, "Company"),
        (cast.root, "Company"),
        (None, "Company"),
    ):
        with (
            pytest.raises(errors.InsufficientPrivilege, match="row-level security policy"),
            acting_as(connection, user_id),
        ):
            run(connection, table, cast.weavers, prompts[visibility])


@pytest.mark.usefixtures("prompts")
@pytest.mark.parametrize("table", TABLES)
def test_members_change_and_remove_what_runs_the_prompts_they_see(
    connection: psycopg.Connection, cast: Cast, table: str
) -> None:
    def changed(user_id: int | None) -> list[int]:
        with acting_as(connection, user_id):
            return [
                connection.execute(UPDATE[table]).rowcount,
                connection.execute(DELETE.format(sql.Identifier(table))).rowcount,
            ]

    for user_id in (cast.eve, cast.root, None):
        assert changed(user_id) == [0, 0]
    assert changed(cast.bob) == [2, 2]
    assert changed(cast.ada) == [1, 1]


@pytest.mark.parametrize("table", TABLES)
def test_people_say_nothing_of_what_the_system_says(
    connection: psycopg.Connection, cast: Cast, table: str
) -> None:
    update = sql.SQL("UPDATE automation.{} SET {} = NULL")
    for column in KEPT[table]:
        query = update.format(sql.Identifier(table), sql.Identifier(column))
        with (
            pytest.raises(errors.InsufficientPrivilege, match="permission denied"),
            acting_as(connection, cast.ada),
        ):
            connection.execute(query)


def test_only_a_run_that_waits_is_put_off(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int]
) -> None:
    connection.execute(
        """
        UPDATE automation.automation_runs
        SET status = 'Completed', completed_at = now()
        WHERE prompt_id = %s
        """,
        [prompts["Team"]],
    )
    with acting_as(connection, cast.bob):
        assert connection.execute(UPDATE[RUNS]).rowcount == 1


def test_secrets_are_read_by_the_system_alone(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int]
) -> None:
    of_prompt = {"team_id": cast.weavers, "prompt_id": prompts["Team"]}
    secret = sha256(b"secret").hexdigest()
    insert(connection, f"automation.{WEBHOOKS}", **of_prompt, secret=secret)
    query = "SELECT secret FROM automation.automation_webhook_triggers"
    for role in READERS:
        with (
            pytest.raises(errors.InsufficientPrivilege, match="permission denied"),
            acting_as(connection, cast.ada, role),
        ):
            connection.execute(query)
    with acting_as(connection, None, "application_system"):
        lookup = query + " WHERE secret = encode(sha256('secret'), 'hex')"
        assert connection.execute(lookup).rowcount == 1


def test_the_system_adds_runs_and_changes_no_trigger_otherwise(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int]
) -> None:
    with acting_as(connection, None, "application_system"):
        run(connection, RUNS, cast.weavers, prompts["Private"])
    for query in (
        UPDATE[CRON],
        UPDATE[WEBHOOKS],
        "DELETE FROM automation.automation_cron_triggers",
        "DELETE FROM automation.automation_webhook_triggers",
        "DELETE FROM automation.automation_runs",
    ):
        with (
            pytest.raises(errors.InsufficientPrivilege, match="permission denied"),
            acting_as(connection, None, "application_system"),
        ):
            connection.execute(query)


@pytest.mark.parametrize("table", TABLES)
def test_readonly_changes_nothing(connection: psycopg.Connection, cast: Cast, table: str) -> None:
    with (
        pytest.raises(errors.InsufficientPrivilege, match="permission denied"),
        acting_as(connection, cast.ada, "application_readonly"),
    ):
        connection.execute(DELETE.format(sql.Identifier(table)))
