"""Datasets and what is in them, for tests; made by the generated functions where there are any."""

from collections.abc import Sequence

from generated.iam.enums import Role
from generated.iam.teams import Team
from generated.iam.users import User
from generated.public.enums import Visibility
from generated.rag import chunks, datasets, document_pipelines, documents
from generated.rag.datasets import Dataset
from generated.rag.document_pipelines import DocumentPipeline
from generated.rag.documents import Document
from generated.rag.enums import ChunkingStrategy
from tests.queries.caller import Caller
from tests.queries.iam.keys import hash_of
from tests.queries.iam.people import create_person
from tests.queries.iam.tenants import create_team, join_team

LARGEST_ID = 2**31 - 1

#: Who may not change what is in a team's dataset: a member without the permission, a stranger to
#: the team, and nobody.
OTHERS = ("manager", "mallory", None)

_CREATE_MODEL = """
INSERT INTO model_registry.models (model_type, name, base_url, api_key, context_size)
VALUES ('Embeddings', %s, 'http://models.invalid', %s, 512)
RETURNING id
"""

_CREATE_OBJECT = """
INSERT INTO storage.objects (
    team_id, created_by, object_name, object_data, mime_type, file_name, file_size, file_hash
)
VALUES (%s, %s, gen_random_uuid(), NULL, 'text/plain', 'object.txt', %s, 'hash')
RETURNING id
"""


def create_model(call: Caller, name: str = "model", api_key: str | None = None) -> int:
    """Create a model that makes embeddings, by the owner; return its id."""
    row = call.connection.execute(_CREATE_MODEL, [name, api_key]).fetchone()
    assert row is not None
    return int(row[0])


def create_object(call: Caller, person: User, team: Team, size: int = 7) -> int:
    """Create an object of a person, by the owner; return its id."""
    row = call.connection.execute(_CREATE_OBJECT, [team.id, person.id, size]).fetchone()
    assert row is not None
    return int(row[0])


def create_dataset(
    call: Caller,
    person: User,
    team: Team,
    visibility: Visibility = Visibility.TEAM,
    *,
    model_id: int | None = None,
    name: str = "dataset",
    for_project: bool = False,
) -> Dataset:
    """Create a dataset of a person, by that person, whoever calls run on behalf of."""
    create = datasets.create_project_dataset if for_project else datasets.create_dataset
    with call.acting_as(person.id):
        return call.one(
            create,
            team_id=team.id,
            name=name,
            embeddings_model_id=model_id or create_model(call),
            chunking_strategy=ChunkingStrategy.BY_TITLE,
            combine_under_n_chars=500,
            new_after_n_chars=1000,
            multipage_sections=True,
            visibility=visibility,
        )


def create_document(call: Caller, dataset: Dataset, name: str = "file.txt") -> Document:
    """Create a document by the creator of its dataset, whoever calls run on behalf of."""
    with call.acting_as(dataset.created_by):
        return call.one(
            documents.create_document,
            file_name=name,
            file_type="text/plain",
            content=b"content",
            dataset_id=dataset.id,
        )


def create_chunk(
    call: Caller, document: Document, text: str = "text", embeddings: Sequence[float] | None = None
) -> int:
    """Create a chunk, processed if it has embeddings; return its id."""
    chunk_id = call.one(chunks.create_chunk, page_number=1, text=text, document_id=document.id)
    if embeddings is not None:
        changed = call(chunks.set_chunk_embeddings, embeddings=embeddings, chunk_id=chunk_id)
        assert changed == 1
    return chunk_id


def create_pipeline(
    call: Caller,
    person: User,
    dataset: Dataset,
    secret: str = "secret",  # noqa: S107 - no password
) -> DocumentPipeline:
    """Create a pipeline of a person, by that person, whoever calls run on behalf of."""
    with call.acting_as(person.id):
        return call.one(
            document_pipelines.create_document_pipeline,
            name=f"pipeline {secret}",
            key_hash=hash_of(secret),
            dataset_id=dataset.id,
        )


def create_team_of(call: Caller, name: str = "ada") -> tuple[User, Team]:
    """Create a person with a team, on whose behalf calls run from now on."""
    person = create_person(call, name)
    return person, create_team(call, person, f"team of {name}")


def become(call: Caller, other: str | None, team_id: int) -> User | None:
    """Run calls on behalf of somebody new, or of nobody.

    :param other: the name of a stranger to the team, or ``collaborator`` or ``manager`` for a
        member who is only that
    """
    person = create_person(call, other) if other else None
    roles = {"collaborator": Role.COLLABORATOR, "manager": Role.TEAM_MANAGER}
    if person and other in roles:
        team = Team(id=team_id, name=None, created_by_user_id=0, slug="")
        join_team(call, person, team, [roles[other]])
    call.as_user(person.id if person else None)
    return person


def vector(dimension: int, *numbers: float) -> list[float]:
    """Return an embedding that begins with some numbers and goes on with zeros."""
    return [*numbers, *([0.0] * (dimension - len(numbers)))]
