"""The command line: ``quern generate``, ``quern check`` and ``quern describe``."""

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quern import __version__
from quern.config import find_project, load_config
from quern.errors import QuernError

if TYPE_CHECKING:
    from quern.output import Difference


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    :returns: the exit status: 0, 1 (a mistake, or stale output), 130 (interrupted)
    """
    options = _parser().parse_args(arguments)
    # Trees are many objects without cycles, which the collector would look at again and again; by
    # default that takes a seventh of the time of an analysis.
    gc.set_threshold(200_000)
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")  # as standard error does it
    try:
        return _run(options)
    except QuernError as error:
        print(error.render(), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quern", description="Write SQL, get typed Python, nothing guessed."
    )
    parser.add_argument("--version", action="version", version=f"quern {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, text in (
        ("generate", "write the generated package"),
        ("check", "tell whether the generated package is current; changes nothing"),
    ):
        command = commands.add_parser(name, help=text, description=f"{text.capitalize()}.")
        command.add_argument(
            "--project",
            type=Path,
            metavar="FOLDER",
            help="the folder with pyproject.toml; by default the nearest with [tool.codegen]",
        )
        _add_database(command)
    _add_describe(commands.add_parser("describe", help=_DESCRIBE, description=f"{_DESCRIBE}."))
    return parser


_DESCRIBE = "Tell what is known of each query, and why"


def _add_database(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--database-url",
        metavar="URL",
        help="the migrated database to ask; by default DATABASE_URL, else an embedded server",
    )


def _add_describe(command: argparse.ArgumentParser) -> None:
    _add_database(command)
    command.add_argument(
        "--queries", type=Path, metavar="PATH", help="a file or folder; the project's by default"
    )
    command.add_argument(
        "--schema",
        type=Path,
        metavar="FILE",
        help="an SQL file that makes the schema, loaded into a scratch database",
    )
    command.add_argument("--format", choices=("text", "json"), default="text")


def _run(options: argparse.Namespace) -> int:
    if options.command == "describe":
        from quern.describe import describe

        return describe(options.queries, options.schema, options.database_url, options.format)
    return _generate_or_check(options)


def _generate_or_check(options: argparse.Namespace) -> int:
    # Imported here, so that --help and --version answer at once.
    from quern import output
    from quern.database import migrate, open_database
    from quern.pipeline import run

    project = options.project.resolve() if options.project else find_project(Path.cwd())
    config = load_config(project)
    with open_database(config, options.database_url) as database:
        if database.server is not None:
            migrate(config, database)
        result = run(config, database)
    for warning in result.warnings:
        print(warning.render(), end="\n\n", file=sys.stderr)
    folder = config.output_folder
    if options.command == "check":
        return _report(output.compare(folder, result.files), config.output)
    changed = output.write(folder, result.files)
    files = f"{_count(len(changed), 'file', 'files')} changed" if changed else "nothing to change"
    print(f"{_count(result.queries, 'query', 'queries')}, {files} in {config.output}/")
    return 0


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _report(differences: "Sequence[Difference]", folder: str) -> int:
    """Print how the output differs; return the exit status."""
    if not differences:
        print(f"{folder}/ is current")
        return 0
    for difference in differences:
        print(f"{folder}/{difference.path}: {_WORDS[difference.change]}")
        if difference.diff:
            print(difference.diff)
    print(
        f"error: {folder}/ is not what the queries and the schema say\n"
        "  hint: run quern generate and commit the result",
        file=sys.stderr,
    )
    return 1


_WORDS = {
    "missing": "missing",
    "stale": "out of date",
    "edited": "edited by hand: change the query instead, the next run overwrites it",
    "left over": "left over from a query file that is gone",
}
