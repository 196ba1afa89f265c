from collections.abc import Sequence
from datetime import timedelta

import pytest
from psycopg import errors

from generated.iam.teams import Team
from generated.iam.users import User
from generated.model_registry import capabilities, registered_models
from generated.model_registry.enums import ModelCapability, ModelType
from generated.model_registry.registered_models import Model, ModelSecret, ModelWithPrompt
from tests.queries.caller import Caller
from tests.queries.iam.people import create_administrator, create_person
from tests.queries.iam.tenants import create_team
from tests.queries.model_registry.rows import LARGEST_ID, become, create_model
from tests.queries.ordering import move_to_end, pages
from tests.queries.texts import TRICKY

VISION, TOOLS = ModelCapability.VISION, ModelCapability.TOOL_USE


@pytest.fixture(autouse=True)
def root(call: Caller) -> User:
    """The system administrator, on whose behalf calls run."""
    return create_administrator(call)


def stored(call: Caller, model: Model) -> Model:
    found = call.as_owner(registered_models.get_model, model_id=model.id)
    assert found is not None
    return found


def key_of(call: Caller, model: Model) -> str | None:
    return call.one(registered_models.get_model_secret, model_id=model.id).api_key


def age(call: Caller, model: Model, days: int) -> None:
    """Say that a model was added some days ago."""
    call.connection.execute(
        "UPDATE model_registry.models SET created_at = now() - %s WHERE id = %s",
        [timedelta(days=days), model.id],
    )


def update(
    call: Caller,
    model_id: int,
    *,
    name: str = "new",
    size: int = 0,
) -> Model | None:
    return call(
        registered_models.update_model,
        model_id=model_id,
        model_type=ModelType.GUARD,
        name=name,
        base_url="http://new",
        context_size=size,
        tpm_limit=size,
        rpm_limit=size,
    )


def add_prompt(
    call: Caller,
    team: Team,
    model: Model,
    name: str = "prompt",
    *,
    prompt_type: str = "Model",
    visibility: str = "Company",
    example: str | None = None,
) -> int:
    row = call.connection.execute(
        "INSERT INTO assistants.prompts (team_id, created_by, visibility, name, model_id,"
        " category_id, max_history_items, max_chunks, trim_ratio, prompt_type, description,"
        " disclaimer, example1, example2, example3, example4)"
        " VALUES (%s, %s, %s, %s, %s, (SELECT min(id) FROM assistants.categories), 0, 0, 0, %s,"
        " 'description', 'disclaimer', %s, %s, %s, %s) RETURNING id",
        [
            team.id,
            team.created_by_user_id,
            visibility,
            name,
            model.id,
            prompt_type,
            example,
            example,
            example,
            example,
        ],
    ).fetchone()
    assert row is not None
    return int(row[0])


def add_chat(call: Caller, team: Team, person: User, prompt_id: int) -> int:
    row = call.connection.execute(
        "WITH conversation AS (INSERT INTO llm.conversations (team_id, user_id)"
        " VALUES (%s, %s) RETURNING team_id, user_id, id)"
        " INSERT INTO llm.chats (team_id, user_id, conversation_id, prompt_id)"
        " SELECT team_id, user_id, id, %s FROM conversation RETURNING id",
        [team.id, person.id, prompt_id],
    ).fetchone()
    assert row is not None
    return int(row[0])


# reserve_model_id, create_model, get_model, get_model_context_size


def test_reserve_model_id_gives_another_id_each_time(call: Caller) -> None:
    assert len({call(registered_models.reserve_model_id) for _ in range(3)}) == 3
    assert call(registered_models.list_models) == []


@pytest.mark.parametrize("model_type", list(ModelType))
@pytest.mark.parametrize("api_key", [None, "", "ciphertext"])
def test_create_model_gives_the_stored_row_under_its_id(
    call: Caller, model_type: ModelType, api_key: str | None
) -> None:
    model_id = call(registered_models.reserve_model_id)
    created = call(
        registered_models.create_model,
        model_id=model_id,
        model_type=model_type,
        name="gpt",
        base_url="http://localhost",
        api_key=api_key,
        context_size=0,
        tpm_limit=0,
        rpm_limit=2**31 - 1,
    )
    assert created.model_dump(exclude={"created_at", "updated_at"}) == {
        "id": model_id,
        "model_type": model_type,
        "name": "gpt",
        "base_url": "http://localhost",
        "context_size": 0,
        "tpm_limit": 0,
        "rpm_limit": 2**31 - 1,
    }
    assert call(registered_models.get_model, model_id=model_id) == created
    assert call(registered_models.get_model_secret, model_id=model_id) == ModelSecret(
        id=model_id, name="gpt", base_url="http://localhost", api_key=api_key
    )


