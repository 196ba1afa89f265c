from collections.abc import Sequence

import pytest
from psycopg import errors

from generated.iam import groups
from generated.iam.groups import Group
from generated.iam.users import User
from generated.model_registry import abilities, channels
from generated.model_registry.abilities import Ability, Route, SyncChannelAbilitiesRow
from generated.model_registry.channels import Channel
from tests.queries.caller import Caller
from tests.queries.iam.people import create_administrator, create_person, set_status
from tests.queries.model_registry.rows import (
    LARGEST_ID,
    become,
    create_channel,
    create_group,
)
from tests.queries.ordering import move_to_end, pages
from tests.queries.texts import TRICKY


@pytest.fixture(autouse=True)
def root(call: Caller) -> User:
    """The system administrator, on whose behalf calls run."""
    return create_administrator(call)


def set_ability(
    call: Caller,
    group: Group,
    channel: Channel,
    model: str = "gpt",
    *,
    enabled: bool = True,
    rate_limit: int = 0,
) -> Ability | None:
    return call(
        abilities.set_ability,
        group_id=group.id,
        model=model,
        channel_id=channel.id,
        enabled=enabled,
        rate_limit=rate_limit,
    )


def allow(call: Caller, group: Group, channel: Channel, model: str = "gpt") -> Ability:
    ability = set_ability(call, group, channel, model)
    assert ability is not None
    return ability


def sync(call: Caller, channel: Channel, group_ids: Sequence[int | None]) -> tuple[int, int]:
    """Return how many abilities were added and removed."""
    found = call(abilities.sync_channel_abilities, channel_id=channel.id, group_ids=group_ids)
    assert isinstance(found, SyncChannelAbilitiesRow)
    return found.added, found.removed


def all_abilities(call: Caller) -> list[Ability]:
    return call.as_owner(abilities.list_abilities, after_id=None, limit=99)


def keys(call: Caller) -> set[tuple[int, str, int]]:
    return {(row.group_id, row.model, row.channel_id) for row in all_abilities(call)}


def set_models(call: Caller, channel: Channel, models: list[str]) -> None:
    call.connection.execute(
        "UPDATE model_registry.channels SET models = %s WHERE id = %s", [models, channel.id]
    )


def route_of(ability: Ability, channel: Channel) -> Route:
    return Route(
        ability_id=ability.id,
        group_id=ability.group_id,
        rate_limit=ability.rate_limit,
        channel_id=channel.id,
        channel_name=channel.name,
        channel_type=channel.channel_type,
        base_url=channel.base_url,
        api_version=channel.api_version,
        priority=channel.priority,
        config=channel.config,
    )


def routes(call: Caller, *group_ids: int, model: str = "gpt") -> list[int]:
    """Return the ids of the abilities by which groups are routed."""
    found = call(abilities.list_routes, group_ids=group_ids, model=model)
    return [route.ability_id for route in found]


# find_route, list_routes


def test_find_route_gives_what_a_request_needs(call: Caller) -> None:
    group = create_group(call)
    channel = create_channel(call, api_version="v1", priority=3)
    ability = set_ability(call, group, channel, rate_limit=7)
    assert ability is not None
    call.as_user(None)
    found = call.one(abilities.find_route, group_id=group.id, model="gpt")
    assert found == route_of(ability, channel)
    assert (found.rate_limit, found.base_url, found.config) == (7, None, {})


def test_find_route_gives_none_where_there_is_none(call: Caller) -> None:
    group, other = create_group(call), create_group(call, "other")
    assert call(abilities.find_route, group_id=group.id, model="gpt") is None
    allow(call, group, create_channel(call))
    for group_id, model in ((other.id, "gpt"), (group.id, "GPT"), (LARGEST_ID, "gpt")):
        assert call(abilities.find_route, group_id=group_id, model=model) is None
        assert routes(call, group_id, model=model) == []


def test_the_channel_of_greatest_priority_is_taken_and_of_equals_the_first(call: Caller) -> None:
    group = create_group(call)
    made = [create_channel(call, str(n), priority=n) for n in (-1, 5, 0, 5)]
    # The abilities are made the other way round than the channels.
    lowest, best, middle, equal = reversed([allow(call, group, c) for c in reversed(made)])
    expected = [best.id, equal.id, middle.id, lowest.id]
    assert routes(call, group.id) == expected
    found = call(abilities.find_route, group_id=group.id, model="gpt")
    assert found == route_of(best, made[1])


