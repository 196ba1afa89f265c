"""What the audit trail records of each action."""

from ipaddress import IPv4Address
from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.acting import acting_as
from tests.db.ops.trail import Entry, actions, entries
from tests.db.ops.weavers import HASH, Weavers

#: How a person does what the trail records: the statement, with the names of what it acts on.
STATEMENTS: dict[str, LiteralString] = {
    "CreateMember": "INSERT INTO iam.team_users (user_id, team_id, roles)"
    " VALUES (%(neighbour)s, %(team)s, '{Collaborator}')",
    "DeleteMember": "DELETE FROM iam.team_users"
    " WHERE user_id = %(collaborator)s AND team_id = %(team)s",
    "CreateInvite": "INSERT INTO iam.invitations (team_id, email, first_name, last_name, roles,"
    " invitation_selector, invitation_verifier_hash)"
    " VALUES (%(team)s, 'x@example.org', 'X', 'Y', '{}', 'another', 'another')",
    "CreateTeam": "SELECT iam.create_team('Dyers')",
    "DeleteTeam": "DELETE FROM iam.teams WHERE id = %(team)s",
    "CreateAPIKey": "INSERT INTO iam.api_keys (user_id, team_id, name, api_key)"
    " VALUES (%(manager)s, %(team)s, 'k', repeat('f', 64))",
    "DeleteAPIKey": "DELETE FROM iam.api_keys WHERE id = %(api_key)s",
    "CreatePipelineKey": "INSERT INTO rag.document_pipelines"
    " (dataset_id, user_id, team_id, name, api_key)"
    " VALUES (%(dataset)s, %(manager)s, %(team)s, 'k', repeat('f', 64))",
    "DeletePipelineKey": "DELETE FROM rag.document_pipelines WHERE id = %(pipeline)s",
    "TextGeneration": "UPDATE llm.chats SET status = 'Success', content = 'the text'"
    " WHERE id = %(chat)s",
}


def do(connection: psycopg.Connection, weavers: Weavers, action: str, **context: object) -> None:
    """Do what the trail records, as the manager."""
    with acting_as(connection, weavers.manager, "application_user", **context):
        found = connection.execute(STATEMENTS[action], vars(weavers))
        assert found.rowcount == 1


def entry_of(connection: psycopg.Connection, action: str) -> Entry:
    """Return the one entry of an action."""
    (found,) = [entry for entry in entries(connection) if entry.action == action]
    return found


def test_every_action_of_the_type_is_tried_here(connection: psycopg.Connection) -> None:
    labels = connection.execute("SELECT unnest(enum_range(NULL::ops.audit_action))::text")
    assert [label for (label,) in labels] == list(STATEMENTS)


@pytest.mark.parametrize("action", STATEMENTS)
def test_each_action_leaves_one_entry_with_person_and_team(
    connection: psycopg.Connection, weavers: Weavers, action: str
) -> None:
    do(connection, weavers, action)
    entry = entry_of(connection, action)
    assert entry.user_id == weavers.manager
    # The new team is the one after the last that is there.
    assert entry.team_id == (weavers.other_team + 1 if action == "CreateTeam" else weavers.team)
    assert (entry.access_type, entry.role, entry.result) == (
        "UserInterface",
        "application_user",
        "Success",
    )
    # With a team comes its founder, and goes what it has.
    assert action in ("CreateTeam", "DeleteTeam") or actions(connection) == [action]


