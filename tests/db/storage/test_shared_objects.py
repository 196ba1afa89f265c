from typing import Literal, LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.acting import Role, acting_as
from tests.db.rows import add, insert
from tests.db.storage.people import Scene, add_object, seen

Visibility = Literal["Private", "Team", "Company"]

#: Who sees an object of Ada's that is part of a thing of hers, besides Ada, by its visibility.
OTHERS: list[tuple[Visibility, set[str]]] = [
    ("Private", set()),
    ("Team", {"bob"}),
    ("Company", {"bob", "eve", "root"}),
]

_ANY_MODEL = sql.SQL("(SELECT min(m.id) FROM model_registry.models AS m)")

#: What makes thousands of objects, documents and prompts of one each.
COPIES: list[LiteralString] = [
    "INSERT INTO storage.objects"
    " (team_id, object_name, mime_type, file_name, file_size, file_hash, created_by)"
    " SELECT team_id, object_name, mime_type, file_name, file_size, file_hash, created_by"
    " FROM storage.objects, generate_series(1, 3000)",
    "INSERT INTO rag.documents (team_id, dataset_id, file_name, content_size, object_id)"
    " SELECT o.team_id, d.dataset_id, d.file_name, d.content_size, o.id"
    " FROM rag.documents AS d, storage.objects AS o",
    "INSERT INTO assistants.prompts (team_id, created_by, visibility, image_icon_object_id,"
    " model_id, category_id, name, max_history_items, max_chunks, trim_ratio)"
    " SELECT p.team_id, p.created_by, p.visibility, o.id, p.model_id, p.category_id, p.name,"
    " p.max_history_items, p.max_chunks, p.trim_ratio"
    " FROM assistants.prompts AS p, storage.objects AS o",
]


def add_dataset(connection: psycopg.Connection, scene: Scene, visibility: Visibility) -> int:
    return add(
        connection,
        "rag.datasets",
        team_id=scene.weavers,
        created_by=scene.ada,
        visibility=visibility,
        embeddings_model_id=add(connection, "model_registry.models"),
    )


def add_document(
    connection: psycopg.Connection, scene: Scene, dataset_id: int, object_: int
) -> None:
    within = {"team_id": scene.weavers, "dataset_id": dataset_id}
    insert(connection, "rag.documents", **within, object_id=object_)


def add_prompt(
    connection: psycopg.Connection, scene: Scene, visibility: Visibility, created_by: int, icon: int
) -> None:
    insert(
        connection,
        "assistants.prompts",
        team_id=scene.weavers,
        created_by=created_by,
        visibility=visibility,
        image_icon_object_id=icon,
        model_id=_ANY_MODEL,
    )


def watchers(connection: psycopg.Connection, scene: Scene, role: Role) -> set[str]:
    """Return the names of those besides Ada who see an object."""
    people = {"bob": scene.bob, "eve": scene.eve, "root": scene.root, "nobody": None}
    found = set[str]()
    for name, user_id in people.items():
        with acting_as(connection, user_id, role):
            if seen(connection):
                found.add(name)
    return found


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
@pytest.mark.parametrize(("visibility", "others"), OTHERS)
def test_whoever_sees_a_document_sees_its_object(
    connection: psycopg.Connection,
    scene: Scene,
    role: Role,
    visibility: Visibility,
    others: set[str],
) -> None:
    add_document(connection, scene, add_dataset(connection, scene, visibility), scene.found)
    assert watchers(connection, scene, role) == others


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
@pytest.mark.parametrize(("visibility", "others"), OTHERS)
def test_whoever_sees_a_prompt_sees_its_icon(
    connection: psycopg.Connection,
    scene: Scene,
    role: Role,
    visibility: Visibility,
    others: set[str],
) -> None:
    add(connection, "model_registry.models")
    add_prompt(connection, scene, visibility, scene.ada, scene.found)
    assert watchers(connection, scene, role) == others


def test_an_object_in_sight_does_not_show_the_others(
    connection: psycopg.Connection, scene: Scene
) -> None:
    add_object(connection, scene.weavers, scene.ada)
    add_document(connection, scene, add_dataset(connection, scene, "Team"), scene.found)
    with acting_as(connection, scene.bob):
        assert seen(connection) == [scene.found]


def test_an_object_in_sight_is_not_removed_by_others(
    connection: psycopg.Connection, scene: Scene
) -> None:
    add_document(connection, scene, add_dataset(connection, scene, "Team"), scene.found)
    with acting_as(connection, scene.bob):
        assert connection.execute("DELETE FROM storage.objects").rowcount == 0


def test_a_document_stays_when_its_object_goes(
    connection: psycopg.Connection, scene: Scene
) -> None:
    add_document(connection, scene, add_dataset(connection, scene, "Team"), scene.found)
    with acting_as(connection, scene.ada):
        assert connection.execute("DELETE FROM storage.objects").rowcount == 1
    query = "SELECT team_id, object_id FROM rag.documents"
    assert connection.execute(query).fetchall() == [(scene.weavers, None)]


def test_no_document_brings_a_teammate_s_object_into_sight(
    connection: psycopg.Connection, scene: Scene
) -> None:
    dataset = add_dataset(connection, scene, "Team")
    with (
        pytest.raises(errors.InsufficientPrivilege, match="object_is_own"),
        acting_as(connection, scene.bob),
    ):
        add_document(connection, scene, dataset, scene.found)


def test_no_prompt_brings_a_teammate_s_object_into_sight(
    connection: psycopg.Connection, scene: Scene
) -> None:
    add(connection, "model_registry.models")
    own = add_object(connection, scene.weavers, scene.bob)
    with (
        pytest.raises(errors.InsufficientPrivilege, match="icon_is_seen"),
        acting_as(connection, scene.bob),
    ):
        add_prompt(connection, scene, "Private", scene.bob, scene.found)
    with acting_as(connection, scene.bob):
        add_prompt(connection, scene, "Private", scene.bob, own)
    with (
        pytest.raises(errors.InsufficientPrivilege, match="icon_is_seen_on_update"),
        acting_as(connection, scene.bob),
    ):
        connection.execute("UPDATE assistants.prompts SET image_icon_object_id = %s", [scene.found])


def test_an_object_is_found_by_indexes(connection: psycopg.Connection, scene: Scene) -> None:
    dataset = add_dataset(connection, scene, "Team")
    add_document(connection, scene, dataset, scene.found)
    add_prompt(connection, scene, "Team", scene.ada, scene.found)
    for copy in COPIES:
        connection.execute(copy)
    connection.execute("ANALYZE storage.objects, rag.documents, assistants.prompts")
    with acting_as(connection, scene.bob):
        query = "EXPLAIN SELECT o.file_name FROM storage.objects AS o WHERE o.id = %s"
        plan = "\n".join(line for (line,) in connection.execute(query, [scene.found]))
    assert "Index Scan using objects_pkey" in plan
    assert "documents_team_id_object_id_idx" in plan
    assert "prompts_team_id_image_icon_object_id_idx" in plan
