"""Who sees and changes which projects."""

from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.acting import Role, acting_as
from tests.db.assistants.scene import VISIBILITIES, Cast, add_dataset, add_project
from tests.db.rows import add

RENAME = "UPDATE assistants.projects SET name = 'x' WHERE id = %s"
DELETE = "DELETE FROM assistants.projects WHERE id = %s"


@pytest.fixture
def projects(connection: psycopg.Connection, cast: Cast) -> dict[str, int]:
    """Ada's projects, by visibility."""
    return {v: add_project(connection, cast.weavers, cast.ada, v) for v in VISIBILITIES}


def seen(connection: psycopg.Connection, user_id: int | None, role: Role) -> set[str]:
    """Return the names of the projects that somebody sees."""
    with acting_as(connection, user_id, role):
        return {name for (name,) in connection.execute("SELECT name FROM assistants.projects")}


@pytest.mark.usefixtures("projects")
@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_visibility_says_who_sees_a_project(
    connection: psycopg.Connection, cast: Cast, role: Role
) -> None:
    assert seen(connection, cast.ada, role) == {"Private", "Team", "Company"}
    assert seen(connection, cast.bob, role) == {"Team", "Company"}
    assert seen(connection, cast.eve, role) == {"Company"}
    assert seen(connection, cast.root, role) == {"Company"}
    assert seen(connection, None, role) == set()


@pytest.mark.usefixtures("projects")
def test_the_system_sees_every_project(connection: psycopg.Connection) -> None:
    assert seen(connection, None, "application_system") == set(VISIBILITIES)


def test_members_add_projects_and_get_them_back(connection: psycopg.Connection, cast: Cast) -> None:
    dataset_id = add_dataset(connection, cast.weavers, cast.ada)
    of_team = {"team_id": cast.weavers, "dataset_id": dataset_id}
    with acting_as(connection, cast.bob):
        add(connection, "assistants.projects", **of_team, created_by=cast.bob)


def test_adding_and_changing_projects_needs_the_permission(
    connection: psycopg.Connection, cast: Cast, projects: dict[str, int]
) -> None:
    dataset_id = add_dataset(connection, cast.weavers, cast.ada)
    of_team = {"team_id": cast.weavers, "dataset_id": dataset_id}
    connection.execute("DELETE FROM iam.roles_permissions WHERE permission = 'ManageProjects'")
    with acting_as(connection, cast.ada):
        assert connection.execute(RENAME, [projects["Team"]]).rowcount == 0
        assert connection.execute(DELETE, [projects["Team"]]).rowcount == 0
    with (
        pytest.raises(errors.InsufficientPrivilege, match="row-level security policy"),
        acting_as(connection, cast.ada),
    ):
        add(connection, "assistants.projects", **of_team, created_by=cast.ada)


def test_nobody_adds_projects_to_a_team_of_others_or_in_the_name_of_another(
    connection: psycopg.Connection, cast: Cast
) -> None:
    dataset_id = add_dataset(connection, cast.weavers, cast.ada, "Company")
    of_team = {"team_id": cast.weavers, "dataset_id": dataset_id}
    for user_id, created_by in ((cast.eve, cast.eve), (cast.root, cast.root), (cast.bob, cast.ada)):
        with (
            pytest.raises(errors.InsufficientPrivilege, match="row-level security policy"),
            acting_as(connection, user_id),
        ):
            add(connection, "assistants.projects", **of_team, created_by=created_by)


def test_nobody_takes_a_dataset_that_one_does_not_see(
    connection: psycopg.Connection, cast: Cast
) -> None:
    dataset_id = add_dataset(connection, cast.weavers, cast.ada, "Private")
    of_team = {"team_id": cast.weavers, "dataset_id": dataset_id}
    with (
        pytest.raises(errors.InsufficientPrivilege, match='"dataset_is_seen"'),
        acting_as(connection, cast.bob),
    ):
        add(connection, "assistants.projects", **of_team, created_by=cast.bob)


@pytest.mark.parametrize("query", [RENAME, DELETE])
def test_members_change_what_they_see_of_their_team(
    connection: psycopg.Connection, cast: Cast, projects: dict[str, int], query: LiteralString
) -> None:
    def changed(user_id: int | None, visibility: str) -> int:
        with acting_as(connection, user_id):
            return connection.execute(query, [projects[visibility]]).rowcount

    assert changed(cast.bob, "Private") == 0
    for user_id in (cast.eve, cast.root, None):
        assert [changed(user_id, visibility) for visibility in VISIBILITIES] == [0, 0, 0]
    assert changed(cast.ada, "Private") == 1
    assert changed(cast.bob, "Team") == 1
    assert changed(cast.mia, "Company") == 1


@pytest.mark.parametrize("column", ["id", "team_id", "dataset_id", "created_by"])
def test_a_project_stays_whose_it_is(
    connection: psycopg.Connection, cast: Cast, column: str
) -> None:
    query = sql.SQL("UPDATE assistants.projects SET {0} = {0}").format(sql.Identifier(column))
    with (
        pytest.raises(errors.InsufficientPrivilege, match="permission denied"),
        acting_as(connection, cast.ada),
    ):
        connection.execute(query)


@pytest.mark.usefixtures("projects")
def test_only_the_creator_makes_a_project_private(
    connection: psycopg.Connection, cast: Cast
) -> None:
    query = "UPDATE assistants.projects SET visibility = 'Private'"
    with (
        pytest.raises(errors.InsufficientPrivilege, match="row-level security policy"),
        acting_as(connection, cast.bob),
    ):
        connection.execute(query)
    with acting_as(connection, cast.ada):
        assert connection.execute(query).rowcount == 3
