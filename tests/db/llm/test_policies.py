"""Who sees and changes what in schema ``llm``."""

from collections.abc import Generator
from typing import LiteralString, NamedTuple

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.acting import Role, acting_as
from tests.db.llm.scene import Scene, build
from tests.db.rows import add, insert
from tests.postgres import Databases

#: Tables with rows of one person, and what each sees of them.
OF_PERSONS = [
    "conversations",
    "chats",
    "chats_attachments",
    "prompt_flags",
    "api_chats",
]
OF_ADMINISTRATORS = ["rate_limits", "request_logs", "request_log_bodies", "usage_stats"]
READERS: list[Role] = ["application_user", "application_readonly"]


class Watched(NamedTuple):
    """A database that tests only look at."""

    connection: psycopg.Connection
    scene: Scene


@pytest.fixture(scope="module")
def watched(databases: Databases) -> Generator[Watched]:
    """The filled scene, shared by the tests that change nothing."""
    name = databases.migrated()
    with psycopg.connect(databases.server.owner_url(name), autocommit=True) as connection:
        yield Watched(connection, fill(connection, build(connection)))
    databases.drop(name)


@pytest.fixture
def filled(connection: psycopg.Connection, scene: Scene) -> Scene:
    """The filled scene, on the connection of the test."""
    return fill(connection, scene)


def fill(connection: psycopg.Connection, scene: Scene) -> Scene:
    """Add a row of Ada and one of Cyd to every table of persons, and one to each other."""
    for of, key in ((scene.of_ada, scene.key), (scene.of_cyd, scene.key_of_cyd)):
        of_chat = {**of.whose, "chat_id": of.chat}
        attached = add(connection, "storage.objects", team_id=of.team, created_by=of.user)
        insert(connection, "llm.chats_attachments", **of_chat, object_id=attached)
        insert(connection, "llm.prompt_flags", **of_chat)
        insert(connection, "llm.api_chats", **of.whose, api_key_id=key)
        insert(connection, "llm.token_usage_metrics", **of_chat)
    connection.execute("DELETE FROM llm.conversations WHERE user_id = %s", [scene.bob])
    insert(connection, "llm.rate_limits")
    insert(connection, "llm.request_logs")
    connection.execute(
        "INSERT INTO llm.request_log_bodies (request_log_id, created_at)"
        " SELECT id, created_at FROM llm.request_logs"
    )
    insert(connection, "llm.usage_stats")
    return scene


def owners(connection: psycopg.Connection, table: str) -> set[int]:
    """Return whose rows of a table are seen."""
    query = sql.SQL("SELECT user_id FROM {}").format(sql.Identifier("llm", table))
    return {user_id for (user_id,) in connection.execute(query)}


def count(connection: psycopg.Connection, table: str) -> int:
    query = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier("llm", table))
    row = connection.execute(query).fetchone()
    assert row is not None
    return int(row[0])


def refusal(error: pytest.ExceptionInfo[errors.InsufficientPrivilege]) -> str:
    """Return what a refusal says, without what it says it of."""
    return str(error.value).partition(" for table")[0]


BY_POLICY = "new row violates row-level security policy"


# who sees what


@pytest.mark.parametrize("role", READERS)
@pytest.mark.parametrize("table", OF_PERSONS)
def test_a_person_sees_the_own_rows_and_nobody_else_does(
    watched: Watched, table: str, role: Role
) -> None:
    seen = {}
    for name in ("ada", "bob", "cyd", "root"):
        with acting_as(watched.connection, getattr(watched.scene, name), role):
            seen[name] = owners(watched.connection, table)
    with acting_as(watched.connection, None, role):
        seen["nobody"] = owners(watched.connection, table)
    assert seen == {
        "ada": {watched.scene.ada},
        "bob": set(),
        "cyd": {watched.scene.cyd},
        "root": set(),
        "nobody": set(),
    }


@pytest.mark.parametrize("table", [*OF_PERSONS, "token_usage_metrics"])
def test_the_system_sees_the_rows_of_all(watched: Watched, table: str) -> None:
    with acting_as(watched.connection, None, "application_system"):
        assert owners(watched.connection, table) == {watched.scene.ada, watched.scene.cyd}


@pytest.mark.parametrize("table", OF_PERSONS)
def test_who_left_the_team_sees_the_own_rows_no_more(
    connection: psycopg.Connection, filled: Scene, table: str
) -> None:
    connection.execute("DELETE FROM iam.team_users WHERE user_id = %s", [filled.ada])
    with acting_as(connection, filled.ada):
        assert owners(connection, table) == set()
    assert filled.ada in owners(connection, table)


