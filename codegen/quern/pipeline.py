"""A run, from the query files to the files of the output."""

from collections.abc import Callable
from dataclasses import dataclass

from quern.analysis.analyse import analyse
from quern.analysis.asking import Roles
from quern.analysis.catalog.named_types import check_named_types
from quern.analysis.server import open_session
from quern.config import Config
from quern.database import Database
from quern.errors import Diagnostic, SourceError
from quern.model.package import build_package
from quern.model.types.user_types import UserTypes
from quern.render.package import Files, render_package
from quern.source.files import load_queries


@dataclass(frozen=True)
class Result:
    """What a run made.

    :ivar files: the text of each file, by its path in the output folder
    :ivar texts: what was read, by the path of each query file
    :ivar queries: how many queries there are
    :ivar warnings: what is allowed, and yet may not be meant
    """

    files: Files
    texts: dict[str, str]
    queries: int
    warnings: tuple[Diagnostic, ...]


def run(
    config: Config, database: Database, begin: Callable[[str], None] = lambda _: None
) -> Result:
    """Load the queries, ask the server about them, model the package and render it.

    :param database: one whose schema is the one to generate for
    :param begin: called with each step
    :raises ConfigError: if the settings name a type or column that the database has not
    :raises SourceError: with all mistakes in the queries
    :raises DatabaseError: if the database cannot be reached or asked
    """
    begin("reading queries")
    sources = load_queries(config.root, config.queries_folder)
    begin(f"asking Postgres about {len(sources.queries)} queries")
    with open_session(database) as connection:
        check_named_types(connection, config.types, config.columns)
        roles = Roles(config.roles, config.role)
        analysis = analyse(connection, sources.queries, roles, config.protected_settings)
    begin("modelling")
    user_types = UserTypes(config.types, config.columns)
    package, found = build_package(sources, analysis, user_types, takes_first=config.one == "first")
    diagnostics = [*sources.diagnostics, *analysis.diagnostics, *found]
    if any(diagnostic.severity == "error" for diagnostic in diagnostics):
        raise SourceError(diagnostics)
    begin("rendering")
    texts = {file.path.as_posix(): file.text for file in sources.files}
    return Result(
        render_package(package, asyncio=config.asyncio),
        texts,
        len(sources.queries),
        tuple(diagnostics),
    )
