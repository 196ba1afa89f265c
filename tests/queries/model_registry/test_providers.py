import pytest
from psycopg import errors

from generated.iam.users import User
from generated.model_registry import providers
from generated.model_registry.providers import Provider
from tests.queries.caller import Caller
from tests.queries.iam.people import create_administrator
from tests.queries.model_registry.rows import LARGEST_ID, become
from tests.queries.ordering import move_to_end
from tests.queries.texts import TRICKY

#: What is set of a provider besides its name.
SET: list[tuple[str | None, int | None, bool]] = [
    (None, None, False),
    ("", 0, True),
    ("text", 2**31 - 1, False),
]


@pytest.fixture(autouse=True)
def root(call: Caller) -> User:
    """The system administrator, on whose behalf calls run."""
    return create_administrator(call)


def create(
    call: Caller,
    name: str = "Local",
    optional: str | None = None,
    size: int | None = None,
    *,
    api_key_optional: bool = False,
) -> Provider:
    return call.one(
        providers.create_provider,
        name=name,
        svg_logo="<svg/>",
        default_model_name=optional,
        default_model_display_name=optional,
        default_model_context_size=size or 0,
        default_model_description="what for",
        base_url="http://localhost",
        api_key_optional=api_key_optional,
        default_embeddings_model_name=optional,
        default_embeddings_model_display_name=optional,
        default_embeddings_model_context_size=size,
        default_embeddings_model_description=optional,
    )


def update(
    call: Caller,
    provider_id: int,
    optional: str | None = None,
    size: int | None = None,
    *,
    api_key_optional: bool = False,
) -> Provider | None:
    return call(
        providers.update_provider,
        provider_id=provider_id,
        name="new",
        svg_logo="<svg>new</svg>",
        default_model_name=optional,
        default_model_display_name=optional,
        default_model_context_size=size or 0,
        default_model_description="",
        base_url="http://new",
        api_key_optional=api_key_optional,
        default_embeddings_model_name=optional,
        default_embeddings_model_display_name=optional,
        default_embeddings_model_context_size=size,
        default_embeddings_model_description=optional,
    )


def all_providers(call: Caller) -> list[Provider]:
    return call.as_owner(providers.list_providers)


def expected(
    optional: str | None, size: int | None, *, api_key_optional: bool
) -> dict[str, str | int | None]:
    return {
        "default_model_name": optional,
        "default_model_display_name": optional,
        "default_model_context_size": size or 0,
        "api_key_optional": api_key_optional,
        "default_embeddings_model_name": optional,
        "default_embeddings_model_display_name": optional,
        "default_embeddings_model_context_size": size,
        "default_embeddings_model_description": optional,
    }


def test_list_providers_gives_those_of_the_migrations_in_order_of_id(call: Caller) -> None:
    found = call(providers.list_providers)
    assert "OpenAI" in {provider.name for provider in found}
    assert [row.id for row in found] == sorted(row.id for row in found)
    added = create(call)
    move_to_end(call, "model_registry.providers", found[0].id)
    again = call(providers.list_providers)
    assert [row.id for row in again] == [*(row.id for row in found), added.id]


def test_list_providers_gives_an_empty_list_when_there_are_none(call: Caller) -> None:
    call.connection.execute("DELETE FROM model_registry.providers")
    assert call(providers.list_providers) == []


@pytest.mark.parametrize(("optional", "size", "api_key_optional"), SET)
def test_create_provider_gives_the_stored_row(
    call: Caller, optional: str | None, size: int | None, *, api_key_optional: bool
) -> None:
    created = create(call, "Local", optional, size, api_key_optional=api_key_optional)
    assert created.model_dump(exclude={"id", "created_at", "updated_at"}) == {
        "name": "Local",
        "svg_logo": "<svg/>",
        "default_model_description": "what for",
        "base_url": "http://localhost",
        **expected(optional, size, api_key_optional=api_key_optional),
    }
    assert call(providers.get_provider, provider_id=created.id) == created


def test_create_provider_stores_texts_as_they_are(call: Caller) -> None:
    for text in TRICKY:
        created = create(call, text, text)
        assert (created.name, created.default_model_name) == (text, text)
        assert call(providers.get_provider, provider_id=created.id) == created


def test_create_provider_refuses_a_negative_size(call: Caller) -> None:
    with pytest.raises(errors.CheckViolation, match="providers_default_"):
        create(call, size=-1)


@pytest.mark.parametrize(("optional", "size", "api_key_optional"), SET)
def test_update_provider_changes_that_one_alone(
    call: Caller, optional: str | None, size: int | None, *, api_key_optional: bool
) -> None:
    before = all_providers(call)
    created = create(call, "Local", "old", 7, api_key_optional=not api_key_optional)
    updated = update(call, created.id, optional, size, api_key_optional=api_key_optional)
    assert updated is not None
    assert updated.updated_at > created.updated_at
    assert updated == created.model_copy(
        update={
            "name": "new",
            "svg_logo": "<svg>new</svg>",
            "default_model_description": "",
            "base_url": "http://new",
            "updated_at": updated.updated_at,
            **expected(optional, size, api_key_optional=api_key_optional),
        }
    )
    assert all_providers(call) == [*before, updated]


def test_delete_provider_deletes_that_one_alone(call: Caller) -> None:
    before = all_providers(call)
    created = create(call)
    assert call(providers.delete_provider, provider_id=created.id) == 1
    assert all_providers(call) == before


def test_what_is_not_there_is_not_changed(call: Caller) -> None:
    before = all_providers(call)
    assert call(providers.get_provider, provider_id=LARGEST_ID) is None
    assert update(call, LARGEST_ID) is None
    assert call(providers.delete_provider, provider_id=LARGEST_ID) == 0
    assert all_providers(call) == before


@pytest.mark.parametrize("who", ["ada", None])
def test_others_change_none_and_read_them_when_signed_in(call: Caller, who: str | None) -> None:
    provider = create(call)
    before = all_providers(call)
    become(call, who)
    assert call(providers.list_providers) == (before if who else [])
    found = call(providers.get_provider, provider_id=provider.id)
    assert found == (provider if who else None)
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        create(call)
    assert update(call, provider.id) is None
    assert call(providers.delete_provider, provider_id=provider.id) == 0
    assert all_providers(call) == before
