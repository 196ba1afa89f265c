"""Printing how a command ended: for people, as JSON, or as GitHub's annotations.

The JSON document (``schema_version`` 1), on standard output, is::

    {
      "schema_version": 1,
      "command": "generate",                 or "check"
      "status": 0,                           the exit status
      "output": "generated",                 null when the settings could not be read
      "queries": 106,
      "changed": ["iam/users.py"],           by generate
      "differences": [{"path", "change"}],   found by check
      "causes": ["queries/a.sql changed"],   found by check --offline
      "diagnostics": [{"severity", "code", "message", "file", "line", "column", "end_column",
                       "hint", "related": {"file", "line", "column", "message"}}],
      "error": {"message", "hint", "file", "line", "column"}
                                             what stopped the command, or null
    }

Lines and columns count from 1, in characters; they are null where a whole file is meant. Fields may
be added under the same version, none taken away.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quern.errors import ConfigError, Diagnostic, QuernError, SourceError
from quern.excerpt import palette_for
from quern.outcome import OK, Outcome
from quern.source.span import Location

SCHEMA_VERSION = 1


def report(outcome: Outcome, form: str, root: Path) -> None:
    """Print an outcome.

    :param form: one of :data:`FORMATS`
    :param root: the project's folder, which paths of diagnostics are relative to
    """
    FORMATS[form](outcome, root)


def _as_text(outcome: Outcome, _root: Path) -> None:
    """Print results to standard output, and what is wrong to standard error."""
    palette = palette_for(sys.stderr)
    if outcome.error is not None:
        print(outcome.error.render(palette), file=sys.stderr)
        return
    for warning in outcome.diagnostics:
        print(warning.render(palette), end="\n\n", file=sys.stderr)
    for difference in outcome.differences:
        print(f"{outcome.output}/{difference.path}: {_CHANGES[difference.change]}")
        if difference.diff:
            print(difference.diff)
    for cause in outcome.causes:
        print(cause)
    if (stale := _stale(outcome)) is not None:
        print(stale.render(palette), file=sys.stderr)
    else:
        print(_summary(outcome))


def _as_json(outcome: Outcome, root: Path) -> None:
    error = outcome.error or _stale(outcome)
    differences = [{"path": str(d.path), "change": d.change} for d in outcome.differences]
    document = {
        "schema_version": SCHEMA_VERSION,
        "command": outcome.command,
        "status": outcome.status,
        "output": outcome.output,
        "queries": outcome.queries,
        "changed": list(outcome.changed),
        "differences": differences,
        "causes": list(outcome.causes),
        "diagnostics": [_as_data(found, root) for found in outcome.diagnostics],
        "error": _error_as_data(error, root) if error else None,
    }
    print(json.dumps(document, indent=2, ensure_ascii=False))


def _error_as_data(error: QuernError, root: Path) -> dict[str, Any]:
    location = error.location if isinstance(error, ConfigError) else None
    return {
        "message": error.message,
        "hint": error.hint,
        "file": _from(root / location.file, Path.cwd()) if location else None,
        "line": location.line if location else None,
        "column": location.column if location else None,
    }


def _as_data(found: Diagnostic, root: Path) -> dict[str, Any]:
    location = found.location
    related = None
    if found.related is not None:
        place, message = found.related
        file = _from(root / place.file, Path.cwd())
        related = {"file": file, "line": place.line, "column": place.column, "message": message}
    return {
        "severity": found.severity,
        "code": found.code,
        "message": found.message,
        "file": _from(root / found.file, Path.cwd()),
        "line": location.line if location else None,
        "column": location.column if location else None,
        "end_column": location.column + len(location.marked_text) if location else None,
        "hint": found.hint,
        "related": related,
    }


def _as_annotations(outcome: Outcome, root: Path) -> None:
    """Print workflow commands, which GitHub shows beside the lines of a change.

    Paths are relative to the checkout, which ``GITHUB_WORKSPACE`` names.
    """
    base = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    for found in outcome.diagnostics:
        print(_annotation(found, root, base))
    for difference in outcome.differences:
        file = _from(root / (outcome.output or "") / difference.path, base)
        print(_command("error", _CHANGES[difference.change], file=file, title="stale output"))
    for cause in outcome.causes:
        print(_command("error", cause, title="stale output"))
    error = outcome.error or _stale(outcome)
    if isinstance(error, SourceError):
        print(error.message)
    elif error is not None:
        location = error.location if isinstance(error, ConfigError) else None
        properties = _place(location, root, base) if location else {}
        text = _with_hint(error.message, error.hint)
        print(_command("error", text, **properties, title="quern"))
    else:
        print(_summary(outcome))


def _annotation(found: Diagnostic, root: Path, base: Path) -> str:
    properties: dict[str, object] = {"file": _from(root / found.file, base)}
    if found.location is not None:
        properties = _place(found.location, root, base)
    text = _with_hint(found.message, found.hint)
    return _command(found.severity, text, **properties, title=found.code)


def _place(location: Location, root: Path, base: Path) -> dict[str, object]:
    return {
        "file": _from(root / location.file, base),
        "line": location.line,
        "col": location.column,
        "endColumn": location.column + len(location.marked_text),
    }


def _command(name: str, message: str, **properties: object) -> str:
    """Return a workflow command, with the escapes of GitHub's ``@actions/core``."""
    text = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    pairs = ",".join(f"{key}={_escaped(str(value))}" for key, value in properties.items())
    return f"::{name} {pairs}::{text}"


def _escaped(value: str) -> str:
    for char, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        value = value.replace(char, code)
    return value


def _with_hint(message: str, hint: str | None) -> str:
    return f"{message}\nhint: {hint}" if hint else message


def _from(file: Path, base: Path) -> str:
    return Path(os.path.relpath(file, base)).as_posix()


def _stale(outcome: Outcome) -> QuernError | None:
    """Return what to say of output that is not what it should be."""
    if outcome.error is not None or outcome.status == OK:
        return None
    return QuernError(
        f"{outcome.output}/ is not what the queries and the schema say",
        hint="run quern generate and commit the result",
    )


def _summary(outcome: Outcome) -> str:
    """Return the line that says that all is well."""
    folder = f"{outcome.output}/"
    if outcome.command == "check":
        if outcome.proven:
            return f"{folder} is current"
        return f"{folder} is what was made from these files; only a database can prove it current"
    changed = _count(len(outcome.changed), "file", "files")
    what = f"{changed} changed" if outcome.changed else "nothing to change"
    return f"{_count(outcome.queries, 'query', 'queries')}, {what} in {folder}"


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


_CHANGES = {
    "missing": "missing",
    "stale": "out of date",
    "edited": "edited by hand: change the query instead, the next run overwrites it",
    "left over": "left over from a query file that is gone",
}

Printer = Callable[[Outcome, Path], None]

#: The values of ``--format``.
FORMATS: dict[str, Printer] = {"text": _as_text, "json": _as_json, "github": _as_annotations}
