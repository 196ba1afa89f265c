"""People, teams and what schema ``assistants`` is about, for the tests; added as the owner."""

from dataclasses import dataclass
from typing import LiteralString

import psycopg

from tests.db.acting import BOTH, COLLABORATOR, MANAGER, add_team, add_user

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


def added(connection: psycopg.Connection, query: LiteralString, *values: object) -> int:
    """Run an INSERT and return the id that it returns."""
    row = connection.execute(query, values).fetchone()
    assert row is not None
    return int(row[0])


def add_model(connection: psycopg.Connection) -> int:
    """Add a model."""
    query = """
        INSERT INTO model_registry.models (model_type, name, base_url, context_size)
        VALUES ('LLM', 'm', 'https://models.example', 8000)
        RETURNING id
    """
    return added(connection, query)


def add_prompt(
    connection: psycopg.Connection, team_id: int, created_by: int, visibility: str = "Team"
) -> int:
    """Add a prompt, named for its visibility."""
    query = """
        INSERT INTO assistants.prompts (
            team_id, model_id, visibility, name, max_history_items, max_chunks, trim_ratio,
            created_by, category_id
        )
        SELECT %s, %s, v.v, v.v, 3, 10, 80, %s, c.id
        FROM (SELECT %s::public.visibility) AS v (v), assistants.categories AS c
        WHERE c.name = 'Uncategorized'
        RETURNING id
    """
    return added(connection, query, team_id, add_model(connection), created_by, visibility)


def add_dataset(
    connection: psycopg.Connection, team_id: int, created_by: int, visibility: str = "Team"
) -> int:
    """Add a dataset."""
    query = """
        INSERT INTO rag.datasets (
            team_id, embeddings_model_id, visibility, name, chunking_strategy,
            combine_under_n_chars, new_after_n_chars, multipage_sections, created_by
        )
        VALUES (%s, %s, %s, 'd', 'ByTitle', 500, 1000, true, %s)
        RETURNING id
    """
    return added(connection, query, team_id, add_model(connection), visibility, created_by)


def add_project(
    connection: psycopg.Connection, team_id: int, created_by: int, visibility: str = "Team"
) -> int:
    """Add a project with a dataset, named for its visibility."""
    query = """
        INSERT INTO assistants.projects (team_id, dataset_id, name, visibility, created_by)
        SELECT %s, %s, v.v, v.v, %s
        FROM (SELECT %s::public.visibility) AS v (v)
        RETURNING id
    """
    dataset_id = add_dataset(connection, team_id, created_by, visibility)
    return added(connection, query, team_id, dataset_id, created_by, visibility)


def add_object(connection: psycopg.Connection, team_id: int, created_by: int) -> int:
    """Add a stored object."""
    query = """
        INSERT INTO storage.objects (
            team_id, object_name, mime_type, file_name, file_size, file_hash, created_by
        )
        VALUES (%s, 'o', 'image/png', 'o.png', 1, md5('o'), %s)
        RETURNING id
    """
    return added(connection, query, team_id, created_by)