@pytest.mark.parametrize("role", READERS)
def test_measurements_are_seen_by_the_team_and_administrators(watched: Watched, role: Role) -> None:
    seen = {}
    for name in ("ada", "bob", "cyd", "root"):
        with acting_as(watched.connection, getattr(watched.scene, name), role):
            seen[name] = owners(watched.connection, "token_usage_metrics")
    with acting_as(watched.connection, None, role):
        assert owners(watched.connection, "token_usage_metrics") == set()
    both = {watched.scene.ada, watched.scene.cyd}
    assert seen == {
        "ada": {watched.scene.ada},
        "bob": {watched.scene.ada},
        "cyd": {watched.scene.cyd},
        "root": both,
    }


@pytest.mark.parametrize("role", READERS)
@pytest.mark.parametrize("table", OF_ADMINISTRATORS)
def test_administrators_read_limits_and_logs_and_others_do_not(
    watched: Watched, table: str, role: Role
) -> None:
    with acting_as(watched.connection, watched.scene.root, role):
        assert count(watched.connection, table) == 1
    for other in (watched.scene.ada, watched.scene.mona, None):
        with acting_as(watched.connection, other, role):
            assert count(watched.connection, table) == 0
    with acting_as(watched.connection, None, "application_system"):
        assert count(watched.connection, table) == 1


@pytest.mark.parametrize("role", READERS)
def test_counters_are_the_systems(watched: Watched, role: Role) -> None:
    with (
        pytest.raises(errors.InsufficientPrivilege),
        acting_as(watched.connection, watched.scene.root, role),
    ):
        count(watched.connection, "rate_limit_windows")
    with acting_as(watched.connection, None, "application_system"):
        assert count(watched.connection, "rate_limit_windows") == 0


@pytest.mark.parametrize(
    "call",
    [
        "llm.take_request(NULL, NULL, NULL, 0)",
        "llm.settle_request(NULL, NULL, NULL, now(), 0, 0, 0)",
        "llm.purge_rate_limit_windows()",
    ],
)
@pytest.mark.parametrize("role", READERS)
def test_nobody_but_the_system_counts_requests(
    watched: Watched, call: LiteralString, role: Role
) -> None:
    with (
        pytest.raises(errors.InsufficientPrivilege, match="permission denied for function"),
        acting_as(watched.connection, watched.scene.root, role),
    ):
        watched.connection.execute(sql.SQL("SELECT {}").format(sql.SQL(call)))


@pytest.mark.parametrize("table", [*OF_PERSONS, "token_usage_metrics", *OF_ADMINISTRATORS])
def test_a_reader_writes_nothing(watched: Watched, table: str) -> None:
    role: Role = "application_readonly"
    for statement in ("INSERT INTO {} DEFAULT VALUES", "DELETE FROM {}"):
        with (
            pytest.raises(errors.InsufficientPrivilege),
            acting_as(watched.connection, watched.scene.root, role),
        ):
            watched.connection.execute(sql.SQL(statement).format(sql.Identifier("llm", table)))


# conversations and chats


