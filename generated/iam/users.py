# Made by quern from queries/iam/users.sql: do not edit.
"""Queries of queries/iam/users.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection

from .. import _runtime


class User(_runtime.Row):
    """A row of get_user and 11 other queries.

    :ivar id: Identifier of the person.
    :ivar openid_sub: Subject claim of the identity provider; a generated local: value for an
        account with a password only.
    :ivar username: Name to sign in with; NULL for an account of an identity provider.
    :ivar email: E-mail address, unique without regard to case.
    :ivar first_name: Given name.
    :ivar last_name: Family name.
    :ivar status: active; suspended by an administrator; or deactivated, closed but kept for
        history.
    :ivar system_admin: Whether the person administers the whole installation.
    :ivar created_at: When the account was made.
    :ivar updated_at: When the account last changed.
    """

    id: int
    openid_sub: str
    username: str | None
    email: str
    first_name: str | None
    last_name: str | None
    status: str
    system_admin: bool
    created_at: datetime
    updated_at: datetime


def _make_user(values: Sequence[Any]) -> User:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        User,
        {
            "id": values[0],
            "openid_sub": values[1],
            "username": values[2],
            "email": values[3],
            "first_name": values[4],
            "last_name": values[5],
            "status": values[6],
            "system_admin": values[7],
            "created_at": values[8],
            "updated_at": values[9],
        },
    )


GET_USER: Final[_runtime.Query[User]] = _runtime.Query(
    name="iam.users.get_user",
    source="queries/iam/users.sql:1",
    sql="""SELECT
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at
FROM iam.users
WHERE id = $1""",
    row=_make_user,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_user(conn: Connection[Any] | _runtime.Runner, *, user_id: int) -> User | None:
    """Get a person by id, if the current user may know of that person.

    Administrators know everybody; others know themselves, those who share a team with them, and
    the founders of their teams, even if they left, and of teams that invite them.
    """
    return _runtime.fetch_optional(conn, GET_USER, (user_id,))


GET_CURRENT_USER: Final[_runtime.Query[User]] = _runtime.Query(
    name="iam.users.get_current_user",
    source="queries/iam/users.sql:21",
    sql="""SELECT
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at
FROM iam.users
WHERE id = iam.current_user_id()""",
    row=_make_user,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_current_user(conn: Connection[Any] | _runtime.Runner) -> User | None:
    """Get the person on whose behalf the transaction runs.

    None when no person is set, or the account is gone or not active.
    """
    return _runtime.fetch_optional(conn, GET_CURRENT_USER)


FIND_USER_BY_OPENID_SUB: Final[_runtime.Query[User]] = _runtime.Query(
    name="iam.users.find_user_by_openid_sub",
    source="queries/iam/users.sql:40",
    sql="""SELECT
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at
FROM iam.users
WHERE openid_sub = $1""",
    row=_make_user,
    reads=frozenset({"iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def find_user_by_openid_sub(
    conn: Connection[Any] | _runtime.Runner,
    *,
    openid_sub: str,
) -> User | None:
    """Find the person an identity provider calls by this subject.

    :param openid_sub: the provider's sub claim
    """
    return _runtime.fetch_optional(conn, FIND_USER_BY_OPENID_SUB, (openid_sub,))


FIND_USER_BY_EMAIL: Final[_runtime.Query[User]] = _runtime.Query(
    name="iam.users.find_user_by_email",
    source="queries/iam/users.sql:59",
    sql="""SELECT
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at
FROM iam.users
WHERE lower(email) = lower($1)""",
    row=_make_user,
    reads=frozenset({"iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def find_user_by_email(conn: Connection[Any] | _runtime.Runner, *, email: str) -> User | None:
    """Find a person by e-mail address, ignoring case.

    :param email: the address as typed
    """
    return _runtime.fetch_optional(conn, FIND_USER_BY_EMAIL, (email,))


FIND_USER_BY_USERNAME: Final[_runtime.Query[User]] = _runtime.Query(
    name="iam.users.find_user_by_username",
    source="queries/iam/users.sql:78",
    sql="""SELECT
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at
FROM iam.users
WHERE username = $1""",
    row=_make_user,
    reads=frozenset({"iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def find_user_by_username(conn: Connection[Any] | _runtime.Runner, *, username: str) -> User | None:
    """Find a person by username, exactly as written."""
    return _runtime.fetch_optional(conn, FIND_USER_BY_USERNAME, (username,))


CREATE_USER: Final[_runtime.Query[User]] = _runtime.Query(
    name="iam.users.create_user",
    source="queries/iam/users.sql:96",
    sql="""INSERT INTO iam.users (openid_sub, email, first_name, last_name)
