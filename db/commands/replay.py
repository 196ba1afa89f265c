"""Finding the statement of a migration that fails, where the server gives no position."""

from dataclasses import dataclass

from db.commands.migrations import Migration, sections, statements
from quern.source.span import Location


@dataclass(frozen=True)
class Failure:
    """What failed in a migration.

    :ivar location: where the mistake is, or where the statement starts
    :ivar detail: what the server says beside its message, such as which row is in the way; dbmate
        keeps it to itself
    """

    location: Location
    detail: str | None


def failing_statement(url: str, migration: Migration, part: str, sqlstate: str) -> Failure | None:
    """Run the statements of a migration one by one, up to the one that fails; then roll back.

    Postgres gives no position for errors that it finds while it executes (a duplicate row, a
    function missing in a default), and dbmate sends the whole file as one text.

    :param url: of the database on which it failed, in the state in which it failed
    :param part: ``up`` or ``down``
    :param sqlstate: of the error to find; another one is not it
    :returns: the statement, or None if none fails that way
    """
    import psycopg  # takes a tenth of a second, and is needed only here

    source = migration.source
    try:
        with psycopg.connect(url) as connection:
            for statement in statements(source.text, *sections(migration)[part]):
                try:
                    connection.execute(source.text[statement[0].start : statement[-1].end].encode())
                except psycopg.Error as error:
                    connection.rollback()
                    if error.sqlstate != sqlstate:
                        return None
                    location = source.location(statement[0].start, statement[-1].end)
                    return Failure(location, error.diag.message_detail)
            connection.rollback()
    except psycopg.Error:
        pass  # the server is gone: the error stays without a line
    return None
