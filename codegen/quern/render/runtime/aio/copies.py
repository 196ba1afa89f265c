"""Many rows into one table, by COPY."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from psycopg import AsyncConnection, AsyncCopy, Error
from psycopg.errors import FeatureNotSupported

from ..bulk import GivenRows, is_from_server
from ..copy_forms import MisfitError, binary_rows, sent_types, text_block
from ..core import CopyTarget, Query
from ..kept import kept_cursors
from .calls import Conn, run
from .cursors import new_cursor

#: The server says in which line it is: ``COPY items, line 3, column title: "x"``.
_LINE = re.compile(r"^COPY .+?, \S+ (\d+)(?:,|:|$)", re.MULTILINE)


async def copy_rows(conn: Conn, query: Query[Any], rows: Iterable[Sequence[Any]]) -> int:
    """Load rows into the table of a query, all or none, and return how many they are.

    :raises QueryError: if the rows come from a query on the connection, which COPY occupies
    :raises TypeError: if a row has something that its column cannot have
    :raises psycopg.DataError: if a number is too large for its column
    """
    given = GivenRows(query, rows)
    target = query.copy
    if target is None:
        raise TypeError(f"{query.name} is no query for COPY")

    async def fetch(connection: AsyncConnection[Any]) -> int:
        try:
            return await _copy(connection, query, target, given)
        except FeatureNotSupported as error:
            error.add_note("use :batch where COPY is refused, as row-level security does it")
            raise
        except Error as error:
            if line := _LINE.search(error.diag.context or ""):
                error.add_note(f"at row {line[1]} of those given")
            raise

    return await run(conn, query, fetch)


async def _copy(
    connection: AsyncConnection[Any], query: Query[Any], target: CopyTarget, given: GivenRows
) -> int:
    kept = kept_cursors(connection)
    cursor = new_cursor(connection, query)
    form = " (FORMAT binary)" if target.types else ""
    async with cursor.copy(f"COPY {target.columns} FROM STDIN{form}") as copy:
        if target.types:
            copy.set_types(sent_types(target.types))
        chunks = given.chunks()
        while True:
            with kept.giving_rows():
                chunk = next(chunks, None)
            if chunk is None:
                break
            try:
                await _write(copy, chunk, target, connection.info.encoding)
            except MisfitError as error:
                given.note(error.reason, error.index)
                raise error.reason from None
    return cursor.rowcount


async def _write(
    copy: AsyncCopy, rows: Sequence[Sequence[Any]], target: CopyTarget, encoding: str
) -> None:
    if not target.types:
        await copy.write(text_block(rows))
        return
    for index, row in enumerate(binary_rows(rows, target.types, encoding)):
        try:
            await copy.write_row(row)
        except Exception as error:
            if is_from_server(error):
                raise
            raise MisfitError(index, error) from error
