from collections.abc import Sequence

import pytest
from psycopg import errors
from pydantic import JsonValue

from generated.iam.users import User
from generated.model_registry import abilities, channels
from generated.model_registry.channels import Channel, ChannelSecret
from tests.queries.caller import Caller
from tests.queries.iam.people import create_administrator
from tests.queries.model_registry.rows import (
    LARGEST_ID,
    become,
    create_channel,
    create_group,
)
from tests.queries.ordering import move_to_end, pages
from tests.queries.texts import TRICKY

STATUSES = ("active", "disabled", "failed")


@pytest.fixture(autouse=True)
def root(call: Caller) -> User:
    """The system administrator, on whose behalf calls run."""
    return create_administrator(call)


def stored(call: Caller, channel: Channel) -> Channel:
    found = call.as_owner(channels.get_channel, channel_id=channel.id)
    assert found is not None
    return found


def key_of(call: Caller, channel: Channel) -> str | None:
    return call.one(channels.get_channel_secret, channel_id=channel.id).api_key


def set_status(call: Caller, channel: Channel, status: str) -> None:
    changed = call.as_owner(channels.set_channel_status, channel_id=channel.id, status=status)
    assert changed == 1


def update(
    call: Caller,
    channel_id: int,
    *,
    text: str = "new",
    optional: str | None = None,
    models: Sequence[str | None] = (),
    config: JsonValue = None,
) -> Channel | None:
    return call(
        channels.update_channel,
        channel_id=channel_id,
        name=text,
        channel_type=text,
        base_url=optional,
        api_version=optional,
        models=models,
        priority=-5,
        config={} if config is None else config,
    )


# reserve_channel_id, create_channel, get_channel


def test_reserve_channel_id_gives_another_id_each_time(call: Caller) -> None:
    taken = {call(channels.reserve_channel_id) for _ in range(3)}
    assert len(taken) == 3
    assert call(channels.list_channels, after_id=None, limit=9) == []


@pytest.mark.parametrize("optional", [None, "", "v1"])
@pytest.mark.parametrize("models", [[], ["a"], ["a", "b", "a", "{c,d}", '"']])
def test_create_channel_gives_the_stored_row_under_its_id(
    call: Caller, optional: str | None, models: list[str]
) -> None:
    channel_id = call(channels.reserve_channel_id)
    created = call(
        channels.create_channel,
        channel_id=channel_id,
        name="main",
        channel_type="openai",
        base_url=optional,
        api_key=optional,
        api_version=optional,
        models=models,
        priority=2**31 - 1,
        config={"timeout": 1, "nothing": None},
    )
    assert created.model_dump(exclude={"created_at", "updated_at"}) == {
        "id": channel_id,
        "name": "main",
        "channel_type": "openai",
        "base_url": optional,
        "api_version": optional,
        "models": models,
        "priority": 2**31 - 1,
        "status": "active",
        "config": {"timeout": 1, "nothing": None},
    }
    assert call(channels.get_channel, channel_id=channel_id) == created
    assert key_of(call, created) == optional


def test_create_channel_refuses_an_id_that_is_used_and_a_model_without_a_name(
    call: Caller,
) -> None:
    channel = create_channel(call)

    def create(channel_id: int, models: Sequence[str | None]) -> None:
        call(
            channels.create_channel,
            channel_id=channel_id,
            name="n",
            channel_type="t",
            base_url=None,
            api_key=None,
            api_version=None,
            models=models,
            priority=0,
            config={},
        )

    with pytest.raises(errors.UniqueViolation, match="channels_pkey"):
        create(channel.id, [])
    with pytest.raises(errors.CheckViolation, match="channels_models_no_null_check"):
        create(call(channels.reserve_channel_id), [None])


def test_channels_keep_texts_as_they_are(call: Caller) -> None:
    for text in TRICKY:
        channel = create_channel(call, text, [text], channel_type=text, api_key=text)
        assert call(channels.get_channel, channel_id=channel.id) == channel
        assert (channel.name, channel.models) == (text, [text])
        assert key_of(call, channel) == text


