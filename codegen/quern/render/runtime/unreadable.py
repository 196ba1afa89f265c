"""Which column of a result cannot be read: looked for only after reading has failed."""

from collections.abc import Callable, Sequence
from typing import Any

from psycopg import adapt
from psycopg.abc import AdaptContext, Transformer
from psycopg.pq import ExecStatus, Format
from psycopg.pq.abc import PGresult

from .core import QueryError


class _Watched(Sequence[Any]):
    """The values of a row, which know the one that was asked for last."""

    def __init__(self, values: Sequence[Any]) -> None:
        self._values = values
        self.last = 0

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, index: Any) -> Any:
        self.last = index
        return self._values[index]


def note_column(
    error: BaseException,
    context: AdaptContext,
    result: PGresult | None,
    make: Callable[[Sequence[Any]], object],
    before: int = 0,
) -> None:
    """Add to an error which column of which row cannot be read, if that is what failed.

    The rows are read once more, value by value, with the loaders of psycopg and then the maker.

    :param context: what the rows were read with: a cursor
    :param make: makes a row of what psycopg loads
    :param before: how many rows came in earlier results
    """
    if isinstance(error, QueryError) or not isinstance(error, Exception):
        return
    if result is None or result.status != ExecStatus.TUPLES_OK:
        return
    loaders = adapt.Transformer.from_context(context)
    for row in range(result.ntuples):
        column = _unreadable_column(loaders, result, row, make)
        if column is not None:
            name = (result.fname(column) or b"").decode(errors="replace")
            error.add_note(
                f'in column "{name}" of row {before + row + 1} of the result; '
                "a value that Python has not can be cast to text in the query"
            )
            return


def _unreadable_column(
    loaders: Transformer, result: PGresult, row: int, make: Callable[[Sequence[Any]], object]
) -> int | None:
    """Return the number of the first column of a row that cannot be read, from 0."""
    values: list[Any] = []
    for column in range(result.nfields):
        value = result.get_value(row, column)
        loader = loaders.get_loader(result.ftype(column), Format(result.fformat(column)))
        try:
            values.append(None if value is None else loader.load(value))
        except Exception:
            return column
    watched = _Watched(values)
    try:
        make(watched)
    except Exception:
        return watched.last
    return None