VALUES ($1, $2, $3, $4)
RETURNING
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at""",
    row=_make_user,
    reads=frozenset({"iam.users"}),
    writes=frozenset({"iam.users"}),
    rows="at_most_one",
    role="system",
)


def create_user(
    conn: Connection[Any] | _runtime.Runner,
    *,
    openid_sub: str,
    email: str,
    first_name: str | None,
    last_name: str | None,
) -> User | None:
    """Create the account of a person known to an identity provider.

    The first account of all is made system administrator; the row returned shows it.

    :param openid_sub: the provider's sub claim
    """
    return _runtime.fetch_optional(conn, CREATE_USER, (openid_sub, email, first_name, last_name))


CREATE_LOCAL_USER: Final[_runtime.Query[User]] = _runtime.Query(
    name="iam.users.create_local_user",
    source="queries/iam/users.sql:117",
    sql="""INSERT INTO iam.users (openid_sub, username, password_hash, email, first_name, last_name)
VALUES (
    'local:' || gen_random_uuid(),
    $1,
    $2,
    $3,
    $4,
    $5
)
RETURNING
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at""",
    row=_make_user,
    reads=frozenset({"iam.users"}),
    writes=frozenset({"iam.users"}),
    rows="at_most_one",
    role="system",
)


def create_local_user(
    conn: Connection[Any] | _runtime.Runner,
    *,
    username: str | None,
    password_hash: str | None,
    email: str,
    first_name: str | None,
    last_name: str | None,
) -> User | None:
    """Create the account of a person who signs in with a username and a password.

    Such an account has no identity provider, so its subject is generated.

    :param password_hash: Argon2 hash made by the application, never the password
    """
    return _runtime.fetch_optional(
        conn,
        CREATE_LOCAL_USER,
        (username, password_hash, email, first_name, last_name),
    )


SIGN_IN_USER: Final[_runtime.Query[User]] = _runtime.Query(
    name="iam.users.sign_in_user",
    source="queries/iam/users.sql:145",
    sql="""INSERT INTO iam.users AS u (openid_sub, email, first_name, last_name)
VALUES ($1, $2, $3, $4)
ON CONFLICT (openid_sub) DO UPDATE
SET
    email = EXCLUDED.email,
    first_name = coalesce(EXCLUDED.first_name, u.first_name),
    last_name = coalesce(EXCLUDED.last_name, u.last_name)
RETURNING
    u.id,
    u.openid_sub,
    u.username,
    u.email,
    u.first_name,
    u.last_name,
    u.status,
    u.system_admin,
    u.created_at,
    u.updated_at""",
    row=_make_user,
    reads=frozenset({"iam.users"}),
    writes=frozenset({"iam.users"}),
    rows="at_most_one",
    role="system",
)


def sign_in_user(
    conn: Connection[Any] | _runtime.Runner,
    *,
    openid_sub: str,
    email: str,
    first_name: str | None,
    last_name: str | None,
) -> User | None:
    """Find or create the account of a person who signed in at an identity provider.

    One statement, so that two first requests at once make one account. An existing account takes
    over the e-mail address and the names the provider now gives; a name it does not give stays.
    An address that belongs to another account is a unique violation: nobody takes over an account
    by its address.

    :param openid_sub: the provider's sub claim
    """
    return _runtime.fetch_optional(conn, SIGN_IN_USER, (openid_sub, email, first_name, last_name))


LIST_USERS: Final[_runtime.Query[User]] = _runtime.Query(
    name="iam.users.list_users",
    source="queries/iam/users.sql:174",
    sql="""SELECT
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at
FROM iam.users
WHERE id > coalesce($1, 0)
ORDER BY id
LIMIT $2""",
    row=_make_user,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
)


def list_users(
    conn: Connection[Any] | _runtime.Runner,
    *,
    after_id: int | None,
    limit: int,
) -> list[User]:
    """List the people that the current user may know of in order of id, one page at a time.

    Everybody for an administrator.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    """
    return _runtime.fetch_all(conn, LIST_USERS, (after_id, limit))


LIST_USERS_BY_STATUS: Final[_runtime.Query[User]] = _runtime.Query(
    name="iam.users.list_users_by_status",
    source="queries/iam/users.sql:198",
    sql="""SELECT
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at
FROM iam.users
WHERE status = $1
    AND id > coalesce($2, 0)