# list_channels


def test_list_channels_gives_every_channel_once_over_its_pages(call: Caller) -> None:
    a, b, c, d, e = (create_channel(call, name) for name in "edcba")
    move_to_end(call, "model_registry.channels", a.id)
    found = pages(
        lambda after_id: call(channels.list_channels, after_id=after_id, limit=2),
        lambda channel: channel.id,
    )
    assert [[row.id for row in page] for page in found] == [[a.id, b.id], [c.id, d.id], [e.id]]


def test_list_channels_takes_a_status_a_kind_and_a_model(call: Caller) -> None:
    a = create_channel(call, "a", ["gpt", "other"])
    b = create_channel(call, "b", ["gpt"], channel_type="anthropic")
    c = create_channel(call, "c", [])
    set_status(call, c, "disabled")
    c = stored(call, c)

    def found(
        status: str | None = None, channel_type: str | None = None, model: str | None = None
    ) -> list[Channel]:
        return call(
            channels.list_channels,
            after_id=None,
            limit=9,
            status=status,
            channel_type=channel_type,
            model=model,
        )

    assert found() == [a, b, c]
    assert (found("active"), found("disabled"), found("failed")) == ([a, b], [c], [])
    assert found(None, "openai") == [a, c]
    assert (found(None, None, "gpt"), found(None, None, "GPT")) == ([a, b], [])
    assert found("active", "anthropic", "gpt") == [b]


# update_channel, set_channel_api_key, set_channel_status, delete_channel


@pytest.mark.parametrize("optional", [None, "", "v2"])
def test_update_channel_leaves_the_key_and_the_status(call: Caller, optional: str | None) -> None:
    channel, other = create_channel(call, api_key="k"), create_channel(call)
    set_status(call, channel, "disabled")
    changed = update(call, channel.id, optional=optional, models=["x", "y"], config={"a": [None]})
    assert changed is not None
    assert changed == channel.model_copy(
        update={
            "name": "new",
            "channel_type": "new",
            "base_url": optional,
            "api_version": optional,
            "models": ["x", "y"],
            "priority": -5,
            "status": "disabled",
            "config": {"a": [None]},
            "updated_at": changed.updated_at,
        }
    )
    assert key_of(call, channel) == "k"
    assert stored(call, other) == other


def test_update_channel_refuses_a_config_that_is_no_object(call: Caller) -> None:
    channel = create_channel(call)
    with pytest.raises(errors.CheckViolation, match="channels_config_check"):
        update(call, channel.id, config=[])


@pytest.mark.parametrize("api_key", [None, "", "ciphertext"])
def test_set_channel_api_key_replaces_the_key(call: Caller, api_key: str | None) -> None:
    channel, other = create_channel(call, api_key="old"), create_channel(call, api_key="other")
    changed = call(channels.set_channel_api_key, channel_id=channel.id, api_key=api_key)
    assert (changed, key_of(call, channel), key_of(call, other)) == (1, api_key, "other")


@pytest.mark.parametrize("status", STATUSES)
def test_set_channel_status_sets_it(call: Caller, status: str) -> None:
    channel = create_channel(call)
    assert call(channels.set_channel_status, channel_id=channel.id, status=status) == 1
    assert stored(call, channel).status == status


def test_set_channel_status_refuses_another_status(call: Caller) -> None:
    channel = create_channel(call)
    with pytest.raises(errors.CheckViolation, match="channels_status_check"):
        call(channels.set_channel_status, channel_id=channel.id, status="Active")


def test_delete_channel_takes_its_abilities_along(call: Caller) -> None:
    channel, other, group = create_channel(call), create_channel(call), create_group(call)
    for row in (channel, other):
        call.as_owner(abilities.sync_channel_abilities, channel_id=row.id, group_ids=[group.id])
    assert call(channels.delete_channel, channel_id=channel.id) == 1
    left = call.as_owner(abilities.list_abilities, after_id=None, limit=9)
    assert [row.channel_id for row in left] == [other.id]


