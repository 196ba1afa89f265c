"""Turns of conversations for tests, made by the owner, since no query here does."""

from generated.iam.teams import Team
from generated.iam.users import User
from tests.queries.caller import Caller
from tests.queries.iam.prompts import create_prompt

_CREATE_CONVERSATION = """
INSERT INTO llm.conversations (user_id, team_id)
VALUES (%s, %s)
RETURNING id
"""

_CREATE_CHAT = """
INSERT INTO llm.chats (conversation_id, prompt_id, team_id, user_id)
SELECT c.id, %s, c.team_id, c.user_id
FROM llm.conversations AS c
WHERE c.id = %s
RETURNING id
"""


def create_conversation(call: Caller, person: User, team: Team) -> int:
    """Create a conversation of a person in a team, without turns; return its id."""
    row = call.connection.execute(_CREATE_CONVERSATION, [person.id, team.id]).fetchone()
    assert row is not None
    return int(row[0])


def create_chat(call: Caller, conversation_id: int, team: Team) -> int:
    """Create the next turn of a conversation, with a new assistant of a team; return its id."""
    prompt_id = create_prompt(call, team)
    row = call.connection.execute(_CREATE_CHAT, [prompt_id, conversation_id]).fetchone()
    assert row is not None
    return int(row[0])