def test_a_change_of_roles_is_audited_and_one_to_the_same_is_not(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    update = "UPDATE iam.team_users SET roles = '{TeamManager}' WHERE user_id = %s"
    for _ in range(2):
        with acting_as(connection, weavers.manager):
            connection.execute(update, [weavers.collaborator])
    (entry,) = entries(connection)
    assert (entry.action, entry.operation) == ("CreateMember", "Update")


def test_an_entry_names_the_kind_of_the_act_and_how_grave_it_is(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    for action in ("CreateMember", "DeleteMember", "TextGeneration"):
        do(connection, weavers, action)
    assert [(entry.operation, entry.severity) for entry in entries(connection)] == [
        ("Create", "Info"),
        ("Delete", "High"),
        ("Update", "Info"),
    ]


def test_an_entry_names_the_row_by_its_key(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    do(connection, weavers, "DeleteAPIKey")
    do(connection, weavers, "DeleteMember")
    assert [(entry.entity_type, entry.entity_id) for entry in entries(connection)] == [
        ("iam.api_keys", str(weavers.api_key)),
        ("iam.team_users", f"{weavers.collaborator}/{weavers.team}"),
    ]


def test_an_entry_holds_the_row_as_it_was_and_as_it_became(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    do(connection, weavers, "CreateMember")
    do(connection, weavers, "DeleteMember")
    made, ended = entries(connection)
    assert (made.before_value, ended.after_value) == (None, None)
    assert made.after_value == {
        "user_id": weavers.neighbour,
        "team_id": weavers.team,
        "roles": ["Collaborator"],
    }
    assert ended.before_value == {
        "user_id": weavers.collaborator,
        "team_id": weavers.team,
        "roles": ["Collaborator"],
    }


def test_an_entry_takes_request_session_address_and_way_from_the_context(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    do(
        connection,
        weavers,
        "CreateAPIKey",
        access_type="API",
        request_id="r1",
        session_id="s1",
        client_ip="192.0.2.7",
    )
    entry = entry_of(connection, "CreateAPIKey")
    assert entry.access_type == "API"
    assert (entry.request_id, entry.session_id) == ("r1", "s1")
    assert entry.client_ip == IPv4Address("192.0.2.7")


def test_without_a_context_the_entry_says_nothing_of_the_request(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    do(connection, weavers, "CreateAPIKey")
    entry = entry_of(connection, "CreateAPIKey")
    assert (entry.request_id, entry.session_id, entry.client_ip) == (None, None, None)
    assert entry.extra == {}


@pytest.mark.parametrize(
    "context", [{"access_type": "Telepathy"}, {"client_ip": "somewhere"}], ids=str
)
def test_a_context_that_means_nothing_is_refused_and_nothing_is_done(
    connection: psycopg.Connection, weavers: Weavers, context: dict[str, str]
) -> None:
    with pytest.raises(errors.InvalidTextRepresentation):
        do(connection, weavers, "CreateAPIKey", **context)
    assert entries(connection) == []
    assert connection.execute("SELECT FROM iam.api_keys").rowcount == 1


def test_the_system_is_person_0_when_it_acts_for_nobody(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    with acting_as(connection, None, "application_system"):
        connection.execute("DELETE FROM iam.api_keys WHERE id = %s", [weavers.api_key])
    (entry,) = entries(connection)
    assert (entry.user_id, entry.role) == (0, "application_system")


def test_the_system_acts_for_the_person_of_the_context(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    with acting_as(connection, weavers.manager, "application_system"):
        connection.execute("DELETE FROM iam.api_keys")
    (entry,) = entries(connection)
    assert (entry.user_id, entry.role) == (weavers.manager, "application_system")


def test_without_a_role_that_was_set_the_entry_names_who_logged_in(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    connection.execute("DELETE FROM iam.api_keys WHERE id = %s", [weavers.api_key])
    (entry,) = entries(connection)
    assert entry.role == "application_owner"


def test_what_is_rolled_back_leaves_no_entry(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    with acting_as(connection, weavers.manager) as session:
        session.execute(STATEMENTS["DeleteAPIKey"], vars(weavers))
        raise psycopg.Rollback
    assert entries(connection) == []


def test_a_statement_that_fails_leaves_no_entry(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    with pytest.raises(errors.UniqueViolation), acting_as(connection, weavers.manager):
        connection.execute(
            "INSERT INTO iam.api_keys (user_id, team_id, name, api_key)"
            " VALUES (%s, %s, 'k', repeat('f', 64)), (%s, %s, 'k', %s)",
            [weavers.manager, weavers.team, weavers.manager, weavers.team, HASH],
        )
    assert entries(connection) == []


# what ends with the team or the person


def test_a_team_goes_with_all_it_has_and_its_entries_stay(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    do(connection, weavers, "CreateMember")
    do(connection, weavers, "DeleteTeam")
    for table in ("team_users", "invitations", "api_keys"):
        query = sql.SQL("SELECT FROM iam.{} WHERE team_id = %s").format(sql.Identifier(table))
        assert connection.execute(query, [weavers.team]).rowcount == 0
    found = entries(connection)
    assert sorted(entry.action for entry in found) == [
        "CreateMember",
        "DeleteAPIKey",
        "DeleteMember",
        "DeleteMember",
        "DeleteMember",
        "DeletePipelineKey",
        "DeleteTeam",
    ]
    assert {(entry.user_id, entry.team_id, entry.role) for entry in found} == {
        (weavers.manager, weavers.team, "application_user")
    }


def test_an_account_goes_with_its_memberships_and_keys_and_the_entries_say_so(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    with acting_as(connection, weavers.admin):
        connection.execute("DELETE FROM iam.users WHERE id = %s", [weavers.manager])
    found = [entry for entry in entries(connection) if entry.team_id == weavers.team]
    assert sorted(entry.action for entry in found) == [
        "DeleteAPIKey",
        "DeleteMember",
        "DeletePipelineKey",
    ]
    assert {entry.user_id for entry in found} == {weavers.admin}


# keys that end without being deleted


CHANGES: list[LiteralString] = ["deleted_at = now()", "status = 'revoked'"]


@pytest.mark.parametrize("change", CHANGES)
def test_a_key_taken_out_of_use_counts_as_deleted_once(
    connection: psycopg.Connection, weavers: Weavers, change: LiteralString
) -> None:
    update = sql.SQL("UPDATE iam.api_keys SET {}").format(sql.SQL(change))
    for _ in range(2):
        with acting_as(connection, weavers.manager):
            assert connection.execute(update).rowcount == 1
    (entry,) = entries(connection)
    assert (entry.action, entry.operation) == ("DeleteAPIKey", "Update")


def test_another_change_of_a_key_is_no_end_of_it(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    with acting_as(connection, weavers.manager):
        connection.execute("UPDATE iam.api_keys SET name = 'n'")
        connection.execute("UPDATE iam.api_keys SET status = 'disabled'")
    assert entries(connection) == []


# texts


@pytest.mark.parametrize("status", ["InProgress", "Cancelled", "Error"])
def test_an_answer_that_is_not_there_is_no_text(
    connection: psycopg.Connection, weavers: Weavers, status: str
) -> None:
    with acting_as(connection, weavers.manager):
        connection.execute("UPDATE llm.chats SET status = %s WHERE id = %s", [status, weavers.chat])
    assert entries(connection) == []


def test_an_answer_is_recorded_once(connection: psycopg.Connection, weavers: Weavers) -> None:
    do(connection, weavers, "TextGeneration")
    do(connection, weavers, "TextGeneration")
    assert actions(connection) == ["TextGeneration"]


def test_of_turns_stored_complete_the_answer_of_the_assistant_is_a_text(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    for role in ("User", "Tool", "Assistant"):
        with acting_as(connection, weavers.manager):
            connection.execute(
                "INSERT INTO llm.chats"
                " (conversation_id, prompt_id, team_id, user_id, role, status, content)"
                " VALUES (%s, %s, %s, %s, %s, 'Success', 'said')",
                [weavers.conversation, weavers.prompt, weavers.team, weavers.manager, role],
            )
    (entry,) = entries(connection)
    assert entry.after_value is not None
    assert (entry.action, entry.after_value["role"]) == ("TextGeneration", "Assistant")


def test_of_a_text_the_trail_keeps_that_there_was_one_and_not_what_it_says(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    do(connection, weavers, "TextGeneration")
    entry = entry_of(connection, "TextGeneration")
    assert entry.before_value is not None
    assert entry.after_value is not None
    assert (entry.before_value["status"], entry.after_value["status"]) == ("Pending", "Success")
    assert not {"content", "tool_calls", "tool_call_id"} & {*entry.before_value, *entry.after_value}