def test_what_is_not_there_is_not_changed(call: Caller) -> None:
    channel = create_channel(call)
    assert call(channels.get_channel, channel_id=LARGEST_ID) is None
    assert call(channels.get_channel_secret, channel_id=LARGEST_ID) is None
    assert update(call, LARGEST_ID) is None
    assert call(channels.set_channel_api_key, channel_id=LARGEST_ID, api_key=None) == 0
    assert call(channels.set_channel_status, channel_id=LARGEST_ID, status="failed") == 0
    assert call(channels.delete_channel, channel_id=LARGEST_ID) == 0
    assert call(channels.fail_channel, channel_id=LARGEST_ID) == 0
    assert call(channels.recover_channel, channel_id=LARGEST_ID) == 0
    assert stored(call, channel) == channel


@pytest.mark.parametrize("who", ["ada", None])
def test_others_neither_see_nor_change_channels(call: Caller, who: str | None) -> None:
    channel = create_channel(call, api_key="k")
    become(call, who)
    assert call(channels.get_channel, channel_id=channel.id) is None
    assert call(channels.list_channels, after_id=None, limit=9) == []
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        create_channel(call)
    assert update(call, channel.id) is None
    assert call(channels.set_channel_api_key, channel_id=channel.id, api_key="mine") == 0
    assert call(channels.set_channel_status, channel_id=channel.id, status="failed") == 0
    assert call(channels.delete_channel, channel_id=channel.id) == 0
    assert (stored(call, channel), key_of(call, channel)) == (channel, "k")


# what the system does


@pytest.mark.parametrize("status", STATUSES)
def test_a_channel_fails_when_active_and_recovers_when_failed(call: Caller, status: str) -> None:
    one, two = create_channel(call), create_channel(call)
    for channel in (one, two):
        set_status(call, channel, status)
    call.as_user(None)
    failed = call(channels.fail_channel, channel_id=one.id)
    recovered = call(channels.recover_channel, channel_id=two.id)
    assert (failed, recovered) == (int(status == "active"), int(status == "failed"))
    after_failing, after_recovering = stored(call, one).status, stored(call, two).status
    assert after_failing == ("failed" if status == "active" else status)
    assert after_recovering == ("active" if status == "failed" else status)


def test_list_failed_channels_gives_them_in_order_of_id(call: Caller) -> None:
    assert call(channels.list_failed_channels) == []
    rows = [create_channel(call, name) for name in "abcd"]
    for row, status in zip(rows, ("failed", "active", "disabled", "failed"), strict=True):
        set_status(call, row, status)
    move_to_end(call, "model_registry.channels", rows[0].id)
    call.as_user(None)
    found = call(channels.list_failed_channels)
    assert [row.id for row in found] == [rows[0].id, rows[3].id]


def test_list_channel_secrets_gives_those_with_a_key_over_its_pages(call: Caller) -> None:
    assert call(channels.list_channel_secrets, after_id=None, limit=9) == []
    keys = ["k1", None, "", "k4"]
    rows = [create_channel(call, api_key=key) for key in keys]
    move_to_end(call, "model_registry.channels", rows[0].id)
    call.as_user(None)
    found = pages(
        lambda after_id: call(channels.list_channel_secrets, after_id=after_id, limit=2),
        lambda secret: secret.id,
    )
    expected = [
        ChannelSecret(id=row.id, api_key=key)
        for row, key in zip(rows, keys, strict=True)
        if key is not None
    ]
    assert found == [expected[:2], expected[2:]]


def test_reencrypt_channel_api_key_replaces_the_old_one_alone(call: Caller) -> None:
    channel, without = create_channel(call, api_key="old"), create_channel(call)

    def reencrypt(row: Channel, old: str) -> int:
        return call(
            channels.reencrypt_channel_api_key,
            channel_id=row.id,
            old_api_key=old,
            new_api_key="new",
        )

    assert (reencrypt(channel, "other"), key_of(call, channel)) == (0, "old")
    assert (reencrypt(channel, "old"), key_of(call, channel)) == (1, "new")
    assert (reencrypt(without, ""), key_of(call, without)) == (0, None)
