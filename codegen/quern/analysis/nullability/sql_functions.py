"""Whether functions written in SQL can give NULL, by their bodies.

Only bodies that the server keeps as trees (``RETURN ...`` and ``BEGIN ATOMIC``) are looked into:
their names were resolved when the function was made, and stay what they are whatever the search
path of the caller.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quern.analysis.catalog.catalog import Function
from quern.analysis.nullability.verdict import Verdict, doubtful, proven

if TYPE_CHECKING:
    from quern.analysis.nullability.prover import Prover


class SqlFunctions:
    """Finds the verdict on calls of functions written in SQL."""

    def __init__(self, prover: "Prover", in_progress: frozenset[int]) -> None:
        self._prover = prover
        self._in_progress = in_progress

    def verdict(self, function: Function, arguments: Sequence[Verdict]) -> Verdict:
        """Return whether a call gives NULL: its last query must have a row, and a value in it.

        A strict function gives NULL for a NULL argument, whatever its body says. Arguments that
        are left to their defaults are not looked at, and those given by name stand out of order.

        :param arguments: the verdicts on all arguments, in order
        """
        unknown = doubtful(f"{function.name} may give NULL")
        body = function.body
        if body is None or function.returns_set or function.oid in self._in_progress:
            return unknown
        if len(arguments) != function.arguments:
            return unknown
        if function.strict:
            for argument in arguments:
                if not argument.never_null:
                    return argument
        given = frozenset(n for n, argument in enumerate(arguments, 1) if argument.never_null)
        inside = self._prover.for_body(given, self._in_progress | {function.oid})
        if not inside.row_counts.query_always_has_a_row(body, None):
            return unknown
        outputs = inside.outputs(body)
        if len(outputs) == 1 and outputs[0].never_null:
            return proven(f"the body of {function.name} never gives NULL")
        return unknown
