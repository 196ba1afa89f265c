from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from psycopg import errors

from generated.ops import cache
from tests.queries.caller import Caller
from tests.queries.texts import TRICKY

LATER = datetime(2999, 1, 1, tzinfo=UTC)
PAST = datetime(2001, 1, 1, tzinfo=UTC)


def keep(
    call: Caller,
    key: str = "key",
    value: bytes = b"value",
    *tags: str,
    expires_at: datetime = LATER,
) -> None:
    call(
        cache.set_cache_entry,
        key=key,
        value=value,
        content_type="text/plain",
        tags=tags,
        expires_at=expires_at,
    )


def kept(call: Caller, *keys: str) -> list[bytes | None]:
    """Return the value under each key."""
    found = [call(cache.get_cache_entry, key=key) for key in keys]
    return [entry.value if entry else None for entry in found]


# get_cache_entry, set_cache_entry


def test_get_cache_entry_gives_none_when_there_is_nothing(call: Caller) -> None:
    assert call(cache.get_cache_entry, key="key") is None


def test_get_cache_entry_gives_what_was_set(call: Caller) -> None:
    keep(call, "key", b"\x00\xff", "a", "b")
    entry = call.one(cache.get_cache_entry, key="key")
    assert (entry.value, entry.content_type) == (b"\x00\xff", "text/plain")
    assert (entry.tags, entry.expires_at) == (["a", "b"], LATER)


@pytest.mark.parametrize("value", [b"", b"'; --", b"x" * 3_000_000])
def test_set_cache_entry_keeps_any_value(call: Caller, value: bytes) -> None:
    keep(call, "key", value)
    assert kept(call, "key") == [value]


def test_set_cache_entry_takes_any_key_and_tag(call: Caller) -> None:
    for text in TRICKY:
        keep(call, text, text.encode(), text)
        assert call.one(cache.get_cache_entry, key=text).tags == [text]
    assert kept(call, *TRICKY) == [text.encode() for text in TRICKY]
    for text in TRICKY:
        assert call(cache.delete_cache_entries_by_tag, tag=text) == 1


def test_set_cache_entry_replaces_all_of_the_entry(call: Caller) -> None:
    keep(call, "key", b"old", "a", expires_at=PAST)
    keep(call, "other", b"other", "a")
    call(
        cache.set_cache_entry,
        key="key",
        value=b"new",
        content_type="application/json",
        tags=["b"],
        expires_at=LATER,
    )
    entry = call.one(cache.get_cache_entry, key="key")
    assert (entry.value, entry.content_type) == (b"new", "application/json")
    assert (entry.tags, entry.expires_at) == (["b"], LATER)
    assert kept(call, "other") == [b"other"]


def test_set_cache_entry_refuses_a_tag_that_is_none(call: Caller) -> None:
    with pytest.raises(errors.CheckViolation, match="cache_tags_check"):
        call(
            cache.set_cache_entry,
            key="key",
            value=b"",
            content_type="",
            tags=["a", None],
            expires_at=LATER,
        )


def test_get_cache_entry_gives_nothing_from_the_moment_it_expires(
    call: Caller, connection: psycopg.Connection
) -> None:
    row = connection.execute("SELECT now()").fetchone()
    assert row is not None
    keep(call, "now", expires_at=row[0])
    keep(call, "soon", expires_at=row[0] + timedelta(minutes=1))
    assert kept(call, "now", "soon") == [None, b"value"]


# delete_cache_entry, delete_cache_entries_by_tag


def test_delete_cache_entry_deletes_that_entry_alone(call: Caller) -> None:
    keep(call, "a")
    keep(call, "b")
    keep(call, "expired", expires_at=PAST)
    assert call(cache.delete_cache_entry, key="a") == 1
    assert call(cache.delete_cache_entry, key="a") == 0
    assert call(cache.delete_cache_entry, key="expired") == 1
    assert kept(call, "a", "b") == [None, b"value"]


def test_delete_cache_entries_by_tag_deletes_those_that_have_it(call: Caller) -> None:
    keep(call, "one", b"", "a")
    keep(call, "two", b"", "b", "a")
    keep(call, "expired", b"", "a", expires_at=PAST)
    keep(call, "other", b"", "ab", "A", "")
    keep(call, "none")
    assert call(cache.delete_cache_entries_by_tag, tag="a") == 3
    assert call(cache.delete_cache_entries_by_tag, tag="a") == 0
    assert kept(call, "one", "two", "other", "none") == [None, None, b"", b"value"]


# purge_expired_cache


def test_purge_expired_cache_deletes_what_has_expired(call: Caller) -> None:
    assert call(cache.purge_expired_cache) == 0
    for key, expires_at in (("a", PAST), ("b", PAST), ("c", LATER)):
        keep(call, key, expires_at=expires_at)
    assert call(cache.purge_expired_cache) == 2
    assert call(cache.purge_expired_cache) == 0
    assert call(cache.delete_cache_entry, key="a") == 0
    assert kept(call, "c") == [b"value"]