def test_create_model_refuses_an_id_that_is_used_and_a_negative_size(call: Caller) -> None:
    model = create_model(call)
    with pytest.raises(errors.UniqueViolation, match="models_pkey"):
        call(
            registered_models.create_model,
            model_id=model.id,
            model_type=ModelType.LLM,
            name="n",
            base_url="u",
            api_key=None,
            context_size=1,
            tpm_limit=1,
            rpm_limit=1,
        )
    with pytest.raises(errors.CheckViolation, match="models_context_size_not_negative"):
        create_model(call, context_size=-1)


def test_models_keep_texts_as_they_are(call: Caller) -> None:
    for text in TRICKY:
        model = create_model(call, text, api_key=text)
        assert call(registered_models.list_models, name=text) == [model]
        assert (model.name, key_of(call, model)) == (text, text)


def test_getting_an_unknown_model_gives_none(call: Caller) -> None:
    create_model(call)
    assert call(registered_models.get_model, model_id=LARGEST_ID) is None
    assert call(registered_models.get_model_with_prompt, model_id=LARGEST_ID) is None
    assert call(registered_models.get_model_context_size, model_id=LARGEST_ID) is None
    assert call(registered_models.get_model_secret, model_id=LARGEST_ID) is None


@pytest.mark.parametrize("size", [0, 1, 2**31 - 1])
def test_get_model_context_size_gives_the_number(call: Caller, size: int) -> None:
    _, model = create_model(call), create_model(call, context_size=size)
    assert call(registered_models.get_model_context_size, model_id=model.id) == size


# list_models


def test_list_models_gives_all_in_order_of_id(call: Caller) -> None:
    assert call(registered_models.list_models) == []
    a, b, c = (create_model(call, name) for name in "cba")
    move_to_end(call, "model_registry.models", a.id)
    assert call(registered_models.list_models) == [stored(call, a), b, c]


def test_list_models_takes_what_the_models_shall_be(call: Caller) -> None:
    small = create_model(call, context_size=10)
    large = create_model(call, context_size=1000)
    other = create_model(call, "other", ModelType.EMBEDDINGS, context_size=100)
    for model, able in ((small, [VISION, TOOLS]), (other, [VISION])):
        for capability in able:
            call(
                capabilities.set_model_capability,
                model_id=model.id,
                capability=capability,
                value=None,
            )

    def found(
        model_type: ModelType | None = None,
        name: str | None = None,
        min_context_size: int | None = None,
        wanted: Sequence[ModelCapability | None] | None = None,
    ) -> list[Model]:
        return call(
            registered_models.list_models,
            model_type=model_type,
            name=name,
            min_context_size=min_context_size,
            capabilities=wanted,
        )

    assert found() == found(wanted=[]) == [small, large, other]
    assert (found(ModelType.LLM), found(ModelType.IMAGE)) == ([small, large], [])
    assert (found(name="gpt"), found(name="Gpt")) == ([small, large], [])
    assert (found(min_context_size=100), found(min_context_size=1001)) == ([large, other], [])
    assert found(wanted=[VISION]) == found(wanted=[VISION, VISION]) == [small, other]
    assert found(wanted=[TOOLS, VISION]) == [small]
    assert found(wanted=[ModelCapability.GUARDED]) == found(wanted=[None]) == []
    assert found(ModelType.EMBEDDINGS, "other", 100, [VISION]) == [other]
    assert found(ModelType.LLM, "gpt", 11, [VISION]) == []


# get_system_model, get_system_embeddings_model


def test_the_system_s_models_are_the_oldest_of_their_type(call: Caller) -> None:
    def found() -> tuple[Model | None, Model | None]:
        return (
            call(registered_models.get_system_model),
            call(registered_models.get_system_embeddings_model),
        )

    create_model(call, model_type=ModelType.IMAGE)
    assert found() == (None, None)
    first, second = create_model(call), create_model(call)
    embeddings = [create_model(call, model_type=ModelType.EMBEDDINGS) for _ in range(2)]
    assert found() == (first, embeddings[0])
    age(call, second, 2)
    age(call, embeddings[1], 1)
    assert found() == (stored(call, second), stored(call, embeddings[1]))


