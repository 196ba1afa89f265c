import psycopg
import pytest
from psycopg import errors

from generated.iam.users import User
from generated.ops import configs
from generated.ops.configs import Config
from tests.queries.caller import Caller
from tests.queries.iam.people import create_administrator, create_person
from tests.queries.interleaving import committed_when_waited_for
from tests.queries.texts import TRICKY


@pytest.fixture(autouse=True)
def root(call: Caller) -> User:
    """The system administrator, on whose behalf calls run."""
    return create_administrator(call)


def store(call: Caller, name: str = "gateway", yaml_config: str = "a: 1") -> Config:
    return call.one(configs.create_config_version, name=name, yaml_config=yaml_config)


def active_version(call: Caller, name: str = "gateway") -> int | None:
    config = call(configs.get_active_config, name=name)
    return config.version if config else None


def versions(call: Caller, after_version: int | None = None, limit: int = 10) -> list[int]:
    found = call(
        configs.list_config_versions, name="gateway", after_version=after_version, limit=limit
    )
    return [config.version for config in found]


# create_config_version


def test_create_config_version_counts_by_name_and_activates_nothing(call: Caller) -> None:
    stored = [store(call), store(call), store(call, "other")]
    assert [(config.name, config.version) for config in stored] == [
        ("gateway", 1),
        ("gateway", 2),
        ("other", 1),
    ]
    assert not any(config.is_active for config in stored)
    assert active_version(call) is None


def test_create_config_version_goes_on_from_the_newest_and_fills_no_gap(
    call: Caller, connection: psycopg.Connection
) -> None:
    for _ in range(3):
        store(call)
    connection.execute("DELETE FROM ops.configs WHERE version = 2")
    assert store(call).version == 4


def test_create_config_version_stores_texts_as_they_are(call: Caller) -> None:
    for text in TRICKY:
        config = store(call, text, text)
        assert (config.name, config.yaml_config) == (text, text)
        assert call(configs.get_config_version, name=text, version=1) == config


def test_of_two_at_the_same_moment_one_is_refused(
    call: Caller, connection: psycopg.Connection
) -> None:
    connection.execute("BEGIN")
    connection.execute("INSERT INTO ops.configs (name, yaml_config) VALUES ('gateway', '')")
    with (
        committed_when_waited_for(connection),
        pytest.raises(errors.UniqueViolation, match="configs_name_version_key"),
    ):
        store(call)
    assert store(call).version == 2


# get_config_version, list_configs, list_config_versions


def test_reading_gives_nothing_when_there_is_nothing(call: Caller) -> None:
    assert call(configs.get_config_version, name="gateway", version=1) is None
    assert call(configs.get_active_config, name="gateway") is None
    assert call(configs.list_configs) == []
    assert versions(call) == []


@pytest.mark.parametrize(("name", "version"), [("gateway", 0), ("gateway", 3), ("Gateway", 1)])
def test_get_config_version_gives_none_for_another_one(
    call: Caller, name: str, version: int
) -> None:
    store(call)
    store(call)
    assert call(configs.get_config_version, name=name, version=version) is None


def test_list_configs_tells_the_active_and_the_newest_version(call: Caller) -> None:
    for name in ("router", "gateway", "gateway", "gateway"):
        store(call, name)
    call(configs.activate_config, name="gateway", version=2)
    assert [
        (config.name, config.active_version, config.newest_version)
        for config in call(configs.list_configs)
    ] == [("gateway", 2, 3), ("router", None, 1)]


def test_list_config_versions_pages_from_the_newest_on(call: Caller) -> None:
    for _ in range(5):
        store(call)
    store(call, "other")
    call(configs.activate_config, name="gateway", version=4)
    assert versions(call) == [5, 4, 3, 2, 1]
    assert [versions(call, after, 2) for after in (None, 4, 2, 1)] == [[5, 4], [3, 2], [1], []]
    first, second = call(configs.list_config_versions, name="gateway", after_version=None, limit=2)
    assert (first.is_active, second.is_active) == (False, True)


# activate_config, get_active_config


def test_activate_config_puts_another_version_aside(call: Caller) -> None:
    first, second = store(call), store(call)
    other = store(call, "other")
    call(configs.activate_config, name="other", version=1)
    for version in (1, 2, 2, 1):
        call(configs.activate_config, name="gateway", version=version)
        assert active_version(call) == version
    active = call.one(configs.get_active_config, name="gateway")
    assert (active.id, active.yaml_config, active.is_active) == (first.id, "a: 1", True)
    put_aside = call.one(configs.get_config_version, name="gateway", version=2)
    assert (put_aside.id, put_aside.is_active) == (second.id, False)
    assert call.one(configs.get_active_config, name="other").id == other.id


@pytest.mark.parametrize(("name", "version"), [("gateway", 0), ("gateway", 2), ("Gateway", 1)])
def test_activate_config_refuses_a_version_that_is_not_there(
    call: Caller, name: str, version: int
) -> None:
    store(call)
    call(configs.activate_config, name="gateway", version=1)
    with pytest.raises(errors.NoDataFound):
        call(configs.activate_config, name=name, version=version)
    assert active_version(call) == 1


# what administrators alone do


@pytest.mark.parametrize("name", ["ada", None])
def test_others_see_and_change_no_configuration(call: Caller, name: str | None) -> None:
    store(call)
    store(call)
    call(configs.activate_config, name="gateway", version=1)
    call.as_user(create_person(call, name).id if name else None)
    assert call(configs.get_config_version, name="gateway", version=1) is None
    assert call(configs.list_configs) == []
    assert versions(call) == []
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        store(call)
    with pytest.raises(errors.NoDataFound):
        call(configs.activate_config, name="gateway", version=2)
    assert active_version(call) == 1
