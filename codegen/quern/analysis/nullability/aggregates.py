"""Which aggregates and window functions can never give NULL."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quern.analysis.nullability.level import NO_FACTS, Context, Level
from quern.analysis.nullability.verdict import Verdict, doubtful, first_doubt, proven
from quern.analysis.tree.constants import constant_integer
from quern.analysis.tree.nodetree import Node

if TYPE_CHECKING:
    from quern.analysis.nullability.prover import Prover

#: A value even for no row at all.
_ALWAYS = frozenset({"count", "regr_count", "rank", "dense_rank", "percent_rank", "cume_dist"})
#: A value as soon as there is a row, whatever is in it.
_FOR_A_ROW = frozenset(
    {
        *("array_agg", "json_agg", "jsonb_agg", "json_object_agg", "jsonb_object_agg"),
        # What JSON_ARRAYAGG and JSON_OBJECTAGG stand for; strict only in leaving NULL out.
        *("json_agg_strict", "jsonb_agg_strict"),
        *("json_object_agg_strict", "json_object_agg_unique", "json_object_agg_unique_strict"),
        *("jsonb_object_agg_strict", "jsonb_object_agg_unique", "jsonb_object_agg_unique_strict"),
    }
)
#: A value as soon as there is a row whose argument is not NULL.
_FOR_A_VALUE = frozenset(
    {
        *("sum", "min", "max", "avg", "bool_and", "bool_or", "every", "bit_and", "bit_or"),
        *("bit_xor", "string_agg", "var_pop", "stddev_pop", "any_value", "range_agg", "xmlagg"),
        *("range_intersect_agg", "mode", "percentile_disc", "percentile_cont"),
    }
)
_PERCENTILES = frozenset({"percentile_disc", "percentile_cont"})
#: Their arguments may be computed for another row than the one that a branch of CASE speaks of.
_OF_OTHER_ROWS = frozenset({"ntile", "lag", "lead", "first_value", "last_value", "nth_value"})
_VALUES_OF_FRAME = frozenset({"first_value", "last_value", "nth_value"})
_NUMBERS_OF_ROWS = frozenset({"row_number", "rank", "dense_rank", "percent_rank", "cume_dist"})

#: ``FRAMEOPTION_*`` of ``parsenodes.h``.
_RANGE = 0x2
_START_UNBOUNDED, _START_CURRENT, _START_OFFSET_PRECEDING = 0x20, 0x200, 0x800
_END_UNBOUNDED, _END_CURRENT, _END_OFFSET_FOLLOWING = 0x100, 0x400, 0x4000
_EXCLUDE_CURRENT, _EXCLUDE_GROUP, _EXCLUDE_TIES = 0x8000, 0x10000, 0x20000


class Aggregates:
    """Finds the verdict on aggregates and window functions."""

    def __init__(self, prover: "Prover") -> None:
        self._prover = prover

    def argument(self, argument: Node | None, level: Level, context: Context) -> Verdict:
        """Return whether an argument of an aggregate can be NULL, row by row."""
        inside = replace(context, in_aggregate=True, grouped=False)
        return self._prover.verdict(argument, level, inside)

    def aggregate(self, node: Node, level: Level, context: Context) -> Verdict:
        """Return whether an aggregate can give NULL."""
        function = self._prover.catalog.functions.get(node.number("aggfnoid") or 0)
        if function is None or not function.built_in:
            return doubtful("an aggregate may give NULL")
        name = function.name
        if name in _ALWAYS:
            return proven(f"{name} is a number even of no rows")
        if node.number("agglevelsup"):
            return doubtful(f"{name} belongs to a query further out")
        if node.fields.get("aggfilter") is not None:
            return doubtful(f"{name} with FILTER over a possibly empty set")
        if not self._group_has_a_row(level):
            return doubtful(f"{name} over a possibly empty group")
        if name in _FOR_A_ROW:
            return proven(f"{name} over a group with rows")
        if name not in _FOR_A_VALUE:
            return doubtful(f"{name} may give NULL")
        arguments = [a.node("expr") for a in node.nodes("args") if not a.flag("resjunk")]
        if name in _PERCENTILES:
            fractions = (self.argument(a, level, context) for a in node.nodes("aggdirectargs"))
            found = first_doubt(fractions, "fractions that are not NULL")
            if not found.never_null:
                return found
        if not arguments:
            return doubtful(f"{name} may give NULL")
        found = self.argument(arguments[0], level, context)
        if not found.never_null:
            return doubtful(f"{name}: {found.why}")
        return proven(f"{name} of values that are never NULL, over a group with rows")

    def _group_has_a_row(self, level: Level) -> bool:
        """Tell whether each group has a row.

        It has if there is GROUP BY, and no grouping set (); and without GROUP BY if FROM always
        has one.
        """
        query = level.query
        if level.having_counts_rows:
            return True
        if query.items("groupingSets"):
            return not level.empty_group
        return bool(query.items("groupClause")) or self._prover.row_counts.from_has_a_row(level)

    def window(self, node: Node, level: Level, context: Context) -> Verdict:
        """Return whether a window function can give NULL."""
        function = self._prover.catalog.functions.get(node.number("winfnoid") or 0)
        if function is None or not function.built_in:
            return doubtful("a window function may give NULL")
        name = function.name
        arguments = node.nodes("args")
        if name in _OF_OTHER_ROWS:
            context = replace(context, facts=NO_FACTS)
        if name in _NUMBERS_OF_ROWS or name in {"count", "regr_count"}:
            return proven(f"{name} is a number")
        if name == "ntile":
            return self._prover.verdict(arguments[0], level, context)
        if name in {"lag", "lead"}:
            if len(arguments) != 3:
                return doubtful(f"{name} without a default, at the edge of the partition")
            return first_doubt(
                (self._prover.verdict(argument, level, context) for argument in arguments),
                f"{name} with a default, of values that are never NULL",
            )
        if node.fields.get("aggfilter") is not None:
            return doubtful(f"{name} with FILTER over a possibly empty set")
        options = self._frame_options(node, level)
        if not _frame_has_current_row(options):
            return doubtful(f"the frame of {name} may be empty")
        if name in _VALUES_OF_FRAME and options & _EXCLUDE_TIES:
            return doubtful(f"the frame of {name} leaves rows out")
        if name == "nth_value" and constant_integer(arguments[1]) != 1:
            return doubtful("the frame of nth_value may be too short")
        if name in _FOR_A_ROW:
            return proven(f"the frame of {name} has the current row")
        if name in _FOR_A_VALUE | _VALUES_OF_FRAME and arguments:
            found = self._prover.verdict(arguments[0], level, context)
            if not found.never_null:
                return doubtful(f"{name}: {found.why}")
            return proven(f"{name} of values that are never NULL, in a frame with the current row")
        return doubtful(f"{name} may give NULL")

    @staticmethod
    def _frame_options(node: Node, level: Level) -> int:
        windows = level.query.nodes("windowClause")
        number = node.number("winref") or 0
        window = windows[number - 1] if 0 < number <= len(windows) else None
        return (window.number("frameOptions") or 0) if window is not None else _EXCLUDE_CURRENT


def _frame_has_current_row(options: int) -> bool:
    """Tell whether a window's frame holds the current row, whatever the data.

    With RANGE and an offset it may not: the offset may be NULL or the value NaN.
    """
    starts = options & (_START_UNBOUNDED | _START_CURRENT | _START_OFFSET_PRECEDING)
    ends = options & (_END_UNBOUNDED | _END_CURRENT | _END_OFFSET_FOLLOWING)
    if not starts or not ends or options & (_EXCLUDE_CURRENT | _EXCLUDE_GROUP):
        return False
    return not (options & _RANGE and options & (_START_OFFSET_PRECEDING | _END_OFFSET_FOLLOWING))