def test_of_models_of_the_same_age_the_first_is_the_system_s(call: Caller) -> None:
    first, second = create_model(call), create_model(call)
    call.connection.execute("UPDATE model_registry.models SET created_at = '2026-01-01Z'")
    move_to_end(call, "model_registry.models", first.id)
    assert call(registered_models.get_system_model) == stored(call, first)
    assert second.id > first.id


# find_model_of_chat


def test_find_model_of_chat_is_for_the_person_whose_chat_it_is(call: Caller) -> None:
    model, _ = create_model(call), create_model(call)
    ada, eve = create_person(call, "ada"), create_person(call, "eve")
    team = create_team(call, ada)
    prompt_id = add_prompt(call, team, model, prompt_type="Assistant")
    chat_id = add_chat(call, team, ada, prompt_id)
    assert call(registered_models.find_model_of_chat, chat_id=chat_id) == model
    assert call(registered_models.find_model_of_chat, chat_id=LARGEST_ID) is None
    for person_id in (eve.id, None):
        call.as_user(person_id)
        assert call(registered_models.find_model_of_chat, chat_id=chat_id) is None


def test_find_model_of_chat_gives_none_once_the_assistant_is_withdrawn(call: Caller) -> None:
    model = create_model(call)
    ada, eve = create_person(call, "ada"), create_person(call, "eve")
    shared = add_prompt(call, create_team(call, ada), model)
    chat_id = add_chat(call, create_team(call, eve, "Spinners"), eve, shared)
    assert call(registered_models.find_model_of_chat, chat_id=chat_id) == model
    call.connection.execute("UPDATE assistants.prompts SET visibility = 'Team'")
    assert call(registered_models.find_model_of_chat, chat_id=chat_id) is None


# list_models_with_prompt, get_model_with_prompt


def with_prompt(
    model: Model, prompt_id: int | None, name: str, example: str | None = None
) -> ModelWithPrompt:
    return ModelWithPrompt(
        **model.model_dump(),
        display_name=name,
        description="description" if prompt_id else None,
        disclaimer="disclaimer" if prompt_id else None,
        prompt_id=prompt_id,
        example1=example,
        example2=example,
        example3=example,
        example4=example,
    )


@pytest.mark.parametrize("example", [None, "", "Say hello"])
def test_models_come_with_the_first_prompt_for_the_bare_model(
    call: Caller, root: User, example: str | None
) -> None:
    assert call(registered_models.list_models_with_prompt) == []
    bare, plain, twice = (create_model(call, name) for name in ("bare", "plain", "twice"))
    team = create_team(call, root)
    add_prompt(call, team, plain, prompt_type="Assistant")
    first = add_prompt(call, team, twice, "first", example=example)
    add_prompt(call, team, twice, "second")
    move_to_end(call, "assistants.prompts", first)
    move_to_end(call, "model_registry.models", bare.id)
    expected = [
        with_prompt(stored(call, bare), None, "bare"),
        with_prompt(plain, None, "plain"),
        with_prompt(twice, first, "first", example),
    ]
    assert call(registered_models.list_models_with_prompt) == expected
    for row in expected:
        assert call(registered_models.get_model_with_prompt, model_id=row.id) == row


def test_a_prompt_that_is_not_seen_does_not_stand_for_the_model(call: Caller, root: User) -> None:
    model = create_model(call)
    team = create_team(call, root)
    hidden = add_prompt(call, team, model, "hidden", visibility="Team")
    shown = add_prompt(call, team, model, "shown")
    found = call.one(registered_models.get_model_with_prompt, model_id=model.id)
    assert (found.prompt_id, found.display_name) == (hidden, "hidden")
    become(call, "ada")
    expected = with_prompt(model, shown, "shown")
    assert call(registered_models.get_model_with_prompt, model_id=model.id) == expected
    assert call(registered_models.list_models_with_prompt) == [expected]


# update_model, set_model_api_key, delete_model


