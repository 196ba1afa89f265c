"""Who sees and changes datasets and what is in them."""

from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.acting import Role, acting_as
from tests.db.rag.scene import HASH, Dataset, Scene, add_dataset
from tests.db.rows import add

#: Each table, and the field of a dataset that has its ids.
TABLES = {
    "datasets": "id",
    "documents": "document",
    "chunks": "chunk",
    "document_pipelines": "pipeline",
}
VISIBILITIES = ("private", "team", "company")

#: Whom each person sees the datasets of, by visibility.
SEEN: dict[str, tuple[str, ...]] = {
    "ada": ("private", "team", "company"),
    "bob": ("team", "company"),
    "mona": ("team", "company"),
    "cyd": ("company",),
    "root": ("company",),
    "nobody": (),
}


def person(scene: Scene, name: str) -> int | None:
    return None if name == "nobody" else int(getattr(scene, name))


def dataset(scene: Scene, visibility: str) -> Dataset:
    found = getattr(scene, visibility)
    assert isinstance(found, Dataset)
    return found


def seen(connection: psycopg.Connection, scene: Scene, table: str) -> tuple[str, ...]:
    """Return the visibilities of the datasets whose row of a table is in sight."""
    query = sql.SQL("SELECT id FROM rag.{}").format(sql.Identifier(table))
    found = {id_ for (id_,) in connection.execute(query)}
    return tuple(v for v in VISIBILITIES if getattr(dataset(scene, v), TABLES[table]) in found)


def allowed(connection: psycopg.Connection, user: int | None, table: str, **values: object) -> bool:
    """Tell whether a person may add a row; it is taken back."""
    try:
        with acting_as(connection, user):
            add(connection, table, **values)
            raise psycopg.Rollback
    except errors.InsufficientPrivilege as error:
        if "row-level security" not in str(error):
            raise
        return False
    return True


# reading


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_what_is_in_a_dataset_is_seen_with_it(
    connection: psycopg.Connection, scene: Scene, role: Role
) -> None:
    for table in ("datasets", "documents", "chunks"):
        found: dict[str, tuple[str, ...]] = {}
        for name in SEEN:
            with acting_as(connection, person(scene, name), role):
                found[name] = seen(connection, scene, table)
        assert found == SEEN, table


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_pipelines_are_seen_by_members_only(
    connection: psycopg.Connection, scene: Scene, role: Role
) -> None:
    members = ("ada", "bob", "mona")
    for name in SEEN:
        with acting_as(connection, person(scene, name), role):
            found = seen(connection, scene, "document_pipelines")
        assert found == (SEEN[name] if name in members else ()), name


def test_the_system_sees_all(connection: psycopg.Connection, scene: Scene) -> None:
    with acting_as(connection, None, "application_system"):
        for table in TABLES:
            assert seen(connection, scene, table) == VISIBILITIES


