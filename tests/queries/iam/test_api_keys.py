from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from psycopg import errors

from generated.iam import api_keys
from generated.iam.api_keys import ApiKey
from generated.iam.enums import Role
from generated.iam.teams import Team
from generated.iam.users import User
from tests.queries.caller import Caller
from tests.queries.iam.keys import create_key, hash_of
from tests.queries.iam.people import create_person, set_status
from tests.queries.iam.prompts import create_prompt, set_visibility
from tests.queries.iam.tenants import become, create_team, join_team, leave_team
from tests.queries.interleaving import committed_when_waited_for
from tests.queries.texts import TRICKY

LARGEST_ID = 2**31 - 1
LARGEST_BIGINT = 2**63 - 1


@pytest.fixture
def ada(call: Caller) -> User:
    """The person the keys act for."""
    return create_person(call)


@pytest.fixture
def team(call: Caller, ada: User) -> Team:
    """The team the keys act in, of ada, on whose behalf calls run."""
    return create_team(call, ada)


@pytest.fixture
def key(call: Caller, ada: User, team: Team) -> ApiKey:
    """The key of ada in the team, which the secret ``secret`` stands for."""
    return create_key(call, ada, team)


def found(call: Caller, secret: str = "secret") -> ApiKey:  # noqa: S107 - no password
    """Return a key as it is now, whoever asks."""
    return call.one(api_keys.find_api_key_by_hash, key_hash=hash_of(secret))


def is_valid(call: Caller, secret: str = "secret") -> bool:  # noqa: S107 - no password
    return call(api_keys.validate_api_key, key_hash=hash_of(secret)) is not None


# create_api_key


def test_create_api_key_makes_an_active_unused_key(key: ApiKey) -> None:
    assert (key.status, key.is_active, key.used_quota) == ("active", True, 0)
    assert (key.last_used_at, key.deleted_at) == (None, None)