ORDER BY id
LIMIT $3""",
    row=_make_user,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
)


def list_users_by_status(
    conn: Connection[Any] | _runtime.Runner,
    *,
    status: str,
    after_id: int | None,
    limit: int,
) -> list[User]:
    """List the people of one status that the current user may know of, one page at a time.

    Everybody of that status for an administrator; in order of id.

    :param status: active, suspended or deactivated
    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    """
    return _runtime.fetch_all(conn, LIST_USERS_BY_STATUS, (status, after_id, limit))


LIST_SYSTEM_ADMINS: Final[_runtime.Query[User]] = _runtime.Query(
    name="iam.users.list_system_admins",
    source="queries/iam/users.sql:224",
    sql="""SELECT
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at
FROM iam.users
WHERE system_admin
ORDER BY id""",
    row=_make_user,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
)


def list_system_admins(conn: Connection[Any] | _runtime.Runner) -> list[User]:
    """List the administrators of the installation that the current user may know of.

    All of them, whatever their status, for an administrator.
    """
    return _runtime.fetch_all(conn, LIST_SYSTEM_ADMINS)


COUNT_USERS: Final[_runtime.Query[int]] = _runtime.Query(
    name="iam.users.count_users",
    source="queries/iam/users.sql:244",
    sql="""SELECT count(*) AS user_count
FROM iam.users""",
    row=_runtime.scalar,
    reads=frozenset({"iam.users"}),
    read_only=True,
    idempotent=True,
    rows="exactly_one",
    role="system",
)


def count_users(conn: Connection[Any] | _runtime.Runner) -> int:
    """Number of accounts, of any status."""
    return _runtime.fetch_one(conn, COUNT_USERS)


class CountUsersByStatusRow(_runtime.Row):
    """A row of count_users_by_status.

    :ivar status: active; suspended by an administrator; or deactivated, closed but kept for
        history.
    """

    status: str
    user_count: int


def _make_count_users_by_status_row(values: Sequence[Any]) -> CountUsersByStatusRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        CountUsersByStatusRow,
        {
            "status": values[0],
            "user_count": values[1],
        },
    )


COUNT_USERS_BY_STATUS: Final[_runtime.Query[CountUsersByStatusRow]] = _runtime.Query(
    name="iam.users.count_users_by_status",
    source="queries/iam/users.sql:250",
    sql="""SELECT
    status,
    count(*) AS user_count
FROM iam.users
GROUP BY status
ORDER BY status""",
    row=_make_count_users_by_status_row,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
)


def count_users_by_status(conn: Connection[Any] | _runtime.Runner) -> list[CountUsersByStatusRow]:
    """Number of accounts of each status that occurs, as far as the current user may know of them.

    All of them for an administrator.
    """
    return _runtime.fetch_all(conn, COUNT_USERS_BY_STATUS)


HAS_ADMIN: Final[_runtime.Query[bool]] = _runtime.Query(
    name="iam.users.has_admin",
    source="queries/iam/users.sql:261",
    sql="""SELECT EXISTS (
    SELECT
    FROM iam.users
    WHERE system_admin
        AND status = 'active'
) AS has_admin""",
    row=_runtime.scalar,
    reads=frozenset({"iam.users"}),
    read_only=True,
    idempotent=True,
    rows="exactly_one",
    role="system",
)


def has_admin(conn: Connection[Any] | _runtime.Runner) -> bool:
    """Whether anybody who may sign in administers the installation."""
    return _runtime.fetch_one(conn, HAS_ADMIN)


UPDATE_USER: Final[_runtime.Query[User]] = _runtime.Query(
    name="iam.users.update_user",
    source="queries/iam/users.sql:271",
    sql="""UPDATE iam.users
