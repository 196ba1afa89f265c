"""The commands by name: ``python -m db COMMAND``."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from db.commands import applied, dbmate, migrations, schema, squawk
from quern import embedded
from quern.config import Config, load_config
from quern.database import Database, migrated_database, open_database
from quern.embedded_binaries import find_binaries
from quern.errors import EmbeddedError, QuernError, SourceError

ROOT = Path(__file__).parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    :returns: the exit status
    """
    parser = _parser()
    options, words = parser.parse_known_args(arguments)
    if words and options.command != "psql":
        parser.error(f"unrecognized arguments: {' '.join(words)}")
    try:
        return _run(options, words, load_config(ROOT))
    except QuernError as error:
        print(error.render(), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m db", description="The database's commands.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, text in _TEXTS.items():
        command = commands.add_parser(name, help=text, description=text)
        if name == "new":
            command.add_argument("schema", help="the schema, which names the folder")
            command.add_argument("name", help="what it does, such as add_nickname_to_users")
        elif name == "seed":
            command.add_argument(
                "--force",
                action="store_true",
                help="add to what the database holds, and on whatever machine it is",
            )
    return parser


_TEXTS = {
    "migrate": "apply all pending migrations",
    "rollback": "undo the newest migration",
    "status": "list the migrations, applied and pending",
    "new": "make an empty migration",
    "lint": "look for mistakes in the migrations",
    "advice": "look for what is wrong with the schema as a whole",
    "check": "advice, whose rows are whose, and whether the README files tell of this database",
    "diagram": "write the diagrams and the table of tenancy into the README files",
    "dump": "write db/schema.sql from the database",
    "wait": "wait until the database accepts connections",
    "reset": "drop the embedded database and migrate a new one",
    "seed": "load the demo data, unless it is there",
    "url": "print the URL of the database in use, and leave an embedded server running",
    "psql": "open psql on the database in use; what follows is handed to it",
    "stop": "stop the embedded server that url left running",
    "cleanup": "make the partitions of the coming months, and end what has expired",
    "stats": "print size, rows and last upkeep of every table",
    "vacuum": "vacuum and analyze every table",
    "bootstrap": "make roles, database and extension as the administrator of DATABASE_ADMIN_URL",
}


def _run(options: argparse.Namespace, words: Sequence[str], config: Config) -> int:
    if options.command == "new":
        print(migrations.create(options.schema, options.name).relative_to(ROOT))
    elif options.command == "lint":
        _lint()
    elif options.command == "stop":
        _stop(config)
    elif options.command == "bootstrap":
        _bootstrap(config)
    elif options.command == "seed":
        _seed(config, force=options.force)
    elif options.command in ("advice", "check", "diagram"):
        _inspect(options.command, config)
    else:
        with open_database(config) as database:
            if options.command == "psql":
                return _psql(database, words)
            _ON_DATABASE[options.command](config, database)
    return 0


def _lint() -> None:
    files = migrations.find_migrations()
    found = migrations.lint(files) + squawk.lint(files)
    if found:
        raise SourceError(found, outcome="see db/README.md for the rules of migrations")


def _inspect(command: str, config: Config) -> None:
    from db.commands import inspection  # imports psycopg, which takes its time

    what = {
        "advice": inspection.advice,
        "check": inspection.check,
        "diagram": inspection.write_sections,
    }
    with migrated_database(config) as database:
        applied.refuse_empty(database.url)
        print(what[command](database))


def _stop(config: Config) -> None:
    if not embedded.release(ROOT, version=config.embedded.postgres):
        print("somebody still uses the embedded server; it stops after the last of them")


def _bootstrap(config: Config) -> None:
    admin_url, url = os.environ.get("DATABASE_ADMIN_URL"), os.environ.get("DATABASE_URL")
    if not admin_url or not url:
        missing = "DATABASE_URL" if admin_url else "DATABASE_ADMIN_URL"
        raise QuernError(
            f"{missing} is not set",
            hint="bootstrap makes the database of DATABASE_URL on the server of DATABASE_ADMIN_URL",
        )
    from db.commands import administration  # imports psycopg, which takes its time

    administration.bootstrap(config, admin_url, url)


def _seed(config: Config, *, force: bool) -> None:
    from db.commands import seed  # imports psycopg, which takes its time

    with migrated_database(config) as database:
        print(seed.seed(database, force=force))


def _migrate(_config: Config, database: Database) -> None:
    applied.refuse_unknown(database.url)
    dbmate.migrate(database.url)


def _rollback(_config: Config, database: Database) -> None:
    applied.refuse_unknown(database.url)
    dbmate.rollback(database.url)


def _status(_config: Config, database: Database) -> None:
    applied.refuse_unknown(database.url)
    dbmate.status(database.url)


def _wait(_config: Config, database: Database) -> None:
    dbmate.wait(database.url)


def _dump(config: Config, database: Database) -> None:
    applied.refuse_pending(database.url)
    schema.FILE.write_text(
        schema.dump(database.url, version=config.embedded.postgres), encoding="utf-8"
    )


def _reset(config: Config, database: Database) -> None:
    if database.server is None:
        raise QuernError(
            "reset drops a database, and does so on the embedded server only",
            hint="unset DATABASE_URL, or drop and bootstrap your own database yourself",
        )
    from db.commands import administration  # imports psycopg, which takes its time

    administration.drop(database.server, database)
    with open_database(config) as fresh:
        dbmate.migrate(fresh.url)


def _url(_config: Config, database: Database) -> None:
    if database.server is not None:
        database.server.keep()
    print(database.url)


def _cleanup(_config: Config, database: Database) -> None:
    from db.commands import maintenance  # imports psycopg, which takes its time

    print("\n".join(maintenance.cleanup(database)))


def _stats(_config: Config, database: Database) -> None:
    from db.commands import maintenance  # imports psycopg, which takes its time

    print("\n".join(maintenance.statistics(database)))


def _vacuum(_config: Config, database: Database) -> None:
    from db.commands import maintenance  # imports psycopg, which takes its time

    print(f"{maintenance.vacuum(database)} tables vacuumed and analyzed")


_ON_DATABASE: dict[str, Callable[[Config, Database], None]] = {
    "migrate": _migrate,
    "rollback": _rollback,
    "status": _status,
    "wait": _wait,
    "dump": _dump,
    "reset": _reset,
    "url": _url,
    "cleanup": _cleanup,
    "stats": _stats,
    "vacuum": _vacuum,
}


def _psql(database: Database, arguments: Sequence[str]) -> int:
    try:
        program = str(find_binaries(embedded.DEFAULT_VERSION) / "psql")
    except EmbeddedError:
        program = shutil.which("psql") or ""
    if not program:
        raise QuernError("there is no psql", hint="install PostgreSQL's client programs")
    return subprocess.call([program, database.url, *arguments])  # noqa: S603 - the user's own words