def test_a_person_talks_and_answers_are_written_down(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with acting_as(connection, scene.ada):
        whose = scene.of_ada.whose
        conversation = add(connection, "llm.conversations", **whose)
        turn = {"conversation_id": conversation, "prompt_id": scene.prompt}
        chat = add(connection, "llm.chats", **whose, **turn)
        changed = connection.execute(
            "UPDATE llm.chats SET status = 'Success', content = 'hi' WHERE id = %s", [chat]
        )
        assert changed.rowcount == 1


def test_nobody_talks_for_another_or_in_another_team(
    connection: psycopg.Connection, scene: Scene
) -> None:
    for team, user in ((scene.weavers, scene.bob), (scene.spinners, scene.ada)):
        with (
            pytest.raises(errors.InsufficientPrivilege) as caught,
            acting_as(connection, scene.ada),
        ):
            insert(connection, "llm.conversations", team_id=team, user_id=user)
        assert refusal(caught) == BY_POLICY


@pytest.mark.parametrize("table", ["chats", "chats_attachments", "prompt_flags", "api_chats"])
@pytest.mark.parametrize("name", ["bob", "cyd", "root"])
def test_nobody_adds_to_what_is_anothers(watched: Watched, table: str, name: str) -> None:
    connection, scene = watched
    person = getattr(scene, name)
    stored = add(connection, "storage.objects", team_id=scene.weavers, created_by=person)
    rows = {
        "chats": {"conversation_id": scene.of_ada.id, "prompt_id": scene.prompt},
        "chats_attachments": {"chat_id": scene.of_ada.chat, "object_id": stored},
        "prompt_flags": {"chat_id": scene.of_ada.chat},
        "api_chats": {"api_key_id": scene.key},
    }
    with pytest.raises(errors.InsufficientPrivilege) as caught, acting_as(connection, person):
        insert(connection, f"llm.{table}", **scene.of_ada.whose, **rows[table])
    assert refusal(caught).startswith(BY_POLICY)


@pytest.mark.parametrize("table", ["conversations", "chats", "api_chats"])
def test_a_teammate_changes_nothing(
    connection: psycopg.Connection, filled: Scene, table: str
) -> None:
    column = "project_id" if table == "conversations" else "status"
    update = sql.SQL("UPDATE {} SET {} = {}").format(
        sql.Identifier("llm", table), sql.Identifier(column), sql.SQL("DEFAULT")
    )
    with acting_as(connection, filled.bob):
        assert connection.execute(update).rowcount == 0
    with acting_as(connection, filled.ada):
        assert connection.execute(update).rowcount == 1


@pytest.mark.parametrize("column", ["team_id", "user_id", "conversation_id", "prompt_id"])
def test_a_chat_stays_where_it_is(
    connection: psycopg.Connection, scene: Scene, column: str
) -> None:
    update = sql.SQL("UPDATE llm.chats SET {0} = {0}").format(sql.Identifier(column))
    with (
        pytest.raises(errors.InsufficientPrivilege, match="permission denied"),
        acting_as(connection, scene.ada),
    ):
        connection.execute(update)


@pytest.mark.parametrize("table", ["conversations", "chats"])
def test_deleting_takes_the_permission(
    connection: psycopg.Connection, filled: Scene, table: str
) -> None:
    connection.execute(
        "UPDATE iam.team_users SET roles = '{TeamManager}' WHERE user_id = %s", [filled.cyd]
    )
    delete = sql.SQL("DELETE FROM {}").format(sql.Identifier("llm", table))
    with acting_as(connection, filled.cyd):
        assert connection.execute(delete).rowcount == 0
    with acting_as(connection, filled.bob):
        assert connection.execute(delete).rowcount == 0
    with acting_as(connection, filled.ada):
        assert connection.execute(delete).rowcount == 1


def test_a_run_of_an_automation_is_named_by_the_system_alone(
    connection: psycopg.Connection, scene: Scene
) -> None:
    of_prompt = {"team_id": scene.weavers, "prompt_id": scene.prompt}
    run = add(connection, "automation.automation_runs", **of_prompt)
    values = {**scene.of_ada.turn(scene.prompt), "automation_run_id": run}
    with pytest.raises(errors.InsufficientPrivilege), acting_as(connection, scene.ada):
        insert(connection, "llm.chats", **values)
    with acting_as(connection, None, "application_system"):
        insert(connection, "llm.chats", **values)


# what another team shares, or does not


@pytest.mark.parametrize("role", ["application_user", "application_system"])
def test_a_chat_asks_a_prompt_of_its_team_or_of_the_company(
    connection: psycopg.Connection, scene: Scene, role: Role
) -> None:
    person = scene.ada if role == "application_user" else None
    turn = scene.of_ada.turn
    with acting_as(connection, person, role):
        add(connection, "llm.chats", **turn(scene.prompt))
        add(connection, "llm.chats", **turn(scene.company_prompt_of_spinners))
    with pytest.raises(errors.InsufficientPrivilege) as caught, acting_as(connection, person, role):
        add(connection, "llm.chats", **turn(scene.prompt_of_spinners))
    assert refusal(caught) == f'{BY_POLICY} "prompt_is_shared"'


def test_nobody_asks_a_private_prompt_of_a_teammate(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with pytest.raises(errors.InsufficientPrivilege) as caught, acting_as(connection, scene.ada):
        add(connection, "llm.chats", **scene.of_ada.turn(scene.private_prompt_of_bob))
    assert refusal(caught) == f'{BY_POLICY} "prompt_is_shared"'


def test_an_answer_is_written_down_though_its_prompt_was_withdrawn(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with acting_as(connection, scene.ada):
        turn = scene.of_ada.turn(scene.company_prompt_of_spinners)
        chat = add(connection, "llm.chats", **turn)
    connection.execute("UPDATE assistants.prompts SET visibility = 'Private'")
    with acting_as(connection, scene.ada):
        update: LiteralString = "UPDATE llm.chats SET content = 'hi' WHERE id = %s"
        assert connection.execute(update, [chat]).rowcount == 1


def add_project(
    connection: psycopg.Connection, scene: Scene, team: int, creator: int, visibility: str
) -> int:
    by_creator = {"team_id": team, "created_by": creator}
    dataset = add(connection, "rag.datasets", **by_creator, embeddings_model_id=scene.model)
    values = {**by_creator, "dataset_id": dataset, "visibility": visibility}
    return add(connection, "assistants.projects", **values)


def test_a_conversation_is_in_a_project_of_its_team_or_of_the_company(
    connection: psycopg.Connection, scene: Scene
) -> None:
    own = add_project(connection, scene, scene.weavers, scene.bob, "Team")
    company = add_project(connection, scene, scene.spinners, scene.cyd, "Company")
    private = add_project(connection, scene, scene.weavers, scene.bob, "Private")
    foreign = add_project(connection, scene, scene.spinners, scene.cyd, "Team")
    whose = scene.of_ada.whose
    update: LiteralString = "UPDATE llm.conversations SET project_id = %s"
    for project in (own, company, None):
        with acting_as(connection, scene.ada):
            insert(connection, "llm.conversations", **whose, project_id=project)
            connection.execute(update, [project])
    for project in (private, foreign):
        with (
            pytest.raises(errors.InsufficientPrivilege) as caught,
            acting_as(connection, scene.ada),
        ):
            insert(connection, "llm.conversations", **whose, project_id=project)
        assert refusal(caught) == f'{BY_POLICY} "project_is_shared"'
        with (
            pytest.raises(errors.InsufficientPrivilege) as caught,
            acting_as(connection, scene.ada),
        ):
            connection.execute(update, [project])
        assert refusal(caught) == f'{BY_POLICY} "project_stays_shared"'


def test_what_is_attached_is_seen_by_the_person(
    connection: psycopg.Connection, scene: Scene
) -> None:
    there = {**scene.of_ada.whose, "chat_id": scene.of_ada.chat}
    own, of_bob = (
        add(connection, "storage.objects", team_id=scene.weavers, created_by=person)
        for person in (scene.ada, scene.bob)
    )
    with acting_as(connection, scene.ada):
        insert(connection, "llm.chats_attachments", **there, object_id=own)
    with pytest.raises(errors.InsufficientPrivilege) as caught, acting_as(connection, scene.ada):
        insert(connection, "llm.chats_attachments", **there, object_id=of_bob)
    assert refusal(caught) == f'{BY_POLICY} "object_is_seen"'


# measurements, limits and logs


def test_a_person_measures_for_oneself_only(connection: psycopg.Connection, scene: Scene) -> None:
    own, of_bob = ({**of.whose, "chat_id": of.chat} for of in (scene.of_ada, scene.of_bob))
    with acting_as(connection, scene.ada):
        insert(connection, "llm.token_usage_metrics", **own)
    with pytest.raises(errors.InsufficientPrivilege) as caught, acting_as(connection, scene.ada):
        insert(connection, "llm.token_usage_metrics", **of_bob)
    assert refusal(caught) == BY_POLICY


@pytest.mark.parametrize("table", ["token_usage_metrics", "prompt_flags"])
def test_what_was_found_is_not_taken_back(watched: Watched, table: str) -> None:
    for statement in ("DELETE FROM {}", "UPDATE {} SET chat_id = chat_id"):
        with (
            pytest.raises(errors.InsufficientPrivilege),
            acting_as(watched.connection, watched.scene.ada),
        ):
            watched.connection.execute(sql.SQL(statement).format(sql.Identifier("llm", table)))


def test_administrators_set_limits(connection: psycopg.Connection, scene: Scene) -> None:
    with acting_as(connection, scene.root):
        insert(connection, "llm.rate_limits", api_key_id=scene.key)
        assert connection.execute("UPDATE llm.rate_limits SET rpm_limit = 2").rowcount == 1
        assert connection.execute("DELETE FROM llm.rate_limits").rowcount == 1
    with pytest.raises(errors.InsufficientPrivilege) as caught, acting_as(connection, scene.ada):
        insert(connection, "llm.rate_limits", api_key_id=scene.key)
    assert refusal(caught) == BY_POLICY


@pytest.mark.parametrize("table", ["request_logs", "request_log_bodies", "usage_stats"])
def test_nobody_but_the_system_writes_logs(watched: Watched, table: str) -> None:
    statement = sql.SQL("INSERT INTO {} DEFAULT VALUES").format(sql.Identifier("llm", table))
    with (
        pytest.raises(errors.InsufficientPrivilege, match="permission denied"),
        acting_as(watched.connection, watched.scene.root),
    ):
        watched.connection.execute(statement)


@pytest.mark.usefixtures("filled")
def test_the_system_purges_bodies_and_statistics_but_not_the_log(
    connection: psycopg.Connection,
) -> None:
    with acting_as(connection, None, "application_system"):
        assert connection.execute("DELETE FROM llm.request_log_bodies").rowcount == 1
        assert connection.execute("DELETE FROM llm.usage_stats").rowcount == 1
    with (
        pytest.raises(errors.InsufficientPrivilege),
        acting_as(connection, None, "application_system"),
    ):
        connection.execute("DELETE FROM llm.request_logs")
