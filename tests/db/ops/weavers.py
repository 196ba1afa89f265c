"""A team that has everything whose making and end the audit trail records."""

from dataclasses import dataclass
from typing import LiteralString

import psycopg

from tests.db.acting import BOTH, COLLABORATOR, add_team, add_user

HASH = "0123456789abcdef" * 4


@dataclass(frozen=True)
class Weavers:
    """The ids of people, teams and what the first team has.

    :ivar admin: administers the installation and is in no team
    :ivar manager: founder of the team
    :ivar collaborator: another member of it
    :ivar stranger: founder of another team
    :ivar neighbour: shares a third team with the manager, who can therefore add this person
    :ivar chat: a turn of the manager's whose answer is still to come
    """

    admin: int
    manager: int
    collaborator: int
    stranger: int
    neighbour: int
    team: int
    other_team: int
    dataset: int
    prompt: int
    invitation: int
    api_key: int
    pipeline: int
    conversation: int
    chat: int


def number(connection: psycopg.Connection, query: LiteralString, *values: object) -> int:
    """Return the one number that a query gives."""
    row = connection.execute(query, values).fetchone()
    assert row is not None
    return int(row[0])


def add_weavers(connection: psycopg.Connection) -> Weavers:
    """Add them as the owner, with an audit trail that is empty afterwards."""
    admin = add_user(connection, "ada", admin=True)
    manager, collaborator = add_user(connection, "mary"), add_user(connection, "cora")
    stranger, neighbour = add_user(connection, "stan"), add_user(connection, "nina")
    add_team(connection, "Neighbours", {neighbour: BOTH, manager: COLLABORATOR})
    team = add_team(connection, "Weavers", {manager: BOTH, collaborator: COLLABORATOR})
    other_team = add_team(connection, "Spinners", {stranger: BOTH})
    model = number(
        connection,
        "INSERT INTO model_registry.models (model_type, name, base_url, context_size)"
        " VALUES ('LLM', 'm', 'http://localhost', 1) RETURNING id",
    )
    dataset = number(
        connection,
        "INSERT INTO rag.datasets (team_id, embeddings_model_id, visibility, name,"
        " chunking_strategy, combine_under_n_chars, new_after_n_chars, multipage_sections,"
        " created_by)"
        " VALUES (%s, %s, 'Team', 'd', 'ByTitle', 1, 1, true, %s) RETURNING id",
        *[team, model, manager],
    )
    prompt = number(
        connection,
        "INSERT INTO assistants.prompts (team_id, model_id, visibility, name, max_history_items,"
        " max_chunks, trim_ratio, created_by, category_id)"
        " VALUES (%s, %s, 'Team', 'p', 1, 1, 1, %s,"
        " (SELECT min(c.id) FROM assistants.categories AS c)) RETURNING id",
        *[team, model, manager],
    )
    conversation = number(
        connection,
        "INSERT INTO llm.conversations (user_id, team_id) VALUES (%s, %s) RETURNING id",
        *[manager, team],
    )
    weavers = Weavers(
        admin=admin,
        manager=manager,
        collaborator=collaborator,
        stranger=stranger,
        neighbour=neighbour,
        team=team,
        other_team=other_team,
        dataset=dataset,
        prompt=prompt,
        conversation=conversation,
        invitation=number(
            connection,
            "INSERT INTO iam.invitations (team_id, email, first_name, last_name, roles,"
            " invitation_selector, invitation_verifier_hash)"
            " VALUES (%s, 'iris@example.org', 'Iris', 'I', '{}', 'the selector', 'the verifier')"
            " RETURNING id",
            team,
        ),
        api_key=number(
            connection,
            "INSERT INTO iam.api_keys (user_id, team_id, name, api_key)"
            " VALUES (%s, %s, 'k', %s) RETURNING id",
            *[manager, team, HASH],
        ),
        pipeline=number(
            connection,
            "INSERT INTO rag.document_pipelines (dataset_id, user_id, team_id, name, api_key)"
            " VALUES (%s, %s, %s, 'l', %s) RETURNING id",
            *[dataset, manager, team, HASH],
        ),
        chat=number(
            connection,
            "INSERT INTO llm.chats (conversation_id, prompt_id, team_id, user_id, role)"
            " VALUES (%s, %s, %s, %s, 'Assistant') RETURNING id",
            *[conversation, prompt, team, manager],
        ),
    )
    connection.execute("TRUNCATE ops.audit_trail")
    return weavers
