"""Asking the server about queries: each of their variants, as the role that it is meant for."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby, islice

from psycopg import errors, sql

from quern.analysis.server import (
    Description,
    Refusal,
    Statement,
    describe_typed,
    lost_connection_reported,
)
from quern.connection import Connection
from quern.errors import Diagnostic
from quern.source.query import SourceQuery
from quern.source.statement import Variant

#: The type of a parameter that a variant leaves out: any would do.
_TEXT = 25


def ask_queries(
    connection: Connection,
    queries: Sequence[SourceQuery],
    roles: Mapping[str, str],
    diagnostics: list[Diagnostic],
) -> Iterator[tuple[SourceQuery, list[tuple[Variant, Description | Refusal]]]]:
    """Yield each query with the server's answers about its variants, the whole statement first.

    :param roles: the roles of the database, by what ``-- @role`` calls them
    :param diagnostics: takes the queries whose role cannot be taken on
    :raises DatabaseError: if the server goes away or its trees do not arrive
    """
    for name, group in groupby(queries, lambda query: query.role[0] if query.role else None):
        members = [(query, list(query.statement.variants())) for query in group]
        questions = [_question(variant) for _, variants in members for variant in variants]
        try:
            with _as_role(connection, roles.get(name, name) if name else None):
                answers = iter(describe_typed(connection, questions))
        except (errors.InvalidParameterValue, errors.InsufficientPrivilege) as error:
            diagnostics += (_without_role(query, str(error)) for query, _ in members)
            continue
        for query, variants in members:
            yield query, list(zip(variants, islice(answers, len(variants)), strict=True))


def _question(variant: Variant) -> Statement:
    if not variant.unused:
        return Statement(variant.sql)
    highest = max(variant.unused)
    types = (_TEXT if number in variant.unused else 0 for number in range(1, highest + 1))
    return Statement(variant.sql, tuple(types))


@contextmanager
def _as_role(connection: Connection, role: str | None) -> Generator[None]:
    """Be another role for a while: names are looked up, and policies applied, as for it."""
    if role is None:
        yield
        return
    with lost_connection_reported():
        connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(role)))
    try:
        yield
    finally:
        with lost_connection_reported():
            connection.execute("RESET ROLE")


def _without_role(query: SourceQuery, message: str) -> Diagnostic:
    role, location = query.role or ("", query.name_location)
    return Diagnostic(
        "unknown-role",
        f"the queries of {role} cannot be asked about: {message.splitlines()[0]}",
        query.file,
        location,
        hint="make the role, or grant it to the one that generates",
    )