def test_a_transaction_limited_to_one_team_sees_the_company_wide_ones_of_others(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with acting_as(connection, scene.ada, team_id=scene.spinners):
        assert seen(connection, scene, "chunks") == ("company",)


def test_a_suspended_person_sees_nothing(connection: psycopg.Connection, scene: Scene) -> None:
    connection.execute("UPDATE iam.users SET status = 'suspended' WHERE id = %s", [scene.ada])
    with acting_as(connection, scene.ada):
        for table in TABLES:
            assert seen(connection, scene, table) == (), table


def test_who_leaves_the_team_no_longer_sees_the_own_private_dataset(
    connection: psycopg.Connection, scene: Scene
) -> None:
    connection.execute("DELETE FROM iam.team_users WHERE user_id = %s", [scene.ada])
    with acting_as(connection, scene.ada):
        assert seen(connection, scene, "chunks") == ("company",)


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_nobody_but_the_system_reads_the_hash_of_a_pipeline(
    connection: psycopg.Connection, scene: Scene, role: Role
) -> None:
    with (
        pytest.raises(errors.InsufficientPrivilege),
        acting_as(connection, scene.ada, role),
    ):
        connection.execute("SELECT api_key FROM rag.document_pipelines")
    with acting_as(connection, None, "application_system"):
        assert connection.execute("SELECT api_key FROM rag.document_pipelines").fetchone()


# changing

#: A change of each table, of the row with an id.
UPDATES: dict[str, LiteralString] = {
    "datasets": "UPDATE rag.datasets SET name = 'other' WHERE id = %s",
    "documents": "UPDATE rag.documents SET file_name = 'other' WHERE id = %s",
    "chunks": "UPDATE rag.chunks SET text = 'other' WHERE id = %s",
}
DELETIONS: dict[str, LiteralString] = {
    "chunks": "DELETE FROM rag.chunks WHERE id = %s",
    "documents": "DELETE FROM rag.documents WHERE id = %s",
    "datasets": "DELETE FROM rag.datasets WHERE id = %s",
}

#: Whose datasets each person changes, by visibility.
CHANGED: dict[str, tuple[str, ...]] = {
    "ada": ("private", "team", "company"),
    "bob": ("team", "company"),
    "mona": (),
    "cyd": (),
    "root": (),
    "nobody": (),
}


@pytest.mark.parametrize("statements", [UPDATES, DELETIONS], ids=["update", "delete"])
def test_who_sees_a_dataset_and_may_manage_it_changes_it(
    connection: psycopg.Connection, scene: Scene, statements: dict[str, LiteralString]
) -> None:
    for table, statement in statements.items():
        found: dict[str, tuple[str, ...]] = {}
        for name in CHANGED:
            with acting_as(connection, person(scene, name)):
                found[name] = tuple(
                    visibility
                    for visibility in VISIBILITIES
                    if connection.execute(
                        statement, [getattr(dataset(scene, visibility), TABLES[table])]
                    ).rowcount
                )
                raise psycopg.Rollback
        assert found == CHANGED, table


def test_who_may_change_a_dataset_adds_to_it(connection: psycopg.Connection, scene: Scene) -> None:
    for name in CHANGED:
        for visibility in VISIBILITIES:
            at = dataset(scene, visibility)
            expected = visibility in CHANGED[name]
            who = person(scene, name)
            document = allowed(connection, who, "rag.documents", **at.inside)
            assert document == expected, (name, visibility)
            chunk = allowed(connection, who, "rag.chunks", **at.of_document)
            assert chunk == expected, (name, visibility)


def test_collaborators_add_datasets_and_others_do_not(
    connection: psycopg.Connection, scene: Scene
) -> None:
    for visibility in ("Private", "Team", "Company"):
        found = [
            name
            for name in ("ada", "bob", "mona", "cyd", "root")
            if allowed(
                connection,
                person(scene, name),
                "rag.datasets",
                team_id=scene.weavers,
                created_by=person(scene, name),
                embeddings_model_id=scene.model,
                visibility=visibility,
            )
        ]
        assert found == ["ada", "bob"], visibility


def test_a_dataset_is_added_in_ones_own_name(connection: psycopg.Connection, scene: Scene) -> None:
    with (
        pytest.raises(errors.InsufficientPrivilege, match="row-level security"),
        acting_as(connection, scene.bob),
    ):
        add_dataset(connection, scene.weavers, scene.ada, scene.model)


def test_nobody_makes_anothers_dataset_private(
    connection: psycopg.Connection, scene: Scene
) -> None:
    """It would be out of the hands of whoever did so."""
    with (
        pytest.raises(errors.InsufficientPrivilege, match="row-level security"),
        acting_as(connection, scene.bob),
    ):
        connection.execute(
            "UPDATE rag.datasets SET visibility = 'Private' WHERE id = %s", [scene.team.id]
        )


#: Where rows belong, who made them, and whose key it is.
FIXED: list[LiteralString] = [
    "UPDATE rag.datasets SET team_id = 1",
    "UPDATE rag.datasets SET created_by = 1",
    "UPDATE rag.documents SET team_id = 1",
    "UPDATE rag.documents SET dataset_id = 1",
    "UPDATE rag.documents SET object_id = 1",
    "UPDATE rag.chunks SET team_id = 1",
    "UPDATE rag.chunks SET document_id = 1",
    "UPDATE rag.document_pipelines SET user_id = 1",
    "UPDATE rag.document_pipelines SET dataset_id = 1",
]


@pytest.mark.parametrize("role", ["application_user", "application_readonly", "application_system"])
def test_where_a_row_belongs_stays(
    connection: psycopg.Connection, scene: Scene, role: Role
) -> None:
    for statement in FIXED:
        with (
            pytest.raises(errors.InsufficientPrivilege, match="permission denied"),
            acting_as(connection, scene.ada, role),
        ):
            connection.execute(statement)


def test_who_only_reads_writes_nothing(connection: psycopg.Connection) -> None:
    found = connection.execute(
        "SELECT count(*), count(*) FILTER ("
        "    WHERE has_any_column_privilege('application_readonly', c.oid, 'INSERT, UPDATE')"
        "        OR has_table_privilege('application_readonly', c.oid, 'DELETE, TRUNCATE'))"
        " FROM pg_class AS c WHERE c.relnamespace = 'rag'::regnamespace AND c.relkind = 'r'"
    ).fetchone()
    assert found == (5, 0)


# objects


def test_a_document_holds_ones_own_object(connection: psycopg.Connection, scene: Scene) -> None:
    own = add(connection, "storage.objects", team_id=scene.weavers, created_by=scene.bob)
    with acting_as(connection, scene.bob):
        assert add(connection, "rag.documents", **scene.team.inside, object_id=own)


def test_a_teammates_object_cannot_be_seen_by_way_of_a_document(
    connection: psycopg.Connection, scene: Scene
) -> None:
    hers = add(connection, "storage.objects", team_id=scene.weavers, created_by=scene.ada)
    with (
        pytest.raises(errors.InsufficientPrivilege, match='policy "object_is_own"'),
        acting_as(connection, scene.bob),
    ):
        add(connection, "rag.documents", **scene.team.inside, object_id=hers)


# pipelines


def test_collaborators_add_pipelines_and_others_do_not(
    connection: psycopg.Connection, scene: Scene
) -> None:
    found = [
        name
        for name in ("ada", "bob", "mona", "cyd", "root")
        if allowed(
            connection,
            person(scene, name),
            "rag.document_pipelines",
            **scene.team.inside,
            user_id=person(scene, name),
        )
    ]
    assert found == ["ada", "bob"]


@pytest.mark.parametrize("at", ["private", "team"])
def test_not_in_anothers_name_nor_into_a_dataset_out_of_sight(
    connection: psycopg.Connection, scene: Scene, at: str
) -> None:
    user = scene.bob if at == "private" else scene.ada
    with (
        pytest.raises(errors.InsufficientPrivilege, match="row-level security"),
        acting_as(connection, scene.bob),
    ):
        add(connection, "rag.document_pipelines", **dataset(scene, at).inside, user_id=user)


def test_only_the_person_a_pipeline_acts_for_changes_its_key(
    connection: psycopg.Connection, scene: Scene
) -> None:
    statement: LiteralString = "UPDATE rag.document_pipelines SET api_key = %s WHERE id = %s"
    with acting_as(connection, scene.bob):
        assert connection.execute(statement, [HASH, scene.team.pipeline]).rowcount == 0
    with acting_as(connection, scene.ada):
        assert connection.execute(statement, [HASH, scene.team.pipeline]).rowcount == 1


def test_who_manages_pipelines_revokes_them(connection: psycopg.Connection, scene: Scene) -> None:
    gone: dict[str, int] = {}
    for name in ("ada", "bob", "mona", "cyd", "root"):
        with acting_as(connection, person(scene, name)):
            gone[name] = connection.execute("DELETE FROM rag.document_pipelines").rowcount
            raise psycopg.Rollback
    assert gone == {"ada": 3, "bob": 2, "mona": 0, "cyd": 0, "root": 0}


# the system


def test_a_worker_cuts_a_document_and_says_why_it_could_not(
    connection: psycopg.Connection, scene: Scene
) -> None:
    at = scene.private
    with acting_as(connection, None, "application_system"):
        chunk = add(connection, "rag.chunks", **at.of_document)
        done = connection.execute("UPDATE rag.chunks SET processed = true WHERE id = %s", [chunk])
        assert done.rowcount == 1
        failed = connection.execute("UPDATE rag.documents SET failure_reason = 'no text'")
        assert failed.rowcount == len(VISIBILITIES)
        assert connection.execute("DELETE FROM rag.chunks WHERE id = %s", [chunk]).rowcount == 1


def test_a_worker_does_no_more(connection: psycopg.Connection, scene: Scene) -> None:
    statements: list[LiteralString] = [
        "DELETE FROM rag.documents",
        "DELETE FROM rag.datasets",
        "UPDATE rag.datasets SET name = 'other'",
        "UPDATE rag.documents SET file_name = 'other'",
        "UPDATE rag.document_pipelines SET name = 'other'",
        "DELETE FROM rag.document_pipelines",
    ]
    for statement in statements:
        with (
            pytest.raises(errors.InsufficientPrivilege, match="permission denied"),
            acting_as(connection, scene.ada, "application_system"),
        ):
            connection.execute(statement)
