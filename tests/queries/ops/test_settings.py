import pytest
from psycopg import errors
from pydantic import JsonValue

from generated.iam.users import User
from generated.ops import settings
from generated.ops.settings import Setting
from tests.queries.caller import Caller
from tests.queries.iam.people import create_administrator, create_person, set_status
from tests.queries.ordering import move_to_end, pages
from tests.queries.texts import TRICKY

LARGEST_ID = 2**31 - 1
VALUES: list[JsonValue] = [
    None,
    True,
    0,
    1.5,
    "",
    [],
    {},
    {"a": [None, {"b": "'; --"}]},
    *TRICKY,
]


@pytest.fixture(autouse=True)
def root(call: Caller) -> User:
    """The system administrator, on whose behalf calls run."""
    return create_administrator(call)


@pytest.fixture
def ada(call: Caller) -> User:
    """Somebody with no rights."""
    return create_person(call, "ada")


def set_system(call: Caller, key: str, value: JsonValue = 1) -> Setting:
    return call.one(settings.set_system_setting, key=key, value=value)


def set_mine(call: Caller, key: str, value: JsonValue = 1) -> Setting:
    return call.one(settings.set_my_setting, key=key, value=value)


def set_flag(
    call: Caller, key: str, value: JsonValue = True, person: User | None = None
) -> Setting:
    """Set the flag of a person, or that of everyone."""
    if person is None:
        return call.one(settings.set_feature_flag, key=key, value=value)
    return call.one(settings.set_feature_flag_of_user, user_id=person.id, key=key, value=value)


def all_flags(call: Caller, *, key: str | None = None, limit: int = 10) -> list[Setting]:
    return call(settings.list_feature_flags, after_id=None, limit=limit, key=key)


# system settings


def test_there_are_no_system_settings_at_first(call: Caller) -> None:
    assert call(settings.get_system_setting, key="theme") is None
    assert call(settings.list_system_settings) == []
    assert call(settings.list_system_settings_for_anybody) == []
    assert call(settings.delete_system_setting, key="theme") == 0


@pytest.mark.parametrize("value", VALUES)
def test_set_system_setting_stores_any_value(call: Caller, value: JsonValue) -> None:
    setting = set_system(call, "theme", value)
    assert (setting.scope, setting.owner_user_id, setting.key) == ("system", None, "theme")
    assert setting.value == value
    assert call(settings.get_system_setting, key="theme") == setting


def test_set_system_setting_replaces_that_setting_alone(call: Caller) -> None:
    old, other = set_system(call, "theme", {"a": 1}), set_system(call, "logo")
    mine, flag = set_mine(call, "theme"), set_flag(call, "theme")
    new = set_system(call, "theme", {"b": 2})
    assert (new.id, new.value) == (old.id, {"b": 2})
    assert new.updated_at > old.updated_at
    assert call(settings.list_system_settings) == [other, new]
    assert call(settings.get_my_setting, key="theme") == mine
    assert call(settings.get_my_feature_flag, key="theme") == flag


def test_system_settings_are_listed_by_key(call: Caller) -> None:
    b, c, a = (set_system(call, key) for key in "bca")
    set_mine(call, "d")
    set_flag(call, "e")
    assert call(settings.list_system_settings) == [a, b, c]
    assert call(settings.list_system_settings_for_anybody) == [a, b, c]


def test_delete_system_setting_deletes_that_setting_alone(call: Caller) -> None:
    set_system(call, "a")
    b, mine, flag = set_system(call, "b"), set_mine(call, "a"), set_flag(call, "a")
    assert call(settings.delete_system_setting, key="a") == 1
    assert call(settings.list_system_settings) == [b]
    assert call(settings.list_my_settings) == [mine]
    assert all_flags(call) == [flag]


def test_everybody_signed_in_reads_system_settings_and_changes_none(
    call: Caller, ada: User
) -> None:
    setting = set_system(call, "theme")
    call.as_user(ada.id)
    assert call(settings.get_system_setting, key="theme") == setting
    assert call(settings.list_system_settings) == [setting]
    assert call(settings.delete_system_setting, key="theme") == 0
    for key in ("theme", "new"):
        with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
            set_system(call, key)
    assert call(settings.list_system_settings) == [setting]


def test_nobody_else_reads_system_settings_but_by_the_system(call: Caller, root: User) -> None:
    setting = set_system(call, "theme")
    set_status(call, root, "suspended")
    for user_id in (root.id, None):
        call.as_user(user_id)
        assert call(settings.get_system_setting, key="theme") is None
        assert call(settings.list_system_settings) == []
        assert call(settings.delete_system_setting, key="theme") == 0
        assert call(settings.list_system_settings_for_anybody) == [setting]


