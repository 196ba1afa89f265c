"""Guards that a role with the rights of application_user, and another name, has to pass."""

import secrets
from collections.abc import Generator
from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.acting import acting_as, add_user
from tests.db.attacks.scene import Scene
from tests.db.rows import add
from tests.postgres import Databases


@pytest.fixture
def login(databases: Databases, scene: Scene) -> Generator[sql.Identifier]:
    """A role that is a member of application_user, as a service's own login would be."""
    del scene
    name = sql.Identifier(f"quern_test_{secrets.token_hex(4)}")
    with databases.server.administrator() as administrator:
        administrator.execute(
            sql.SQL("CREATE ROLE {} IN ROLE application_user ROLE application_owner").format(name)
        )
        yield name
        administrator.execute(sql.SQL("DROP ROLE {}").format(name))


@pytest.mark.parametrize("change", ["system_admin = true", "email = 'mary@example.net'"])
def test_a_member_of_the_role_does_not_change_the_own_rights(
    connection: psycopg.Connection, scene: Scene, login: sql.Identifier, change: LiteralString
) -> None:
    update = sql.SQL("UPDATE iam.users SET {} WHERE id = %s").format(sql.SQL(change))
    with acting_as(connection, scene.stan):
        connection.execute(sql.SQL("SET LOCAL ROLE {}").format(login))
        with (
            pytest.raises(errors.InsufficientPrivilege, match="only an administrator"),
            connection.transaction(),
        ):
            connection.execute(update, [scene.stan])


def test_a_member_of_the_role_sees_no_object_by_making_it_an_icon(
    connection: psycopg.Connection, scene: Scene, login: sql.Identifier
) -> None:
    with acting_as(connection, scene.cora):
        connection.execute(sql.SQL("SET LOCAL ROLE {}").format(login))
        prompt = add(
            connection,
            "assistants.prompts",
            team_id=scene.weavers,
            created_by=scene.cora,
            model_id=scene.model,
            visibility="Private",
        )
        with (
            pytest.raises(errors.InsufficientPrivilege, match="icon_is_seen"),
            connection.transaction(),
        ):
            connection.execute(
                "UPDATE assistants.prompts SET image_icon_object_id = %s WHERE id = %s",
                [scene.object, prompt],
            )


def test_the_system_still_changes_accounts(connection: psycopg.Connection) -> None:
    ada = add_user(connection, "ada")
    with acting_as(connection, None, "application_system"):
        changed = connection.execute(
            "UPDATE iam.users SET status = 'suspended' WHERE id = %s", [ada]
        )
        assert changed.rowcount == 1
