"""Ways into a team, and out of it."""

import psycopg
import pytest
from psycopg import errors

from tests.db.acting import COLLABORATOR, acting_as, add_team, add_user
from tests.db.attacks.scene import Scene
from tests.db.rows import add

ADD = "INSERT INTO iam.team_users (user_id, team_id, roles) VALUES (%s, %s, '{Collaborator}')"


def emails(connection: psycopg.Connection) -> set[str]:
    return {email for (email,) in connection.execute("SELECT email FROM iam.users")}


def test_a_manager_does_not_see_people_by_adding_them(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with acting_as(connection, scene.stan):
        with (
            pytest.raises(errors.InsufficientPrivilege, match="person_is_seen"),
            connection.transaction(),
        ):
            connection.execute(ADD, [scene.mary, scene.spinners])
        assert emails(connection) == {"stan@example.org"}


def test_adding_does_not_tell_whether_somebody_exists(
    connection: psycopg.Connection, scene: Scene
) -> None:
    for person in (scene.mary, 2**31 - 1):
        with (
            pytest.raises(errors.InsufficientPrivilege, match="person_is_seen"),
            acting_as(connection, scene.stan),
        ):
            connection.execute(ADD, [person, scene.spinners])


def test_a_manager_adds_somebody_of_another_own_team(
    connection: psycopg.Connection, scene: Scene
) -> None:
    nina = add_user(connection, "nina")
    add_team(connection, "Neighbours", {nina: COLLABORATOR, scene.stan: COLLABORATOR})
    with acting_as(connection, scene.stan):
        assert connection.execute(ADD, [nina, scene.spinners]).rowcount == 1


def test_who_is_in_one_team_for_now_leaves_no_other(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with acting_as(connection, scene.cora, team_id=scene.spinners):
        # Without conditions: no policy for SELECT is asked.
        assert connection.execute("DELETE FROM iam.team_users").rowcount == 0
    with acting_as(connection, scene.cora, team_id=scene.weavers):
        assert connection.execute("DELETE FROM iam.team_users").rowcount == 1


def test_a_collaborator_does_not_become_manager(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with acting_as(connection, scene.cora):
        assert connection.execute("UPDATE iam.team_users SET roles = '{TeamManager}'").rowcount == 0
    for statement in (
        "INSERT INTO iam.team_users (user_id, team_id, roles) VALUES (%s, %s, '{TeamManager}')"
        " ON CONFLICT (user_id, team_id) DO UPDATE SET roles = EXCLUDED.roles",
        "INSERT INTO iam.invitations (email, team_id, first_name, last_name, roles,"
        " invitation_selector, invitation_verifier_hash)"
        " SELECT u.email, %s, 'C', 'C', '{TeamManager}', 's', 'v' FROM iam.users AS u"
        " WHERE u.id = %s",
    ):
        values = [scene.cora, scene.weavers]
        with (
            pytest.raises(errors.InsufficientPrivilege, match="row-level security"),
            acting_as(connection, scene.cora),
        ):
            connection.execute(statement, values if "ON CONFLICT" in statement else values[::-1])


def test_nobody_enters_a_team_without_members_not_even_its_founder(
    connection: psycopg.Connection, scene: Scene
) -> None:
    connection.execute("DELETE FROM iam.team_users WHERE team_id = %s", [scene.weavers])
    for person in (scene.stan, scene.cora, scene.mary):
        with (
            pytest.raises(errors.InsufficientPrivilege, match="row-level security"),
            acting_as(connection, person),
        ):
            connection.execute(ADD, [person, scene.weavers])


def test_a_suspended_person_accepts_no_invitation(
    connection: psycopg.Connection, scene: Scene
) -> None:
    add(connection, "iam.invitations", team_id=scene.weavers, email="stan@example.org")
    connection.execute("UPDATE iam.users SET status = 'suspended' WHERE id = %s", [scene.stan])
    with acting_as(connection, scene.stan):
        accepted = connection.execute(
            "SELECT iam.accept_invitation(i) FROM generate_series(1, 9) i"
        )
        assert accepted.fetchall() == []
        assert emails(connection) == set()