# preferences


def test_there_are_no_preferences_at_first(call: Caller) -> None:
    assert call(settings.get_my_setting, key="theme") is None
    assert call(settings.list_my_settings) == []
    assert call(settings.delete_my_setting, key="theme") == 0


@pytest.mark.parametrize("value", VALUES)
def test_set_my_setting_stores_any_value(call: Caller, ada: User, value: JsonValue) -> None:
    call.as_user(ada.id)
    setting = set_mine(call, "theme", value)
    assert (setting.scope, setting.owner_user_id, setting.key) == ("user", ada.id, "theme")
    assert setting.value == value
    assert call(settings.get_my_setting, key="theme") == setting


def test_set_my_setting_takes_any_key_and_replaces(call: Caller, ada: User) -> None:
    call.as_user(ada.id)
    for key in TRICKY:
        old, new = set_mine(call, key, 1), set_mine(call, key, 2)
        assert (new.id, new.key, new.value) == (old.id, key, 2)
        assert call(settings.get_my_setting, key=key) == new
    assert len(call(settings.list_my_settings)) == len(TRICKY)


def test_preferences_are_one_s_own(call: Caller, root: User, ada: User) -> None:
    mine = set_mine(call, "theme", "root's")
    call.as_user(ada.id)
    assert call(settings.get_my_setting, key="theme") is None
    assert call(settings.delete_my_setting, key="theme") == 0
    b, a = set_mine(call, "b"), set_mine(call, "a")
    assert call(settings.list_my_settings) == [a, b]
    assert call(settings.delete_my_setting, key="b") == 1
    assert call(settings.list_my_settings) == [a]
    call.as_user(root.id)
    assert call(settings.list_my_settings) == [mine]


def test_nobody_has_no_preferences(call: Caller, root: User) -> None:
    set_mine(call, "theme")
    set_system(call, "theme")
    set_status(call, root, "deactivated")
    for user_id in (root.id, None):
        call.as_user(user_id)
        assert call(settings.get_my_setting, key="theme") is None
        assert call(settings.list_my_settings) == []
        assert call(settings.delete_my_setting, key="theme") == 0
        with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
            set_mine(call, "theme")


# feature flags


def test_there_are_no_feature_flags_at_first(call: Caller, root: User) -> None:
    assert call(settings.get_my_feature_flag, key="beta") is None
    assert call(settings.get_feature_flag_of_user, key="beta", user_id=root.id) is None
    assert call(settings.list_my_feature_flags) == []
    assert all_flags(call) == []
    assert call(settings.delete_feature_flag, key="beta") == 0
    assert call(settings.delete_feature_flag_of_user, key="beta", user_id=root.id) == 0


@pytest.mark.parametrize("value", VALUES)
def test_a_feature_flag_is_any_value(call: Caller, ada: User, value: JsonValue) -> None:
    everyone_s = call.one(settings.set_feature_flag, key="beta", value=value)
    one_s = call.one(settings.set_feature_flag_of_user, user_id=ada.id, key="beta", value=value)
    assert (everyone_s.scope, everyone_s.owner_user_id, everyone_s.key) == (
        "feature_flag",
        None,
        "beta",
    )
    assert (one_s.scope, one_s.owner_user_id, one_s.key) == ("feature_flag", ada.id, "beta")
    assert (everyone_s.value, one_s.value) == (value, value)


def test_a_flag_of_a_person_counts_before_that_of_everyone(
    call: Caller, root: User, ada: User
) -> None:
    one_s, everyone_s = set_flag(call, "beta", False, ada), set_flag(call, "beta", True)
    for person, flag in ((root, everyone_s), (ada, one_s)):
        assert call(settings.get_feature_flag_of_user, key="beta", user_id=person.id) == flag
        call.as_user(person.id)
        assert call(settings.get_my_feature_flag, key="beta") == flag
        assert call(settings.list_my_feature_flags) == [flag]


def test_a_flag_of_a_person_counts_where_there_is_none_of_everyone(
    call: Caller, root: User, ada: User
) -> None:
    flag = set_flag(call, "beta", True, ada)
    assert call(settings.get_my_feature_flag, key="beta") is None
    assert call(settings.get_feature_flag_of_user, key="beta", user_id=root.id) is None
    assert call(settings.list_my_feature_flags) == []
    assert call(settings.get_feature_flag_of_user, key="beta", user_id=ada.id) == flag
    call.as_user(ada.id)
    assert call(settings.get_my_feature_flag, key="beta") == flag