@pytest.mark.parametrize("what", ["ability", "disabled", "failed", "models"])
def test_a_channel_out_of_use_is_no_route(call: Caller, what: str, root: User) -> None:
    group = create_group(call)
    first, second = create_channel(call, priority=2), create_channel(call, priority=1)
    out, left = allow(call, group, first), allow(call, group, second)
    call(groups.add_group_member, group_id=group.id, user_id=root.id)
    if what == "ability":
        assert call(abilities.set_ability_enabled, ability_id=out.id, enabled=False) == 1
    elif what == "models":
        set_models(call, first, ["other"])
    else:
        call.as_owner(channels.set_channel_status, channel_id=first.id, status=what)
    route = call.one(abilities.find_route, group_id=group.id, model="gpt")
    of_user = call.one(abilities.find_route_of_user, user_id=root.id, model="gpt")
    assert (route.ability_id, of_user.ability_id) == (left.id, left.id)
    assert routes(call, group.id) == [left.id]
    call.as_owner(channels.delete_channel, channel_id=second.id)
    assert call(abilities.find_route, group_id=group.id, model="gpt") is None
    assert call(abilities.find_route_of_user, user_id=root.id, model="gpt") is None
    assert call(abilities.list_routable_models, group_ids=[group.id]) == []


def test_list_routes_gives_a_channel_once_for_each_group(call: Caller) -> None:
    one, two, three = (create_group(call, name) for name in ("one", "two", "three"))
    low, high = create_channel(call, priority=1), create_channel(call, priority=2)
    one_low, two_low, two_high = (
        allow(call, one, low),
        allow(call, two, low),
        allow(call, two, high),
    )
    allow(call, three, high)
    assert routes(call, one.id, two.id) == [two_high.id, one_low.id, two_low.id]
    assert routes(call, two.id, two.id) == [two_high.id, two_low.id]
    assert routes(call) == []


# find_route_of_user


def test_find_route_of_user_goes_by_the_groups_of_the_person(call: Caller) -> None:
    ada = create_person(call, "ada")
    mine, more, other = (create_group(call, name) for name in ("mine", "more", "other"))
    low, high = create_channel(call, priority=1), create_channel(call, priority=2)
    by_mine, by_more = allow(call, mine, low), allow(call, more, high)
    allow(call, other, create_channel(call, priority=9))

    def route() -> int | None:
        found = call(abilities.find_route_of_user, user_id=ada.id, model="gpt")
        return found.ability_id if found else None

    assert route() is None
    call(groups.add_group_member, group_id=mine.id, user_id=ada.id)
    assert route() == by_mine.id
    call(groups.add_group_member, group_id=more.id, user_id=ada.id)
    assert route() == by_more.id
    assert call(abilities.find_route_of_user, user_id=ada.id, model="other") is None
    assert call(abilities.find_route_of_user, user_id=LARGEST_ID, model="gpt") is None
    set_status(call, ada, "suspended")
    assert route() is None


# list_routable_models


def test_list_routable_models_gives_each_name_once(call: Caller) -> None:
    one, two = create_group(call, "one"), create_group(call, "two")
    assert call(abilities.list_routable_models, group_ids=[one.id, two.id]) == []
    first, second = create_channel(call, models=["b", "a"]), create_channel(call, models=["b", "c"])
    sync(call, first, [one.id, two.id])
    sync(call, second, [two.id])
    call.as_user(None)
    assert call(abilities.list_routable_models, group_ids=[one.id, two.id]) == ["a", "b", "c"]
    assert call(abilities.list_routable_models, group_ids=[one.id]) == ["a", "b"]
    assert call(abilities.list_routable_models, group_ids=[]) == []


# list_abilities, get_ability


