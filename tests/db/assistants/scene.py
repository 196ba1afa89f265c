"""People, teams and what schema ``assistants`` is about, for the tests; added as the owner."""

from dataclasses import dataclass

import psycopg

from tests.db.acting import BOTH, COLLABORATOR, MANAGER, add_team, add_user
from tests.db.rows import add

VISIBILITIES = ("Private", "Team", "Company")


@dataclass(frozen=True)
class Cast:
    """Who the tests are about.

    :ivar ada: founder of the weavers, who makes things
    :ivar bob: collaborator among the weavers
    :ivar mia: manager of the weavers, and no collaborator: she may not publish assistants
    :ivar eve: founder of the spinners, the other team
    :ivar root: administrator, in no team
    """

    ada: int
    bob: int
    mia: int
    eve: int
    root: int
    weavers: int
    spinners: int


def add_cast(connection: psycopg.Connection) -> Cast:
    """Add the people and their teams."""
    root = add_user(connection, "root", admin=True)
    ada, bob, mia, eve = (add_user(connection, name) for name in ("ada", "bob", "mia", "eve"))
    weavers = add_team(connection, "Weavers", {ada: BOTH, bob: COLLABORATOR, mia: MANAGER})
    spinners = add_team(connection, "Spinners", {eve: BOTH})
    return Cast(ada, bob, mia, eve, root, weavers, spinners)


def add_prompt(
    connection: psycopg.Connection, team_id: int, created_by: int, visibility: str = "Team"
) -> int:
    """Add a prompt with a model, named for its visibility."""
    return add(
        connection,
        "assistants.prompts",
        team_id=team_id,
        created_by=created_by,
        visibility=visibility,
        name=visibility,
        model_id=add(connection, "model_registry.models"),
    )


def add_dataset(
    connection: psycopg.Connection, team_id: int, created_by: int, visibility: str = "Team"
) -> int:
    """Add a dataset with a model."""
    return add(
        connection,
        "rag.datasets",
        team_id=team_id,
        created_by=created_by,
        visibility=visibility,
        embeddings_model_id=add(connection, "model_registry.models"),
    )


def add_project(
    connection: psycopg.Connection, team_id: int, created_by: int, visibility: str = "Team"
) -> int:
    """Add a project with a dataset, named for its visibility."""
    return add(
        connection,
        "assistants.projects",
        team_id=team_id,
        created_by=created_by,
        visibility=visibility,
        name=visibility,
        dataset_id=add_dataset(connection, team_id, created_by, visibility),
    )