def test_a_setting_of_the_same_key_is_no_flag(call: Caller, root: User) -> None:
    set_system(call, "beta")
    set_mine(call, "beta")
    assert call(settings.get_my_feature_flag, key="beta") is None
    assert call(settings.get_feature_flag_of_user, key="beta", user_id=root.id) is None
    assert call(settings.list_my_feature_flags) == []
    assert all_flags(call) == []


def test_list_my_feature_flags_gives_each_key_once_by_key(call: Caller, ada: User) -> None:
    c, _, a = (set_flag(call, key) for key in "cba")
    b = set_flag(call, "b", False, ada)
    move_to_end(call, "ops.settings", a.id)
    call.as_user(ada.id)
    assert call(settings.list_my_feature_flags) == [a, b, c]


def test_nobody_s_flag_is_that_of_everyone_for_the_system(call: Caller, ada: User) -> None:
    flag = set_flag(call, "beta")
    set_flag(call, "beta", False, ada)
    found = call(settings.get_feature_flag_of_user, key="beta", user_id=LARGEST_ID)
    assert found == flag


def test_list_feature_flags_pages_by_id(call: Caller, ada: User) -> None:
    flags = [set_flag(call, key) for key in "cba"] + [set_flag(call, "b", False, ada)]
    move_to_end(call, "ops.settings", flags[0].id)
    found = pages(
        lambda after_id: call(settings.list_feature_flags, after_id=after_id, limit=3),
        lambda flag: flag.id,
    )
    assert found == [flags[:3], flags[3:]]
    assert all_flags(call, key="b") == [flags[1], flags[3]]
    assert all_flags(call, key="d") == []
    assert all_flags(call, limit=0) == []


def test_setting_a_flag_replaces_that_flag_alone(call: Caller, root: User, ada: User) -> None:
    everyone_s = set_flag(call, "beta", 1)
    ada_s, root_s = set_flag(call, "beta", 2, ada), set_flag(call, "beta", 3, root)
    new, new_one = set_flag(call, "beta", 4), set_flag(call, "beta", 5, ada)
    assert (new.id, new.value) == (everyone_s.id, 4)
    assert (new_one.id, new_one.value) == (ada_s.id, 5)
    assert all_flags(call) == [new, new_one, root_s]


def test_a_flag_of_somebody_unknown_is_refused(call: Caller) -> None:
    with pytest.raises(errors.ForeignKeyViolation, match="settings_owner_user_id_fkey"):
        call(settings.set_feature_flag_of_user, user_id=LARGEST_ID, key="beta", value=True)


def test_deleting_a_flag_deletes_that_flag_alone(call: Caller, root: User, ada: User) -> None:
    set_flag(call, "beta")
    other = set_flag(call, "other")
    ada_s, root_s = set_flag(call, "beta", 2, ada), set_flag(call, "beta", 3, root)
    assert call(settings.delete_feature_flag, key="beta") == 1
    assert all_flags(call) == [other, ada_s, root_s]
    assert call(settings.delete_feature_flag_of_user, user_id=ada.id, key="beta") == 1
    assert call(settings.delete_feature_flag_of_user, user_id=ada.id, key="beta") == 0
    assert all_flags(call) == [other, root_s]


def test_others_see_no_flag_of_another_person_and_change_none(
    call: Caller, root: User, ada: User
) -> None:
    flags = [set_flag(call, "beta"), set_flag(call, "beta", 2, ada)]
    hidden = set_flag(call, "beta", 3, root)
    call.as_user(ada.id)
    assert all_flags(call) == flags
    for person in (None, ada, root):
        with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
            set_flag(call, "beta", "mine", person)
    assert call(settings.delete_feature_flag, key="beta") == 0
    for person in (ada, root):
        assert call(settings.delete_feature_flag_of_user, user_id=person.id, key="beta") == 0
    call.as_user(root.id)
    assert all_flags(call) == [*flags, hidden]


def test_nobody_sees_or_changes_a_flag(call: Caller, root: User) -> None:
    set_flag(call, "beta")
    set_status(call, root, "suspended")
    for user_id in (root.id, None):
        call.as_user(user_id)
        assert call(settings.get_my_feature_flag, key="beta") is None
        assert call(settings.list_my_feature_flags) == []
        assert all_flags(call) == []
        assert call(settings.delete_feature_flag, key="beta") == 0
        with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
            set_flag(call, "beta")
