"""A team that has everything whose making and end the audit trail records."""

from dataclasses import dataclass

import psycopg

from tests.db.acting import BOTH, COLLABORATOR, add_team, add_user
from tests.db.rows import add

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


def add_weavers(connection: psycopg.Connection) -> Weavers:
    """Add them as the owner, with an audit trail that is empty afterwards."""
    admin = add_user(connection, "ada", admin=True)
    manager, collaborator = add_user(connection, "mary"), add_user(connection, "cora")
    stranger, neighbour = add_user(connection, "stan"), add_user(connection, "nina")
    add_team(connection, "Neighbours", {neighbour: BOTH, manager: COLLABORATOR})
    team = add_team(connection, "Weavers", {manager: BOTH, collaborator: COLLABORATOR})
    other_team = add_team(connection, "Spinners", {stranger: BOTH})
    model = add(connection, "model_registry.models")
    of_manager = {"team_id": team, "user_id": manager}
    by_manager = {"team_id": team, "created_by": manager}
    dataset = add(connection, "rag.datasets", **by_manager, embeddings_model_id=model)
    prompt = add(connection, "assistants.prompts", **by_manager, model_id=model)
    conversation = add(connection, "llm.conversations", **of_manager)
    turn = {"conversation_id": conversation, "prompt_id": prompt, "role": "Assistant"}
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
        invitation=add(
            connection,
            "iam.invitations",
            team_id=team,
            email="iris@example.org",
            invitation_selector="the selector",
            invitation_verifier_hash="the verifier",
        ),
        api_key=add(connection, "iam.api_keys", **of_manager, api_key=HASH),
        pipeline=add(
            connection, "rag.document_pipelines", **of_manager, dataset_id=dataset, api_key=HASH
        ),
        chat=add(connection, "llm.chats", **of_manager, **turn),
    )
    connection.execute("TRUNCATE ops.audit_trail")
    return weavers