SET
    username = $1,
    email = $2,
    first_name = $3,
    last_name = $4
WHERE id = $5
RETURNING
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at""",
    row=_make_user,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.users"}),
    rows="at_most_one",
)


def update_user(
    conn: Connection[Any] | _runtime.Runner,
    *,
    username: str | None,
    email: str,
    first_name: str | None,
    last_name: str | None,
    user_id: int,
) -> User | None:
    """Replace what a person's profile says.

    Administrators change anybody's, others the names of their own: another address or username is
    refused. None when there is no such person, or it is neither.
    """
    return _runtime.fetch_optional(
        conn,
        UPDATE_USER,
        (username, email, first_name, last_name, user_id),
    )


SET_USER_NAME: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.users.set_user_name",
    source="queries/iam/users.sql:296",
    sql="""UPDATE iam.users
SET
    first_name = $1,
    last_name = $2
WHERE id = $3""",
    row=_runtime.no_row,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.users"}),
    rows="none",
)


def set_user_name(
    conn: Connection[Any] | _runtime.Runner,
    *,
    first_name: str | None,
    last_name: str | None,
    user_id: int,
) -> int:
    """Set a person's given and family name; one's own, or anybody's by an administrator."""
    return _runtime.execute_count(conn, SET_USER_NAME, (first_name, last_name, user_id))


SET_USER_STATUS: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.users.set_user_status",
    source="queries/iam/users.sql:304",
    sql="""UPDATE iam.users
SET status = $1
WHERE id = $2""",
    row=_runtime.no_row,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.users"}),
    rows="none",
)


def set_user_status(conn: Connection[Any] | _runtime.Runner, *, status: str, user_id: int) -> int:
    """Activate, suspend or deactivate an account.

    For administrators.

    :param status: active, suspended or deactivated
    """
    return _runtime.execute_count(conn, SET_USER_STATUS, (status, user_id))


GRANT_SYSTEM_ADMIN: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.users.grant_system_admin",
    source="queries/iam/users.sql:313",
    sql="""UPDATE iam.users
SET system_admin = true
WHERE id = $1
    AND NOT system_admin""",
    row=_runtime.no_row,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.users"}),
    rows="none",
)


def grant_system_admin(conn: Connection[Any] | _runtime.Runner, *, user_id: int) -> int:
    """Make a person a system administrator; no row when the person is one already.

    For administrators.
    """
    return _runtime.execute_count(conn, GRANT_SYSTEM_ADMIN, (user_id,))


REVOKE_SYSTEM_ADMIN: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.users.revoke_system_admin",
    source="queries/iam/users.sql:322",
    sql="""WITH administrators AS (
    SELECT
        id,
        status
    FROM iam.users
    WHERE system_admin
    ORDER BY id
    FOR UPDATE
)

UPDATE iam.users
SET system_admin = false
WHERE id = $1
    AND system_admin
    AND EXISTS (
        SELECT
        FROM administrators
        WHERE administrators.id <> $1
            AND administrators.status = 'active'
    )""",
    row=_runtime.no_row,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.users"}),
    rows="none",
)


def revoke_system_admin(conn: Connection[Any] | _runtime.Runner, *, user_id: int) -> int:
    """Take the administrator's right from a person, unless no other one who may sign in would remain.

    For administrators. Their rows are locked first: of two who revoke each other's right at the
    same moment, the second one finds that it is the last.
    """
    return _runtime.execute_count(conn, REVOKE_SYSTEM_ADMIN, (user_id,))


