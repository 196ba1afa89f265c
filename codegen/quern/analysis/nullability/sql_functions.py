"""Whether functions written in SQL can give NULL, by their bodies.

Which bodies are known is told in :mod:`quern.analysis.catalog.function_bodies`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.catalog.function_bodies import Body
from quern.analysis.catalog.functions import Function
from quern.analysis.nullability.argument_rules import VOID
from quern.analysis.nullability.joins import UnknownNodeError
from quern.analysis.nullability.verdict import Verdict, doubtful, proven

if TYPE_CHECKING:
    from quern.analysis.nullability.prover import Prover

#: Types whose casts to each other, made where a function's result is declared as another than its
#: body gives, turn values into values: texts, numbers, and times with a date. (Of an infinite
#: timestamp there is no time of day, for one.)
_ALIKE = (
    frozenset({19, 25, 1042, 1043}),
    frozenset({20, 21, 23, 700, 701, 1700}),
    frozenset({1082, 1114, 1184}),
)


class SqlFunctions:
    """Finds the verdict on calls of functions written in SQL.

    :param in_progress: OIDs of the functions whose bodies are being examined, against recursion
    :param other_path: whether the search path is another than that of the query
    :param stored: whether calls were made when a row was stored, maybe before a function had the
        body that it has now
    """

    def __init__(
        self, prover: "Prover", in_progress: frozenset[int], *, other_path: bool, stored: bool
    ) -> None:
        self._prover = prover
        self._stored = stored
        self._in_progress = in_progress
        self._other_path = other_path

    def verdict(self, function: Function, arguments: Sequence[Verdict]) -> Verdict:
        """Return whether a call gives NULL.

        :param arguments: the verdicts on all arguments, in order
        """
        columns = self.columns(function, arguments)
        if len(columns) == 1:
            return columns[0]
        return doubtful(f"{function.name} may give NULL")

    def columns(self, function: Function, arguments: Sequence[Verdict]) -> tuple[Verdict, ...]:
        """Return the verdicts on the columns of the rows that a call gives.

        Its last query must have a row, unless it returns a set, and values in it. For a NULL
        argument a strict function gives NULL, or an empty set, whatever its body says. Arguments
        that are left to their defaults are not looked at, and those given by name stand out of
        order.

        :param arguments: the verdicts on all arguments, in order
        :returns: none if nothing is known of the function
        """
        body = function.body
        if body is None or body.result is None or function.oid in self._in_progress:
            return ()
        if self._stored or (self._other_path and not body.any_path):
            return ()
        if _is_to_be_rewritten(body, self._prover.catalog):
            return ()
        if len(arguments) != function.arguments or len(body.types) != len(function.result_types):
            return ()
        if function.strict and not function.returns_set:
            for argument in arguments:
                if not argument.never_null:
                    return tuple(argument for _ in body.types)
        inside = self._prover.for_body(
            frozenset(
                number
                for number, argument in enumerate(arguments, 1)
                if argument.never_null or function.strict
            ),
            self._in_progress | {function.oid},
            other_path=self._other_path or not function.keeps_search_path,
        )
        has_row = function.returns_set or inside.row_counts.query_always_has_a_row(
            body.result, None
        )
        if not has_row:
            return tuple(doubtful(f"{function.name} may give no row") for _ in body.types)
        try:
            outputs = inside.outputs(body.result)
        except UnknownNodeError:
            return ()
        if len(outputs) != len(body.types):
            return ()
        pairs = zip(body.types, function.result_types, strict=True)
        return tuple(
            proven(f"the body of {function.name} never gives NULL")
            if output.never_null and _keeps_values(own, declared)
            else doubtful(f"{function.name} may give NULL")
            for output, (own, declared) in zip(outputs, pairs, strict=True)
        )


def _is_to_be_rewritten(body: Body, catalog: Catalog) -> bool:
    """Tell whether a body changes a table, or a view, by rules that are not put in yet.

    A rule may return something else instead, or nothing; so may a trigger behind a view. A policy
    does not: it lets a row pass as it is, or raises an error, or passes it over.
    """
    if body.expanded:
        return False
    for query in body.contents.queries:
        if number := query.number("resultRelation"):
            target = catalog.relations.get(query.nodes("rtable")[number - 1].number("relid") or 0)
            if target is None or target.has_rules:
                return True
    return False


def _keeps_values(own: int | None, declared: int) -> bool:
    """Tell whether what a body gives is a value of the declared type, or is cast to one.

    Where a function returns ``void`` it is left out, unless the server puts the body in place of
    the call (``fmgr_sql`` of ``executor/functions.c``).
    """
    if declared == VOID:
        return False
    return own == declared or any(own in group and declared in group for group in _ALIKE)
