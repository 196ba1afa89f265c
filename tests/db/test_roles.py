"""``db/bootstrap/roles.sql``, with other role names, so that it may make and drop them."""

import secrets
from collections.abc import Generator
from dataclasses import dataclass
from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql
from psycopg.conninfo import conninfo_to_dict

from quern.connection import Connection
from tests.postgres import ROOT, Databases
from tests.queries.interleaving import committed_when_waited_for

TEXT = (ROOT / "db/bootstrap/roles.sql").read_text(encoding="utf-8")
PURPOSES = {
    "owner": "Owns every object of the application and runs the migrations.",
    "user": "Runs the application's queries on behalf of a signed-in person.",
    "readonly": "Reads for reports and support; writes nothing.",
    "system": "Workers, sign-in and key lookup: what happens before a person is known.",
}


@dataclass(frozen=True)
class Bootstrap:
    """The file with names of its own.

    :ivar prefix: what its role names start with in place of ``application``
    """

    prefix: str

    @property
    def script(self) -> bytes:
        return TEXT.replace("application_", f"{self.prefix}_").encode()

    @property
    def names(self) -> list[str]:
        return [f"{self.prefix}_{name}" for name in PURPOSES]

    def found(self, administrator: Connection) -> dict[str, tuple[object, ...]]:
        """Return the roles that are there, with their rights and comments."""
        query = """
            SELECT
                rolname,
                rolcanlogin,
                rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls,
                shobj_description(oid, 'pg_authid')
            FROM pg_roles
            WHERE rolname = ANY (%s)
        """
        return {name: tuple(rest) for name, *rest in administrator.execute(query, [self.names])}

    def memberships(self, administrator: Connection) -> list[tuple[object, ...]]:
        """Return which of its roles is a member of which other, and what that allows."""
        query = """
            SELECT
                member::regrole::text,
                roleid::regrole::text,
                admin_option,
                inherit_option,
                set_option
            FROM pg_auth_members
            WHERE member IN (SELECT oid FROM pg_roles WHERE rolname = ANY (%(names)s))
                OR roleid IN (SELECT oid FROM pg_roles WHERE rolname = ANY (%(names)s))
            ORDER BY roleid::regrole::text
        """
        return list(administrator.execute(query, {"names": self.names}))

    @property
    def expected_memberships(self) -> list[tuple[object, ...]]:
        owner, *others = self.names
        return [(owner, other, False, False, True) for other in sorted(others)]

    @property
    def expected(self) -> dict[str, tuple[object, ...]]:
        return {
            f"{self.prefix}_{name}": (True, False, purpose) for name, purpose in PURPOSES.items()
        }


@pytest.fixture
def administrator(databases: Databases) -> Generator[Connection]:
    """A connection as the administrator of the server."""
    with databases.server.administrator() as connection:
        yield connection


@pytest.fixture
def bootstrap(administrator: Connection) -> Generator[Bootstrap]:
    """The file with names that nobody else uses; the roles are dropped afterwards."""
    found = Bootstrap(f"quern_test_{secrets.token_hex(4)}")
    yield found
    for name in found.names:
        administrator.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(name)))


def test_the_roles_are_made_with_no_right_but_to_log_in(
    administrator: Connection, bootstrap: Bootstrap
) -> None:
    assert bootstrap.found(administrator) == {}
    administrator.execute(bootstrap.script)
    assert bootstrap.found(administrator) == bootstrap.expected


def test_the_owner_may_act_as_each_of_the_others_and_inherits_nothing(
    administrator: Connection, bootstrap: Bootstrap
) -> None:
    administrator.execute(bootstrap.script)
    assert bootstrap.memberships(administrator) == bootstrap.expected_memberships


def test_a_membership_that_inherits_is_made_one_that_does_not(
    administrator: Connection, bootstrap: Bootstrap
) -> None:
    administrator.execute(bootstrap.script)
    owner, other, *_ = bootstrap.names
    grant = sql.SQL("GRANT {} TO {} WITH INHERIT TRUE")
    administrator.execute(grant.format(sql.Identifier(other), sql.Identifier(owner)))
    assert bootstrap.memberships(administrator) != bootstrap.expected_memberships
    administrator.execute(bootstrap.script)
    assert bootstrap.memberships(administrator) == bootstrap.expected_memberships


