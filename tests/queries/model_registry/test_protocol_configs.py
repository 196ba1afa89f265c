import pytest
from psycopg import errors
from pydantic import JsonValue

from generated.iam.users import User
from generated.model_registry import protocol_configs
from generated.model_registry.protocol_configs import ProtocolConfig
from tests.queries.caller import Caller
from tests.queries.iam.people import create_administrator
from tests.queries.model_registry.rows import LARGEST_ID, become, create_channel
from tests.queries.texts import TRICKY

EMPTY: JsonValue = {}


@pytest.fixture(autouse=True)
def root(call: Caller) -> User:
    """The system administrator, on whose behalf calls run."""
    return create_administrator(call)


def set_config(
    call: Caller,
    channel_type: str = "openai",
    api_version: str = "v1",
    *,
    endpoint: str | None = None,
    mapping: JsonValue = EMPTY,
) -> ProtocolConfig:
    return call.one(
        protocol_configs.set_protocol_config,
        channel_type=channel_type,
        api_version=api_version,
        chat_endpoint=endpoint,
        embed_endpoint=endpoint,
        models_endpoint=endpoint,
        request_mapping=mapping,
        response_mapping=mapping,
        detection_rules=mapping,
    )


def make_default(
    call: Caller, channel_type: str = "openai", api_version: str = "v1"
) -> ProtocolConfig | None:
    return call(
        protocol_configs.set_default_protocol_config,
        channel_type=channel_type,
        api_version=api_version,
    )


def defaults(call: Caller) -> list[tuple[str, str]]:
    found = call.as_owner(protocol_configs.list_protocol_configs)
    return [(row.channel_type, row.api_version) for row in found if row.is_default]


# set_protocol_config, get_protocol_config


@pytest.mark.parametrize("endpoint", [None, "", "/chat/completions"])
@pytest.mark.parametrize("mapping", [{}, {"a": None, "b": [1, {"c": "\u202e'"}]}])
def test_set_protocol_config_gives_the_stored_row(
    call: Caller, endpoint: str | None, mapping: JsonValue
) -> None:
    config = set_config(call, endpoint=endpoint, mapping=mapping)
    assert config.model_dump(exclude={"id", "created_at", "updated_at"}) == {
        "channel_type": "openai",
        "api_version": "v1",
        "is_default": False,
        "chat_endpoint": endpoint,
        "embed_endpoint": endpoint,
        "models_endpoint": endpoint,
        "request_mapping": mapping,
        "response_mapping": mapping,
        "detection_rules": mapping,
    }
    found = call(protocol_configs.get_protocol_config, channel_type="openai", api_version="v1")
    assert found == config


def test_set_protocol_config_replaces_the_same_version_and_leaves_the_default(
    call: Caller,
) -> None:
    other = set_config(call, api_version="v2")
    first = set_config(call, endpoint="/a", mapping={"a": "b"})
    make_default(call)
    second = set_config(call)
    assert (second.id, second.is_default) == (first.id, True)
    assert (second.chat_endpoint, second.request_mapping) == (None, {})
    assert second.updated_at > first.updated_at
    assert call(protocol_configs.list_protocol_configs) == [second, other]


@pytest.mark.parametrize("mapping", [[], "a", 1])
def test_set_protocol_config_refuses_what_is_no_object(call: Caller, mapping: JsonValue) -> None:
    with pytest.raises(errors.CheckViolation, match=r"protocol_configs_\w+_check"):
        set_config(call, mapping=mapping)


def test_set_protocol_config_stores_names_as_they_are(call: Caller) -> None:
    for text in TRICKY:
        config = set_config(call, text, text, endpoint=text)
        found = call(protocol_configs.get_protocol_config, channel_type=text, api_version=text)
        assert found == config


