"""Constraints and seed rows of schema ``assistants``, and what goes when something else goes."""

from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.assistants.scene import Cast, add_dataset, add_project, add_prompt
from tests.db.rows import add, insert

CATEGORIES = [
    "Education",
    "Lifestyle",
    "Productivity",
    "Programming",
    "Research",
    "Uncategorized",
    "Writing",
]

#: Changes of a prompt that are refused, with the constraint.
REFUSED: list[tuple[LiteralString, str]] = [
    ("temperature = -0.1", "prompts_temperature_check"),
    ("temperature = 2.1", "prompts_temperature_check"),
    ("trim_ratio = -1", "prompts_trim_ratio_check"),
    ("trim_ratio = 101", "prompts_trim_ratio_check"),
    ("model_id = 0", "prompts_model_id_fkey"),
    ("category_id = 0", "prompts_category_id_fkey"),
    ("team_id = 0", "prompts_team_id_fkey"),
    ("image_icon_object_id = 0", "prompts_team_id_image_icon_object_id_fkey"),
]


def count(connection: psycopg.Connection, query: LiteralString) -> int:
    """Return the number of rows of a query."""
    return connection.execute(query).rowcount


def test_the_categories_are_seeded(connection: psycopg.Connection) -> None:
    rows = connection.execute("SELECT name, description FROM assistants.categories ORDER BY name")
    assert rows.fetchall() == [(name, None) for name in CATEGORIES]


def test_a_prompt_is_an_assistant_unless_said_otherwise(
    connection: psycopg.Connection, cast: Cast
) -> None:
    add_prompt(connection, cast.weavers, cast.ada)
    query = """
        SELECT prompt_type::text, description, disclaimer, created_at = updated_at
        FROM assistants.prompts
    """
    assert connection.execute(query).fetchone() == (
        "Assistant",
        "Please add a description",
        "LLMs can make mistakes. Check important info.",
        True,
    )


def test_a_prompt_is_checked(connection: psycopg.Connection, cast: Cast) -> None:
    add_prompt(connection, cast.weavers, cast.ada)
    for change, constraint in REFUSED:
        with pytest.raises(errors.IntegrityError) as caught:
            connection.execute(sql.SQL("UPDATE assistants.prompts SET {}").format(sql.SQL(change)))
        assert caught.value.diag.constraint_name == constraint
    connection.execute("UPDATE assistants.prompts SET temperature = 2, trim_ratio = 100")
    connection.execute("UPDATE assistants.prompts SET temperature = 0, trim_ratio = 0")


def test_an_icon_is_of_the_prompts_team_and_may_go(
    connection: psycopg.Connection, cast: Cast
) -> None:
    add_prompt(connection, cast.weavers, cast.ada)
    query = "UPDATE assistants.prompts SET image_icon_object_id = %s"
    own = add(connection, "storage.objects", team_id=cast.weavers, created_by=cast.ada)
    other = add(connection, "storage.objects", team_id=cast.spinners, created_by=cast.eve)
    with pytest.raises(errors.ForeignKeyViolation):
        connection.execute(query, [other])
    connection.execute(query, [own])
    connection.execute("DELETE FROM storage.objects")
    rows = connection.execute("SELECT team_id, image_icon_object_id FROM assistants.prompts")
    assert rows.fetchall() == [(cast.weavers, None)]


def test_a_category_in_use_stays(connection: psycopg.Connection, cast: Cast) -> None:
    add_prompt(connection, cast.weavers, cast.ada)
    query = "DELETE FROM assistants.categories WHERE name = %s"
    with pytest.raises(errors.IntegrityError) as caught:
        connection.execute(query, ["Uncategorized"])
    assert caught.value.diag.constraint_name == "prompts_category_id_fkey"
    assert connection.execute(query, ["Writing"]).rowcount == 1


