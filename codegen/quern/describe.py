"""``quern describe``: what is known of each query, for people and for tools.

The JSON document (``schema_version`` 1) is::

    {
      "schema_version": 1,
      "queries": [{
        "name": "iam.users.find_user",        modules and name
        "command": "one",
        "file": "queries/iam/users.sql",      relative to the working directory
        "line": 12,                           of the header, from 1
        "sql": "SELECT ...",                  as it is analysed and executed, with $n
        "columns": [{"name", "type", "nullable", "elements_nullable", "origin", "why"}],
        "params":  [{"name", "type", "nullable", "optional", "why"}],
        "facts": {
          "reads":  {"iam.users": ["email", "id"]},
          "writes": {"iam.users": {"actions": ["update"], "columns": ["email"]}},
          "read_only": false, "rows": "at_most_one", "idempotent": false, "role": null
        }
      }],
      "errors": [{"severity", "file", "line", "column", "code", "message", "hint"}]
    }

``type`` is what ``format_type`` says, ``elements_nullable`` null for what is no array, ``origin``
the table's column that a column is, unchanged, ``optional`` whether a part of the statement is
there only when the parameter is given, ``rows`` one of ``none``, ``exactly_one``,
``at_most_one`` and ``many``, ``role`` the word of ``-- @role``, ``severity`` ``error`` or
``warning``. Fields may be added under the same version, none taken away.
"""

import json
import os
import subprocess
import sys
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from quern import embedded
from quern.analysis.analyse import analyse
from quern.analysis.asking import Roles
from quern.analysis.effects.effects import Effects
from quern.analysis.result import AnalysedQuery
from quern.analysis.server import open_session
from quern.config import find_project, load_config
from quern.database import Database, migrate, open_database
from quern.errors import DatabaseError, Diagnostic, reading_order
from quern.excerpt import palette_for
from quern.outcome import FAILED, OK
from quern.source.files import load_queries

SCHEMA_VERSION = 1


