import psycopg
import pytest
from psycopg import errors

from tests.db.acting import Role, acting_as
from tests.db.storage.people import Scene, add_object, seen


def deleted(connection: psycopg.Connection) -> int:
    return connection.execute("DELETE FROM storage.objects").rowcount


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_an_object_is_seen_by_its_creator_alone(
    connection: psycopg.Connection, scene: Scene, role: Role
) -> None:
    with acting_as(connection, scene.ada, role):
        assert seen(connection) == [scene.found]
    for user_id in (scene.bob, scene.eve, scene.root, None):
        with acting_as(connection, user_id, role):
            assert seen(connection) == []


def test_its_creator_sees_it_in_its_team_alone(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with acting_as(connection, scene.ada, team_id=scene.weavers):
        assert seen(connection) == [scene.found]
    with acting_as(connection, scene.ada, team_id=scene.spinners):
        assert seen(connection) == []
        assert deleted(connection) == 0


def test_whoever_left_the_team_sees_and_removes_it_no_more(
    connection: psycopg.Connection, scene: Scene
) -> None:
    connection.execute("DELETE FROM iam.team_users WHERE user_id = %s", [scene.ada])
    with acting_as(connection, scene.ada):
        assert seen(connection) == []
        assert deleted(connection) == 0


def test_the_system_sees_and_removes_every_object(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with acting_as(connection, None, "application_system"):
        assert seen(connection) == [scene.found]
        assert deleted(connection) == 1


def test_its_creator_removes_it_and_nobody_else(
    connection: psycopg.Connection, scene: Scene
) -> None:
    for user_id in (scene.bob, scene.eve, scene.root, None):
        with acting_as(connection, user_id):
            assert deleted(connection) == 0
    with acting_as(connection, scene.ada):
        assert deleted(connection) == 1


def test_a_member_adds_objects_to_teams_of_one_s_own(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with acting_as(connection, scene.ada):
        added = add_object(connection, scene.spinners, scene.ada)
        assert seen(connection) == [scene.found, added]


def test_nobody_adds_objects_elsewhere_or_for_others(
    connection: psycopg.Connection, scene: Scene
) -> None:
    for user_id, team_id, created_by in (
        (scene.bob, scene.spinners, scene.bob),
        (scene.bob, scene.weavers, scene.ada),
        (scene.root, scene.weavers, scene.root),
        (None, scene.weavers, scene.ada),
    ):
        with (
            pytest.raises(errors.InsufficientPrivilege, match="row-level security policy"),
            acting_as(connection, user_id),
        ):
            add_object(connection, team_id, created_by)


def test_an_object_is_not_changed(connection: psycopg.Connection, scene: Scene) -> None:
    everyone: list[tuple[int | None, Role]] = [
        (scene.ada, "application_user"),
        (scene.ada, "application_readonly"),
        (None, "application_system"),
    ]
    for user_id, role in everyone:
        with (
            pytest.raises(errors.InsufficientPrivilege, match="permission denied for table"),
            acting_as(connection, user_id, role),
        ):
            connection.execute("UPDATE storage.objects SET file_name = 'b.txt'")


def test_readonly_neither_adds_nor_removes(connection: psycopg.Connection, scene: Scene) -> None:
    with (
        pytest.raises(errors.InsufficientPrivilege, match="permission denied for table"),
        acting_as(connection, scene.ada, "application_readonly"),
    ):
        add_object(connection, scene.weavers, scene.ada)
    with (
        pytest.raises(errors.InsufficientPrivilege, match="permission denied for table"),
        acting_as(connection, scene.ada, "application_readonly"),
    ):
        deleted(connection)


def test_a_negative_size_is_refused(connection: psycopg.Connection, scene: Scene) -> None:
    with pytest.raises(errors.CheckViolation) as refusal:
        connection.execute("UPDATE storage.objects SET file_size = -1 WHERE id = %s", [scene.found])
    assert refusal.value.diag.constraint_name == "objects_file_size_not_negative"


def test_a_change_is_noted_and_none_is_not(connection: psycopg.Connection, scene: Scene) -> None:
    connection.execute("UPDATE storage.objects SET updated_at = '2001-01-01'")
    noted = "UPDATE storage.objects SET object_data = %s WHERE id = %s RETURNING updated_at = now()"
    for data, expected in ((b"abc", False), (b"abcd", True)):
        assert connection.execute(noted, [data, scene.found]).fetchone() == (expected,)


def test_objects_go_with_their_team_and_their_creator(
    connection: psycopg.Connection, scene: Scene
) -> None:
    add_object(connection, scene.weavers, scene.bob)
    connection.execute("DELETE FROM iam.users WHERE id = %s", [scene.bob])
    assert seen(connection) == [scene.found]
    connection.execute("DELETE FROM iam.teams WHERE id = %s", [scene.weavers])
    assert seen(connection) == []