def test_a_category_has_a_name_of_its_own(connection: psycopg.Connection) -> None:
    with pytest.raises(errors.UniqueViolation) as caught:
        connection.execute("INSERT INTO assistants.categories (name) VALUES ('Writing')")
    assert caught.value.diag.constraint_name == "categories_name_key"


def test_a_model_takes_its_prompts_along(connection: psycopg.Connection, cast: Cast) -> None:
    add_prompt(connection, cast.weavers, cast.ada)
    connection.execute("DELETE FROM model_registry.models")
    assert count(connection, "SELECT FROM assistants.prompts") == 0


def test_a_prompt_outlives_its_creator_and_a_project_does_not(
    connection: psycopg.Connection, cast: Cast
) -> None:
    add_prompt(connection, cast.weavers, cast.bob)
    add_project(connection, cast.weavers, cast.bob)
    connection.execute("DELETE FROM iam.users WHERE id = %s", [cast.bob])
    assert count(connection, "SELECT FROM assistants.prompts") == 1
    assert count(connection, "SELECT FROM assistants.projects") == 0


def test_a_team_takes_its_prompts_and_projects_along(
    connection: psycopg.Connection, cast: Cast
) -> None:
    add_prompt(connection, cast.weavers, cast.ada)
    add_project(connection, cast.weavers, cast.ada)
    connection.execute("DELETE FROM iam.teams WHERE id = %s", [cast.weavers])
    assert count(connection, "SELECT FROM assistants.prompts") == 0
    assert count(connection, "SELECT FROM assistants.projects") == 0


def test_a_project_has_a_dataset_of_its_team_to_itself(
    connection: psycopg.Connection, cast: Cast
) -> None:
    by_ada = {"team_id": cast.weavers, "created_by": cast.ada}
    other = add_dataset(connection, cast.spinners, cast.eve, "Company")
    with pytest.raises(errors.ForeignKeyViolation) as caught:
        insert(connection, "assistants.projects", **by_ada, dataset_id=other)
    assert caught.value.diag.constraint_name == "projects_team_id_dataset_id_fkey"
    own = add_dataset(connection, cast.weavers, cast.ada)
    insert(connection, "assistants.projects", **by_ada, dataset_id=own)
    with pytest.raises(errors.UniqueViolation) as refused:
        insert(connection, "assistants.projects", **by_ada, dataset_id=own)
    assert refused.value.diag.constraint_name == "projects_dataset_id_idx"


def test_a_dataset_of_a_prompt_is_named_once_and_in_the_prompts_team(
    connection: psycopg.Connection, cast: Cast
) -> None:
    table = "assistants.prompt_dataset"
    values = {
        "prompt_id": add_prompt(connection, cast.weavers, cast.ada),
        "dataset_id": add_dataset(connection, cast.weavers, cast.ada),
    }
    with pytest.raises(errors.ForeignKeyViolation) as caught:
        insert(connection, table, **values, team_id=cast.spinners)
    assert caught.value.diag.constraint_name == "prompt_dataset_team_id_prompt_id_fkey"
    insert(connection, table, **values, team_id=cast.weavers)
    with pytest.raises(errors.UniqueViolation) as refused:
        insert(connection, table, **values, team_id=cast.weavers)
    assert refused.value.diag.constraint_name == "prompt_dataset_pkey"


@pytest.mark.parametrize("table", ["prompts", "projects"])
def test_a_change_sets_updated_at(connection: psycopg.Connection, cast: Cast, table: str) -> None:
    add_prompt(connection, cast.weavers, cast.ada)
    add_project(connection, cast.weavers, cast.ada)
    query = sql.SQL("UPDATE assistants.{} SET name = {} RETURNING updated_at > created_at")
    unchanged, changed = (
        connection.execute(query.format(sql.Identifier(table), name)).fetchone()
        for name in (sql.Identifier("name"), sql.Literal("other"))
    )
    assert (unchanged, changed) == ((False,), (True,))