def test_list_abilities_gives_every_ability_once_over_its_pages(call: Caller) -> None:
    assert call(abilities.list_abilities, after_id=None, limit=9) == []
    channel = create_channel(call)
    a, b, c, d, e = (allow(call, create_group(call, name), channel) for name in "edcba")
    move_to_end(call, "model_registry.abilities", a.id)
    found = pages(
        lambda after_id: call(abilities.list_abilities, after_id=after_id, limit=2),
        lambda ability: ability.id,
    )
    assert found == [[a, b], [c, d], [e]]


def test_list_abilities_takes_a_group_a_channel_and_a_model(call: Caller) -> None:
    one, two = create_group(call, "one"), create_group(call, "two")
    main, spare = create_channel(call, models=["x", "y"]), create_channel(call, models=["x"])
    a, b, c = allow(call, one, main, "x"), allow(call, one, main, "y"), allow(call, two, spare, "x")

    def found(
        group: Group | None = None, channel: Channel | None = None, model: str | None = None
    ) -> list[Ability]:
        return call(
            abilities.list_abilities,
            after_id=None,
            limit=9,
            group_id=group.id if group else None,
            channel_id=channel.id if channel else None,
            model=model,
        )

    assert found() == [a, b, c]
    assert (found(one), found(None, spare), found(None, None, "x")) == ([a, b], [c], [a, c])
    assert (found(one, main, "y"), found(two, main)) == ([b], [])


def test_get_ability_gives_it_or_none(call: Caller) -> None:
    ability = allow(call, create_group(call), create_channel(call))
    assert call(abilities.get_ability, ability_id=ability.id) == ability
    assert call(abilities.get_ability, ability_id=LARGEST_ID) is None


# set_ability, set_ability_enabled, delete_ability


def test_set_ability_changes_the_one_that_is_there(call: Caller) -> None:
    group, channel = create_group(call), create_channel(call, models=["gpt", "other"])
    other = allow(call, group, channel, "other")
    first = set_ability(call, group, channel, enabled=False, rate_limit=2**31 - 1)
    assert first is not None
    assert (first.enabled, first.rate_limit) == (False, 2**31 - 1)
    second = set_ability(call, group, channel)
    assert second == first.model_copy(update={"enabled": True, "rate_limit": 0})
    assert all_abilities(call) == [other, second]


def test_set_ability_gives_none_for_what_the_channel_does_not_answer(call: Caller) -> None:
    group, channel = create_group(call), create_channel(call)
    assert set_ability(call, group, channel, "other") is None
    unknown = channel.model_copy(update={"id": LARGEST_ID})
    assert set_ability(call, group, unknown) is None
    assert all_abilities(call) == []


def test_set_ability_refuses_an_unknown_group_and_a_negative_limit(call: Caller) -> None:
    group, channel = create_group(call), create_channel(call)
    with pytest.raises(errors.ForeignKeyViolation, match="abilities_group_id_fkey"):
        set_ability(call, group.model_copy(update={"id": LARGEST_ID}), channel)
    with pytest.raises(errors.CheckViolation, match="abilities_rate_limit_not_negative"):
        set_ability(call, group, channel, rate_limit=-1)


def test_abilities_keep_names_as_they_are(call: Caller) -> None:
    group, channel = create_group(call), create_channel(call, models=TRICKY)
    for text in TRICKY:
        assert allow(call, group, channel, text).model == text
        found = call.one(abilities.find_route, group_id=group.id, model=text)
        assert found.channel_id == channel.id


def test_one_ability_is_switched_or_deleted_alone(call: Caller) -> None:
    group, channel = create_group(call), create_channel(call, models=["x", "y"])
    x, y = allow(call, group, channel, "x"), allow(call, group, channel, "y")
    assert call(abilities.set_ability_enabled, ability_id=x.id, enabled=False) == 1
    assert call(abilities.set_ability_enabled, ability_id=LARGEST_ID, enabled=False) == 0
    off = x.model_copy(update={"enabled": False})
    assert sorted(all_abilities(call), key=lambda row: row.id) == [off, y]
    assert call(abilities.delete_ability, ability_id=x.id) == 1
    assert call(abilities.delete_ability, ability_id=x.id) == 0
    assert all_abilities(call) == [y]


# sync_channel_abilities


