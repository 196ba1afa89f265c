"""What a database has applied, held against what the files make.

dbmate looks at its files alone: it passes over what another branch, or a file that is gone, put
into the database, and undoes nothing of it. Whoever asks that database gets answers that belong to
no state of the files.
"""

import re
from collections.abc import Iterable

from db.commands.migrations import find_migrations
from quern.errors import QuernError

#: dbmate takes all digits that a name starts with, also where lint refuses the name.
_DIGITS = re.compile(r"[0-9]+")
_SHOWN_VERSIONS = 3


def refuse_unknown(url: str) -> None:
    """Stop at a database with migrations that no file makes.

    :raises QuernError: if it has any
    """
    _refuse_unknown(_applied(url) or set())


def refuse_empty(url: str) -> None:
    """Stop at a database that has no migration, or one that no file makes.

    :raises QuernError: if it is such a one
    """
    applied = _applied(url)
    if applied is None:
        return
    if not applied:
        raise QuernError(
            "the database has no migration applied", hint="migrate it first: just db-migrate"
        )
    _refuse_unknown(applied)


def refuse_pending(url: str) -> None:
    """Stop at a database that is not what the files make: one lacks, or one is too many.

    :raises QuernError: if it is such a one
    """
    applied = _applied(url)
    if applied is None:
        return
    _refuse_unknown(applied)
    if pending := _versions_of_files() - applied:
        raise QuernError(
            f"the database lacks {_named(pending)}", hint="migrate it first: just db-migrate"
        )


def _refuse_unknown(applied: set[str]) -> None:
    if unknown := applied - _versions_of_files():
        raise QuernError(
            f"the database has {_named(unknown)}, which no file makes",
            hint="bring the file back (is it on another branch?), "
            "or start again, on the embedded server: just db-reset",
        )


def _applied(url: str) -> set[str] | None:
    """Return the versions that dbmate has noted, or None if the database cannot be asked.

    Why it cannot is for the command to say that needs the database.
    """
    import psycopg  # takes a tenth of a second, and not every command needs it

    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            table = connection.execute("SELECT to_regclass('public.schema_migrations')").fetchone()
            if table == (None,):
                return set()
            rows = connection.execute("SELECT version FROM public.schema_migrations")
            return {version for (version,) in rows}
    except psycopg.Error:
        return None


def _versions_of_files() -> set[str]:
    found = (_DIGITS.match(migration.path.name) for migration in find_migrations())
    return {match[0] for match in found if match}


def _named(versions: Iterable[str]) -> str:
    """Return migrations in words, the oldest by their versions."""
    found = sorted(versions)
    rest = len(found) - _SHOWN_VERSIONS
    shown = ", ".join(found[:_SHOWN_VERSIONS]) + (f" and {rest} more" if rest > 0 else "")
    return f"migration{'' if len(found) == 1 else 's'} {shown}"
