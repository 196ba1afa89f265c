"""Writing into what another team shares with the company, and what a teammate keeps private."""

from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.acting import Role, acting_as
from tests.db.attacks.scene import VISIBILITIES, Scene, add_chat
from tests.db.attacks.trying import refusal
from tests.db.rows import add, insert

#: What hangs something under a thing of another team, as a row of the own team and of the other.
CHILDREN: dict[str, LiteralString] = {
    "document": "INSERT INTO rag.documents (dataset_id, team_id, file_name, content_size)"
    " VALUES (%(dataset)s, %(team)s, 'f', 1)",
    "chunk": "INSERT INTO rag.chunks (document_id, dataset_id, team_id, text, page_number)"
    " VALUES (%(document)s, %(dataset)s, %(team)s, 'x', 1)",
    "pipeline": "INSERT INTO rag.document_pipelines (dataset_id, user_id, team_id, name, api_key)"
    " VALUES (%(dataset)s, %(person)s, %(team)s, 'k', repeat('f', 64))",
    "project": "INSERT INTO assistants.projects (team_id, dataset_id, name, visibility, created_by)"
    " VALUES (%(team)s, %(dataset)s, 'p', 'Team', %(person)s)",
    "dataset of a prompt": "INSERT INTO assistants.prompt_dataset (prompt_id, dataset_id, team_id)"
    " VALUES (%(prompt)s, %(dataset)s, %(team)s)",
    "run": "INSERT INTO automation.automation_runs (prompt_id, team_id)"
    " VALUES (%(prompt)s, %(team)s)",
    "cron trigger": "INSERT INTO automation.automation_cron_triggers"
    " (prompt_id, team_id, cron_expression) VALUES (%(prompt)s, %(team)s, '@daily')",
    "webhook": "INSERT INTO automation.automation_webhook_triggers (prompt_id, team_id, secret)"
    " VALUES (%(prompt)s, %(team)s, repeat('f', 64))",
}

REFUSED = (errors.InsufficientPrivilege, errors.ForeignKeyViolation)


@pytest.mark.parametrize("own_team", [True, False], ids=["own team", "other team"])
def test_nothing_hangs_under_a_thing_of_another_team(
    connection: psycopg.Connection, scene: Scene, own_team: bool
) -> None:
    for visibility in VISIBILITIES:
        values = {
            "dataset": scene.datasets[visibility],
            "document": scene.documents[visibility],
            "prompt": scene.prompts[visibility],
            "person": scene.stan,
            "team": scene.spinners if own_team else scene.weavers,
        }
        for child, statement in CHILDREN.items():
            found = refusal(connection, scene.stan, statement, values)
            assert isinstance(found, REFUSED), (child, visibility)


def test_everything_hangs_under_a_thing_of_the_own_team(
    connection: psycopg.Connection, scene: Scene
) -> None:
    values = {
        "dataset": scene.datasets["Team"],
        "document": scene.documents["Team"],
        "prompt": scene.prompts["Team"],
        "person": scene.cora,
        "team": scene.weavers,
    }
    with acting_as(connection, scene.cora):
        for statement in CHILDREN.values():
            assert connection.execute(statement, values).rowcount == 1


CHANGES: tuple[LiteralString, ...] = (
    "UPDATE rag.datasets SET name = 'mine'",
    "UPDATE rag.chunks SET text = 'mine'",
    "UPDATE assistants.prompts SET system_prompt = 'mine'",
    "DELETE FROM rag.datasets",
    "DELETE FROM rag.documents",
    "DELETE FROM rag.chunks",
    "DELETE FROM assistants.prompts",
    "DELETE FROM storage.objects",
    "MERGE INTO rag.datasets AS d USING (VALUES (0)) AS v (id) ON d.id = v.id"
    " WHEN NOT MATCHED THEN DO NOTHING",
)


def test_a_statement_without_conditions_touches_nothing_of_another_team(
    connection: psycopg.Connection, scene: Scene
) -> None:
    for statement in CHANGES:
        with acting_as(connection, scene.stan):
            assert connection.execute(statement).rowcount == 0, statement


def test_a_merge_of_a_shared_row_is_refused(connection: psycopg.Connection, scene: Scene) -> None:
    with (
        pytest.raises(errors.InsufficientPrivilege, match="row-level security"),
        acting_as(connection, scene.stan),
    ):
        connection.execute(
            "MERGE INTO rag.datasets AS d USING (VALUES (%s::integer)) AS v (id) ON d.id = v.id"
            " WHEN MATCHED THEN UPDATE SET name = 'mine'",
            [scene.datasets["Company"]],
        )


def test_a_shared_row_is_not_locked_by_another_team(
    connection: psycopg.Connection, scene: Scene
) -> None:
    for mode in ("UPDATE", "NO KEY UPDATE", "SHARE", "KEY SHARE"):
        select = sql.SQL("SELECT id FROM rag.datasets FOR {}").format(sql.SQL(mode))
        with acting_as(connection, scene.stan):
            rows = connection.execute(select).fetchall()
            assert rows == []


