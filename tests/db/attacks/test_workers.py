"""What a worker that was taken over does not do: the system sees all, and changes little."""

from typing import LiteralString

import psycopg
import pytest
from psycopg import errors

from tests.db.acting import acting_as
from tests.db.attacks.scene import Scene
from tests.db.attacks.trying import refusal

STATEMENTS: dict[str, LiteralString] = {
    "make an administrator": "UPDATE iam.users SET system_admin = true",
    "add an administrator": "INSERT INTO iam.users (openid_sub, email, system_admin)"
    " VALUES ('eve', 'eve@example.org', true)",
    "remove an account": "DELETE FROM iam.users",
    "add a member": "INSERT INTO iam.team_users (user_id, team_id, roles)"
    " VALUES (%(stan)s, %(weavers)s, '{TeamManager}')",
    "change roles": "UPDATE iam.team_users SET roles = '{TeamManager}'",
    "remove a member": "DELETE FROM iam.team_users",
    "give roles more": "INSERT INTO iam.roles_permissions (role, permission)"
    " VALUES ('Collaborator', 'ViewAuditTrail')",
    "grant a permission": "INSERT INTO iam.permission_grants (user_id, resource, action)"
    " VALUES (%(stan)s, 'r', 'a')",
    "invite": "INSERT INTO iam.invitations (email, team_id, first_name, last_name, roles,"
    " invitation_selector, invitation_verifier_hash)"
    " VALUES ('stan@example.org', %(weavers)s, 'S', 'S', '{}', 's', 'v')",
    "make a key": "INSERT INTO iam.api_keys (user_id, team_id, name, api_key)"
    " VALUES (%(cora)s, %(weavers)s, 'k', repeat('f', 64))",
    "replace a key": "UPDATE iam.api_keys SET api_key = repeat('f', 64)",
    "revive a key": "UPDATE iam.api_keys SET status = 'active'",
    "raise a quota": "UPDATE iam.api_keys SET quota = NULL",
    "remove a team": "DELETE FROM iam.teams",
    "show a dataset to all": "UPDATE rag.datasets SET visibility = 'Company'",
    "give a document to another dataset": "UPDATE rag.documents SET dataset_id = 1",
    "change an assistant": "UPDATE assistants.prompts SET system_prompt = 'mine'",
    "remove an assistant": "DELETE FROM assistants.prompts",
    "give a chat to another": "UPDATE llm.chats SET user_id = %(stan)s",
    "remove what was asked": "DELETE FROM llm.chats",
    "change what was measured": "UPDATE llm.token_usage_metrics SET tokens = 0",
    "remove what was measured": "DELETE FROM llm.token_usage_metrics",
    "remove a limit": "DELETE FROM llm.rate_limits",
    "call without limits": "UPDATE llm.rate_limit_windows SET requests = 0",
    "remove what was logged": "DELETE FROM llm.request_logs",
    "change what was audited": "UPDATE ops.audit_trail SET user_id = 1",
    "change a setting": "UPDATE ops.settings SET value = '1'",
}


@pytest.mark.parametrize("deed", STATEMENTS)
def test_it_is_not_the_system_s(connection: psycopg.Connection, scene: Scene, deed: str) -> None:
    values = {"stan": scene.stan, "cora": scene.cora, "weavers": scene.weavers}
    found = refusal(connection, None, STATEMENTS[deed], values, role="application_system")
    assert isinstance(found, errors.InsufficientPrivilege)
    # Not by a policy: those of the system let everything pass.
    assert str(found.diag.message_primary).startswith("permission denied for table")


@pytest.mark.parametrize("role", ["application_user", "application_owner"])
def test_it_becomes_no_other_role(connection: psycopg.Connection, role: str) -> None:
    # As a session of its own would be, unlike SET ROLE by the owner who logged in.
    row = connection.execute(
        "SELECT pg_has_role('application_system', %s, 'MEMBER')", [role]
    ).fetchone()
    assert row == (False,)


def test_what_it_does_for_a_person_names_the_role(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with acting_as(connection, scene.mary, "application_system"):
        connection.execute("DELETE FROM iam.api_keys WHERE id = %s", [scene.keys["active"]])
    rows = connection.execute(
        "SELECT user_id, role FROM ops.audit_trail WHERE action = 'DeleteAPIKey'"
    ).fetchall()
    assert rows == [(scene.mary, "application_system")]
