# Made by quern from its own runtime: do not edit.
"""The rows of a caller, in the pieces that are sent at a time."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from psycopg import Error

from .core import Query, QueryError

#: So many rows are sent before the server's answers are waited for.
CHUNK = 1000


class GivenRows:
    """The parameters of many runs, numbered from 1, as they are sent.

    :ivar before: how many rows came before the current chunk
    """

    def __init__(self, query: Query[Any], rows: Iterable[Sequence[Any]]) -> None:
        self._query = query
        self._rows = rows
        self._begun = False
        self.before = 0

    def chunks(self, size: int = CHUNK) -> Iterator[list[Sequence[Any]]]:
        """Yield the rows, some at a time.

        :raises QueryError: if a runner tries again with rows that are gone
        """
        iterator = iter(self._rows)
        if self._begun and iterator is self._rows:
            raise QueryError("rows that can be read once only cannot be sent again: give a list")
        self._begun, self.before = True, 0
        while chunk := list(islice(iterator, size)):
            yield self._values(chunk)
            self.before += len(chunk)

    def _values(self, chunk: list[Sequence[Any]]) -> list[Sequence[Any]]:
        make = self._query.values
        if make is None:
            return chunk
        values: list[Sequence[Any]] = []
        for row in chunk:
            try:
                values.append(make(row))
            except Exception as error:
                self.note(error, len(values))
                raise
        return values

    def note(self, error: Exception, index: int) -> None:
        """Add to an error which row of the chunk, counted from 0, it is about."""
        error.add_note(f"at row {self.before + index + 1} of those given")


class Counted:
    """Rows, counting how many have been taken."""

    def __init__(self, rows: Iterable[Sequence[Any]]) -> None:
        self._rows = rows
        self.taken = 0

    def __iter__(self) -> Iterator[Sequence[Any]]:
        for row in self._rows:
            self.taken += 1
            yield row


def is_from_server(error: Exception) -> bool:
    """Tell whether the server refused, or what was to be sent could not be made."""
    return isinstance(error, Error) and error.sqlstate is not None