DELETE_USER: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.users.delete_user",
    source="queries/iam/users.sql:348",
    sql="""DELETE FROM iam.users
WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.users"}),
    rows="none",
)


def delete_user(conn: Connection[Any] | _runtime.Runner, *, user_id: int) -> int:
    """Delete an account with its memberships, keys and grants; teams it created stay.

    With it go its conversations and settings, and the files, projects, integrations, connections and
    document pipelines that it made; assistants and datasets stay.

    For administrators. To keep its history, set the status to deactivated instead.
    """
    return _runtime.execute_count(conn, DELETE_USER, (user_id,))


class UserCredentials(_runtime.Row):
    """A row of get_user_credentials and 2 other queries.

    :ivar id: Identifier of the person.
    :ivar status: active; suspended by an administrator; or deactivated, closed but kept for
        history.
    :ivar password_hash: Argon2 hash of the password, made by the application; NULL when the account
        has none.
    """

    id: int
    status: str
    password_hash: str | None


def _make_user_credentials(values: Sequence[Any]) -> UserCredentials:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        UserCredentials,
        {
            "id": values[0],
            "status": values[1],
            "password_hash": values[2],
        },
    )


GET_USER_CREDENTIALS: Final[_runtime.Query[UserCredentials]] = _runtime.Query(
    name="iam.users.get_user_credentials",
    source="queries/iam/users.sql:358",
    sql="""SELECT
    id,
    status,
    password_hash
FROM iam.users
WHERE id = $1""",
    row=_make_user_credentials,
    reads=frozenset({"iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def get_user_credentials(
    conn: Connection[Any] | _runtime.Runner,
    *,
    user_id: int,
) -> UserCredentials | None:
    """Get the password hash of a person by id, to confirm the password of somebody signed in."""
    return _runtime.fetch_optional(conn, GET_USER_CREDENTIALS, (user_id,))


FIND_USER_CREDENTIALS_BY_USERNAME: Final[_runtime.Query[UserCredentials]] = _runtime.Query(
    name="iam.users.find_user_credentials_by_username",
    source="queries/iam/users.sql:369",
    sql="""SELECT
    id,
    status,
    password_hash
FROM iam.users
WHERE username = $1""",
    row=_make_user_credentials,
    reads=frozenset({"iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def find_user_credentials_by_username(
    conn: Connection[Any] | _runtime.Runner,
    *,
    username: str,
) -> UserCredentials | None:
    """Find the password hash to check a sign-in by username against.

    When there is no row, or no hash, check the password against a fixed hash all the same, so
    that the time taken does not tell which usernames exist.
    """
    return _runtime.fetch_optional(conn, FIND_USER_CREDENTIALS_BY_USERNAME, (username,))


FIND_USER_CREDENTIALS_BY_EMAIL: Final[_runtime.Query[UserCredentials]] = _runtime.Query(
    name="iam.users.find_user_credentials_by_email",
    source="queries/iam/users.sql:383",
    sql="""SELECT
    id,
    status,
    password_hash
FROM iam.users
WHERE lower(email) = lower($1)""",
    row=_make_user_credentials,
    reads=frozenset({"iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def find_user_credentials_by_email(
    conn: Connection[Any] | _runtime.Runner,
    *,
    email: str,
) -> UserCredentials | None:
    """Find the password hash to check a sign-in by e-mail address against, ignoring case.

    :param email: the address as typed
    """
    return _runtime.fetch_optional(conn, FIND_USER_CREDENTIALS_BY_EMAIL, (email,))


SET_PASSWORD_HASH: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.users.set_password_hash",
    source="queries/iam/users.sql:395",
    sql="""UPDATE iam.users
SET password_hash = $1
WHERE id = $2""",
    row=_runtime.no_row,
    reads=frozenset({"iam.users"}),
    writes=frozenset({"iam.users"}),
    rows="none",
    role="system",
)


def set_password_hash(
    conn: Connection[Any] | _runtime.Runner,
    *,
    password_hash: str | None,
    user_id: int,
) -> int:
    """Set or remove the password of an account.

    :param password_hash: Argon2 hash made by the application; None removes the password
    """
    return _runtime.execute_count(conn, SET_PASSWORD_HASH, (password_hash, user_id))
