"""What schema ``rag`` refuses, by the name of the rule."""

import psycopg
import pytest
from psycopg import errors

from tests.db.rag.scene import HASH, Scene, add_dataset
from tests.db.rows import add


def vector(dimension: int, value: float = 1) -> str:
    return f"[{','.join([str(value)] * dimension)}]"


# one team's rows hang on no other's


def test_a_document_of_another_teams_dataset_is_refused(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with pytest.raises(errors.ForeignKeyViolation, match="documents_team_id_dataset_id_fkey"):
        add(connection, "rag.documents", team_id=scene.spinners, dataset_id=scene.team.id)


def test_a_chunk_of_another_teams_document_is_refused(
    connection: psycopg.Connection, scene: Scene
) -> None:
    at = {
        "team_id": scene.spinners,
        "dataset_id": add_dataset(connection, scene.spinners, scene.cyd, scene.model),
        "document_id": scene.team.document,
    }
    with pytest.raises(
        errors.ForeignKeyViolation, match="chunks_team_id_dataset_id_document_id_fkey"
    ):
        add(connection, "rag.chunks", **at)


def test_a_chunk_in_another_dataset_than_its_document_is_refused(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with pytest.raises(
        errors.ForeignKeyViolation, match="chunks_team_id_dataset_id_document_id_fkey"
    ):
        add(connection, "rag.chunks", **scene.company.inside, document_id=scene.private.document)


def test_a_pipeline_into_another_teams_dataset_is_refused(
    connection: psycopg.Connection, scene: Scene
) -> None:
    of_cyd = {"team_id": scene.spinners, "user_id": scene.cyd}
    with pytest.raises(
        errors.ForeignKeyViolation, match="document_pipelines_team_id_dataset_id_fkey"
    ):
        add(connection, "rag.document_pipelines", **of_cyd, dataset_id=scene.team.id)


def test_a_document_in_another_teams_object_is_refused(
    connection: psycopg.Connection, scene: Scene
) -> None:
    of_cyd = {"team_id": scene.spinners, "created_by": scene.cyd}
    foreign = add(connection, "storage.objects", **of_cyd)
    with pytest.raises(errors.ForeignKeyViolation, match="documents_team_id_object_id_fkey"):
        add(connection, "rag.documents", **scene.team.inside, object_id=foreign)


def test_a_document_outlives_its_object_and_keeps_its_team(
    connection: psycopg.Connection, scene: Scene
) -> None:
    found = add(connection, "storage.objects", team_id=scene.weavers, created_by=scene.ada)
    document = add(connection, "rag.documents", **scene.team.inside, object_id=found)
    connection.execute("DELETE FROM storage.objects WHERE id = %s", [found])
    row = connection.execute(
        "SELECT object_id, team_id FROM rag.documents WHERE id = %s", [document]
    ).fetchone()
    assert row == (None, scene.weavers)


def test_all_that_is_in_a_dataset_goes_with_it(
    connection: psycopg.Connection, scene: Scene
) -> None:
    connection.execute("DELETE FROM rag.datasets WHERE id = %s", [scene.team.id])
    left = connection.execute(
        "SELECT (SELECT count(*) FROM rag.documents), (SELECT count(*) FROM rag.chunks),"
        " (SELECT count(*) FROM rag.document_pipelines)"
    ).fetchone()
    assert left == (2, 2, 2)


# embeddings


def test_the_dimensions_that_have_an_index_are_taken(
    connection: psycopg.Connection, scene: Scene
) -> None:
    at = scene.team.of_document
    for dimension in (384, 768, 1024, 1536):
        assert add(connection, "rag.chunks", **at, embeddings=vector(dimension))


def test_another_dimension_is_refused(connection: psycopg.Connection, scene: Scene) -> None:
    at = scene.team.of_document
    for dimension in (1, 383, 385, 1535, 3072):
        with pytest.raises(
            errors.CheckViolation,
            match="chunks_embeddings_dimension_must_be_384_768_1024_or_1536",
        ):
            add(connection, "rag.chunks", **at, embeddings=vector(dimension))


def test_a_vector_that_points_nowhere_is_refused(
    connection: psycopg.Connection, scene: Scene
) -> None:
    assert scene.team.chunk
    with pytest.raises(errors.CheckViolation, match="chunks_embeddings_must_not_be_zero"):
        connection.execute("UPDATE rag.chunks SET embeddings = %s", [vector(384, 0)])


# the rest


def test_what_is_not_a_sha_256_is_no_key(connection: psycopg.Connection, scene: Scene) -> None:
    at = {**scene.team.inside, "user_id": scene.ada}
    for key in ("sk-clear-key", HASH.upper(), HASH[:-1], HASH + "0", ""):
        with pytest.raises(errors.CheckViolation, match="document_pipelines_api_key_check"):
            add(connection, "rag.document_pipelines", **at, api_key=key)


def test_a_key_leads_to_one_pipeline(connection: psycopg.Connection, scene: Scene) -> None:
    here = {**scene.team.inside, "user_id": scene.ada}
    there = {
        "team_id": scene.spinners,
        "dataset_id": add_dataset(connection, scene.spinners, scene.cyd, scene.model),
        "user_id": scene.cyd,
    }
    add(connection, "rag.document_pipelines", **here, api_key=HASH)
    with pytest.raises(errors.UniqueViolation, match="document_pipelines_api_key_key"):
        add(connection, "rag.document_pipelines", **there, api_key=HASH)


def test_an_external_id_leads_to_one_dataset(connection: psycopg.Connection, scene: Scene) -> None:
    assert scene.team.id
    with pytest.raises(errors.UniqueViolation, match="datasets_external_id_key"):
        connection.execute(
            "UPDATE rag.datasets SET external_id = '00000000-0000-0000-0000-000000000001'"
        )


def test_a_negative_size_is_refused(connection: psycopg.Connection, scene: Scene) -> None:
    assert scene.team.document
    with pytest.raises(errors.CheckViolation, match="documents_content_size_check"):
        connection.execute("UPDATE rag.documents SET content_size = -1")
