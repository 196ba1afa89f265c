"""The command line: ``quern generate``, ``quern check`` and ``quern describe``.

What a run with nothing changed does not need (psycopg, Jinja2, the parser, the analysis) is
imported where it is needed, so that such a run takes little longer than Python takes to start.
Those imports stand in :func:`quern.generate.generate`, :func:`quern.check.check` and here.
"""

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from quern.arguments import parse
from quern.check import check, check_offline
from quern.config import find_project, load_config
from quern.errors import QuernError
from quern.excerpt import palette_for
from quern.generate import generate
from quern.outcome import FAILED, INTERRUPTED, Outcome, stopped
from quern.progress import progress
from quern.report import report

#: So many objects more than before make the collector run: those of some thousand queries.
GC_THRESHOLD = 2_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    :returns: the exit status: 0, 1 (a mistake, or stale output), 130 (interrupted)
    :raises SystemExit: with status 2 if the arguments are wrong
    """
    options = parse(arguments)
    # Trees are many objects without cycles, which the collector would look at again and again; by
    # default that takes a seventh of the time of an analysis.
    gc.set_threshold(GC_THRESHOLD)
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")  # as standard error does it
    if options.debug:
        import logging

        logging.basicConfig(level=logging.DEBUG, format="%(name)s: %(message)s")
    try:
        return _run(options)
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(options: argparse.Namespace) -> int:
    try:
        if options.command == "describe":
            from quern.describe import describe

            return describe(options.queries, options.schema, options.database_url, options.format)
        if options.command == "generate" and options.watch:
            from quern.watch import watch

            watch(_project(options), options.database_url, lambda: _generate_or_check(options))
    except QuernError as error:
        print(error.render(palette_for(sys.stderr)), file=sys.stderr)
        return FAILED
    return _generate_or_check(options)


def _generate_or_check(options: argparse.Namespace) -> int:
    """Run the command and print how it ended; return the exit status."""
    root = Path.cwd()
    try:
        root = _project(options)
        outcome = _outcome(options, root)
    except QuernError as error:
        outcome = stopped(options.command, error)
    report(outcome, options.format, root)
    return outcome.status


def _project(options: argparse.Namespace) -> Path:
    folder: Path | None = options.project
    return find_project(Path.cwd()) if folder is None else folder.resolve()


def _outcome(options: argparse.Namespace, root: Path) -> Outcome:
    config = load_config(root)
    with progress(sys.stderr) as begin:
        if options.command == "generate":
            return generate(config, options.database_url, begin)
        if options.offline:
            return check_offline(config)
        return check(config, options.database_url, begin)
