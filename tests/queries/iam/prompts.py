"""Assistants for tests, which keys are tied to; made by the owner, since no query here does."""

from generated.iam.teams import Team
from generated.iam.users import User
from tests.queries.caller import Caller

_CREATE = """
WITH model AS (
    INSERT INTO model_registry.models (model_type, name, base_url, context_size)
    VALUES ('LLM', 'model', 'http://localhost', 4096)
    RETURNING id
)

INSERT INTO assistants.prompts (
    team_id, created_by, visibility, name, model_id, category_id,
    max_history_items, max_chunks, trim_ratio
)
SELECT %s, %s, %s, 'assistant', m.id, (SELECT min(c.id) FROM assistants.categories AS c), 0, 0, 0
FROM model AS m
RETURNING id
"""


def create_prompt(
    call: Caller, team: Team, visibility: str = "Team", *, creator: User | None = None
) -> int:
    """Create an assistant of a team, by its founder unless by somebody else; return its id."""
    created_by = creator.id if creator else team.created_by_user_id
    row = call.connection.execute(_CREATE, [team.id, created_by, visibility]).fetchone()
    assert row is not None
    return int(row[0])


def set_visibility(call: Caller, prompt_id: int, visibility: str) -> None:
    """Show an assistant to more people, or to fewer."""
    statement = "UPDATE assistants.prompts SET visibility = %s WHERE id = %s"
    changed = call.connection.execute(statement, [visibility, prompt_id])
    assert changed.rowcount == 1
