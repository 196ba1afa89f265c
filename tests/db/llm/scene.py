"""Two teams, and what each keeps.

Ada, Bob and Mona are Weavers; Mona is a manager and no collaborator, so she lacks the permission
``DeleteChat``. Cyd is the only Spinner, and Root administers everything without being in a team.
"""

from dataclasses import dataclass

import psycopg

from tests.db.acting import BOTH, COLLABORATOR, MANAGER, add_team, add_user
from tests.db.rows import add


@dataclass(frozen=True)
class Conversation:
    """A conversation with one turn, and the ids of who and what it names."""

    team: int
    user: int
    id: int
    chat: int

    @property
    def whose(self) -> dict[str, int]:
        """What a row of the same person and team says of them, by column."""
        return {"team_id": self.team, "user_id": self.user}

    def turn(self, prompt: int) -> dict[str, int]:
        """Return what another turn of it says, by column."""
        return {**self.whose, "conversation_id": self.id, "prompt_id": prompt}


@dataclass(frozen=True)
class Scene:
    """The ids of what there is."""

    ada: int
    bob: int
    mona: int
    cyd: int
    root: int
    weavers: int
    spinners: int
    model: int
    other_model: int
    prompt: int
    private_prompt_of_bob: int
    prompt_of_spinners: int
    company_prompt_of_spinners: int
    key: int
    key_of_cyd: int
    of_ada: Conversation
    of_bob: Conversation
    of_cyd: Conversation


def add_conversation(
    connection: psycopg.Connection, team: int, user: int, prompt: int
) -> Conversation:
    """Add a conversation of one turn, as the owner."""
    whose = {"team_id": team, "user_id": user}
    conversation = add(connection, "llm.conversations", **whose)
    turn = {"conversation_id": conversation, "prompt_id": prompt, "content": "hello"}
    chat = add(connection, "llm.chats", **whose, **turn)
    return Conversation(team, user, conversation, chat)


def build(connection: psycopg.Connection) -> Scene:
    """Add all of it, as the owner."""
    root = add_user(connection, "root", admin=True)
    ada, bob, mona, cyd = (add_user(connection, name) for name in ("ada", "bob", "mona", "cyd"))
    weavers = add_team(connection, "Weavers", {ada: BOTH, bob: COLLABORATOR, mona: MANAGER})
    spinners = add_team(connection, "Spinners", {cyd: BOTH})
    model = add(connection, "model_registry.models", name="first")
    other_model = add(connection, "model_registry.models", name="second")
    by_ada = {"team_id": weavers, "created_by": ada, "model_id": model}
    by_cyd = {"team_id": spinners, "created_by": cyd, "model_id": other_model}
    prompt = add(connection, "assistants.prompts", **by_ada)
    prompt_of_spinners = add(connection, "assistants.prompts", **by_cyd)
    of_ada = add_conversation(connection, weavers, ada, prompt)
    of_cyd = add_conversation(connection, spinners, cyd, prompt_of_spinners)
    return Scene(
        ada=ada,
        bob=bob,
        mona=mona,
        cyd=cyd,
        root=root,
        weavers=weavers,
        spinners=spinners,
        model=model,
        other_model=other_model,
        prompt=prompt,
        private_prompt_of_bob=add(
            connection,
            "assistants.prompts",
            **{**by_ada, "created_by": bob},
            visibility="Private",
        ),
        prompt_of_spinners=prompt_of_spinners,
        company_prompt_of_spinners=add(
            connection, "assistants.prompts", **by_cyd, visibility="Company"
        ),
        key=add(connection, "iam.api_keys", **of_ada.whose, prompt_id=prompt),
        key_of_cyd=add(connection, "iam.api_keys", **of_cyd.whose, prompt_id=prompt_of_spinners),
        of_ada=of_ada,
        of_bob=add_conversation(connection, weavers, bob, prompt),
        of_cyd=of_cyd,
    )
