"""Asking the database for its catalogue."""

from collections.abc import Sequence
from typing import LiteralString, TypeVar

from psycopg.rows import class_row

from db.commands.catalogue import queries
from db.commands.catalogue.grants_query import GRANTS
from db.commands.catalogue.objects import (
    Catalogue,
    Check,
    Column,
    ForeignKey,
    Function,
    Grant,
    Index,
    Key,
    NamedType,
    Policy,
    Relation,
    Schema,
)
from quern.connection import Connection

T = TypeVar("T")


def read_catalogue(connection: Connection) -> Catalogue:
    """Read the catalogue, all of it as of one moment."""
    with connection.transaction():
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        connection.execute("SET LOCAL search_path = ''")
        return _Reader(connection).catalogue()


class _Reader:
    """Asks the queries for what is ours."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        schemas = [oid for (oid,) in connection.execute(queries.OUR_SCHEMAS)]
        self._ours = {"schemas": schemas, "relations": list[int]()}

    def catalogue(self) -> Catalogue:
        """Return the catalogue."""
        relations = self._read(Relation, queries.RELATIONS)
        self._ours["relations"] = [relation.oid for relation in relations]
        return Catalogue(
            schemas=self._read(Schema, queries.SCHEMAS),
            relations=relations,
            columns=self._read(Column, queries.COLUMNS),
            foreign_keys=self._read(ForeignKey, queries.FOREIGN_KEYS),
            keys=self._read(Key, queries.KEYS),
            checks=self._read(Check, queries.CHECKS),
            indexes=self._read(Index, queries.INDEXES),
            policies=self._read(Policy, queries.POLICIES),
            functions=self._read(Function, queries.FUNCTIONS),
            types=self._read(NamedType, queries.TYPES),
            grants=self._read(Grant, GRANTS),
            callable_names=dict(self._connection.execute(queries.CALLABLE_NAMES).fetchall()),
        )

    def _read(self, kind: type[T], query: LiteralString) -> Sequence[T]:
        with self._connection.cursor(row_factory=class_row(kind)) as cursor:
            return cursor.execute(query, self._ours).fetchall()