def test_create_api_key_stores_all_that_it_is_given(call: Caller, ada: User, team: Team) -> None:
    expires_at = datetime(2999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
    prompt_id = create_prompt(call, team)
    key = call.one(
        api_keys.create_api_key,
        prompt_id=prompt_id,
        user_id=ada.id,
        team_id=team.id,
        name="name",
        description="description",
        key_hash=hash_of("k"),
        key_prefix="12345678",
        scopes=["read", "write"],
        rate_limit=60,
        quota=LARGEST_BIGINT,
        expires_at=expires_at,
    )
    stored = (key.prompt_id, key.user_id, key.team_id, key.name, key.description)
    assert stored == (prompt_id, ada.id, team.id, "name", "description")
    limits = (key.key_prefix, key.scopes, key.rate_limit, key.quota, key.expires_at)
    assert limits == ("12345678", ["read", "write"], 60, LARGEST_BIGINT, expires_at)
    assert call(api_keys.find_api_key_by_hash, key_hash=hash_of("k")) == key


def test_create_api_key_takes_none_for_all_that_may_be_missing(
    call: Caller, ada: User, team: Team
) -> None:
    key = call.one(
        api_keys.create_api_key,
        prompt_id=None,
        user_id=ada.id,
        team_id=team.id,
        name="",
        description=None,
        key_hash=hash_of("k"),
        key_prefix=None,
        scopes=[],
        rate_limit=0,
        quota=None,
        expires_at=None,
    )
    missing = (key.prompt_id, key.description, key.key_prefix, key.quota, key.expires_at)
    assert missing == (None,) * 5


def test_create_api_key_gives_each_key_an_identifier_of_its_own(
    call: Caller, ada: User, team: Team
) -> None:
    identifiers = {create_key(call, ada, team, secret).external_id for secret in "abc"}
    assert len(identifiers) == 3


@pytest.mark.parametrize("scopes", [[], [""], ["a", "a"], ["null", "NULL"]])
def test_create_api_key_stores_the_scopes_as_they_are(
    call: Caller, ada: User, team: Team, scopes: list[str]
) -> None:
    assert create_key(call, ada, team, scopes=scopes).scopes == scopes


def test_create_api_key_stores_texts_as_they_are(call: Caller, ada: User, team: Team) -> None:
    for text in TRICKY:
        key = call.one(
            api_keys.create_api_key,
            prompt_id=None,
            user_id=ada.id,
            team_id=team.id,
            name=text,
            description=text,
            key_hash=hash_of(text),
            key_prefix=text[:8],
            scopes=[text, text],
            rate_limit=0,
            quota=None,
            expires_at=None,
        )
        assert (key.name, key.description) == (text, text)
        assert (key.key_prefix, key.scopes) == (text[:8], [text, text])


@pytest.mark.parametrize(
    "key_hash", ["", "sk-clear-key", hash_of("k").upper(), hash_of("k")[:-1], hash_of("k") + "\n"]
)
def test_create_api_key_refuses_what_is_no_hash(
    call: Caller, ada: User, team: Team, key_hash: str
) -> None:
    with pytest.raises(errors.CheckViolation, match="api_keys_api_key_check"):
        call(
            api_keys.create_api_key,
            prompt_id=None,
            user_id=ada.id,
            team_id=team.id,
            name="",
            description=None,
            key_hash=key_hash,
            key_prefix=None,
            scopes=[],
            rate_limit=0,
            quota=None,
            expires_at=None,
        )


@pytest.mark.parametrize(
    ("key_prefix", "rate_limit", "quota", "check"),
    [
        ("123456789", 0, None, "api_keys_key_prefix_check"),
        (None, -1, None, "api_keys_rate_limit_check"),
        (None, 0, -1, "api_keys_quota_check"),
    ],
)
def test_create_api_key_refuses_limits_that_make_no_sense(
    call: Caller,
    ada: User,
    team: Team,
    key_prefix: str | None,
    rate_limit: int,
    quota: int | None,
    check: str,
) -> None:
    with pytest.raises(errors.CheckViolation, match=check):
        call(
            api_keys.create_api_key,
            prompt_id=None,
            user_id=ada.id,
            team_id=team.id,
            name="",
            description=None,
            key_hash=hash_of("k"),
            key_prefix=key_prefix,
            scopes=[],
            rate_limit=rate_limit,
            quota=quota,
            expires_at=None,
        )


def test_create_api_key_refuses_a_quota_beyond_a_bigint(
    call: Caller, ada: User, team: Team
) -> None:
    with pytest.raises(errors.NumericValueOutOfRange):
        create_key(call, ada, team, quota=LARGEST_BIGINT + 1)


def test_create_api_key_refuses_the_same_key_in_another_team(
    call: Caller, ada: User, key: ApiKey
) -> None:
    other = create_team(call, ada, "Other")
    assert key.team_id != other.id
    with pytest.raises(errors.UniqueViolation, match="unique_api_key"):
        create_key(call, ada, other)


def create_as(
    call: Caller, person: User, team: Team, *, owner: User, prompt_id: int | None = None
) -> ApiKey:
    """Create a key on behalf of a person, who may be another than the one it is to act for."""
    call.as_user(person.id)
    return call.one(
        api_keys.create_api_key,
        prompt_id=prompt_id,
        user_id=owner.id,
        team_id=team.id,
        name="",
        description=None,
        key_hash=hash_of("k"),
        key_prefix=None,
        scopes=[],
        rate_limit=0,
        quota=None,
        expires_at=None,
    )


def test_create_api_key_refuses_a_key_of_somebody_else(call: Caller, ada: User, team: Team) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    for person, owner in ((ada, grace), (grace, ada)):
        with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
            create_as(call, person, team, owner=owner)


def test_create_api_key_refuses_an_unknown_person(call: Caller, ada: User, team: Team) -> None:
    nobody = ada.model_copy(update={"id": LARGEST_ID})
    for person in (ada, nobody):
        with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
            create_as(call, person, team, owner=nobody)


def test_create_api_key_refuses_an_unknown_team(call: Caller, ada: User, team: Team) -> None:
    nowhere = team.model_copy(update={"id": LARGEST_ID})
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        create_as(call, ada, nowhere, owner=ada)


def test_create_api_key_refuses_somebody_who_is_no_member(call: Caller, team: Team) -> None:
    mallory = create_person(call, "mallory")
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        create_as(call, mallory, team, owner=mallory)


@pytest.mark.parametrize(
    ("role", "tied", "allowed"),
    [
        (Role.COLLABORATOR, True, True),
        (Role.COLLABORATOR, False, True),
        (Role.TEAM_MANAGER, True, False),
        (Role.TEAM_MANAGER, False, True),
        (None, True, False),
        (None, False, False),
    ],
)
def test_create_api_key_needs_a_permission_for_the_kind_of_key(
    call: Caller, team: Team, role: Role | None, tied: bool, allowed: bool
) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team, [role] if role else [])
    prompt_id = create_prompt(call, team) if tied else None
    if allowed:
        assert create_as(call, grace, team, owner=grace, prompt_id=prompt_id).is_active
    else:
        # Not that the assistant is not shared: that policy would be named.
        refused = "row-level security policy for table"
        with pytest.raises(errors.InsufficientPrivilege, match=refused):
            create_as(call, grace, team, owner=grace, prompt_id=prompt_id)


def test_create_api_key_takes_an_own_private_assistant_of_the_team(
    call: Caller, ada: User, team: Team
) -> None:
    prompt_id = create_prompt(call, team, "Private", creator=ada)
    assert create_key(call, ada, team, prompt_id=prompt_id).prompt_id == prompt_id


def test_create_api_key_takes_an_assistant_that_another_team_shares_with_everyone(
    call: Caller, ada: User, team: Team
) -> None:
    grace = create_person(call, "grace")
    prompt_id = create_prompt(call, create_team(call, grace, "Other"), "Company")
    assert create_key(call, ada, team, prompt_id=prompt_id).prompt_id == prompt_id


@pytest.mark.parametrize("visibility", ["Private", "Team"])
def test_create_api_key_refuses_an_assistant_of_another_team_of_the_person(
    call: Caller, ada: User, team: Team, visibility: str
) -> None:
    prompt_id = create_prompt(call, create_team(call, ada, "Other"), visibility)
    with pytest.raises(errors.InsufficientPrivilege, match="prompt_is_shared"):
        create_key(call, ada, team, prompt_id=prompt_id)


def test_create_api_key_refuses_a_private_assistant_of_a_mate(
    call: Caller, ada: User, team: Team
) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    prompt_id = create_prompt(call, team, "Private", creator=grace)
    with pytest.raises(errors.InsufficientPrivilege, match="prompt_is_shared"):
        create_key(call, ada, team, prompt_id=prompt_id)


def test_create_api_key_refuses_an_unknown_assistant(call: Caller, ada: User, team: Team) -> None:
    with pytest.raises(errors.InsufficientPrivilege, match="prompt_is_shared"):
        create_key(call, ada, team, prompt_id=LARGEST_ID)


