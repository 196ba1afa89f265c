"""Queries for the tests of the analysis, read as the generator reads them."""

from pathlib import Path

from quern.analysis.analyse import Analysis, analyse
from quern.analysis.result import AnalysedQuery
from quern.connection import Connection
from quern.source.parser import parse_file
from quern.source.query import SourceQuery
from quern.source.span import SourceText


def source_queries(text: str) -> tuple[SourceQuery, ...]:
    """Read the text of a query file, which must be sound."""
    parsed = parse_file(SourceText(Path("queries/test.sql"), text), ("test",))
    assert parsed.diagnostics == ()
    return parsed.queries


def analysis_of(connection: Connection, text: str) -> Analysis:
    """Analyse the queries of a text."""
    return analyse(connection, source_queries(text))


def analysed(connection: Connection, statement: str, notes: str = "") -> AnalysedQuery:
    """Analyse one statement, which must be sound.

    :param notes: lines between the header and the statement
    """
    found = analysis_of(connection, f"-- name: query :many\n{notes}\n{statement};\n")
    assert found.diagnostics == ()
    return found.queries[0]
