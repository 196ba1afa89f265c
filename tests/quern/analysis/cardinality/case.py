"""A case: a query and what must be claimed of it."""

from dataclasses import dataclass

from quern.analysis.cardinality.cardinality import Rows

ONE: Rows = "exactly_one"
MAYBE: Rows = "at_most_one"
MANY: Rows = "many"
NONE: Rows = "none"

#: Leaves the planner nothing but to compute the inner side of a join again and again.
NESTED_LOOPS = """
SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_hashagg = off;
SET LOCAL enable_sort = off; SET LOCAL enable_material = off; SET LOCAL enable_indexscan = off;
SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = off
"""


@dataclass(frozen=True)
class Case:
    """A query, what must be claimed of it and why, and how many rows it really has.

    :ivar values: of its parameters
    :ivar before: what is executed first
    """

    reason: str
    query: str
    rows: Rows
    why: str
    gives: int
    values: tuple[str | None, ...] = ()
    since: int = 15
    before: str = ""