# validate_api_key


def test_validate_api_key_gives_a_key_that_may_be_used(call: Caller, key: ApiKey) -> None:
    assert call(api_keys.validate_api_key, key_hash=hash_of("secret")) == key


def test_validate_api_key_needs_nobody_to_be_set(call: Caller, key: ApiKey) -> None:
    call.as_user(None)
    assert call(api_keys.validate_api_key, key_hash=hash_of("secret")) == key


@pytest.mark.parametrize("key_hash", ["", "secret", hash_of("secret").upper(), hash_of("other")])
def test_validate_api_key_takes_nothing_but_the_hash(
    call: Caller, key: ApiKey, key_hash: str
) -> None:
    assert key.is_active
    assert call(api_keys.validate_api_key, key_hash=key_hash) is None


@pytest.mark.parametrize("status", ["disabled", "revoked"])
def test_validate_api_key_refuses_a_key_that_is_not_active(
    call: Caller, key: ApiKey, status: str
) -> None:
    call.connection.execute("UPDATE iam.api_keys SET status = %s WHERE id = %s", [status, key.id])
    assert not is_valid(call)


def test_validate_api_key_refuses_a_deleted_key_even_if_active(call: Caller, key: ApiKey) -> None:
    call.connection.execute("UPDATE iam.api_keys SET deleted_at = now() WHERE id = %s", [key.id])
    assert found(call).is_active
    assert not is_valid(call)


@pytest.mark.parametrize(
    ("remaining", "expected"),
    [
        (timedelta(seconds=-1), False),
        (timedelta(microseconds=-1), False),
        (timedelta(minutes=5), True),
        (timedelta(days=36500), True),
    ],
)
def test_validate_api_key_refuses_an_expired_key(
    call: Caller, ada: User, team: Team, remaining: timedelta, expected: bool
) -> None:
    create_key(call, ada, team, expires_at=datetime.now(UTC) + remaining)
    assert is_valid(call) is expected


@pytest.mark.parametrize(
    ("quota", "used", "expected"),
    [(None, 10**15, True), (0, 0, False), (1, 0, True), (5, 4, True), (5, 5, False), (5, 6, False)],
)
def test_validate_api_key_refuses_a_key_whose_quota_is_used_up(
    call: Caller, key: ApiKey, quota: int | None, used: int, expected: bool
) -> None:
    call.connection.execute(
        "UPDATE iam.api_keys SET quota = %s, used_quota = %s WHERE id = %s", [quota, used, key.id]
    )
    assert is_valid(call) is expected


@pytest.mark.parametrize("status", ["suspended", "deactivated"])
def test_validate_api_key_refuses_the_key_of_an_account_that_is_not_active(
    call: Caller, ada: User, key: ApiKey, status: str
) -> None:
    set_status(call, ada, status)
    assert (key.user_id, is_valid(call)) == (ada.id, False)


def test_validate_api_key_refuses_the_key_of_somebody_who_left(call: Caller, team: Team) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    create_key(call, grace, team)
    assert is_valid(call)
    leave_team(call, grace, team)
    assert not is_valid(call)


def test_validate_api_key_refuses_the_key_of_a_member_of_another_team(
    call: Caller, ada: User, team: Team
) -> None:
    grace = create_person(call, "grace")
    for place in (team, create_team(call, ada, "Other")):
        join_team(call, grace, place)
    create_key(call, grace, team)
    leave_team(call, grace, team)
    assert not is_valid(call)


# find_api_key_by_hash


def test_find_api_key_by_hash_gives_a_key_that_may_not_be_used(call: Caller, key: ApiKey) -> None:
    call(api_keys.archive_api_key, api_key_id=key.id)
    call.as_user(None)
    archived = found(call)
    assert (archived.id, archived.status) == (key.id, "revoked")


def test_find_api_key_by_hash_gives_none_for_an_unknown_hash(call: Caller, key: ApiKey) -> None:
    assert key.id
    assert call(api_keys.find_api_key_by_hash, key_hash=hash_of("other")) is None


# get_api_key, get_api_key_by_external_id


def test_get_api_key_gives_a_key_of_a_team_of_the_user(call: Caller, key: ApiKey) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, Team(id=key.team_id, name=None, created_by_user_id=0, slug=""))
    call.as_user(grace.id)
    assert call(api_keys.get_api_key, api_key_id=key.id) == key


@pytest.mark.parametrize("stranger", ["mallory", None])
def test_get_api_key_gives_none_to_others(
    call: Caller, team: Team, key: ApiKey, stranger: str | None
) -> None:
    become(call, stranger, team)
    assert call(api_keys.get_api_key, api_key_id=key.id) is None


def test_get_api_key_gives_none_for_an_unknown_id(call: Caller, key: ApiKey) -> None:
    assert key.id != LARGEST_ID
    assert call(api_keys.get_api_key, api_key_id=LARGEST_ID) is None


def test_get_api_key_refuses_an_id_beyond_an_integer(call: Caller) -> None:
    with pytest.raises(errors.NumericValueOutOfRange):
        call(api_keys.get_api_key, api_key_id=LARGEST_ID + 1)


def test_get_api_key_by_external_id_gives_a_key_of_a_team_of_the_user(
    call: Caller, key: ApiKey
) -> None:
    assert call(api_keys.get_api_key_by_external_id, external_id=key.external_id) == key


