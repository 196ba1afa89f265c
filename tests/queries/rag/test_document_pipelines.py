import pytest
from psycopg import errors

from generated.iam.users import User
from generated.public.enums import Visibility
from generated.rag import document_pipelines
from generated.rag.document_pipelines import DocumentPipeline
from tests.queries.caller import Caller
from tests.queries.iam.keys import hash_of
from tests.queries.iam.people import create_person, set_status
from tests.queries.iam.tenants import create_team, join_team
from tests.queries.ordering import move_to_end
from tests.queries.rag.shelves import (
    LARGEST_ID,
    OTHERS,
    become,
    create_dataset,
    create_pipeline,
    create_team_of,
)
from tests.queries.texts import TRICKY


@pytest.fixture
def pipeline(call: Caller) -> DocumentPipeline:
    """A pipeline with the key "secret" of somebody who is the person calls run on behalf of."""
    ada, team = create_team_of(call)
    return create_pipeline(call, ada, create_dataset(call, ada, team))


def found_by(call: Caller, secret: str) -> DocumentPipeline | None:
    return call(document_pipelines.find_document_pipeline_by_key_hash, key_hash=hash_of(secret))


def valid(call: Caller, secret: str = "secret") -> DocumentPipeline | None:  # noqa: S107
    return call(document_pipelines.validate_document_pipeline_key, key_hash=hash_of(secret))


# list_my_document_pipelines


def test_list_my_document_pipelines_gives_an_empty_list_where_there_are_none(call: Caller) -> None:
    _, team = create_team_of(call)
    assert call(document_pipelines.list_my_document_pipelines, team_id=team.id) == []


def test_list_my_document_pipelines_gives_one_s_own_of_the_team_newest_first(call: Caller) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team)
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    create_pipeline(call, grace, dataset, "hers")
    other = create_dataset(call, ada, create_team(call, ada, "Other"))
    create_pipeline(call, ada, other, "other")
    first, second = (create_pipeline(call, ada, dataset, secret) for secret in ("1", "2"))
    call.connection.execute("UPDATE rag.document_pipelines SET created_at = '2026-01-01'")
    move_to_end(call, "rag.document_pipelines", second.id)
    found = call(document_pipelines.list_my_document_pipelines, team_id=team.id)
    assert [row.id for row in found] == [second.id, first.id]
    call.connection.execute(
        "UPDATE rag.document_pipelines SET created_at = '2026-01-02' WHERE id = %s", [first.id]
    )
    found = call(document_pipelines.list_my_document_pipelines, team_id=team.id)
    assert [row.id for row in found] == [first.id, second.id]
    assert {row.dataset_name for row in found} == {"dataset"}


def test_list_my_document_pipelines_leaves_out_those_of_a_dataset_no_longer_seen(
    call: Caller,
) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team)
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    create_pipeline(call, grace, dataset)
    call.connection.execute("UPDATE rag.datasets SET visibility = 'Private'")
    call.as_user(grace.id)
    assert call(document_pipelines.list_my_document_pipelines, team_id=team.id) == []


@pytest.mark.parametrize("other", ["collaborator", "mallory", None])
def test_list_my_document_pipelines_gives_nothing_to_others(
    call: Caller, pipeline: DocumentPipeline, other: str | None
) -> None:
    become(call, other, pipeline.team_id)
    found = call(document_pipelines.list_my_document_pipelines, team_id=pipeline.team_id)
    assert found == []


# create_document_pipeline


def test_create_document_pipeline_is_of_the_current_user(call: Caller) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team, Visibility.PRIVATE, name="its name")
    made = call.one(
        document_pipelines.create_document_pipeline,
        name="pipeline",
        key_hash=hash_of("secret"),
        dataset_id=dataset.id,
    )
    assert (made.user_id, made.team_id, made.dataset_id) == (ada.id, team.id, dataset.id)
    assert (made.name, made.dataset_name) == ("pipeline", "its name")
    assert call(document_pipelines.list_my_document_pipelines, team_id=team.id) == [made]
    assert found_by(call, "secret") == made


@pytest.mark.parametrize("key_hash", ["", "secret", hash_of("secret").upper(), "0" * 65])
def test_create_document_pipeline_refuses_what_is_no_hash(call: Caller, key_hash: str) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team)
    with pytest.raises(errors.CheckViolation):
        call(
            document_pipelines.create_document_pipeline,
            name="pipeline",
            key_hash=key_hash,
            dataset_id=dataset.id,
        )


def test_create_document_pipeline_refuses_a_key_that_is_taken(call: Caller) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team)
    create_pipeline(call, ada, dataset)
    with pytest.raises(errors.UniqueViolation):
        create_pipeline(call, ada, dataset)


def add(call: Caller, dataset_id: int) -> DocumentPipeline | None:
    return call(
        document_pipelines.create_document_pipeline,
        name="pipeline",
        key_hash=hash_of("other"),
        dataset_id=dataset_id,
    )


@pytest.mark.parametrize("other", ["mallory", None])
def test_create_document_pipeline_gives_none_to_whoever_does_not_see_the_dataset(
    call: Caller, pipeline: DocumentPipeline, other: str | None
) -> None:
    become(call, other, pipeline.team_id)
    assert add(call, pipeline.dataset_id) is None
    assert add(call, LARGEST_ID) is None


def test_create_document_pipeline_refuses_others_who_see_the_dataset(call: Caller) -> None:
    ada, team = create_team_of(call)
    shared = create_dataset(call, ada, team)
    company = create_dataset(call, ada, team, Visibility.COMPANY)
    for other, dataset in (("manager", shared), ("mallory", company)):
        become(call, other, team.id)
        with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
            add(call, dataset.id)


