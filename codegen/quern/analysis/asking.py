"""Asking the server about queries: each of their variants, as the role that it is meant for."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
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


@dataclass(frozen=True)
class Roles:
    """Which role of the database each query is meant for.

    :ivar names: the roles, by what ``-- @role`` calls them
    :ivar default: the role of a query that names none; None for the one that generates
    """

    names: Mapping[str, str] = field(default_factory=dict[str, str])
    default: str | None = None

    def of(self, query: SourceQuery) -> str | None:
        """Return the role of a query; None for the one that generates."""
        if query.role is None:
            return self.default
        return self.names.get(query.role[0], query.role[0])


def ask_queries(
    connection: Connection,
    queries: Sequence[SourceQuery],
    roles: Roles,
    diagnostics: list[Diagnostic],
) -> Iterator[tuple[SourceQuery, list[tuple[Variant, Description | Refusal]]]]:
    """Yield each query with the server's answers about its variants, the whole statement first.

    :param diagnostics: takes the queries whose role cannot be taken on
    :raises DatabaseError: if the server goes away or its trees do not arrive
    """
    for role, group in groupby(queries, roles.of):
        members = [(query, list(query.statement.variants())) for query in group]
        questions = [_question(variant) for _, variants in members for variant in variants]
        try:
            with _as_role(connection, role):
                answers = iter(describe_typed(connection, questions))
        except (errors.InvalidParameterValue, errors.InsufficientPrivilege) as error:
            diagnostics += (_without_role(query, role, str(error)) for query, _ in members)
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


def _without_role(query: SourceQuery, role: str | None, message: str) -> Diagnostic:
    name, location = query.role or (role, query.name_location)
    return Diagnostic(
        "unknown-role",
        f"the queries of {name} cannot be asked about: {message.splitlines()[0]}",
        query.file,
        location,
        hint="make the role, or grant it to the one that generates",
    )