@pytest.mark.parametrize("stranger", ["mallory", None])
def test_get_api_key_by_external_id_gives_none_to_others(
    call: Caller, team: Team, key: ApiKey, stranger: str | None
) -> None:
    become(call, stranger, team)
    assert call(api_keys.get_api_key_by_external_id, external_id=key.external_id) is None


@pytest.mark.parametrize("external_id", [UUID(int=0), UUID(int=2**128 - 1), uuid4()])
def test_get_api_key_by_external_id_gives_none_for_an_unknown_one(
    call: Caller, key: ApiKey, external_id: UUID
) -> None:
    assert key.external_id != external_id
    assert call(api_keys.get_api_key_by_external_id, external_id=external_id) is None


# lists


LISTS: list[Callable[..., list[ApiKey]]] = [
    api_keys.list_api_keys,
    api_keys.list_my_prompt_api_keys,
    api_keys.list_mcp_api_keys,
]


@pytest.mark.parametrize("listed", LISTS)
def test_lists_of_a_team_are_empty_when_there_are_no_keys(
    call: Caller, team: Team, listed: Callable[..., list[ApiKey]]
) -> None:
    assert call(listed, team_id=team.id) == []


@pytest.mark.parametrize("stranger", ["mallory", None])
@pytest.mark.parametrize("listed", LISTS)
def test_lists_of_a_team_are_empty_for_others(
    call: Caller,
    ada: User,
    team: Team,
    listed: Callable[..., list[ApiKey]],
    stranger: str | None,
) -> None:
    create_key(call, ada, team, "mcp")
    create_key(call, ada, team, "assistant", prompt_id=create_prompt(call, team))
    become(call, stranger, team)
    assert call(listed, team_id=team.id) == []


@pytest.mark.parametrize("listed", LISTS)
def test_lists_of_a_team_leave_archived_keys_out_and_keep_revoked_ones(
    call: Caller, ada: User, team: Team, listed: Callable[..., list[ApiKey]]
) -> None:
    keys = [
        create_key(call, ada, team, f"{prompt_id}-{number}", prompt_id=prompt_id)
        for prompt_id in (create_prompt(call, team), None)
        for number in range(2)
    ]
    for archived, revoked in (keys[:2], keys[2:]):
        call(api_keys.archive_api_key, api_key_id=archived.id)
        call(api_keys.revoke_api_key, api_key_id=revoked.id)
    statuses = {key.status for key in call(listed, team_id=team.id)}
    assert statuses == {"revoked"}
    assert all(key.deleted_at is None for key in call(listed, team_id=team.id))


def test_list_api_keys_gives_those_of_the_team_newest_first(
    call: Caller, ada: User, team: Team
) -> None:
    keys = [create_key(call, ada, team, secret) for secret in "abc"]
    create_key(call, ada, create_team(call, ada, "Other"), "d")
    assert call(api_keys.list_api_keys, team_id=team.id) == keys[::-1]


def test_list_api_keys_gives_the_keys_of_other_members(call: Caller, ada: User, team: Team) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    key = create_key(call, ada, team)
    call.as_user(grace.id)
    assert call(api_keys.list_api_keys, team_id=team.id) == [key]


def test_list_my_prompt_api_keys_gives_own_keys_of_assistants_newest_first(
    call: Caller, ada: User, team: Team
) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    first, second = create_prompt(call, team, "Company"), create_prompt(call, team)
    create_key(call, grace, team, "of grace", prompt_id=first)
    create_key(call, ada, team, "for mcp")
    keys = [create_key(call, ada, team, f"own {n}", prompt_id=n) for n in (second, first)]
    other = create_team(call, ada, "Other")
    create_key(call, ada, other, "elsewhere", prompt_id=first)
    assert call(api_keys.list_my_prompt_api_keys, team_id=team.id) == keys[::-1]


def test_list_mcp_api_keys_gives_keys_without_assistant_newest_first(
    call: Caller, ada: User, team: Team
) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    create_key(call, ada, team, "of an assistant", prompt_id=create_prompt(call, team))
    keys = [create_key(call, person, team, person.email) for person in (grace, ada)]
    create_key(call, ada, create_team(call, ada, "Other"), "elsewhere")
    assert call(api_keys.list_mcp_api_keys, team_id=team.id) == keys[::-1]


def test_list_api_keys_by_prefix_gives_keys_of_all_teams_of_the_user(
    call: Caller, ada: User, team: Team
) -> None:
    other = create_team(call, ada, "Other")
    keys = [
        create_key(call, ada, place, f"sk-12345-{number}")
        for number, place in enumerate((team, other, team))
    ]
    create_key(call, ada, team, "sk-99999")
    assert call(api_keys.list_api_keys_by_prefix, key_prefix="sk-12345") == keys


def test_list_api_keys_by_prefix_gives_deleted_keys_too(call: Caller, key: ApiKey) -> None:
    call(api_keys.archive_api_key, api_key_id=key.id)
    assert call(api_keys.list_api_keys_by_prefix, key_prefix="secret") == [found(call)]


@pytest.mark.parametrize("key_prefix", ["", "sec", "secret%", "SECRET"])
def test_list_api_keys_by_prefix_takes_nothing_but_the_whole_prefix(
    call: Caller, key: ApiKey, key_prefix: str
) -> None:
    assert key.key_prefix == "secret"
    assert call(api_keys.list_api_keys_by_prefix, key_prefix=key_prefix) == []