# find_document_pipeline_by_key_hash, validate_document_pipeline_key


def test_a_pipeline_is_found_by_its_key_alone(call: Caller, pipeline: DocumentPipeline) -> None:
    call.as_user(None)
    assert found_by(call, "secret") == pipeline
    assert found_by(call, "other") is None
    assert valid(call) == pipeline
    assert valid(call, "other") is None
    for key_hash in ("", "secret", hash_of("secret").upper()):
        found = call(document_pipelines.find_document_pipeline_by_key_hash, key_hash=key_hash)
        assert found is None


def pipeline_of_a_mate(call: Caller) -> tuple[User, DocumentPipeline]:
    """Return a person with a pipeline to the dataset of somebody else."""
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team)
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    return grace, create_pipeline(call, grace, dataset)


@pytest.mark.parametrize("status", ["suspended", "deactivated"])
def test_validate_document_pipeline_key_gives_none_for_an_account_that_is_not_active(
    call: Caller, status: str
) -> None:
    grace, pipeline = pipeline_of_a_mate(call)
    set_status(call, grace, status)
    assert valid(call) is None
    assert found_by(call, "secret") == pipeline


def test_validate_document_pipeline_key_gives_none_for_who_left_the_team(call: Caller) -> None:
    grace, pipeline = pipeline_of_a_mate(call)
    create_team(call, grace, "Still hers")
    call.connection.execute(
        "DELETE FROM iam.team_users WHERE user_id = %s AND team_id = %s",
        [grace.id, pipeline.team_id],
    )
    assert valid(call) is None


@pytest.mark.parametrize("visibility", Visibility)
def test_validate_document_pipeline_key_gives_none_where_the_dataset_is_another_s(
    call: Caller, visibility: Visibility
) -> None:
    _, pipeline = pipeline_of_a_mate(call)
    call.connection.execute("UPDATE rag.datasets SET visibility = %s", [visibility])
    assert valid(call) == (None if visibility is Visibility.PRIVATE else pipeline)


def test_validate_document_pipeline_key_takes_a_private_dataset_of_one_s_own(call: Caller) -> None:
    ada, team = create_team_of(call)
    pipeline = create_pipeline(call, ada, create_dataset(call, ada, team, Visibility.PRIVATE))
    assert valid(call) == pipeline


# rename_document_pipeline, rotate_document_pipeline_key


def test_rename_document_pipeline_renames_it_alone(
    call: Caller, pipeline: DocumentPipeline
) -> None:
    ada, team = create_team_of(call, "edsger")
    create_pipeline(call, ada, create_dataset(call, ada, team), "other")
    call.as_user(pipeline.user_id)
    for name in TRICKY:
        changed = call(
            document_pipelines.rename_document_pipeline,
            name=name,
            document_pipeline_id=pipeline.id,
        )
        assert changed == 1
        assert (
            call.one(
                document_pipelines.find_document_pipeline_by_key_hash, key_hash=hash_of("secret")
            ).name
            == name
        )
    other = found_by(call, "other")
    assert other is not None
    assert other.name == "pipeline other"


def test_rotate_document_pipeline_key_replaces_the_key(
    call: Caller, pipeline: DocumentPipeline
) -> None:
    changed = call(
        document_pipelines.rotate_document_pipeline_key,
        key_hash=hash_of("new"),
        document_pipeline_id=pipeline.id,
    )
    assert changed == 1
    assert valid(call) is None
    found = valid(call, "new")
    assert found is not None
    assert found.id == pipeline.id


def test_rotate_document_pipeline_key_refuses_what_is_no_hash(
    call: Caller, pipeline: DocumentPipeline
) -> None:
    with pytest.raises(errors.CheckViolation):
        call(
            document_pipelines.rotate_document_pipeline_key,
            key_hash="secret",
            document_pipeline_id=pipeline.id,
        )


@pytest.mark.parametrize("other", ["collaborator", "manager", "mallory", None])
def test_a_pipeline_is_renamed_and_rotated_by_its_person_alone(
    call: Caller, pipeline: DocumentPipeline, other: str | None
) -> None:
    become(call, other, pipeline.team_id)
    for id_ in (pipeline.id, LARGEST_ID):
        renamed = call(
            document_pipelines.rename_document_pipeline, name="mine", document_pipeline_id=id_
        )
        rotated = call(
            document_pipelines.rotate_document_pipeline_key,
            key_hash=hash_of("mine"),
            document_pipeline_id=id_,
        )
        assert (renamed, rotated) == (0, 0)
    assert found_by(call, "secret") == pipeline


# delete_document_pipeline


def test_delete_document_pipeline_is_for_a_collaborator_of_the_team(
    call: Caller, pipeline: DocumentPipeline
) -> None:
    become(call, "collaborator", pipeline.team_id)
    id_ = pipeline.id
    assert call(document_pipelines.delete_document_pipeline, document_pipeline_id=id_) == 1
    assert call(document_pipelines.delete_document_pipeline, document_pipeline_id=id_) == 0
    assert found_by(call, "secret") is None


@pytest.mark.parametrize("other", OTHERS)
def test_delete_document_pipeline_deletes_nothing_for_others(
    call: Caller, pipeline: DocumentPipeline, other: str | None
) -> None:
    become(call, other, pipeline.team_id)
    deleted = call(document_pipelines.delete_document_pipeline, document_pipeline_id=pipeline.id)
    assert deleted == 0
    assert found_by(call, "secret") == pipeline