def test_running_it_again_changes_nothing(administrator: Connection, bootstrap: Bootstrap) -> None:
    for _ in range(2):
        administrator.execute(bootstrap.script)
    assert bootstrap.found(administrator) == bootstrap.expected
    assert bootstrap.memberships(administrator) == bootstrap.expected_memberships


def test_running_it_again_makes_a_role_that_is_missing(
    administrator: Connection, bootstrap: Bootstrap
) -> None:
    administrator.execute(bootstrap.script)
    missing = sql.Identifier(bootstrap.names[2])
    administrator.execute(sql.SQL("DROP ROLE {}").format(missing))
    administrator.execute(bootstrap.script)
    assert bootstrap.found(administrator) == bootstrap.expected


def test_running_it_again_keeps_a_password_and_a_comment_of_ones_own(
    administrator: Connection, bootstrap: Bootstrap
) -> None:
    administrator.execute(bootstrap.script)
    role = sql.Identifier(bootstrap.names[0])
    administrator.execute(sql.SQL("ALTER ROLE {} PASSWORD 'secret'").format(role))
    administrator.execute(sql.SQL("COMMENT ON ROLE {} IS 'ours'").format(role))
    query = """
        SELECT rolpassword, shobj_description(oid, 'pg_authid')
        FROM pg_authid
        WHERE rolname = %s
    """
    before = administrator.execute(query, [bootstrap.names[0]]).fetchone()
    administrator.execute(bootstrap.script)
    assert administrator.execute(query, [bootstrap.names[0]]).fetchone() == before
    assert before is not None
    assert before[1] == "ours"


def test_two_runs_at_once_in_one_database_both_succeed(
    databases: Databases, administrator: Connection, bootstrap: Bootstrap
) -> None:
    with databases.server.administrator() as second:
        administrator.execute("BEGIN")
        administrator.execute(bootstrap.script)
        with committed_when_waited_for(administrator):
            second.execute(bootstrap.script)
    assert bootstrap.found(administrator) == bootstrap.expected
    assert bootstrap.memberships(administrator) == bootstrap.expected_memberships


def test_two_runs_at_once_in_two_databases_both_succeed(
    databases: Databases, administrator: Connection, bootstrap: Bootstrap, empty_url: str
) -> None:
    other = str(conninfo_to_dict(empty_url)["dbname"])
    with databases.server.administrator(other) as second:
        administrator.execute("BEGIN")
        administrator.execute(bootstrap.script)
        with committed_when_waited_for(administrator):
            second.execute(bootstrap.script)
    assert bootstrap.found(administrator) == bootstrap.expected
    assert bootstrap.memberships(administrator) == bootstrap.expected_memberships


@pytest.mark.parametrize("right", ["SUPERUSER", "BYPASSRLS"])
@pytest.mark.parametrize("number", range(len(PURPOSES)))
def test_a_role_that_is_there_with_too_wide_a_right_is_refused(
    administrator: Connection, bootstrap: Bootstrap, number: int, right: LiteralString
) -> None:
    name = bootstrap.names[number]
    statement = sql.SQL("CREATE ROLE {} {}").format(sql.Identifier(name), sql.SQL(right))
    administrator.execute(statement)
    with pytest.raises(errors.RaiseException) as caught:
        administrator.execute(bootstrap.script)
    message = f"role {name} is a superuser or bypasses row-level security"
    assert caught.value.diag.message_primary == message
    assert caught.value.diag.message_hint == f"ALTER ROLE {name} NOSUPERUSER NOBYPASSRLS;"
    assert list(bootstrap.found(administrator)) == [name]


def test_an_ordinary_role_may_not_run_it(
    bootstrap: Bootstrap, connection: psycopg.Connection
) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        connection.execute(bootstrap.script)


def test_the_file_sets_no_password() -> None:
    code = [line for line in TEXT.splitlines() if not line.lstrip().startswith("--")]
    assert "PASSWORD" not in "\n".join(code).upper()