@pytest.mark.parametrize("stranger", ["mallory", None])
def test_list_api_keys_by_prefix_is_empty_for_others(
    call: Caller, team: Team, key: ApiKey, stranger: str | None
) -> None:
    assert key.key_prefix == "secret"
    become(call, stranger, team)
    assert call(api_keys.list_api_keys_by_prefix, key_prefix="secret") == []


# update_api_key


def update(call: Caller, key: ApiKey, **changes: Any) -> ApiKey | None:
    """Replace what of a key can be replaced, by what it is but for the changes."""
    values: dict[str, Any] = {
        name: getattr(key, name)
        for name in ("name", "description", "scopes", "rate_limit", "quota", "expires_at")
    }
    return call(api_keys.update_api_key, **{**values, **changes}, api_key_id=key.id)


def test_update_api_key_replaces_description_and_limits(call: Caller, key: ApiKey) -> None:
    expires_at = datetime(2999, 1, 1, tzinfo=UTC)
    updated = call.one(
        api_keys.update_api_key,
        name="new",
        description="what for",
        scopes=["read", "wr,ite"],
        rate_limit=LARGEST_ID,
        quota=LARGEST_BIGINT,
        expires_at=expires_at,
        api_key_id=key.id,
    )
    replaced = (updated.name, updated.description, updated.scopes)
    assert replaced == ("new", "what for", ["read", "wr,ite"])
    limits = (updated.rate_limit, updated.quota, updated.expires_at)
    assert limits == (LARGEST_ID, LARGEST_BIGINT, expires_at)
    assert found(call) == updated


def test_update_api_key_removes_what_is_none(call: Caller, ada: User, team: Team) -> None:
    key = create_key(
        call, ada, team, scopes=["a"], quota=5, expires_at=datetime(2999, 1, 1, tzinfo=UTC)
    )
    removed: dict[str, Any] = {"description": None, "scopes": [], "quota": None, "expires_at": None}
    updated = update(call, key, **removed)
    assert updated == key.model_copy(update={**removed, "updated_at": found(call).updated_at})


def test_update_api_key_notes_when_the_key_changed(call: Caller, key: ApiKey) -> None:
    updated = update(call, key, name="new")
    assert updated is not None
    assert updated.updated_at > key.updated_at


def test_update_api_key_with_the_same_values_is_no_change(call: Caller, key: ApiKey) -> None:
    assert update(call, key) == key


def test_update_api_key_gives_none_for_a_deleted_key(call: Caller, key: ApiKey) -> None:
    call(api_keys.archive_api_key, api_key_id=key.id)
    assert update(call, key, name="new") is None


def test_update_api_key_lets_a_manager_limit_the_key_of_a_member(
    call: Caller, ada: User, team: Team
) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    key = create_key(call, grace, team)
    call.as_user(ada.id)
    assert update(call, key, quota=1) == found(call)
    assert found(call).quota == 1


@pytest.mark.parametrize("other", ["member", "mallory", None])
def test_update_api_key_changes_nothing_for_others(
    call: Caller, team: Team, key: ApiKey, other: str | None
) -> None:
    become(call, other, team)
    assert update(call, key, name="mine") is None
    assert found(call) == key


# rotate_api_key


def rotate(call: Caller, key: ApiKey, secret: str = "rotated") -> ApiKey | None:  # noqa: S107 - no password
    return call(
        api_keys.rotate_api_key,
        key_hash=hash_of(secret),
        key_prefix=secret[:8],
        api_key_id=key.id,
    )


def test_rotate_api_key_replaces_the_key_and_keeps_everything_else(
    call: Caller, ada: User, team: Team
) -> None:
    key = create_key(call, ada, team, scopes=["a"], quota=5, prompt_id=create_prompt(call, team))
    rotated = rotate(call, key)
    assert rotated == key.model_copy(
        update={"key_prefix": "rotated", "updated_at": found(call, "rotated").updated_at}
    )


def test_rotate_api_key_stops_the_old_key_and_starts_the_new_one(call: Caller, key: ApiKey) -> None:
    rotate(call, key)
    assert (is_valid(call, "secret"), is_valid(call, "rotated")) == (False, True)


def test_rotate_api_key_takes_a_key_without_prefix(call: Caller, key: ApiKey) -> None:
    rotated = call.one(
        api_keys.rotate_api_key,
        key_hash=hash_of("rotated"),
        key_prefix=None,
        api_key_id=key.id,
    )
    assert rotated.key_prefix is None


def test_rotate_api_key_leaves_a_disabled_key_disabled(call: Caller, key: ApiKey) -> None:
    call(api_keys.set_api_key_enabled, enabled=False, api_key_id=key.id)
    rotated = rotate(call, key)
    assert rotated is not None
    assert rotated.status == "disabled"


def test_rotate_api_key_refuses_a_key_that_is_used(
    call: Caller, ada: User, team: Team, key: ApiKey
) -> None:
    create_key(call, ada, team, "other")
    with pytest.raises(errors.UniqueViolation, match="unique_api_key"):
        rotate(call, key, "other")


def test_rotate_api_key_gives_none_for_a_revoked_key(call: Caller, key: ApiKey) -> None:
    call(api_keys.revoke_api_key, api_key_id=key.id)
    assert rotate(call, key) is None


def test_rotate_api_key_gives_none_for_a_deleted_key(call: Caller, key: ApiKey) -> None:
    call.connection.execute("UPDATE iam.api_keys SET deleted_at = now() WHERE id = %s", [key.id])
    assert rotate(call, key) is None


