"""What the triggers of schema ``iam`` do: slugs, updated_at, the first administrator."""

from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.queries.interleaving import ended_when_waited_for


def scalar(
    connection: psycopg.Connection, query: LiteralString | sql.Composed, *values: object
) -> object:
    row = connection.execute(query, values).fetchone()
    assert row is not None
    return row[0]


def add_user(connection: psycopg.Connection, name: str) -> bool:
    """Add a user, and tell whether it was made system administrator."""
    query = "INSERT INTO iam.users (openid_sub, email) VALUES (%s, %s) RETURNING system_admin"
    return bool(scalar(connection, query, name, f"{name}@example.org"))


def administrators(connection: psycopg.Connection) -> list[str]:
    query = "SELECT openid_sub FROM iam.users WHERE system_admin ORDER BY id"
    return [name for (name,) in connection.execute(query)]


# slugs


def add_team(connection: psycopg.Connection, name: str | None, creator: int = 1) -> str:
    """Add a team, and return its slug."""
    query = "INSERT INTO iam.teams (name, created_by_user_id) VALUES (%s, %s) RETURNING slug"
    return str(scalar(connection, query, name, creator))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Weavers", "weavers--1"),
        ("My Team", "my-team--1"),
        ("  The  Weavers, Ltd. ", "the-weavers-ltd--1"),
        ("--a--b--", "a-b--1"),
        ("Team 42", "team-42--1"),
        ("Zürich", "z-rich--1"),
        ("a--7", "a-7--1"),
        (None, "ada-lovelace--1"),
        ("", "ada-lovelace--1"),
        ("日本語", "ada-lovelace--1"),
        ("!?", "ada-lovelace--1"),
    ],
)
def test_a_slug_is_made_of_the_name_or_else_of_the_address(
    connection: psycopg.Connection, name: str | None, slug: str
) -> None:
    add_user(connection, "Ada.Lovelace")
    assert add_team(connection, name) == slug


def test_a_slug_is_team_when_neither_name_nor_address_make_one(
    connection: psycopg.Connection,
) -> None:
    add_user(connection, "日本")
    assert add_team(connection, "名前") == "team--1"


def test_a_slug_is_team_when_there_is_no_name_and_no_creator(
    connection: psycopg.Connection,
) -> None:
    assert add_team(connection, None, creator=99) == "team--1"


def test_a_slug_follows_the_name(connection: psycopg.Connection) -> None:
    add_team(connection, "Weavers")
    update = "UPDATE iam.teams SET name = 'Spinners' RETURNING slug"
    assert scalar(connection, update) == "spinners--1"


def test_a_slug_stays_when_the_name_is_not_set(connection: psycopg.Connection) -> None:
    add_user(connection, "ada")
    add_team(connection, None)
    connection.execute("UPDATE iam.users SET email = 'new@example.org'")
    update = "UPDATE iam.teams SET created_by_user_id = 1 RETURNING slug"
    assert scalar(connection, update) == "ada--1"


def test_a_slug_that_is_given_is_replaced(connection: psycopg.Connection) -> None:
    query = """
        INSERT INTO iam.teams (name, created_by_user_id, slug)
        VALUES ('Weavers', 1, 'mine')
        RETURNING slug
    """
    assert scalar(connection, query) == "weavers--1"


def test_slugs_of_teams_with_misleading_names_differ(connection: psycopg.Connection) -> None:
    names = ["a", "a--1", "a--2", "a 1", "a--3--1", "a---", "a--4", None, "team--8"]
    slugs = [add_team(connection, name) for name in names]
    assert len(set(slugs)) == len(names)


# updated_at


def add_key(connection: psycopg.Connection) -> None:
    add_user(connection, "ada")
    add_team(connection, "Weavers")
    connection.execute(
        """
        INSERT INTO iam.api_keys (user_id, team_id, name, api_key)
        VALUES (1, 1, 'n', encode(sha256('k'), 'hex'))
        """
    )


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ("name = 'new'", True),
        ("description = ''", True),
        ("api_key = encode(sha256('new'), 'hex')", True),
        ("key_prefix = 'k'", True),
        ("status = 'disabled'", True),
        ("rate_limit = 1", True),
        ("quota = 1", True),
        ("scopes = '{a}'", True),
        ("expires_at = now()", True),
        ("deleted_at = now()", True),
        ("name = 'new', last_used_at = now()", True),
        ("last_used_at = now()", False),
        ("used_quota = 1", False),
        ("last_used_at = now(), used_quota = 1", False),
        ("name = name", False),
    ],
)
def test_updated_at_of_a_key_follows_all_but_its_use(
    connection: psycopg.Connection, change: LiteralString, counts: bool
) -> None:
    add_key(connection)
    update = sql.SQL("UPDATE iam.api_keys SET {} RETURNING updated_at > created_at")
    assert scalar(connection, update.format(sql.SQL(change))) is counts


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ("email = 'new@example.org'", True),
        ("first_name = 'Ada'", True),
        ("status = 'suspended'", True),
        ("password_hash = 'x'", True),
        ("system_admin = false", True),
        ("email = email", False),
        ("first_name = NULL", False),
    ],
)
def test_updated_at_of_a_person_follows_every_change(
    connection: psycopg.Connection, change: LiteralString, counts: bool
) -> None:
    add_user(connection, "ada")
    update = sql.SQL("UPDATE iam.users SET {} RETURNING updated_at > created_at")
    assert scalar(connection, update.format(sql.SQL(change))) is counts


