# Made by quern from queries/iam/users.sql: do not edit.
"""Queries of queries/iam/users.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...iam.users import (
    COUNT_USERS,
    COUNT_USERS_BY_STATUS,
    CREATE_LOCAL_USER,
    CREATE_USER,
    DELETE_USER,
    FIND_USER_BY_EMAIL,
    FIND_USER_BY_OPENID_SUB,
    FIND_USER_BY_USERNAME,
    FIND_USER_CREDENTIALS_BY_EMAIL,
    FIND_USER_CREDENTIALS_BY_USERNAME,
    GET_CURRENT_USER,
    GET_USER,
    GET_USER_CREDENTIALS,
    GRANT_SYSTEM_ADMIN,
    HAS_ADMIN,
    LIST_SYSTEM_ADMINS,
    LIST_USERS,
    LIST_USERS_BY_STATUS,
    REVOKE_SYSTEM_ADMIN,
    SET_PASSWORD_HASH,
    SET_USER_NAME,
    SET_USER_STATUS,
    SIGN_IN_USER,
    UPDATE_USER,
    CountUsersByStatusRow,
    User,
    UserCredentials,
)


async def get_user(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int,
) -> User | None:
    """Get a person by id, if the current user may know of that person.

    Administrators know everybody; others know themselves, those who share a team with them, and
    the founders of their teams, even if they left, and of teams that invite them.
    """
    return await _runtime.aio.fetch_optional(conn, GET_USER, (user_id,))


async def get_current_user(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> User | None:
    """Get the person on whose behalf the transaction runs.

    None when no person is set, or the account is gone or not active.
    """
    return await _runtime.aio.fetch_optional(conn, GET_CURRENT_USER)


async def find_user_by_openid_sub(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    openid_sub: str,
) -> User | None:
    """Find the person an identity provider calls by this subject.

    :param openid_sub: the provider's sub claim
    """
    return await _runtime.aio.fetch_optional(conn, FIND_USER_BY_OPENID_SUB, (openid_sub,))


async def find_user_by_email(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    email: str,
) -> User | None:
    """Find a person by e-mail address, ignoring case.

    :param email: the address as typed
    """
    return await _runtime.aio.fetch_optional(conn, FIND_USER_BY_EMAIL, (email,))


async def find_user_by_username(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    username: str,
) -> User | None:
    """Find a person by username, exactly as written."""
    return await _runtime.aio.fetch_optional(conn, FIND_USER_BY_USERNAME, (username,))


async def create_user(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_optional(
        conn,
        CREATE_USER,
        (openid_sub, email, first_name, last_name),
    )


async def create_local_user(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_optional(
        conn,
        CREATE_LOCAL_USER,
        (username, password_hash, email, first_name, last_name),
    )


async def sign_in_user(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_optional(
        conn,
        SIGN_IN_USER,
        (openid_sub, email, first_name, last_name),
    )


async def list_users(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    after_id: int | None,
    limit: int,
) -> list[User]:
    """List the people that the current user may know of in order of id, one page at a time.

    Everybody for an administrator.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    """
    return await _runtime.aio.fetch_all(conn, LIST_USERS, (after_id, limit))


async def list_users_by_status(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(conn, LIST_USERS_BY_STATUS, (status, after_id, limit))


async def list_system_admins(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> list[User]:
    """List the administrators of the installation that the current user may know of.

    All of them, whatever their status, for an administrator.
    """
    return await _runtime.aio.fetch_all(conn, LIST_SYSTEM_ADMINS)


async def count_users(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> int:
    """Number of accounts, of any status."""
    return await _runtime.aio.fetch_one(conn, COUNT_USERS)


async def count_users_by_status(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[CountUsersByStatusRow]:
    """Number of accounts of each status that occurs, as far as the current user may know of them.

    All of them for an administrator.
    """
    return await _runtime.aio.fetch_all(conn, COUNT_USERS_BY_STATUS)


async def has_admin(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> bool:
    """Whether anybody who may sign in administers the installation."""
    return await _runtime.aio.fetch_one(conn, HAS_ADMIN)


async def update_user(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_optional(
        conn,
        UPDATE_USER,
        (username, email, first_name, last_name, user_id),
    )


async def set_user_name(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    first_name: str | None,
    last_name: str | None,
    user_id: int,
) -> int:
    """Set a person's given and family name; one's own, or anybody's by an administrator."""
    return await _runtime.aio.execute_count(conn, SET_USER_NAME, (first_name, last_name, user_id))


async def set_user_status(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    status: str,
    user_id: int,
) -> int:
    """Activate, suspend or deactivate an account.

    For administrators.

    :param status: active, suspended or deactivated
    """
    return await _runtime.aio.execute_count(conn, SET_USER_STATUS, (status, user_id))


async def grant_system_admin(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int,
) -> int:
    """Make a person a system administrator; no row when the person is one already.

    For administrators.
    """
    return await _runtime.aio.execute_count(conn, GRANT_SYSTEM_ADMIN, (user_id,))


async def revoke_system_admin(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int,
) -> int:
    """Take the administrator's right from a person, unless no other one who may sign in would remain.

    For administrators. Their rows are locked first: of two who revoke each other's right at the
    same moment, the second one finds that it is the last.
    """
    return await _runtime.aio.execute_count(conn, REVOKE_SYSTEM_ADMIN, (user_id,))


async def delete_user(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int,
) -> int:
    """Delete an account with its memberships, keys and grants; teams it created stay.

    With it go its conversations and settings, and the files, projects, integrations, connections and
    document pipelines that it made; assistants and datasets stay.

    For administrators. To keep its history, set the status to deactivated instead.
    """
    return await _runtime.aio.execute_count(conn, DELETE_USER, (user_id,))


async def get_user_credentials(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int,
) -> UserCredentials | None:
    """Get the password hash of a person by id, to confirm the password of somebody signed in."""
    return await _runtime.aio.fetch_optional(conn, GET_USER_CREDENTIALS, (user_id,))


async def find_user_credentials_by_username(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    username: str,
) -> UserCredentials | None:
    """Find the password hash to check a sign-in by username against.

    When there is no row, or no hash, check the password against a fixed hash all the same, so
    that the time taken does not tell which usernames exist.
    """
    return await _runtime.aio.fetch_optional(conn, FIND_USER_CREDENTIALS_BY_USERNAME, (username,))


async def find_user_credentials_by_email(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    email: str,
) -> UserCredentials | None:
    """Find the password hash to check a sign-in by e-mail address against, ignoring case.

    :param email: the address as typed
    """
    return await _runtime.aio.fetch_optional(conn, FIND_USER_CREDENTIALS_BY_EMAIL, (email,))


async def set_password_hash(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    password_hash: str | None,
    user_id: int,
) -> int:
    """Set or remove the password of an account.

    :param password_hash: Argon2 hash made by the application; None removes the password
    """
    return await _runtime.aio.execute_count(conn, SET_PASSWORD_HASH, (password_hash, user_id))