def test_rotate_api_key_lets_no_manager_act_for_a_member(
    call: Caller, ada: User, team: Team
) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    key = create_key(call, grace, team)
    call.as_user(ada.id)
    assert rotate(call, key) is None
    assert found(call) == key


@pytest.mark.parametrize("other", ["member", "mallory", None])
def test_rotate_api_key_changes_nothing_for_others(
    call: Caller, team: Team, key: ApiKey, other: str | None
) -> None:
    become(call, other, team)
    assert rotate(call, key) is None
    assert found(call) == key


# set_api_key_enabled, revoke_api_key


def test_set_api_key_enabled_switches_a_key_off_and_on(call: Caller, key: ApiKey) -> None:
    assert call(api_keys.set_api_key_enabled, enabled=False, api_key_id=key.id) == 1
    off = found(call)
    assert (off.status, off.is_active, is_valid(call)) == ("disabled", False, False)
    assert call(api_keys.set_api_key_enabled, enabled=True, api_key_id=key.id) == 1
    assert found(call).status == "active"
    assert is_valid(call)


@pytest.mark.parametrize("enabled", [True, False])
def test_set_api_key_enabled_leaves_a_revoked_key_revoked(
    call: Caller, key: ApiKey, enabled: bool
) -> None:
    call(api_keys.revoke_api_key, api_key_id=key.id)
    assert call(api_keys.set_api_key_enabled, enabled=enabled, api_key_id=key.id) == 0
    assert found(call).status == "revoked"


def test_set_api_key_enabled_leaves_a_deleted_key(call: Caller, key: ApiKey) -> None:
    call.connection.execute("UPDATE iam.api_keys SET deleted_at = now() WHERE id = %s", [key.id])
    assert call(api_keys.set_api_key_enabled, enabled=False, api_key_id=key.id) == 0


def test_revoke_api_key_revokes_and_leaves_in_the_list(call: Caller, key: ApiKey) -> None:
    assert call(api_keys.revoke_api_key, api_key_id=key.id) == 1
    revoked = found(call)
    assert (revoked.status, revoked.is_active, is_valid(call)) == ("revoked", False, False)
    assert call(api_keys.list_api_keys, team_id=key.team_id) == [revoked]


def test_revoke_api_key_changes_no_row_the_second_time(call: Caller, key: ApiKey) -> None:
    call(api_keys.revoke_api_key, api_key_id=key.id)
    assert call(api_keys.revoke_api_key, api_key_id=key.id) == 0


# a key whose assistant is shared no more


@pytest.fixture
def withdrawn(call: Caller, ada: User, team: Team) -> ApiKey:
    """A key of ada in the team for an assistant that another team shared, and does no more."""
    grace = create_person(call, "grace")
    prompt_id = create_prompt(call, create_team(call, grace, "Other"), "Company")
    key = create_key(call, ada, team, prompt_id=prompt_id)
    set_visibility(call, prompt_id, "Team")
    call.as_user(ada.id)
    return key


def test_a_key_whose_assistant_was_withdrawn_is_not_changed_while_active(
    call: Caller, withdrawn: ApiKey
) -> None:
    with pytest.raises(errors.InsufficientPrivilege, match="prompt_is_shared"):
        update(call, withdrawn, name="new")
    with pytest.raises(errors.InsufficientPrivilege, match="prompt_is_shared"):
        rotate(call, withdrawn)
    assert found(call) == withdrawn


def test_a_key_whose_assistant_was_withdrawn_is_switched_off_and_not_on(
    call: Caller, withdrawn: ApiKey
) -> None:
    assert call(api_keys.set_api_key_enabled, enabled=False, api_key_id=withdrawn.id) == 1
    with pytest.raises(errors.InsufficientPrivilege, match="prompt_is_shared"):
        call(api_keys.set_api_key_enabled, enabled=True, api_key_id=withdrawn.id)
    assert found(call).status == "disabled"


def test_a_key_whose_assistant_was_withdrawn_is_taken_out_of_use(
    call: Caller, withdrawn: ApiKey
) -> None:
    assert call(api_keys.revoke_api_key, api_key_id=withdrawn.id) == 1
    assert call(api_keys.archive_api_key, api_key_id=withdrawn.id) == 1
    assert call(api_keys.delete_api_key, api_key_id=withdrawn.id) == 1


def test_a_manager_takes_a_key_for_a_private_assistant_out_of_use_and_changes_nothing_else(
    call: Caller, ada: User, team: Team
) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    prompt_id = create_prompt(call, team, "Private", creator=grace)
    key = create_key(call, grace, team, prompt_id=prompt_id)
    call.as_user(ada.id)
    with pytest.raises(errors.InsufficientPrivilege, match="prompt_is_shared"):
        update(call, key, quota=1)
    assert found(call) == key
    assert call(api_keys.set_api_key_enabled, enabled=False, api_key_id=key.id) == 1
    assert call(api_keys.revoke_api_key, api_key_id=key.id) == 1


# archive_api_key, delete_api_key, purge_archived_api_keys


def test_archive_api_key_revokes_and_takes_out_of_the_list(call: Caller, key: ApiKey) -> None:
    assert call(api_keys.archive_api_key, api_key_id=key.id) == 1
    archived = found(call)
    assert (archived.status, is_valid(call)) == ("revoked", False)
    assert archived.deleted_at == archived.updated_at
    assert call(api_keys.list_api_keys, team_id=key.team_id) == []


