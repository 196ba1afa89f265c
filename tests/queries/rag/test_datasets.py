from uuid import UUID

import pytest
from psycopg import errors

from generated.public.enums import Visibility
from generated.rag import datasets, documents
from generated.rag.datasets import Dataset
from generated.rag.enums import ChunkingStrategy
from tests.queries.caller import Caller
from tests.queries.iam.keys import hash_of
from tests.queries.iam.people import create_person, set_status
from tests.queries.iam.tenants import create_team, join_team, leave_team
from tests.queries.ordering import move_to_end, pages
from tests.queries.rag.shelves import (
    LARGEST_ID,
    OTHERS,
    become,
    create_dataset,
    create_document,
    create_model,
    create_pipeline,
    create_team_of,
)
from tests.queries.texts import TRICKY


@pytest.fixture
def dataset(call: Caller) -> Dataset:
    """A dataset for a team, of somebody who is no longer the person calls run on behalf of."""
    ada, team = create_team_of(call)
    found = create_dataset(call, ada, team)
    call.as_user(None)
    return found


def ids(call: Caller, team_id: int | None = None) -> list[int]:
    return [row.id for row in call(datasets.list_datasets, limit=10, team_id=team_id)]


def update(
    call: Caller,
    dataset: Dataset,
    visibility: Visibility = Visibility.TEAM,
    model_id: int | None = None,
) -> Dataset | None:
    return call(
        datasets.update_dataset,
        name="renamed",
        visibility=visibility,
        embeddings_model_id=model_id or dataset.embeddings_model_id,
        chunking_strategy=ChunkingStrategy.BY_TITLE,
        combine_under_n_chars=0,
        new_after_n_chars=LARGEST_ID,
        multipage_sections=False,
        dataset_id=dataset.id,
    )


def stored(call: Caller, dataset: Dataset) -> Dataset | None:
    """Return a dataset as it is now, as the owner sees it."""
    return call.as_owner(datasets.find_dataset_by_external_id, external_id=dataset.external_id)


# list_datasets


def test_list_datasets_gives_an_empty_list_where_there_are_none(call: Caller) -> None:
    create_team_of(call)
    assert ids(call) == []


def test_list_datasets_gives_a_collaborator_what_is_not_private(call: Caller) -> None:
    ada, team = create_team_of(call)
    private, shared, company = (create_dataset(call, ada, team, v) for v in reversed(Visibility))
    assert ids(call) == [private.id, shared.id, company.id]
    become(call, "collaborator", team.id)
    assert ids(call) == [shared.id, company.id]


def test_list_datasets_gives_a_stranger_what_is_company_wide(call: Caller) -> None:
    ada, team = create_team_of(call)
    company, *_ = [create_dataset(call, ada, team, visibility) for visibility in Visibility]
    become(call, "mallory", team.id)
    assert ids(call) == [company.id]


def test_list_datasets_gives_nothing_when_nobody_is_set(call: Caller) -> None:
    ada, team = create_team_of(call)
    create_dataset(call, ada, team, Visibility.COMPANY)
    call.as_user(None)
    assert ids(call) == []


def test_list_datasets_gives_nothing_to_an_account_that_is_not_active(call: Caller) -> None:
    ada, team = create_team_of(call)
    create_dataset(call, ada, team, Visibility.COMPANY)
    set_status(call, ada, "suspended")
    assert ids(call) == []


def test_list_datasets_gives_no_private_ones_to_a_creator_who_left(call: Caller) -> None:
    ada, team = create_team_of(call)
    create_dataset(call, ada, team, Visibility.PRIVATE)
    join_team(call, create_person(call, "grace"), team)
    leave_team(call, ada, team)
    assert ids(call) == []


def test_list_datasets_counts_documents_and_names_the_model(call: Caller) -> None:
    ada, team = create_team_of(call)
    model_id = create_model(call, "model of this one")
    empty, filled = (create_dataset(call, ada, team, model_id=model_id) for _ in range(2))
    for _ in range(2):
        create_document(call, filled)
    found = call(datasets.list_datasets, limit=10)
    assert [(row.id, row.document_count) for row in found] == [(empty.id, 0), (filled.id, 2)]
    assert {row.embeddings_model_name for row in found} == {"model of this one"}


