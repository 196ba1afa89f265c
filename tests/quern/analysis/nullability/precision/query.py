"""What a query of the tricky set is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TrickyQuery:
    """A query over the schema of the tricky set, and the truth about its columns.

    One letter stands for each column: ``0`` if some state of the database that the schema allows
    makes it NULL, ``N`` if none does. A ``0`` is shown by running the query; what makes an ``N``
    true is said in ``why``.

    :ivar why: the reason, of the columns that are never NULL
    :ivar states: what is run before the query, one script for each state that shows a NULL
    :ivar values: for its parameters
    :ivar since: the first major version that knows the query
    """

    name: str
    columns: str
    sql: str
    why: str
    states: tuple[str, ...] = ("",)
    values: tuple[object, ...] = ()
    since: int = 15