def test_archive_api_key_takes_a_revoked_key(call: Caller, key: ApiKey) -> None:
    call(api_keys.revoke_api_key, api_key_id=key.id)
    assert call(api_keys.archive_api_key, api_key_id=key.id) == 1


def test_archive_api_key_changes_no_row_the_second_time(call: Caller, key: ApiKey) -> None:
    call(api_keys.archive_api_key, api_key_id=key.id)
    archived = found(call)
    assert call(api_keys.archive_api_key, api_key_id=key.id) == 0
    assert found(call) == archived


def test_delete_api_key_deletes_that_key_alone(
    call: Caller, ada: User, team: Team, key: ApiKey
) -> None:
    other = create_key(call, ada, team, "other")
    assert call(api_keys.delete_api_key, api_key_id=key.id) == 1
    assert call(api_keys.list_api_keys, team_id=team.id) == [other]


def test_delete_api_key_takes_an_archived_key(call: Caller, key: ApiKey) -> None:
    call(api_keys.archive_api_key, api_key_id=key.id)
    assert call(api_keys.delete_api_key, api_key_id=key.id) == 1


CHANGES: list[tuple[Callable[..., int], dict[str, bool]]] = [
    (api_keys.set_api_key_enabled, {"enabled": False}),
    (api_keys.revoke_api_key, {}),
    (api_keys.archive_api_key, {}),
    (api_keys.delete_api_key, {}),
]


@pytest.mark.parametrize("other", ["member", "mallory", None])
@pytest.mark.parametrize(("change", "values"), CHANGES)
def test_others_change_nothing(
    call: Caller,
    team: Team,
    key: ApiKey,
    change: Callable[..., int],
    values: dict[str, bool],
    other: str | None,
) -> None:
    become(call, other, team)
    assert call(change, **values, api_key_id=key.id) == 0
    assert found(call) == key


@pytest.mark.parametrize(("change", "values"), CHANGES)
def test_the_person_whose_key_it_is_changes_it(
    call: Caller, team: Team, change: Callable[..., int], values: dict[str, bool]
) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    key = create_key(call, grace, team)
    call.as_user(grace.id)
    assert call(change, **values, api_key_id=key.id) == 1


@pytest.mark.parametrize(("change", "values"), CHANGES)
def test_a_manager_changes_the_keys_of_members(
    call: Caller, ada: User, team: Team, change: Callable[..., int], values: dict[str, bool]
) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    key = create_key(call, grace, team)
    call.as_user(ada.id)
    assert call(change, **values, api_key_id=key.id) == 1


@pytest.mark.parametrize(("change", "values"), CHANGES)
def test_somebody_who_left_the_team_changes_nothing(
    call: Caller, team: Team, change: Callable[..., int], values: dict[str, bool]
) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    key = create_key(call, grace, team)
    leave_team(call, grace, team)
    call.as_user(grace.id)
    assert call(change, **values, api_key_id=key.id) == 0
    assert found(call) == key


@pytest.mark.parametrize(("change", "values"), CHANGES)
def test_changing_an_unknown_key_changes_no_row(
    call: Caller, key: ApiKey, change: Callable[..., int], values: dict[str, bool]
) -> None:
    assert call(change, **values, api_key_id=LARGEST_ID) == 0
    assert found(call) == key


def test_purge_archived_api_keys_deletes_those_archived_before(
    call: Caller, ada: User, team: Team
) -> None:
    other = create_team(call, ada, "Other")
    ages = {"old": (team, 8), "old too": (other, 30), "fresh": (team, 6), "in use": (team, None)}
    for secret, (place, days) in ages.items():
        key = create_key(call, ada, place, secret)
        if days is not None:
            call(api_keys.archive_api_key, api_key_id=key.id)
            call.connection.execute(
                "UPDATE iam.api_keys SET deleted_at = now() - %s WHERE id = %s",
                [timedelta(days=days), key.id],
            )
    call.as_user(None)
    moment = datetime.now(UTC) - timedelta(days=7)
    assert call(api_keys.purge_archived_api_keys, deleted_before=moment) == 2
    left = [
        secret
        for secret in ages
        if call(api_keys.find_api_key_by_hash, key_hash=hash_of(secret)) is not None
    ]
    assert left == ["fresh", "in use"]


# touch_api_key


def used_before(call: Caller, key: ApiKey, age: timedelta) -> None:
    call.connection.execute(
        "UPDATE iam.api_keys SET last_used_at = now() - %s WHERE id = %s", [age, key.id]
    )


def test_touch_api_key_notes_the_first_use(call: Caller, key: ApiKey) -> None:
    assert call(api_keys.touch_api_key, api_key_id=key.id) == 1
    used = found(call).last_used_at
    assert used is not None
    assert timedelta(0) <= datetime.now(UTC) - used < timedelta(minutes=5)


def test_touch_api_key_notes_nothing_right_afterwards(call: Caller, key: ApiKey) -> None:
    call(api_keys.touch_api_key, api_key_id=key.id)
    touched = found(call)
    assert call(api_keys.touch_api_key, api_key_id=key.id) == 0
    assert found(call) == touched


@pytest.mark.parametrize(("seconds", "changed"), [(30, 0), (61, 1), (86_400, 1)])
def test_touch_api_key_notes_use_once_a_minute(
    call: Caller, key: ApiKey, seconds: int, changed: int
) -> None:
    used_before(call, key, timedelta(seconds=seconds))
    assert call(api_keys.touch_api_key, api_key_id=key.id) == changed


