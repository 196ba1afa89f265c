"""The migration files, and the mistakes in them that dbmate lets pass.

dbmate reads ``<version>_<name>.sql`` from each folder that it is told, in the order of the file
names. It takes two files of one version for one and skips the second in silence, hands a ``SET``
on to the migrations after it, and sends a ``transaction:false`` body as one implicit transaction.
So each file is looked at here before dbmate sees it.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from quern.errors import Diagnostic, QuernError, SourceError
from quern.source.files import decode
from quern.source.lexer import Token, TokenKind, tokenize
from quern.source.span import SourceText

FOLDER = Path(__file__).parents[1] / "migrations"

_FILE_NAME = re.compile(r"(?P<version>[0-9]{14})_(?P<name>[a-z][a-z0-9_]*)\.sql")
_UP = re.compile(r"^--\s*migrate:up(?P<options>.*)$", re.MULTILINE)
_DOWN = re.compile(r"^--\s*migrate:down(?P<options>.*)$", re.MULTILINE)
_VERSION = "%Y%m%d%H%M%S"
_SCHEMA = re.compile(r"[a-z][a-z0-9_]*")

_TEMPLATE = "-- migrate:up\n\n\n-- migrate:down\n\n"


@dataclass(frozen=True)
class Migration:
    """One migration file.

    :ivar path: where it lies
    :ivar shown: its path as messages show it
    """

    path: Path
    shown: Path

    @property
    def version(self) -> str | None:
        """The 14 digits its name starts with, or None when the name is wrong."""
        match = _FILE_NAME.fullmatch(self.path.name)
        return match["version"] if match else None

    @cached_property
    def text(self) -> str | Diagnostic:
        """Its text, or why it cannot be read."""
        content = self.path.read_bytes()
        if content.startswith(BOM_UTF8):
            return Diagnostic(
                "byte-order-mark",
                "the file starts with a byte order mark, behind which dbmate sees no migrate:up",
                self.shown,
                hint="save it as UTF-8 without one",
            )
        return decode(content, self.shown)

    @cached_property
    def source(self) -> SourceText:
        """Its text, with lines and columns.

        :raises SourceError: if it cannot be read
        """
        if isinstance(self.text, Diagnostic):
            raise SourceError([self.text])
        return SourceText(self.shown, self.text)

    @cached_property
    def up(self) -> re.Match[str] | None:
        """The line that starts its first part."""
        return _UP.search(self.source.text)

    @cached_property
    def down(self) -> re.Match[str] | None:
        """The line that starts its second part."""
        return _DOWN.search(self.source.text, self.up.end() if self.up else 0)


def sections(migration: Migration) -> dict[str, tuple[int, int]]:
    """Return the offsets of the parts of a migration that are there: ``up`` and ``down``."""
    length = len(migration.source.text)
    found: dict[str, tuple[int, int]] = {}
    if migration.up:
        found["up"] = migration.up.end(), migration.down.start() if migration.down else length
    if migration.down:
        found["down"] = migration.down.end(), length
    return found


def find_migrations(folder: Path = FOLDER) -> list[Migration]:
    """Return all migrations, in the order in which they are applied."""
    paths = sorted(folder.glob("*/*.sql"), key=lambda path: path.name)
    base = folder.parents[1]
    return [Migration(path, path.relative_to(base)) for path in paths]


def find_folders(folder: Path = FOLDER) -> list[Path]:
    """Return the folders of migrations, one for each schema."""
    return sorted(path for path in folder.iterdir() if path.is_dir())


def lint(migrations: Sequence[Migration]) -> list[Diagnostic]:
    """Return what is wrong with the migrations."""
    found = duplicate_versions(migrations)
    for migration in migrations:
        found += _file_mistakes(migration)
    return found


def duplicate_versions(migrations: Sequence[Migration]) -> list[Diagnostic]:
    """Report versions that stand in two files; dbmate would apply only one of them."""
    first: dict[str, Migration] = {}
    found: list[Diagnostic] = []
    for migration in migrations:
        if migration.version is None:
            continue
        before = first.setdefault(migration.version, migration)
        if before is not migration:
            found.append(
                Diagnostic(
                    "duplicate-version",
                    f"version {migration.version} is also that of {before.shown}",
                    migration.shown,
                    hint="rename the newer file: just db-new SCHEMA NAME makes a version",
                )
            )
    return found


def create(schema: str, name: str, folder: Path = FOLDER) -> Path:
    """Make an empty migration whose version is later than all others.

    :returns: the file
    :raises QuernError: if a name is not in lower case with ``_``, or the schema has no folder
    """
    for word in (schema, name):
        if not _SCHEMA.fullmatch(word):
            raise QuernError(
                f"{word!r} is not a name in lower case with _",
                hint="for example: just db-new iam add_nickname_to_users",
            )
    schemas = [path.name for path in find_folders(folder)]
    if schema not in schemas:
        raise QuernError(
            f"no schema has the name {schema}; there are {', '.join(schemas)}",
            hint=f"if it is a new one: mkdir {folder.relative_to(folder.parents[1])}/{schema}",
        )
    newest = max((m.version for m in find_migrations(folder) if m.version), default="")
    path = folder / schema / f"{_version_after(newest)}_{name}.sql"
    path.write_text(_TEMPLATE, encoding="utf-8")
    return path


def _version_after(newest: str) -> str:
    """Return the time now as a version, or the next one after the newest if that is later."""
    now = datetime.now(UTC).strftime(_VERSION)
    if now > newest:
        return now
    try:
        return (datetime.strptime(newest, _VERSION) + timedelta(seconds=1)).strftime(_VERSION)
    except ValueError:  # 14 digits, but no time
        return str(int(newest) + 1)


def _file_mistakes(migration: Migration) -> Iterator[Diagnostic]:
    if isinstance(migration.text, Diagnostic):
        yield migration.text
        return
    source = migration.source
    if migration.version is None:
        yield Diagnostic(
            "migration-name",
            "the file is not named <14-digit version>_<name>.sql",
            migration.shown,
            hint="just db-new SCHEMA NAME makes a file with a right name",
        )
    up, down = migration.up, migration.down
    if up is None:
        yield Diagnostic(
            "no-up", "no -- migrate:up line", migration.shown, hint="start the file with one"
        )
        return
    if down is None:
        yield Diagnostic(
            "no-down",
            "no -- migrate:down line",
            migration.shown,
            hint="end the file with -- migrate:down and what undoes the migration",
        )
    parts = sections(migration)
    for which, (start, stop) in parts.items():
        found = list(statements(source.text, start, stop))
        if not found:
            yield Diagnostic(
                f"empty-{which}",
                f"the {which} part does nothing",
                migration.shown,
                hint="write what it does; SELECT 1; with the reason where nothing can be done",
            )
        for statement in found:
            if _is_plain_set(statement):
                yield Diagnostic(
                    "plain-set",
                    "SET stays in force for all migrations after this one",
                    migration.shown,
                    source.location(statement[0].start, statement[0].end),
                    hint="write SET LOCAL, or qualify the names",
                )
    for line, (start, stop) in zip(filter(None, (up, down)), parts.values(), strict=True):
        yield from _transaction_mistakes(
            migration, line, list(statements(source.text, start, stop))
        )


def _transaction_mistakes(
    migration: Migration, line: re.Match[str], part: Sequence[Sequence[Token]]
) -> Iterator[Diagnostic]:
    """Report what stands inside or outside of a transaction and cannot."""
    if "transaction:false" in line["options"]:
        for statement in part[1:2]:
            yield Diagnostic(
                "several-statements",
                "more than one statement in a migration with transaction:false",
                migration.shown,
                migration.source.location(statement[0].start, statement[0].end),
                hint="sent as one text they are one transaction all the same: split the file",
            )
        return
    for word in filter(None, map(_concurrently, part)):
        yield Diagnostic(
            "concurrently-in-transaction",
            "CONCURRENTLY does not run in a transaction, which this file is",
            migration.shown,
            migration.source.location(word.start, word.end),
            hint=f"write {line[0].strip()} transaction:false, with this one statement in the file",
        )


def statements(text: str, start: int, end: int) -> Iterator[list[Token]]:
    """Yield the statements of a text, each as its tokens that are not blank."""
    statement: list[Token] = []
    for token in tokenize(text, start, end):
        if token.kind.is_blank:
            continue
        if token.kind is TokenKind.PUNCTUATION and token.text == ";":
            if statement:
                yield statement
            statement = []
        else:
            statement.append(token)
    if statement:
        yield statement


def _is_plain_set(statement: Sequence[Token]) -> bool:
    words = [token.text.upper() for token in statement[:2]]
    return words[0] == "SET" and words[1:] not in (["LOCAL"], ["CONSTRAINTS"], ["TRANSACTION"])


def _concurrently(statement: Sequence[Token]) -> Token | None:
    """Return the word that keeps a statement out of transactions; REFRESH may say it in one."""
    if statement[0].text.upper() not in ("CREATE", "DROP", "REINDEX", "ALTER"):
        return None
    return next((token for token in statement if token.text.upper() == "CONCURRENTLY"), None)