def test_list_datasets_filters_by_team(call: Caller) -> None:
    ada, team = create_team_of(call)
    other = create_team(call, ada, "Other")
    mine, theirs = create_dataset(call, ada, team), create_dataset(call, ada, other)
    assert ids(call) == [mine.id, theirs.id]
    assert ids(call, other.id) == [theirs.id]
    assert ids(call, LARGEST_ID) == []


def test_list_datasets_filters_by_projects(call: Caller) -> None:
    ada, team = create_team_of(call)
    alone = create_dataset(call, ada, team)
    of_project = create_dataset(call, ada, team, for_project=True)
    for is_project, expected in ((True, of_project), (False, alone)):
        (row,) = call(datasets.list_datasets, limit=10, team_id=team.id, is_project=is_project)
        assert (row.id, row.is_project) == (expected.id, is_project)


def test_list_datasets_gives_pages_in_order_of_id(call: Caller) -> None:
    ada, team = create_team_of(call)
    made = [create_dataset(call, ada, team).id for _ in range(3)]
    move_to_end(call, "rag.datasets", made[0])
    found = pages(
        lambda after_id: call(datasets.list_datasets, limit=2, after_id=after_id),
        lambda row: row.id,
    )
    assert [[row.id for row in page] for page in found] == [made[:2], made[2:]]


def test_list_datasets_gives_none_of_no_rows_and_refuses_fewer(call: Caller) -> None:
    ada, team = create_team_of(call)
    create_dataset(call, ada, team)
    assert call(datasets.list_datasets, limit=0) == []
    with pytest.raises(errors.InvalidRowCountInLimitClause):
        call(datasets.list_datasets, limit=-1)


# get_dataset


def test_get_dataset_gives_the_whole_row(call: Caller) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team)
    create_document(call, dataset)
    found = call.one(datasets.get_dataset, dataset_id=dataset.id)
    counted = {"embeddings_model_name": "model", "document_count": 1}
    assert found.model_dump() == dataset.model_dump() | counted


@pytest.mark.parametrize("visibility", Visibility)
@pytest.mark.parametrize("other", ["collaborator", "mallory", None])
def test_get_dataset_gives_what_its_visibility_lets_others_see(
    call: Caller, other: str | None, visibility: Visibility
) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team, visibility)
    become(call, other, team.id)
    seen = {
        "collaborator": {Visibility.TEAM, Visibility.COMPANY},
        "mallory": {Visibility.COMPANY},
        None: set[Visibility](),
    }
    found = call(datasets.get_dataset, dataset_id=dataset.id)
    assert (found is not None) is (visibility in seen[other])


def test_get_dataset_gives_none_for_an_unknown_id(call: Caller, dataset: Dataset) -> None:
    call.as_user(dataset.created_by)
    assert call(datasets.get_dataset, dataset_id=LARGEST_ID) is None


# get_dataset_of_worker


@pytest.mark.parametrize("visibility", Visibility)
def test_get_dataset_of_worker_gives_any(call: Caller, visibility: Visibility) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team, visibility)
    call.as_user(None)
    found = call.one(datasets.get_dataset_of_worker, dataset_id=dataset.id)
    assert (found.id, found.document_count, found.visibility) == (dataset.id, 0, visibility)


def test_get_dataset_of_worker_gives_none_for_an_unknown_id(call: Caller) -> None:
    assert call(datasets.get_dataset_of_worker, dataset_id=LARGEST_ID) is None


# find_dataset_by_pipeline_key


def test_find_dataset_by_pipeline_key_gives_the_dataset_of_the_key(call: Caller) -> None:
    ada, team = create_team_of(call)
    first, second = (create_dataset(call, ada, team, Visibility.PRIVATE) for _ in range(2))
    create_pipeline(call, ada, first, "first")
    create_pipeline(call, ada, second, "second")
    call.as_user(None)
    found = call.one(datasets.find_dataset_by_pipeline_key, key_hash=hash_of("second"))
    assert (found.id, found.document_count) == (second.id, 0)


