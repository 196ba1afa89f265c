"""The arguments of the command line, and what ``--help`` says of them."""

import argparse
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from quern import __version__
from quern.outcome import USAGE

_DESCRIPTION = """\
Write SQL, get typed Python, nothing guessed.

quern reads annotated .sql files, asks Postgres about each query, and writes
typed query functions and row models. Settings stand in [tool.codegen] of
pyproject.toml.
"""
_EPILOG = """\
exit status:
  0    what was asked for is so
  1    a mistake in queries, settings or database; or check found stale output
  2    wrong use of the command line
  130  interrupted

environment:
  DATABASE_URL  the migrated database to ask; without it, an embedded server
  NO_COLOR      no colours; FORCE_COLOR: colours even where there is no terminal
"""
_GENERATE = """\
Write the generated package: only files that change are touched, and none if
there is a mistake. A run with nothing changed since the last is over at once.
"""
_CHECK = """\
Tell whether the generated package is what the queries and the schema say.
Changes nothing; exits with 1, and a diff, if it is not. --offline compares
hashes only: it sees changed queries, settings and migrations and files edited
by hand, but not a schema that changed in another way.
"""
_DESCRIBE = """\
Tell what is known of each query: types, NULLs, rows, reads and writes, and
which rule says so.
"""
_DATABASE = "the migrated database to ask; by default DATABASE_URL, else an embedded server"


class _Parser(argparse.ArgumentParser):
    """A parser that suggests what a misspelt command or option may be meant to be."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"error: {message}\n")

    def suggest(self, words: Iterable[str]) -> NoReturn:
        """Report words that nobody understands."""
        known = [name for action in self._actions for name in action.option_strings]
        written = " ".join(words)
        near = get_close_matches(written.split("=")[0].split()[0], known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"see {self.prog} --help"
        self.error(f"unknown argument {written}\n  hint: {hint}")


def parse(arguments: Iterable[str] | None = None) -> argparse.Namespace:
    """Read the arguments.

    :param arguments: the words after the program's name; None for those of this process
    :raises SystemExit: with status 2 if they are wrong, 0 after ``--help`` and ``--version``
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    parser, commands = _parsers()
    given = next((word for word in words if not word.startswith("-")), None)
    if given is not None and given not in commands:
        near = get_close_matches(given, commands, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(commands)}"
        parser.error(f"unknown command {given}\n  hint: {hint}")
    options, rest = parser.parse_known_args(words)
    if rest:
        commands[options.command].suggest(rest)
    return options


def _parsers() -> tuple[_Parser, dict[str, _Parser]]:
    """Return the parser, and that of each command by its name."""
    form = argparse.RawDescriptionHelpFormatter
    parser = _Parser(prog="quern", description=_DESCRIPTION, epilog=_EPILOG, formatter_class=form)
    parser.add_argument("--version", action="version", version=f"quern {__version__}")
    group = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands: dict[str, _Parser] = {}
    for name, text, description in (
        ("generate", "write the generated package", _GENERATE),
        ("check", "tell whether the generated package is current", _CHECK),
        ("describe", "tell what is known of each query, and why", _DESCRIBE),
    ):
        commands[name] = group.add_parser(
            name, help=text, description=description, formatter_class=form
        )
    for name in ("generate", "check"):
        _add_project(commands[name])
    commands["generate"].add_argument(
        "--watch", action="store_true", help="go on, and run again whenever a file is saved"
    )
    commands["check"].add_argument(
        "--offline", action="store_true", help="compare hashes only, without a database"
    )
    _add_describe(commands["describe"])
    for command in commands.values():
        command.add_argument("--database-url", metavar="URL", help=_DATABASE)
        command.add_argument(
            "--debug", action="store_true", help="log what is done, to standard error"
        )
    return parser, commands


def _add_project(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--project",
        type=Path,
        metavar="FOLDER",
        help="the folder with pyproject.toml; by default the nearest with [tool.codegen]",
    )
    command.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="how to print results: for people (the default), as a JSON document, or as "
        "annotations for GitHub Actions",
    )


def _add_describe(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--queries", type=Path, metavar="PATH", help="a file or folder; the project's by default"
    )
    command.add_argument(
        "--schema",
        type=Path,
        metavar="FILE",
        help="an SQL file that makes the schema, loaded into a scratch database",
    )
    command.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="tables for people (the default), or a JSON document",
    )
