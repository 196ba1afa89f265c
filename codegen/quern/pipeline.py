"""A run, from the query files to the files of the output."""

from dataclasses import dataclass

from quern.analysis.analyse import analyse
from quern.analysis.server import open_session
from quern.config import Config
from quern.database import Database
from quern.errors import Diagnostic, SourceError
from quern.model.package import build_package
from quern.render.package import Files, render_package
from quern.source.files import load_queries


@dataclass(frozen=True)
class Result:
    """What a run made.

    :ivar files: the text of each file, by its path in the output folder
    :ivar queries: how many queries there are
    """

    files: Files
    queries: int


def run(config: Config, database: Database) -> Result:
    """Load the queries, ask the server about them, model the package and render it.

    :param database: one whose schema is the one to generate for
    :raises SourceError: with all mistakes in the queries
    :raises DatabaseError: if the database cannot be reached or asked
    """
    sources = load_queries(config.root, config.queries_folder)
    with open_session(database) as connection:
        analysis = analyse(connection, sources.queries)
    package, mistakes = build_package(sources, analysis)
    _raise_all([*sources.diagnostics, *analysis.diagnostics, *mistakes])
    return Result(render_package(package), len(sources.queries))


def _raise_all(diagnostics: list[Diagnostic]) -> None:
    if diagnostics:
        raise SourceError(diagnostics)
