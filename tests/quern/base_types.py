"""Base types of extensions that no server of the tests has."""

import psycopg


def make_base_type(administrator: psycopg.Connection, name: str) -> None:
    """Make a type that is text but for its name.

    :param administrator: a connection in autocommit mode
    """
    words = "LANGUAGE internal IMMUTABLE STRICT"
    for statement in (
        f"CREATE TYPE {name}",
        f"CREATE FUNCTION {name}_in(cstring) RETURNS {name} {words} AS 'textin'",
        f"CREATE FUNCTION {name}_out({name}) RETURNS cstring {words} AS 'textout'",
        f"CREATE TYPE {name} (INPUT = {name}_in, OUTPUT = {name}_out, LIKE = text)",
    ):
        administrator.execute(statement.encode())


def database_of(url: str) -> str:
    """Return the name of the database that a URL leads to."""
    return url.partition("?")[0].rpartition("/")[2]
