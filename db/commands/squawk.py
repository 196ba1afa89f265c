"""Running squawk over the migrations: what would lock tables or break a running application.

Only the up parts count: what goes back does so on purpose. Which rules are off, and for which
migrations, stands in ``db/squawk.toml`` with the reasons. For one statement a rule is switched off
by a comment above it, ``-- squawk-ignore RULE``.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from db.commands.migrations import Migration, sections
from db.commands.new_tables import is_on_new_table
from db.commands.toml_file import only_keys, read_toml, shown, table_of, text_of, texts_of
from quern.errors import Diagnostic, QuernError
from quern.source.span import Location

FILE = Path(__file__).parents[1] / "squawk.toml"

#: The oldest version that migrations may run on.
_POSTGRES = "16.0"
_LOCK_TIMEOUT = "require-lock-timeout"
#: What harms nobody on a table that nobody else sees yet.
_ON_OLD_TABLES = frozenset(
    {
        "adding-field-with-default",
        "adding-foreign-key-constraint",
        "adding-not-nullable-field",
        "adding-required-field",
        "changing-column-type",
        "constraint-missing-not-valid",
        "disallowed-unique-constraint",
        "require-concurrent-index-creation",
    }
)
#: What squawk exits with when it ran: with nothing, and with something found.
_RAN = (0, 1)


@dataclass(frozen=True)
class Rules:
    """Which of squawk's rules count.

    :ivar included: those to switch on that are off by default
    :ivar off: those that are off, with the reason
    :ivar off_before: those that are off for versions below ``first_release``
    :ivar first_release: a version of 14 digits
    """

    included: tuple[str, ...]
    off: dict[str, str]
    off_before: frozenset[str]
    first_release: str

    def is_off(self, rule: str, version: str | None) -> bool:
        """Tell whether a rule does not count for a migration of that version."""
        return rule in self.off_before and (version or "") < self.first_release


def load_rules(file: Path = FILE) -> Rules:
    """Read which rules count.

    :raises QuernError: if the file says something else
    """
    table, place = read_toml(file), shown(file)
    only_keys(table, ("included", "off", "before_first_release"), place)
    off = table_of(table, "off", place)
    before = table_of(table, "before_first_release", place)
    only_keys(before, ("first_release", "rules"), f"[before_first_release] of {place}")
    return Rules(
        texts_of(table, "included", place),
        {rule: text_of(off, rule, f"[off] of {place}") for rule in off},
        frozenset(texts_of(before, "rules", place)),
        text_of(before, "first_release", f"[before_first_release] of {place}") if before else "",
    )


def lint(migrations: Sequence[Migration], rules: Rules | None = None) -> list[Diagnostic]:
    """Return what squawk says about the up parts of migrations.

    Files that cannot be read are passed over: :mod:`db.commands.migrations` reports them.

    :raises QuernError: if squawk does not run
    """
    rules = rules or load_rules()
    readable = {str(m.path): m for m in migrations if isinstance(m.text, str) and m.up}
    if not readable:
        return []
    found: list[Diagnostic] = []
    for said in _said(_run([*readable], rules)):
        migration = readable[said.file]
        if not rules.is_off(said.rule, migration.version) and _counts(said, migration):
            found.append(
                Diagnostic(
                    said.rule,
                    said.message.rstrip("."),
                    migration.shown,
                    said.location(migration),
                    hint=_hint(said),
                )
            )
    return found


def _counts(said: "_Said", migration: Migration) -> bool:
    """Tell whether what is said is about the up part, and harms somebody."""
    offset = said.offset(migration)
    start, stop = (migration.source.line_number(at) for at in sections(migration)["up"])
    if not start <= migration.source.line_number(offset) < stop:
        return False
    if said.rule == _LOCK_TIMEOUT:
        return not _is_outside_transaction(migration)
    return not (said.rule in _ON_OLD_TABLES and is_on_new_table(migration, offset))


def _is_outside_transaction(migration: Migration) -> bool:
    """Tell whether a file holds a single statement, and so has no room for a SET before it."""
    return migration.up is not None and "transaction:false" in migration.up["options"]


def _hint(said: "_Said") -> str:
    if said.rule == _LOCK_TIMEOUT:
        return "write SET LOCAL lock_timeout = '5s'; as the first statement"
    return said.help or f"if it is right as it is: -- squawk-ignore {said.rule}"


@dataclass(frozen=True)
class _Said:
    """One finding, as squawk's JSON has it.

    :ivar line: counted from 0
    :ivar column: counted from 0, in bytes; ``end`` as well, in the line ``last_line``
    """

    file: str
    rule: str
    message: str
    help: str | None
    line: int
    column: int
    last_line: int
    end: int

    def offset(self, migration: Migration) -> int:
        """Return where in the file it starts, in characters from 0."""
        lines = migration.source.text.split("\n")
        before = len("".join(f"{line}\n" for line in lines[: self.line]))
        return before + _letters(lines[self.line], self.column)

    def location(self, migration: Migration) -> Location:
        """Return the place in the file, up to the end of its first line."""
        start, line = self.offset(migration), migration.source.text.split("\n")[self.line]
        last = _letters(line, self.end) if self.last_line == self.line else len(line)
        stop = start - _letters(line, self.column) + last
        return migration.source.location(start, max(stop, start + 1))


def _letters(line: str, count: int) -> int:
    """Return how many letters so many bytes of a line are."""
    return len(line.encode()[:count].decode(errors="ignore"))


def _said(output: str) -> list[_Said]:
    """Read squawk's JSON."""
    return [
        _Said(
            file=each["file"],
            rule=each["rule_name"],
            message=each["message"],
            help=each["help"],
            line=each["line"],
            column=each["column"],
            last_line=each["line_end"],
            end=each["column_end"],
        )
        for each in json.loads(output)
    ]


def _run(files: Sequence[str], rules: Rules) -> str:
    """Run squawk once for all files, and return what it prints.

    It is not told that a transaction surrounds each file: it would then keep silent about indexes
    that block writes while they are built.
    """
    program = shutil.which("squawk", path=str(Path(sys.executable).parent)) or "squawk"
    words = [program, "--config", os.devnull, "--reporter", "json", "--pg-version", _POSTGRES]
    words += [f"--include={rule}" for rule in rules.included]
    words += [f"--exclude={rule}" for rule in rules.off]
    try:
        result = subprocess.run(  # noqa: S603 - no shell, and the words are ours
            [*words, "--", *files], check=False, text=True, capture_output=True
        )
    except FileNotFoundError:
        raise QuernError(
            "the program squawk is not installed", hint="just setup installs it (squawk-cli)"
        ) from None
    if result.returncode not in _RAN or not result.stdout:
        said = (result.stderr.strip() or f"status {result.returncode}").splitlines()[0]
        raise QuernError(
            f"squawk did not run: {said.removeprefix('error: ')}",
            hint="its rules are named in db/squawk.toml",
        )
    return result.stdout
