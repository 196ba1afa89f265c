"""Queries, rows and errors."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import (
    TYPE_CHECKING,
    Any,
    Generic,
    Literal,
    LiteralString,
    NoReturn,
    TypeAlias,
    TypeVar,
)

from pydantic import BaseModel, ConfigDict

R = TypeVar("R")
M = TypeVar("M", bound="Row")
Rows: TypeAlias = Literal["none", "exactly_one", "at_most_one", "many"]

_new = object.__new__
_fields_set = BaseModel.__dict__["__pydantic_fields_set__"].__set__
_set_dict = BaseModel.__dict__["__dict__"].__set__
_set_extra = BaseModel.__dict__["__pydantic_extra__"].__set__
_set_private = BaseModel.__dict__["__pydantic_private__"].__set__


class QueryError(Exception):
    """A query did not give what its command promises."""


class NoRowError(QueryError):
    """A query that always gives a row gave none."""


class TooManyRowsError(QueryError):
    """A query that gives one row at most gave more."""


@dataclass(frozen=True)
class CopyTarget:
    """What COPY loads.

    :ivar columns: the table and its columns
    :ivar types: the types of what is sent in binary form; none if the rows are sent as text
    """

    columns: LiteralString
    types: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, kw_only=True)
class Facts(Generic[R]):
    """What is known of a query, and what a runner may want to know of it.

    What is not said of a query is not proven: it may write, and may not be run twice.

    :ivar name: its modules and its name
    :ivar source: the file and line where it is written
    :ivar row: makes a row of what the server sends
    :ivar reads: the tables, with their schemas, that it reads, those behind views among them
    :ivar writes: the tables that it writes, triggers and cascading foreign keys aside
    :ivar read_only: whether a replica may answer it
    :ivar idempotent: whether it may be run again after a failure
    :ivar opaque: whether functions in it may read tables that ``reads`` does not name
    :ivar rows: how many rows it gives
    :ivar role: the role that it is meant for, as ``-- @role`` calls it; None: whoever runs it
    """

    name: str
    source: str
    row: Callable[[Sequence[Any]], R]
    reads: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()
    read_only: bool = False
    idempotent: bool = False
    opaque: bool = False
    rows: Rows = "many"
    role: str | None = None

    @property
    def place(self) -> str:
        """The name, and where it is written: what a traceback should say."""
        return f"query {self.name} ({self.source})"


@dataclass(frozen=True, eq=False, kw_only=True)
class Query(Facts[R], Generic[R]):
    """A query as it was analysed.

    :ivar sql: the statement, with ``$n`` for its parameters
    :ivar values: makes what is sent of the parameters of one of many runs, if not they themselves
    :ivar copy: where COPY puts the rows, for a query that is run by it
    """

    sql: LiteralString
    values: Callable[[Any], Sequence[Any]] | None = None
    copy: CopyTarget | None = None


class Row(BaseModel):
    """The base of row models.

    A row that :func:`trusted` makes has no set of given fields until it is asked for.
    """

    model_config = ConfigDict(
        frozen=True,
        defer_build=True,
        protected_namespaces=(),
        allow_inf_nan=True,  # as numeric does, which pydantic refuses in a Decimal by itself
        ser_json_bytes="base64",  # bytea need not be text
        val_json_bytes="base64",
    )

    if not TYPE_CHECKING:  # type checkers would take it for a promise of any attribute

        def __getattr__(self, name: str) -> Any:
            """Make the set of given fields on first use: all of them."""
            if name == "__pydantic_fields_set__":
                fields = set(type(self).model_fields)
                _fields_set(self, fields)
                return fields
            return super().__getattr__(name)


def trusted(model: type[M], values: dict[str, Any]) -> M:
    """Make a row without validating it: the server has checked every value's type.

    :param values: a value for each field of the model
    """
    row = _new(model)
    _set_dict(row, values)
    _set_extra(row, None)
    _set_private(row, None)
    return row


def nested(make: Callable[[Sequence[Any]], M], values: Sequence[Any]) -> M | None:
    """Make a row that an outer join may leave out: then all of its values are NULL."""
    return None if all(value is None for value in values) else make(values)


def scalar(row: Sequence[Any]) -> Any:
    """Return the one value of a row."""
    return row[0]


def no_row(row: Sequence[Any]) -> NoReturn:
    """Stand for the rows of a query whose rows nobody reads."""
    raise QueryError(f"a query without rows gave {row!r}")