@pytest.mark.parametrize("key_hash", ["", "secret", hash_of("other"), hash_of("secret").upper()])
def test_find_dataset_by_pipeline_key_takes_nothing_but_the_hash(
    call: Caller, key_hash: str
) -> None:
    ada, team = create_team_of(call)
    create_pipeline(call, ada, create_dataset(call, ada, team))
    assert call(datasets.find_dataset_by_pipeline_key, key_hash=key_hash) is None


# find_dataset_by_external_id


def test_find_dataset_by_external_id_gives_it_to_whoever_sees_it(
    call: Caller, dataset: Dataset
) -> None:
    become(call, "collaborator", dataset.team_id)
    external_id = dataset.external_id
    assert call(datasets.find_dataset_by_external_id, external_id=external_id) == dataset
    assert call(datasets.find_dataset_by_external_id, external_id=UUID(int=0)) is None


@pytest.mark.parametrize("other", ["mallory", None])
def test_find_dataset_by_external_id_gives_none_to_others(
    call: Caller, dataset: Dataset, other: str | None
) -> None:
    become(call, other, dataset.team_id)
    assert call(datasets.find_dataset_by_external_id, external_id=dataset.external_id) is None


# create_dataset, create_project_dataset


def test_create_dataset_names_the_current_user_as_creator(call: Caller) -> None:
    ada, team = create_team_of(call)
    model_id = create_model(call)
    dataset = call.one(
        datasets.create_dataset,
        team_id=team.id,
        name="",
        embeddings_model_id=model_id,
        chunking_strategy=ChunkingStrategy.BY_TITLE,
        combine_under_n_chars=0,
        new_after_n_chars=LARGEST_ID,
        multipage_sections=False,
        visibility=Visibility.PRIVATE,
    )
    assert (dataset.created_by, dataset.team_id, dataset.is_project) == (ada.id, team.id, False)
    assert (dataset.combine_under_n_chars, dataset.new_after_n_chars) == (0, LARGEST_ID)
    assert (dataset.visibility, dataset.multipage_sections) == (Visibility.PRIVATE, False)


def test_create_project_dataset_is_for_a_project(call: Caller) -> None:
    ada, team = create_team_of(call)
    dataset = call.one(
        datasets.create_project_dataset,
        team_id=team.id,
        name="project",
        embeddings_model_id=create_model(call),
        chunking_strategy=ChunkingStrategy.BY_TITLE,
        combine_under_n_chars=500,
        new_after_n_chars=1000,
        multipage_sections=True,
        visibility=Visibility.TEAM,
    )
    assert (dataset.created_by, dataset.is_project) == (ada.id, True)


def test_create_dataset_stores_names_as_they_are(call: Caller) -> None:
    ada, team = create_team_of(call)
    for text in TRICKY:
        dataset = create_dataset(call, ada, team, name=text)
        assert call.one(datasets.get_dataset, dataset_id=dataset.id).name == text


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("for_project", [False, True])
def test_create_dataset_refuses_others(call: Caller, other: str | None, for_project: bool) -> None:
    _, team = create_team_of(call)
    become(call, other, team.id)
    create = datasets.create_project_dataset if for_project else datasets.create_dataset
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        call(
            create,
            team_id=team.id,
            name="dataset",
            embeddings_model_id=create_model(call),
            chunking_strategy=ChunkingStrategy.BY_TITLE,
            combine_under_n_chars=500,
            new_after_n_chars=1000,
            multipage_sections=True,
            visibility=Visibility.TEAM,
        )


def test_create_dataset_refuses_an_unknown_model(call: Caller) -> None:
    ada, team = create_team_of(call)
    with pytest.raises(errors.ForeignKeyViolation):
        create_dataset(call, ada, team, model_id=LARGEST_ID)


# update_dataset


