"""The cache of values that expire."""

import psycopg
import pytest
from psycopg import errors

from tests.db.acting import Role, acting_as, add_user

ADD = (
    "INSERT INTO ops.cache (key, value, tags, expires_at) VALUES (%s, '', %s, now() + %s::interval)"
)


def keys(connection: psycopg.Connection) -> list[str]:
    return [key for (key,) in connection.execute("SELECT key FROM ops.cache ORDER BY key")]


def test_what_has_expired_is_purged_and_nothing_else(connection: psycopg.Connection) -> None:
    with acting_as(connection, None, "application_system"):
        for key, age in (("old", "-1 day"), ("now", "0"), ("fresh", "1 minute")):
            connection.execute(ADD, [key, [], age])
        assert connection.execute("SELECT ops.purge_expired_cache()").fetchone() == (2,)
        assert keys(connection) == ["fresh"]


def test_entries_are_found_by_tag_through_the_index(connection: psycopg.Connection) -> None:
    with acting_as(connection, None, "application_system"):
        connection.execute(ADD, ["a", ["models", "x"], "1 day"])
        connection.execute(ADD, ["b", ["models"], "1 day"])
        connection.execute("SET LOCAL enable_seqscan = off")
        plan = connection.execute("EXPLAIN SELECT FROM ops.cache WHERE tags @> '{models}'")
        assert "cache_tags_idx" in "".join(line for (line,) in plan)
        connection.execute("DELETE FROM ops.cache WHERE tags @> '{x}'")
        assert keys(connection) == ["b"]


def test_a_tag_without_a_name_is_refused(connection: psycopg.Connection) -> None:
    with pytest.raises(errors.CheckViolation) as raised:
        connection.execute(ADD, ["a", [None], "1 day"])
    assert raised.value.diag.constraint_name == "cache_tags_check"


def test_the_cache_is_not_logged(connection: psycopg.Connection) -> None:
    query = "SELECT relpersistence::text FROM pg_class WHERE oid = 'ops.cache'::regclass"
    assert connection.execute(query).fetchone() == ("u",)


def test_no_person_reads_the_cache_or_purges_it(connection: psycopg.Connection) -> None:
    ada = add_user(connection, "ada", admin=True)
    roles: list[Role] = ["application_user", "application_readonly"]
    for role in roles:
        with pytest.raises(errors.InsufficientPrivilege), acting_as(connection, ada, role):
            keys(connection)
        with pytest.raises(errors.InsufficientPrivilege), acting_as(connection, ada, role):
            connection.execute("SELECT ops.purge_expired_cache()")
