"""The rows that ``-- @returns`` names, which queries of one file or of several share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from quern.analysis.result import AnalysedQuery, Column


@dataclass
class SharedRows:
    """Which queries return each of these rows.

    The class of a row lies in the module of the first file that names it: a module imports only
    from those of files before it, so that no two ever import each other.

    :ivar users: the queries, in the order of the files, by the name of the row
    """

    users: dict[str, list[AnalysedQuery]] = field(default_factory=dict[str, list[AnalysedQuery]])

    def owner(self, name: str) -> tuple[str, ...]:
        """Return the module that a row's class lies in."""
        return self.users[name][0].source.module

    def is_public(self, name: str) -> bool:
        """Tell whether several modules use it."""
        return len({query.source.module for query in self.users[name]}) > 1

    def whole(self, name: str) -> AnalysedQuery:
        """Return the first query of a row, its columns nullable where they are in any of them.

        A condition of one query may rule NULL out (``WHERE nick = :nick``) where another has it.
        """
        queries = self.users[name]
        return replace(queries[0], columns=_of_all(queries))


def find_shared_rows(queries: Iterable[AnalysedQuery]) -> SharedRows:
    """Return the rows that queries share by name.

    :param queries: in the order of their files
    """
    found = SharedRows()
    for query in queries:
        if query.source.returns and query.gives_rows:
            found.users.setdefault(query.source.returns[0], []).append(query)
    return found


def difference(first: AnalysedQuery, second: AnalysedQuery) -> tuple[str, str] | None:
    """Return in words how the second row differs from the first: what it has, what that has."""
    for here, there in zip(second.columns, first.columns, strict=False):
        parts = (here.name, here.type, here.python_type)
        if parts != (there.name, there.type, there.python_type):
            return _in_words(here), _in_words(there)
    if len(first.columns) != len(second.columns):
        return f"{len(second.columns)} columns", f"{len(first.columns)} columns"
    if [(r.first, r.end) for r in first.embedded] != [(r.first, r.end) for r in second.embedded]:
        return "other columns are one row", "than here"
    return None


def _in_words(column: Column) -> str:
    words = f"{column.name} {column.type.display}"
    return f"{words} as {column.python_type}" if column.python_type else words


def _of_all(queries: Sequence[AnalysedQuery]) -> tuple[Column, ...]:
    rows = zip(*(query.columns for query in queries), strict=False)
    return tuple(
        replace(
            columns[0],
            nullable=any(column.nullable for column in columns),
            elements_nullable=_any_or_none(column.elements_nullable for column in columns),
        )
        for columns in rows
    )


def _any_or_none(answers: Iterable[bool | None]) -> bool | None:
    known = [answer for answer in answers if answer is not None]
    return any(known) if known else None
