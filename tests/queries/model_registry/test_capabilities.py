import pytest
from psycopg import errors

from generated.iam.users import User
from generated.model_registry import capabilities, registered_models
from generated.model_registry.capabilities import CapabilityOfModel
from generated.model_registry.enums import ModelCapability
from generated.model_registry.registered_models import Model
from tests.queries.caller import Caller
from tests.queries.iam.people import create_administrator
from tests.queries.model_registry.rows import LARGEST_ID, become, create_model
from tests.queries.texts import TRICKY

FUNCTIONS, VISION, TOOLS, GUARDED = ModelCapability


@pytest.fixture(autouse=True)
def root(call: Caller) -> User:
    """The system administrator, on whose behalf calls run."""
    return create_administrator(call)


def can(
    call: Caller, model: Model, capability: ModelCapability, value: str | None = None
) -> CapabilityOfModel:
    return call.one(
        capabilities.set_model_capability,
        model_id=model.id,
        capability=capability,
        value=value,
    )


def listed(call: Caller, model: Model) -> list[CapabilityOfModel]:
    return call.as_owner(capabilities.list_model_capabilities, model_id=model.id)


def test_a_model_without_capabilities_gives_an_empty_list(call: Caller) -> None:
    model = create_model(call)
    assert call(capabilities.list_model_capabilities, model_id=model.id) == []
    assert call(capabilities.list_model_capabilities, model_id=LARGEST_ID) == []
    assert call(capabilities.list_capabilities_of_models, model_ids=[model.id]) == []
    assert call(capabilities.list_capabilities_of_models, model_ids=[]) == []


def test_capabilities_are_listed_in_the_order_of_their_type(call: Caller) -> None:
    one, two, three = (create_model(call, name) for name in "cba")
    rows = [can(call, one, capability) for capability in (GUARDED, VISION, FUNCTIONS, TOOLS)]
    other, _ = can(call, two, VISION), can(call, three, VISION)
    expected = [rows[2], rows[1], rows[3], rows[0]]
    assert call(capabilities.list_model_capabilities, model_id=one.id) == expected
    found = call(capabilities.list_capabilities_of_models, model_ids=[two.id, one.id, LARGEST_ID])
    assert found == [*expected, other]


def test_has_model_capability_tells_whether_it_has(call: Caller) -> None:
    model, other = create_model(call), create_model(call)
    can(call, model, VISION)
    for row, capability, expected in (
        (model, VISION, True),
        (model, TOOLS, False),
        (other, VISION, False),
    ):
        found = call(capabilities.has_model_capability, model_id=row.id, capability=capability)
        assert found is expected
    unknown = call(capabilities.has_model_capability, model_id=LARGEST_ID, capability=VISION)
    assert unknown is False


@pytest.mark.parametrize("value", [None, "", "guard"])
def test_set_model_capability_replaces_the_detail(call: Caller, value: str | None) -> None:
    model = create_model(call)
    other = can(call, model, VISION, "v")
    can(call, model, GUARDED, "old")
    row = can(call, model, GUARDED, value)
    assert row == CapabilityOfModel(model_id=model.id, capability=GUARDED, value=value)
    assert listed(call, model) == [other, row]


def test_set_model_capability_stores_texts_as_they_are(call: Caller) -> None:
    model = create_model(call)
    for text in TRICKY:
        row = can(call, model, GUARDED, text)
        assert (listed(call, model), row.value) == ([row], text)


def test_set_model_capability_refuses_an_unknown_model(call: Caller) -> None:
    unknown = create_model(call).model_copy(update={"id": LARGEST_ID})
    with pytest.raises(errors.ForeignKeyViolation, match="model_capabilities_model_id_fkey"):
        can(call, unknown, VISION)


def test_capabilities_are_deleted_one_by_one_or_all_of_a_model(call: Caller) -> None:
    model, other = create_model(call), create_model(call)
    vision, tools, _ = (can(call, model, c) for c in (VISION, TOOLS, GUARDED))
    left = can(call, other, VISION)
    for expected in (1, 0):
        deleted = call(capabilities.delete_model_capability, model_id=model.id, capability=GUARDED)
        assert deleted == expected
    assert listed(call, model) == [vision, tools]
    assert call(capabilities.delete_model_capabilities, model_id=model.id) == 2
    assert call(capabilities.delete_model_capabilities, model_id=model.id) == 0
    assert (listed(call, model), listed(call, other)) == ([], [left])


def test_capabilities_go_with_their_model(call: Caller) -> None:
    model = create_model(call)
    can(call, model, VISION)
    assert call(registered_models.delete_model, model_id=model.id) == 1
    assert listed(call, model) == []


# add_capabilities_by_model_name


def test_add_capabilities_by_model_name_adds_to_all_of_the_name(call: Caller) -> None:
    one, two, other = create_model(call), create_model(call), create_model(call, "GPT")
    guarded = can(call, one, GUARDED, "guard")
    call.as_user(None)

    def add(name: str, *added: ModelCapability) -> int:
        return call(capabilities.add_capabilities_by_model_name, name=name, capabilities=added)

    assert add("gpt", GUARDED, VISION, VISION) == 3
    assert add("gpt", GUARDED) == add("gpt") == add("unknown", VISION) == 0
    assert [row.capability for row in listed(call, two)] == [VISION, GUARDED]
    assert listed(call, one)[1] == guarded
    assert listed(call, other) == []


def test_add_capabilities_by_model_name_leaves_null_out(call: Caller) -> None:
    model = create_model(call)
    added = call(
        capabilities.add_capabilities_by_model_name, name="gpt", capabilities=[None, TOOLS]
    )
    assert (added, [row.capability for row in listed(call, model)]) == (1, [TOOLS])


@pytest.mark.parametrize("who", ["ada", None])
def test_others_change_none_and_read_them_when_signed_in(call: Caller, who: str | None) -> None:
    model = create_model(call)
    row = can(call, model, VISION)
    become(call, who)
    seen = [row] if who else []
    assert call(capabilities.list_model_capabilities, model_id=model.id) == seen
    assert call(capabilities.list_capabilities_of_models, model_ids=[model.id]) == seen
    has = call(capabilities.has_model_capability, model_id=model.id, capability=VISION)
    assert has is bool(who)
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        can(call, model, TOOLS)
    deleted = call(capabilities.delete_model_capability, model_id=model.id, capability=VISION)
    assert deleted == call(capabilities.delete_model_capabilities, model_id=model.id) == 0
    assert listed(call, model) == [row]