def test_getting_what_is_not_there_gives_none(call: Caller) -> None:
    set_config(call)
    for channel_type, api_version in (("openai", "v2"), ("OpenAI", "v1"), ("", "")):
        found = call(
            protocol_configs.get_protocol_config,
            channel_type=channel_type,
            api_version=api_version,
        )
        assert found is None
    assert call(protocol_configs.get_default_protocol_config, channel_type="openai") is None


# the default


def test_set_default_protocol_config_takes_the_place_of_the_former(call: Caller) -> None:
    # The one that is made default stands before the former, and behind it.
    for version in ("v1", "v2", "v3"):
        set_config(call, api_version=version)
    set_config(call, "anthropic", "v1")
    make_default(call, "anthropic", "v1")
    for version in ("v2", "v1", "v3", "v3", "v2"):
        made = make_default(call, "openai", version)
        assert made is not None
        assert (made.api_version, made.is_default) == (version, True)
        found = call(protocol_configs.get_default_protocol_config, channel_type="openai")
        assert found == made
        assert defaults(call) == [("anthropic", "v1"), ("openai", version)]


def test_set_default_protocol_config_leaves_the_default_for_an_unknown_version(
    call: Caller,
) -> None:
    set_config(call)
    make_default(call)
    assert make_default(call, "openai", "v2") is None
    assert make_default(call, "other", "v1") is None
    assert defaults(call) == [("openai", "v1")]


# find_protocol_config_of_channel


def test_find_protocol_config_of_channel_takes_its_version_or_the_default(call: Caller) -> None:
    first, second = set_config(call), set_config(call, api_version="v2")
    plain = create_channel(call)
    versioned = create_channel(call, api_version="v2")
    unknown = create_channel(call, api_version="v9")
    other = create_channel(call, channel_type="anthropic")

    def found(channel_id: int) -> ProtocolConfig | None:
        return call(protocol_configs.find_protocol_config_of_channel, channel_id=channel_id)

    assert found(plain.id) is None
    first = make_default(call) or first
    call.as_user(None)
    assert found(plain.id) == first
    assert found(versioned.id) == second
    assert found(unknown.id) is found(other.id) is found(LARGEST_ID) is None


# list_protocol_configs


def test_list_protocol_configs_gives_all_by_kind_and_version(call: Caller) -> None:
    assert call(protocol_configs.list_protocol_configs) == []
    b2, a1, b1 = (set_config(call, *key) for key in (("b", "2"), ("a", "1"), ("b", "1")))
    assert call(protocol_configs.list_protocol_configs) == [a1, b1, b2]
    assert call(protocol_configs.list_protocol_configs, channel_type="b") == [b1, b2]
    assert call(protocol_configs.list_protocol_configs, channel_type="B") == []


# delete_protocol_config


def test_delete_protocol_config_deletes_that_one_alone(call: Caller) -> None:
    set_config(call)
    left = [set_config(call, "anthropic"), set_config(call, api_version="v2")]
    for expected in (1, 0):
        deleted = call(
            protocol_configs.delete_protocol_config, channel_type="openai", api_version="v1"
        )
        assert deleted == expected
    assert call(protocol_configs.list_protocol_configs) == left


# who may do what


@pytest.mark.parametrize("who", ["ada", None])
def test_others_change_none_and_read_them_when_signed_in(call: Caller, who: str | None) -> None:
    set_config(call)
    default = make_default(call)
    second = set_config(call, api_version="v2")
    before = call.as_owner(protocol_configs.list_protocol_configs)
    become(call, who)
    assert call(protocol_configs.list_protocol_configs) == (before if who else [])
    found = call(protocol_configs.get_default_protocol_config, channel_type="openai")
    assert found == (default if who else None)
    found = call(protocol_configs.get_protocol_config, channel_type="openai", api_version="v2")
    assert found == (second if who else None)
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        set_config(call)
    assert make_default(call, "openai", "v2") is None
    deleted = call(protocol_configs.delete_protocol_config, channel_type="openai", api_version="v2")
    assert deleted == 0
    assert call.as_owner(protocol_configs.list_protocol_configs) == before
