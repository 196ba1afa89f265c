"""The table of items for SQLAlchemy 2, Core and ORM, on psycopg."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.contestants import package

_TYPES = {
    "id": "BigInteger",
    "owner_id": "Integer",
    "code": "Text",
    "title": "Text",
    "note": "Text",
    "status": "Text",
    "quantity": "Integer",
    "price": "Numeric",
    "rating": "Double",
    "active": "Boolean",
    "payload": "JSONB",
    "created_at": "TIMESTAMP",
}


@dataclass(frozen=True)
class MappedItems:
    """Ways to items, each on a connection of its own, in autocommit.

    :ivar row: gives one row by Core
    :ivar entity: gives one object by the ORM
    :ivar rows: gives the first rows by Core
    :ivar entities: gives the first objects by the ORM, of a session that was empty
    """

    row: Callable[[int], object]
    entity: Callable[[int], object]
    rows: Callable[[int], list[Any]]
    entities: Callable[[int], list[Any]]


def make_engine(url: str) -> Any:
    """Return an engine of a database, in autocommit, that keeps no connection."""
    engine_url = url.replace("postgres://", "postgresql+psycopg://", 1)
    sqlalchemy = package("sqlalchemy")
    return sqlalchemy.create_engine(
        engine_url, isolation_level="AUTOCOMMIT", poolclass=sqlalchemy.pool.NullPool
    )


def map_items(url: str, stack: ExitStack) -> MappedItems:
    """Map the table.

    :param stack: closes the connections
    """
    sqlalchemy, orm = package("sqlalchemy"), package("sqlalchemy.orm")
    dialect = package("sqlalchemy.dialects.postgresql")
    table = sqlalchemy.Table(
        "items",
        sqlalchemy.MetaData(),
        *(
            sqlalchemy.Column(name, _type(sqlalchemy, dialect, kind), primary_key=name == "id")
            for name, kind in _TYPES.items()
        ),
    )

    class Entity:
        """What the ORM maps a row to."""

    orm.registry().map_imperatively(Entity, table)
    engine = make_engine(url)
    connection = stack.enter_context(engine.connect())
    session = stack.enter_context(orm.Session(stack.enter_context(engine.connect())))
    id_of_entity = getattr(Entity, "id")  # noqa: B009 - the mapper put it there
    select = sqlalchemy.select

    def entities(count: int) -> list[Any]:
        session.expunge_all()
        found = session.scalars(select(Entity).order_by(id_of_entity).limit(count))
        return list(found)

    return MappedItems(
        row=lambda key: connection.execute(select(table).where(table.c.id == key)).one(),
        entity=lambda key: session.scalars(select(Entity).where(id_of_entity == key)).one(),
        rows=lambda count: list(
            connection.execute(select(table).order_by(table.c.id).limit(count))
        ),
        entities=entities,
    )


def _type(sqlalchemy: Any, dialect: Any, name: str) -> Any:
    if name == "TIMESTAMP":
        return dialect.TIMESTAMP(timezone=True)
    return dialect.JSONB() if name == "JSONB" else getattr(sqlalchemy, name)()