def test_sync_channel_abilities_lets_all_groups_ask_for_all_models(call: Caller) -> None:
    one, two = create_group(call, "one"), create_group(call, "two")
    channel, other = create_channel(call, models=["x", "y"]), create_channel(call)
    untouched = allow(call, one, other)
    assert sync(call, channel, [one.id, two.id]) == (4, 0)
    expected = {(g.id, m, channel.id) for g in (one, two) for m in ("x", "y")}
    assert keys(call) == expected | {(one.id, "gpt", other.id)}
    assert untouched in all_abilities(call)
    assert {(row.enabled, row.rate_limit) for row in all_abilities(call)} == {(True, 0)}
    assert sync(call, channel, [two.id, one.id]) == (0, 0)


def test_sync_channel_abilities_adds_and_removes_and_leaves_the_rest(call: Caller) -> None:
    one, two, three = (create_group(call, name) for name in ("one", "two", "three"))
    channel = create_channel(call, models=["x", "y"])
    sync(call, channel, [one.id, two.id])
    kept = set_ability(call, two, channel, "y", enabled=False, rate_limit=5)
    set_models(call, channel, ["y", "z"])
    assert sync(call, channel, [two.id, three.id]) == (3, 3)
    assert keys(call) == {(g.id, m, channel.id) for g in (two, three) for m in ("y", "z")}
    assert kept in all_abilities(call)


@pytest.mark.parametrize("what", ["groups", "models"])
def test_sync_channel_abilities_removes_all_without_groups_or_models(
    call: Caller, what: str
) -> None:
    group, channel = create_group(call), create_channel(call)
    sync(call, channel, [group.id])
    if what == "models":
        set_models(call, channel, [])
    assert sync(call, channel, [] if what == "groups" else [group.id]) == (0, 1)
    assert all_abilities(call) == []


def test_sync_channel_abilities_takes_names_that_come_twice(call: Caller) -> None:
    group, channel = create_group(call), create_channel(call, models=["x", "x"])
    assert sync(call, channel, [group.id, group.id]) == (1, 0)
    unknown = channel.model_copy(update={"id": LARGEST_ID})
    assert sync(call, unknown, [group.id]) == (0, 0)


def test_sync_channel_abilities_refuses_an_unknown_group_as_a_whole(call: Caller) -> None:
    group, channel = create_group(call), create_channel(call)
    sync(call, channel, [group.id])
    before = all_abilities(call)
    with pytest.raises(errors.ForeignKeyViolation, match="abilities_group_id_fkey"):
        sync(call, channel, [LARGEST_ID])
    with pytest.raises(errors.NotNullViolation):
        sync(call, channel, [None])
    assert all_abilities(call) == before


# who may do what


@pytest.mark.parametrize("who", ["ada", None])
def test_others_neither_see_nor_change_abilities(call: Caller, who: str | None) -> None:
    group, channel = create_group(call), create_channel(call)
    ability = allow(call, group, channel)
    become(call, who)
    assert call(abilities.list_abilities, after_id=None, limit=9) == []
    assert call(abilities.get_ability, ability_id=ability.id) is None
    assert set_ability(call, group, channel) is None
    assert call(abilities.set_ability_enabled, ability_id=ability.id, enabled=False) == 0
    assert call(abilities.delete_ability, ability_id=ability.id) == 0
    assert sync(call, channel, []) == sync(call, channel, [group.id]) == (0, 0)
    assert all_abilities(call) == [ability]


# set_channel_model_enabled


def test_set_channel_model_enabled_switches_a_model_for_all_groups(call: Caller) -> None:
    one, two = create_group(call, "one"), create_group(call, "two")
    channel, other = create_channel(call, models=["x", "y"]), create_channel(call, models=["x"])
    for row in (channel, other):
        sync(call, row, [one.id, two.id])
    call.as_user(None)

    def switch(*, enabled: bool, model: str = "x") -> int:
        return call(
            abilities.set_channel_model_enabled,
            channel_id=channel.id,
            model=model,
            enabled=enabled,
        )

    assert (switch(enabled=False), switch(enabled=False)) == (2, 0)
    off = {(row.channel_id, row.model) for row in all_abilities(call) if not row.enabled}
    assert off == {(channel.id, "x")}
    assert (switch(enabled=False, model="z"), switch(enabled=True)) == (0, 2)
    assert all(row.enabled for row in all_abilities(call))
