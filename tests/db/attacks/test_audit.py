"""Ways around the audit trail."""

import psycopg
import pytest
from psycopg import errors

from tests.db.acting import acting_as
from tests.db.attacks.scene import Scene
from tests.db.rows import add

NEW_ROLES = """
    SELECT after_value -> 'roles'
    FROM ops.audit_trail
    WHERE entity_type = 'iam.team_users'
        AND operation = 'Update'
"""


def test_roles_that_an_invitation_adds_are_audited(
    connection: psycopg.Connection, scene: Scene
) -> None:
    invitation = add(
        connection,
        "iam.invitations",
        team_id=scene.weavers,
        email="cora@example.org",
        roles="{TeamManager}",
    )
    with acting_as(connection, scene.cora):
        connection.execute("SELECT iam.accept_invitation(%s)", [invitation])
    assert connection.execute(NEW_ROLES).fetchall() == [(["TeamManager", "Collaborator"],)]


def test_what_cannot_be_audited_is_not_done(connection: psycopg.Connection, scene: Scene) -> None:
    with (
        pytest.raises(errors.InvalidTextRepresentation),
        acting_as(connection, scene.cora, client_ip="nowhere"),
    ):
        connection.execute("DELETE FROM iam.api_keys")
    assert connection.execute("SELECT count(*) FROM iam.api_keys").fetchone() == (3,)


def test_the_name_in_an_entry_is_the_person_s_and_not_the_row_s(
    connection: psycopg.Connection, scene: Scene
) -> None:
    # Mary's deed, though the key was Cora's.
    with acting_as(connection, scene.mary):
        connection.execute("DELETE FROM iam.api_keys WHERE user_id = %s", [scene.cora])
    rows = connection.execute(
        "SELECT DISTINCT user_id FROM ops.audit_trail WHERE action = 'DeleteAPIKey'"
    ).fetchall()
    assert rows == [(scene.mary,)]