def test_update_dataset_replaces_everything_that_may_change(call: Caller, dataset: Dataset) -> None:
    become(call, "collaborator", dataset.team_id)
    model_id = create_model(call)
    updated = call.one(
        datasets.update_dataset,
        name="renamed",
        visibility=Visibility.COMPANY,
        embeddings_model_id=model_id,
        chunking_strategy=ChunkingStrategy.BY_TITLE,
        combine_under_n_chars=1,
        new_after_n_chars=2,
        multipage_sections=False,
        dataset_id=dataset.id,
    )
    assert updated == dataset.model_copy(
        update={
            "name": "renamed",
            "visibility": Visibility.COMPANY,
            "embeddings_model_id": model_id,
            "combine_under_n_chars": 1,
            "new_after_n_chars": 2,
            "multipage_sections": False,
            "updated_at": updated.updated_at,
        }
    )
    assert updated.updated_at > dataset.updated_at
    assert stored(call, dataset) == updated


def test_update_dataset_makes_it_private_for_its_creator_alone(
    call: Caller, dataset: Dataset
) -> None:
    become(call, "collaborator", dataset.team_id)
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        update(call, dataset, Visibility.PRIVATE)
    call.as_user(dataset.created_by)
    assert update(call, dataset, Visibility.PRIVATE) == stored(call, dataset)


@pytest.mark.parametrize("visibility", [Visibility.TEAM, Visibility.COMPANY])
@pytest.mark.parametrize("other", OTHERS)
def test_update_dataset_changes_nothing_for_others(
    call: Caller, other: str | None, visibility: Visibility
) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team, visibility)
    become(call, other, team.id)
    assert update(call, dataset) is None
    assert stored(call, dataset) == dataset


# delete_dataset


def test_delete_dataset_deletes_it_alone_with_what_is_in_it(call: Caller) -> None:
    ada, team = create_team_of(call)
    dataset, other = (create_dataset(call, ada, team) for _ in range(2))
    document = create_document(call, dataset)
    become(call, "collaborator", team.id)
    assert call(datasets.delete_dataset, dataset_id=dataset.id) == 1
    assert call.as_owner(documents.get_document, document_id=document.id) is None
    assert ids(call) == [other.id]
    assert call(datasets.delete_dataset, dataset_id=dataset.id) == 0


@pytest.mark.parametrize("visibility", [Visibility.TEAM, Visibility.COMPANY])
@pytest.mark.parametrize("other", OTHERS)
def test_delete_dataset_deletes_nothing_for_others(
    call: Caller, other: str | None, visibility: Visibility
) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team, visibility)
    become(call, other, team.id)
    assert call(datasets.delete_dataset, dataset_id=dataset.id) == 0
    assert stored(call, dataset) == dataset


def test_delete_dataset_deletes_nobody_else_s_private_one(call: Caller) -> None:
    ada, team = create_team_of(call)
    dataset = create_dataset(call, ada, team, Visibility.PRIVATE)
    become(call, "collaborator", team.id)
    assert update(call, dataset) is None
    assert call(datasets.delete_dataset, dataset_id=dataset.id) == 0
    assert stored(call, dataset) == dataset


# get_embeddings_model_secret


@pytest.mark.parametrize("api_key", [None, "", "ciphertext"])
def test_get_embeddings_model_secret_gives_the_model_of_the_dataset(
    call: Caller, api_key: str | None
) -> None:
    ada, team = create_team_of(call)
    model_id = create_model(call, "asked", api_key)
    create_dataset(call, ada, team)
    dataset = create_dataset(call, ada, team, Visibility.PRIVATE, model_id=model_id)
    call.as_user(None)
    found = call.one(datasets.get_embeddings_model_secret, dataset_id=dataset.id)
    assert found == datasets.GetEmbeddingsModelSecretRow(
        id=model_id,
        name="asked",
        base_url="http://models.invalid",
        api_key=api_key,
        context_size=512,
    )


def test_get_embeddings_model_secret_gives_none_for_an_unknown_dataset(call: Caller) -> None:
    assert call(datasets.get_embeddings_model_secret, dataset_id=LARGEST_ID) is None
