"""What a hand-written case is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """A query over the schema of the cases, and the verdicts on its columns.

    One letter stands for each column: ``N``, never NULL, and proven; ``0``, NULL in the rows that
    the query gives, so that no proof may be found; ``?``, never NULL, but no rule proves it, which
    is known and accepted.

    :ivar why: what the case is there for
    :ivar values: for its parameters
    :ivar non_null: the numbers of the parameters that are promised never to be NULL
    :ivar before: what happens in the database after the query was analysed and before it runs
    :ivar since: the first major version that knows the query, or that behaves so
    :ivar until: the last one
    """

    name: str
    columns: str
    sql: str
    why: str
    values: tuple[object, ...] = ()
    non_null: tuple[int, ...] = ()
    before: str = ""
    since: int = 15
    until: int = 99