@pytest.mark.parametrize(("table", "status"), [("users", "suspended"), ("api_keys", "revoked")])
def test_updated_at_that_the_caller_sets_is_kept(
    connection: psycopg.Connection, table: str, status: str
) -> None:
    add_key(connection)
    update = sql.SQL(
        "UPDATE {} SET status = {}, updated_at = 'epoch' RETURNING updated_at = 'epoch'"
    ).format(sql.Identifier("iam", table), sql.Literal(status))
    assert scalar(connection, update) is True


# the first administrator


def test_the_first_person_is_made_administrator(connection: psycopg.Connection) -> None:
    assert [add_user(connection, name) for name in ("ada", "grace", "edsger")] == [
        True,
        False,
        False,
    ]


def test_the_first_of_several_in_one_statement_is_made_administrator(
    connection: psycopg.Connection,
) -> None:
    connection.execute(
        "INSERT INTO iam.users (openid_sub, email) VALUES ('a', 'a'), ('b', 'b'), ('c', 'c')"
    )
    assert administrators(connection) == ["a"]


def test_the_first_person_is_made_administrator_even_if_told_not_to_be(
    connection: psycopg.Connection,
) -> None:
    connection.execute(
        "INSERT INTO iam.users (openid_sub, email, system_admin) VALUES ('a', 'a', false)"
    )
    assert administrators(connection) == ["a"]


def test_a_later_person_can_be_added_as_administrator(connection: psycopg.Connection) -> None:
    add_user(connection, "a")
    connection.execute(
        "INSERT INTO iam.users (openid_sub, email, system_admin) VALUES ('b', 'b', true)"
    )
    assert administrators(connection) == ["a", "b"]


def another(connection: psycopg.Connection) -> psycopg.Connection:
    """Return a second connection to the same database."""
    info = connection.info
    return psycopg.connect(info.dsn, password=info.password or None, autocommit=True)


def test_of_two_first_people_at_once_one_is_made_administrator(
    connection: psycopg.Connection,
) -> None:
    with another(connection) as second:
        connection.execute("BEGIN")
        assert add_user(connection, "ada")
        second.execute("BEGIN")
        with ended_when_waited_for(connection, "COMMIT"):
            add_user(second, "grace")
        second.execute("COMMIT")
    assert administrators(connection) == ["ada"]


def test_when_the_first_of_two_at_once_is_rolled_back_the_second_is_made_administrator(
    connection: psycopg.Connection,
) -> None:
    with another(connection) as second:
        connection.execute("BEGIN")
        assert add_user(connection, "ada")
        with ended_when_waited_for(connection, "ROLLBACK"):
            assert add_user(second, "grace")
    assert administrators(connection) == ["grace"]


@pytest.mark.parametrize("isolation", ["REPEATABLE READ", "SERIALIZABLE"])
def test_the_first_person_is_refused_under_a_stricter_isolation(
    connection: psycopg.Connection, isolation: LiteralString
) -> None:
    connection.execute("BEGIN ISOLATION LEVEL " + isolation)
    with pytest.raises(errors.InvalidTransactionState) as caught:
        add_user(connection, "ada")
    assert caught.value.diag.message_primary == (
        "the first user can be added under READ COMMITTED only"
    )
    assert caught.value.diag.message_hint is not None


def test_later_people_are_added_under_repeatable_read(connection: psycopg.Connection) -> None:
    add_user(connection, "ada")
    connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
    assert not add_user(connection, "grace")


def test_later_people_do_not_wait_for_each_other(connection: psycopg.Connection) -> None:
    add_user(connection, "ada")
    with another(connection) as second:
        connection.execute("BEGIN")
        add_user(connection, "grace")
        second.execute("SET lock_timeout = '1ms'")
        assert not add_user(second, "edsger")


def test_current_user_id_is_the_setting(connection: psycopg.Connection) -> None:
    connection.execute("SELECT set_config('app.user_id', '2147483647', false)")
    assert scalar(connection, "SELECT iam.current_user_id()") == 2147483647


def test_current_user_id_is_null_before_it_was_ever_set(connection: psycopg.Connection) -> None:
    assert scalar(connection, "SELECT iam.current_user_id()") is None


def test_current_user_id_is_null_after_the_transaction_that_set_it(
    connection: psycopg.Connection,
) -> None:
    connection.execute("SELECT set_config('app.user_id', '1', true)")
    assert scalar(connection, "SELECT current_setting('app.user_id')") == ""
    assert scalar(connection, "SELECT iam.current_user_id()") is None


@pytest.mark.parametrize("value", ["ada", "1; DROP TABLE iam.users", "1.5", " "])
def test_current_user_id_refuses_what_is_no_integer(
    connection: psycopg.Connection, value: str
) -> None:
    connection.execute("SELECT set_config('app.user_id', %s, false)", [value])
    with pytest.raises(errors.InvalidTextRepresentation):
        connection.execute("SELECT iam.current_user_id()")
