"""Connecting to a database, and saying which one without its password."""

import re
from typing import Any, TypeAlias

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from quern.database import Database
from quern.errors import DatabaseError

Connection: TypeAlias = psycopg.Connection[tuple[Any, ...]]

_CONNECT_SECONDS = 10

#: What libpq says at last, and what the server itself says.
_FAILURE = re.compile(r".* failed: (?P<said>.+)")
_REFUSAL = re.compile(r"FATAL: +(?P<said>.+)")
_REMEDIES = {
    "password": "correct user and password in the URL, or in ~/.pgpass",
    "role ": "make the role, or name another one in the URL",
    "database ": "make the database, or name another one in the URL",
    "pg_hba.conf": "let the server accept this user from here, in its pg_hba.conf",
}


def connect(database: Database, *, options: str = "") -> Connection:
    """Connect to a database, in autocommit mode.

    :param options: server settings for this session, as libpq's ``options`` takes them
    :raises DatabaseError: if it cannot be reached; says what was tried
    """
    try:
        given = conninfo_to_dict(database.url).get("options") or ""
    except psycopg.Error:  # whose text may show the password
        raise DatabaseError(
            f"what {database.origin} says is no URL of a database",
            hint="write it as postgres://user:password@host:5432/database",
        ) from None
    try:
        conninfo = make_conninfo(
            database.url,
            connect_timeout=_CONNECT_SECONDS,
            options=f"{given} {options}".strip() or None,
        )
        return psycopg.connect(conninfo, autocommit=True)
    except psycopg.Error as error:
        raise _explained(database, in_one_line(error)) from None


def _explained(database: Database, text: str) -> DatabaseError:
    """Tell a server that refuses from one that does not answer.

    :param text: what libpq says, which names the place again before it says what is wrong
    """
    refusal = _REFUSAL.search(text)
    if refusal is None:
        failure = _FAILURE.search(text)
        return DatabaseError(
            f"no database: {described(database)} does not answer: "
            f"{failure['said'] if failure else text}",
            hint="start that server or correct the URL; without DATABASE_URL an embedded server "
            "is used",
        )
    said = refusal["said"]
    hints = (hint for words, hint in _REMEDIES.items() if words in said)
    return DatabaseError(
        f"no database: {described(database)} refuses: {said}",
        hint=next(hints, "correct the URL, or the server's settings"),
    )


def described(database: Database) -> str:
    """Return the database in words, without its password."""
    try:
        parts = conninfo_to_dict(database.url)
    except psycopg.Error:
        return f"what {database.origin} says"
    place = str(parts.get("host") or "the local socket")
    if parts.get("port"):
        place += f":{parts['port']}"
    name, user = parts.get("dbname") or "?", parts.get("user") or "?"
    return f"{name} at {place} as {user} ({database.origin})"


def in_one_line(error: psycopg.Error) -> str:
    """Return the text of an error without its line ends."""
    return " ".join(str(error).split())