@pytest.mark.parametrize("size", [0, 2**31 - 1])
def test_update_model_leaves_the_key(call: Caller, size: int) -> None:
    model, other = create_model(call, api_key="k"), create_model(call, api_key="o")
    updated = update(call, model.id, size=size)
    assert updated is not None
    assert updated.updated_at > model.updated_at
    assert updated == model.model_copy(
        update={
            "model_type": ModelType.GUARD,
            "name": "new",
            "base_url": "http://new",
            "context_size": size,
            "tpm_limit": size,
            "rpm_limit": size,
            "updated_at": updated.updated_at,
        }
    )
    assert (key_of(call, model), stored(call, other)) == ("k", other)


def test_update_model_refuses_a_negative_limit(call: Caller) -> None:
    with pytest.raises(errors.CheckViolation, match="_not_negative"):
        update(call, create_model(call).id, size=-1)


@pytest.mark.parametrize("api_key", [None, "", "ciphertext"])
def test_set_model_api_key_replaces_the_key(call: Caller, api_key: str | None) -> None:
    model, other = create_model(call, api_key="old"), create_model(call, api_key="other")
    changed = call(registered_models.set_model_api_key, model_id=model.id, api_key=api_key)
    assert (changed, key_of(call, model), key_of(call, other)) == (1, api_key, "other")


def test_delete_model_takes_the_assistants_that_ask_it_along(call: Caller, root: User) -> None:
    model, other = create_model(call), create_model(call)
    team = create_team(call, root)
    add_prompt(call, team, model)
    left = add_prompt(call, team, other)
    assert call(registered_models.delete_model, model_id=model.id) == 1
    assert call(registered_models.list_models) == [other]
    rows = call.connection.execute("SELECT id FROM assistants.prompts").fetchall()
    assert rows == [(left,)]


def test_what_is_not_there_is_not_changed(call: Caller) -> None:
    model = create_model(call)
    assert update(call, LARGEST_ID) is None
    changed = call(registered_models.set_model_api_key, model_id=LARGEST_ID, api_key=None)
    assert changed == call(registered_models.delete_model, model_id=LARGEST_ID) == 0
    assert stored(call, model) == model


@pytest.mark.parametrize("who", ["ada", None])
def test_others_change_none_and_read_them_when_signed_in(call: Caller, who: str | None) -> None:
    model = create_model(call, api_key="k")
    embeddings = create_model(call, model_type=ModelType.EMBEDDINGS)
    become(call, who)
    seen = model if who else None
    assert call(registered_models.get_model, model_id=model.id) == seen
    assert call(registered_models.get_system_model) == seen
    found = call(registered_models.get_system_embeddings_model)
    assert found == (embeddings if who else None)
    assert call(registered_models.list_models) == ([model, embeddings] if who else [])
    assert len(call(registered_models.list_models_with_prompt)) == (2 if who else 0)
    size = call(registered_models.get_model_context_size, model_id=model.id)
    assert size == (4096 if who else None)
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        create_model(call)
    assert update(call, model.id) is None
    changed = call(registered_models.set_model_api_key, model_id=model.id, api_key="mine")
    assert changed == call(registered_models.delete_model, model_id=model.id) == 0
    assert (stored(call, model), key_of(call, model)) == (model, "k")


# keys under a new key


def test_list_model_secrets_gives_those_with_a_key_over_its_pages(call: Caller) -> None:
    assert call(registered_models.list_model_secrets, after_id=None, limit=9) == []
    keys = ["k1", None, "", "k4"]
    rows = [create_model(call, api_key=key) for key in keys]
    move_to_end(call, "model_registry.models", rows[0].id)
    call.as_user(None)
    found = pages(
        lambda after_id: call(registered_models.list_model_secrets, after_id=after_id, limit=2),
        lambda secret: secret.id,
    )
    expected = [
        ModelSecret(id=row.id, name=row.name, base_url=row.base_url, api_key=key)
        for row, key in zip(rows, keys, strict=True)
        if key is not None
    ]
    assert found == [expected[:2], expected[2:]]


def test_reencrypt_model_api_key_replaces_the_old_one_alone(call: Caller) -> None:
    model, without = create_model(call, api_key="old"), create_model(call)

    def reencrypt(row: Model, old: str) -> int:
        return call(
            registered_models.reencrypt_model_api_key,
            model_id=row.id,
            old_api_key=old,
            new_api_key="new",
        )

    assert (reencrypt(model, "other"), key_of(call, model)) == (0, "old")
    assert (reencrypt(model, "old"), key_of(call, model)) == (1, "new")
    assert (reencrypt(without, ""), key_of(call, without)) == (0, None)