def test_touch_api_key_notes_use_once_of_two_at_once(call: Caller, key: ApiKey) -> None:
    call.connection.execute("BEGIN")
    first = api_keys.touch_api_key(call.connection, api_key_id=key.id)
    with committed_when_waited_for(call.connection):
        second = call(api_keys.touch_api_key, api_key_id=key.id)
    assert (first, second) == (1, 0)


def test_touch_api_key_is_no_change_of_the_key(call: Caller, key: ApiKey) -> None:
    call(api_keys.touch_api_key, api_key_id=key.id)
    assert found(call).updated_at == key.updated_at


def test_touch_api_key_changes_no_row_for_an_unknown_key(call: Caller, key: ApiKey) -> None:
    assert call(api_keys.touch_api_key, api_key_id=LARGEST_ID) == 0
    assert found(call) == key


# quota


def deduct(call: Caller, key: ApiKey, cost: int) -> int | None:
    """Charge a key, and return what it has used then, or None when it was not charged."""
    charged = call(api_keys.deduct_api_key_quota, cost=cost, api_key_id=key.id)
    return charged.used_quota if charged else None


def refund(call: Caller, key: ApiKey, cost: int) -> int | None:
    refunded = call(api_keys.refund_api_key_quota, cost=cost, api_key_id=key.id)
    return refunded.used_quota if refunded else None


def test_deduct_api_key_quota_gives_quota_and_use(call: Caller, ada: User, team: Team) -> None:
    key = create_key(call, ada, team, quota=10)
    charged = call.one(api_keys.deduct_api_key_quota, cost=4, api_key_id=key.id)
    assert (charged.id, charged.quota, charged.used_quota) == (key.id, 10, 4)


def test_deduct_api_key_quota_charges_up_to_the_quota_and_no_further(
    call: Caller, ada: User, team: Team
) -> None:
    key = create_key(call, ada, team, quota=10)
    assert [deduct(call, key, cost) for cost in (6, 5, 4, 1, 0)] == [6, None, 10, None, 10]
    assert found(call).used_quota == 10


def test_deduct_api_key_quota_charges_a_key_without_quota_without_end(
    call: Caller, key: ApiKey
) -> None:
    assert [deduct(call, key, 10**18), deduct(call, key, 10**18)] == [10**18, 2 * 10**18]


def test_deduct_api_key_quota_charges_nothing_for_a_negative_cost(
    call: Caller, ada: User, team: Team
) -> None:
    key = create_key(call, ada, team, quota=10)
    deduct(call, key, 5)
    assert deduct(call, key, -1) is None
    assert found(call).used_quota == 5


def test_deduct_api_key_quota_gives_none_for_any_cost_beyond_the_quota(
    call: Caller, ada: User, team: Team
) -> None:
    key = create_key(call, ada, team, quota=10)
    deduct(call, key, 5)
    assert deduct(call, key, LARGEST_BIGINT) is None


def test_deduct_api_key_quota_gives_none_for_an_unknown_key(call: Caller) -> None:
    assert call(api_keys.deduct_api_key_quota, cost=1, api_key_id=LARGEST_ID) is None


def test_deduct_api_key_quota_refuses_what_two_at_once_would_use_beyond_it(
    call: Caller, ada: User, team: Team
) -> None:
    key = create_key(call, ada, team, quota=10)
    call.connection.execute("BEGIN")
    first = api_keys.deduct_api_key_quota(call.connection, cost=6, api_key_id=key.id)
    with committed_when_waited_for(call.connection):
        second = deduct(call, key, 6)
    assert first is not None
    assert (first.used_quota, second, found(call).used_quota) == (6, None, 6)


def test_using_a_key_is_no_change_of_it(call: Caller, key: ApiKey) -> None:
    deduct(call, key, 5)
    refund(call, key, 1)
    call(api_keys.reset_api_key_usage, api_key_id=key.id)
    assert found(call).updated_at == key.updated_at


def test_refund_api_key_quota_gives_back_down_to_none_used(
    call: Caller, ada: User, team: Team
) -> None:
    key = create_key(call, ada, team, quota=10)
    deduct(call, key, 10)
    assert [refund(call, key, cost) for cost in (4, 0, 5, 3)] == [6, 6, 1, 0]


def test_refund_api_key_quota_takes_a_key_without_quota(call: Caller, key: ApiKey) -> None:
    deduct(call, key, 3)
    refunded = call.one(api_keys.refund_api_key_quota, cost=LARGEST_BIGINT, api_key_id=key.id)
    assert (refunded.id, refunded.quota, refunded.used_quota) == (key.id, None, 0)


def test_refund_api_key_quota_gives_none_for_a_negative_cost(call: Caller, key: ApiKey) -> None:
    assert refund(call, key, -5) is None
    assert found(call).used_quota == 0


def test_refund_api_key_quota_gives_none_for_an_unknown_key(call: Caller) -> None:
    assert call(api_keys.refund_api_key_quota, cost=1, api_key_id=LARGEST_ID) is None


def test_reset_api_key_usage_counts_from_zero_again(call: Caller, ada: User, team: Team) -> None:
    key = create_key(call, ada, team, quota=10)
    deduct(call, key, 10)
    assert not is_valid(call)
    assert call(api_keys.reset_api_key_usage, api_key_id=key.id) == 1
    assert found(call).used_quota == 0
    assert is_valid(call)


def test_reset_api_key_usage_changes_no_row_for_an_unknown_key(call: Caller) -> None:
    assert call(api_keys.reset_api_key_usage, api_key_id=LARGEST_ID) == 0