def describe(
    queries: Path | None, schema: Path | None, database_url: str | None, output: str
) -> int:
    """Print what is known of queries.

    :param queries: a file or folder; None for the project's
    :param schema: an SQL file to load into a scratch database, which is asked then
    :param database_url: the database to ask
    :param output: ``text`` or ``json``
    :returns: the exit status: 1 if there are errors; the good queries are described all the same
    :raises QuernError: if there are no queries, or the database cannot be asked
    """
    root, folder, roles = _place(queries)
    sources = load_queries(root, folder)
    with _database(schema, database_url) as database, open_session(database) as connection:
        analysis = analyse(connection, sources.queries, roles)
    errors = sorted([*sources.diagnostics, *analysis.diagnostics], key=reading_order)
    if output == "json":
        found = describe_as_data(analysis.queries, errors, root)
        print(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        print(describe_as_text(analysis.queries))
        for error in errors:
            print(f"\n{error.render(palette_for(sys.stderr))}", file=sys.stderr)
    return FAILED if any(error.severity == "error" for error in errors) else OK


def _place(queries: Path | None) -> tuple[Path, Path, Roles]:
    """Return the folder that paths are relative to, where the queries are, and their roles."""
    if queries is not None:
        return Path.cwd(), queries.resolve(), Roles()
    config = load_config(find_project(Path.cwd()))
    return config.root, config.queries_folder, Roles(config.roles, config.role)


@contextmanager
def _database(schema: Path | None, database_url: str | None) -> Generator[Database]:
    """Give the database to ask: one with a schema of its own, the one told, or the project's."""
    if schema is not None:
        with embedded.start_scratch() as server:
            _load(server, schema)
            yield Database(server.url(), "the scratch database", server)
        return
    url = database_url or os.environ.get("DATABASE_URL")
    if url:
        yield Database(url, "--database-url" if database_url else "DATABASE_URL")
        return
    config = load_config(find_project(Path.cwd()))
    with open_database(config) as database:
        migrate(config, database)
        yield database


def _load(server: embedded.EmbeddedServer, schema: Path) -> None:
    """Run an SQL file with psql, which knows what a dump may hold beside SQL.

    :raises DatabaseError: with what psql says, if it fails
    """
    words = ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", str(schema), server.url()]
    result = subprocess.run(  # noqa: S603 - our own binary
        [server.bin / "psql", *words], check=False, capture_output=True, text=True
    )
    if result.returncode != 0:
        raise DatabaseError(
            f"the schema cannot be loaded: {result.stderr.strip()}",
            hint="--schema names an SQL file that psql can run on an empty database",
        )


def describe_as_data(
    queries: Iterable[AnalysedQuery], errors: Iterable[Diagnostic], root: Path
) -> dict[str, Any]:
    """Return what is known as data for JSON.

    :param root: the folder that the files' paths are relative to
    """
    return {
        "schema_version": SCHEMA_VERSION,
        "queries": [_query(query, root) for query in queries],
        "errors": [_error(error, root) for error in errors],
    }


def describe_as_text(queries: Sequence[AnalysedQuery]) -> str:
    """Return what is known as tables for a terminal."""
    return "\n\n".join(_text(query) for query in queries)


def _query(query: AnalysedQuery, root: Path) -> dict[str, Any]:
    source = query.source
    return {
        "name": source.qualified_name,
        "command": source.command.value,
        "file": _from_here(source.file, root),
        "line": source.name_location.line,
        "sql": source.sql,
        "columns": [
            {
                "name": column.name,
                "type": column.type.display,
                "nullable": column.nullable,
                "elements_nullable": column.elements_nullable,
                "origin": column.origin,
                "why": column.why,
            }
            for column in query.columns
        ],
        "params": [
            {
                "name": parameter.name,
                "type": parameter.type.display,
                "nullable": parameter.nullable,
                "optional": parameter.optional,
                "why": parameter.why,
            }
            for parameter in query.parameters
        ],
        "facts": _facts(query),
    }


def _facts(query: AnalysedQuery) -> dict[str, Any]:
    effects = query.effects
    return {
        "reads": {read.table: list(read.columns) for read in effects.reads},
        "writes": _writes(effects),
        "read_only": effects.read_only,
        "rows": query.cardinality.rows,
        "idempotent": effects.idempotent,
        "role": query.source.role[0] if query.source.role else None,
    }


def _writes(effects: Effects) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for write in effects.writes:
        entry = found.setdefault(write.table, {"actions": [], "columns": []})
        entry["actions"].append(write.action)
        entry["columns"] = sorted({*entry["columns"], *write.columns})
    return found


def _error(error: Diagnostic, root: Path) -> dict[str, Any]:
    location = error.location
    return {
        "severity": error.severity,
        "file": _from_here(error.file, root),
        "line": location.line if location else None,
        "column": location.column if location else None,
        "code": error.code,
        "message": error.message,
        "hint": error.hint,
    }


def _from_here(file: Path, root: Path) -> str:
    return Path(os.path.relpath(root / file)).as_posix()


def _text(query: AnalysedQuery) -> str:
    source, effects, cardinality = query.source, query.effects, query.cardinality
    rows = [
        *(
            _row("$", p.name, p.type.display, p.nullable, f"{p.why}; decides on a part")
            if p.optional
            else _row("$", p.name, p.type.display, p.nullable, p.why)
            for p in query.parameters
        ),
        *(_row("", c.name, c.type.display, c.nullable, c.why) for c in query.columns),
    ]
    widths = [max((len(row[i]) for row in rows), default=0) for i in range(3)]
    place = f"{source.file}:{source.name_location.line}"
    lines = [
        f"{source.qualified_name} :{source.command.value}  {place}",
        *(
            "  "
            + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False))
            + f"  {row[3]}"
            for row in rows
        ),
        f"  rows: {cardinality.rows.replace('_', ' ')} ({cardinality.why})",
        f"  {'read-only' if effects.read_only else 'not read-only'} ({effects.why})",
    ]
    if effects.reads:
        reads = ", ".join(_with_columns(r.table, r.columns) for r in effects.reads)
        lines.append(f"  reads: {reads}")
    lines += (
        f"  writes: {write.action} {_with_columns(write.table, write.columns)}"
        for write in effects.writes
    )
    return "\n".join(lines)


def _row(mark: str, name: str, display: str, nullable: bool, why: str) -> tuple[str, str, str, str]:
    return f"{mark}{name}", display, "NULL" if nullable else "NOT NULL", why


def _with_columns(table: str, columns: Sequence[str]) -> str:
    return f"{table} ({', '.join(columns)})" if columns else table