def test_a_condition_is_not_asked_of_a_row_that_is_hidden(
    connection: psycopg.Connection, scene: Scene
) -> None:
    hidden = {
        "iam.users": scene.mary,
        "iam.teams": scene.weavers,
        "rag.datasets": scene.datasets["Team"],
        "rag.chunks": scene.chunks["Team"],
        "assistants.prompts": scene.prompts["Private"],
    }
    for table, row in hidden.items():
        # Dividing by zero would tell that the row is there.
        select = sql.SQL("SELECT FROM {} WHERE 1 / (id - %s) = 2").format(
            sql.Identifier(*table.split("."))
        )
        assert refusal(connection, scene.stan, select, [row]) is None, table
        found = refusal(connection, scene.mary, select, [row])
        assert isinstance(found, errors.DivisionByZero), table


def test_a_prepared_statement_shows_what_the_person_of_now_sees(
    connection: psycopg.Connection, scene: Scene
) -> None:
    # More often than a plan of its own is made for each call.
    for _ in range(7):
        for person, visible in ((scene.mary, 3), (scene.cora, 2), (scene.stan, 1)):
            with acting_as(connection, person):
                rows = connection.execute("SELECT id FROM rag.datasets", prepare=True).fetchall()
                assert len(rows) == visible


def test_a_copy_is_held_to_the_policies(connection: psycopg.Connection, scene: Scene) -> None:
    with (
        acting_as(connection, scene.stan),
        connection.cursor() as cursor,
        cursor.copy("COPY rag.datasets (id) TO STDOUT") as copy,
    ):
        assert [bytes(row) for row in copy] == [b"%d\n" % scene.datasets["Company"]]
    found = refusal(connection, scene.stan, "COPY rag.datasets (name) FROM STDIN")
    assert isinstance(found, errors.FeatureNotSupported)


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_a_search_finds_only_what_one_sees(
    connection: psycopg.Connection, scene: Scene, role: Role
) -> None:
    seen = {scene.stan: ("Company",), scene.cora: ("Team", "Company"), scene.mary: VISIBILITIES}
    for person, visibilities in seen.items():
        with acting_as(connection, person, role):
            rows = connection.execute(
                "SELECT id FROM rag.search_chunks('needle', 10, %s)",
                [list(scene.datasets.values())],
            )
            assert {chunk for (chunk,) in rows} == {scene.chunks[name] for name in visibilities}


def test_a_chunk_is_not_seen_by_citing_it(connection: psycopg.Connection, scene: Scene) -> None:
    chat = add_chat(connection, scene.spinners, scene.stan, scene.prompts["Company"])
    of_chat = {"team_id": scene.spinners, "user_id": scene.stan, "chat_id": chat}
    for chunk in (scene.chunks["Private"], scene.chunks["Team"], 2**31 - 1):
        with (
            pytest.raises(errors.InsufficientPrivilege, match="chunk_is_shared"),
            acting_as(connection, scene.stan),
        ):
            insert(connection, "rag.chunks_chats", **of_chat, chunk_id=chunk)


def test_a_private_dataset_of_a_teammate_is_neither_attached_nor_filled(
    connection: psycopg.Connection, scene: Scene
) -> None:
    values = {
        "dataset": scene.datasets["Private"],
        "document": scene.documents["Private"],
        "prompt": scene.prompts["Team"],
        "person": scene.cora,
        "team": scene.weavers,
    }
    for child in ("document", "chunk", "pipeline", "project", "dataset of a prompt"):
        with pytest.raises(errors.InsufficientPrivilege), acting_as(connection, scene.cora):
            connection.execute(CHILDREN[child], values)


def test_the_chat_of_another_person_takes_no_measurement(
    connection: psycopg.Connection, scene: Scene
) -> None:
    chat = add_chat(connection, scene.weavers, scene.mary, scene.prompts["Company"])
    for person, team in ((scene.stan, scene.spinners), (scene.cora, scene.weavers)):
        whose = {"team_id": team, "user_id": person}
        with pytest.raises(errors.ForeignKeyViolation), acting_as(connection, person):
            insert(connection, "llm.token_usage_metrics", **whose, chat_id=chat)


def test_an_icon_that_one_sees_is_not_shown_to_others(
    connection: psycopg.Connection, scene: Scene
) -> None:
    icon = "UPDATE assistants.prompts SET image_icon_object_id = %s WHERE id = %s"
    connection.execute(icon, [scene.object, scene.prompts["Team"]])
    with acting_as(connection, scene.cora):
        seen = connection.execute("SELECT id FROM storage.objects").fetchall()
        prompt = add(
            connection,
            "assistants.prompts",
            team_id=scene.weavers,
            created_by=scene.cora,
            model_id=scene.model,
            visibility="Team",
        )
    assert seen == [(scene.object,)]
    found = refusal(connection, scene.cora, icon, [scene.object, prompt])
    assert isinstance(found, errors.InsufficientPrivilege)
    assert found.diag.constraint_name == "icon_is_seen_on_update"


def test_a_long_cron_expression_is_refused_at_once(
    connection: psycopg.Connection, scene: Scene
) -> None:
    found = refusal(
        connection,
        scene.cora,
        CHILDREN["cron trigger"].replace("'@daily'", "repeat('*,', 20000) || '0 * * * *'"),
        {"prompt": scene.prompts["Team"], "team": scene.weavers},
        timeout="1s",
    )
    assert isinstance(found, errors.CheckViolation)
