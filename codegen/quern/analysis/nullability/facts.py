"""What a condition proves: expressions that cannot be NULL where it holds.

Four questions, answered together since each leads to the others: what follows when an expression
is not NULL, is true, is false, or is not true (false or NULL). AND unites what its arms prove, OR
keeps what all of them prove, NOT swaps true and false; a strict operator that gives a value had
values to work on.
"""

from collections.abc import Callable, Iterable

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.nullability.level import (
    NO_FACTS,
    Facts,
    Level,
    column_key,
    one_level_up,
    parameter_key,
    row_key,
)
from quern.analysis.nullability.stand_ins import values_stood_in_for
from quern.analysis.tree.constants import (
    has_elements,
    is_false_or_null,
    is_null_constant,
    is_value_constant,
)
from quern.analysis.tree.contents import FIRST_USER_OID
from quern.analysis.tree.node_enums import BooleanTestType, CommandType, NullTestType, SublinkType
from quern.analysis.tree.nodetree import Node

#: What gives NULL for NULL, and only then, whatever it does otherwise.
_TRANSPARENT = frozenset(
    {
        *("RELABELTYPE", "COERCEVIAIO", "ARRAYCOERCEEXPR", "COERCETODOMAIN"),
        *("CONVERTROWTYPEEXPR", "COLLATEEXPR", "FIELDSELECT"),
    }
)
#: What cannot be NULL itself, so that "not true" is "false".
_NEVER_UNKNOWN = frozenset({"NULLTEST", "BOOLEANTEST", "DISTINCTEXPR"})


def all_of(parts: Iterable[Facts]) -> Facts:
    """Return what is proven when all parts hold."""
    return NO_FACTS.union(*parts)


def any_of(parts: Iterable[Facts]) -> Facts:
    """Return what is proven when one of the parts holds, nobody knows which.

    ``a.x = 1 OR a.y = 1`` proves neither column, but that the row of ``a`` is there.
    """
    found = list(parts)
    shared = found[0].intersection(*found[1:]) if found else NO_FACTS
    rows = [_rows_of(facts) for facts in found]
    return shared.union(rows[0].intersection(*rows[1:]) if rows else NO_FACTS)


def _rows_of(facts: Facts) -> Facts:
    """Return that the rows are there whose columns facts speak of."""
    return frozenset(
        row_key(fact[2], fact[1])
        for fact in facts
        if fact[0] == "VAR"
        and fact[4] == "0"
        and isinstance(fact[1], int)
        and isinstance(fact[2], int)
    )


class FactFinder:
    """Finds what conditions prove.

    :param open_level: makes the level of a sub-query, with its facts
    """

    def __init__(self, catalog: Catalog, open_level: Callable[[Node, Level], Level]) -> None:
        self._catalog = catalog
        self._open_level = open_level

    # Each of the four takes an expression of ``level`` and returns facts of that level.

    def when_not_null(self, expression: Node, level: Level) -> Facts:
        """Return what follows from ``expression IS NOT NULL``."""
        match expression.tag:
            case "VAR":
                return self._variable(expression, level)
            case "PARAM" if expression.number("paramkind") == 0:
                return frozenset({parameter_key(expression.number("paramid") or 0)})
            case tag if tag in _TRANSPARENT:
                return self._argument(expression, level)
            case "OPEXPR" | "FUNCEXPR":
                return self._call(expression, level)
            case "NULLIFEXPR":
                return self.when_not_null(expression.nodes("args")[0], level)
            case "BOOLEXPR" if expression.text("boolop") == "not":
                return self.when_not_null(expression.nodes("args")[0], level)
            case "SCALARARRAYOPEXPR":
                return self._array_comparison(expression, level, scalar_too=False)
            case "AGGREF" | "COALESCEEXPR" | "MINMAXEXPR":
                return self._itself(expression, level)
            case "CASEEXPR":
                found = self._itself(expression, level)
                if expression.node("arg") is not None:
                    return found
                return found | self._case(expression, level, self.when_not_null, is_null_constant)
            case "ROWCOMPAREEXPR":
                return self._row_comparison(expression, level)
            case "SUBSCRIPTINGREF":
                container = expression.node("refexpr")
                if container is None or expression.node("refassgnexpr") is not None:
                    return self._itself(expression, level)
                return self._itself(expression, level) | self.when_not_null(container, level)
            case _:
                return NO_FACTS

    def when_true(self, expression: Node, level: Level) -> Facts:
        """Return what follows from ``expression IS TRUE``."""
        match expression.tag:
            case "BOOLEXPR":
                arms = expression.nodes("args")
                match expression.text("boolop"):
                    case "and":
                        return all_of(self.when_true(arm, level) for arm in arms)
                    case "or":
                        return any_of(self.when_true(arm, level) for arm in arms)
                    case _:
                        return self.when_false(arms[0], level)
            case "NULLTEST":
                if expression.number("nulltesttype") == NullTestType.IS_NOT_NULL:
                    return self._is_not_null(expression, level)
                return NO_FACTS
            case "BOOLEANTEST":
                return self._boolean_test(expression, level)
            case "DISTINCTEXPR":
                left, right = expression.nodes("args")
                if is_null_constant(right):
                    return self.when_not_null(left, level)
                if is_null_constant(left):
                    return self.when_not_null(right, level)
                return NO_FACTS
            case "SCALARARRAYOPEXPR":
                return self._array_comparison(
                    expression, level, scalar_too=expression.flag("useOr")
                )
            case "SUBLINK":
                return self._sublink(expression, level)
            case "COALESCEEXPR":
                arms = expression.nodes("args")
                live = [arm for arm in arms if not is_false_or_null(arm)]
                return any_of(self.when_true(arm, level) for arm in live)
            case "CASEEXPR" if expression.node("arg") is None:
                return self._case(expression, level, self.when_true, is_false_or_null)
            case "CASEEXPR":
                return NO_FACTS
            case "OPEXPR":
                return self._comparison(expression, level, outcome=True)
            case _:
                return self.when_not_null(expression, level)

    def when_false(self, expression: Node, level: Level) -> Facts:
        """Return what follows from ``expression IS FALSE``."""
        match expression.tag:
            case "BOOLEXPR":
                arms = expression.nodes("args")
                match expression.text("boolop"):
                    case "and":
                        return any_of(self.when_false(arm, level) for arm in arms)
                    case "or":
                        return all_of(self.when_false(arm, level) for arm in arms)
                    case _:
                        return self.when_true(arms[0], level)
            case "NULLTEST":
                # For a row, IS NULL is not the opposite of IS NOT NULL.
                is_null = expression.number("nulltesttype") == NullTestType.IS_NULL
                if is_null and not expression.flag("argisrow"):
                    return self._is_not_null(expression, level)
                return NO_FACTS
            case "BOOLEANTEST":
                return self._boolean_test(expression, level, negated=True)
            case "DISTINCTEXPR":
                left, right = expression.nodes("args")
                if is_value_constant(right):
                    return self.when_not_null(left, level)
                if is_value_constant(left):
                    return self.when_not_null(right, level)
                return NO_FACTS
            case "SCALARARRAYOPEXPR":
                return self._array_comparison(
                    expression, level, scalar_too=not expression.flag("useOr")
                )
            case "SUBLINK" | "CASEEXPR" | "COALESCEEXPR":
                return NO_FACTS
            case "OPEXPR":
                return self._comparison(expression, level, outcome=False)
            case _:
                return self.when_not_null(expression, level)

    def when_not_true(self, expression: Node, level: Level) -> Facts:
        """Return what follows when the expression is false or NULL."""
        if expression.tag in _NEVER_UNKNOWN:
            return self.when_false(expression, level)
        if expression.tag != "BOOLEXPR":
            return NO_FACTS
        arms = expression.nodes("args")
        match expression.text("boolop"):
            case "or":
                return all_of(self.when_not_true(arm, level) for arm in arms)
            case "and":
                return any_of(self.when_not_true(arm, level) for arm in arms)
            case _:
                if arms[0].tag in _NEVER_UNKNOWN:
                    return self.when_true(arms[0], level)
                return NO_FACTS

    def is_volatile(self, expression: Node) -> bool:
        """Tell whether an expression may give another value when it is computed again."""
        for node in expression.walk():
            match node.tag:
                case "FUNCEXPR":
                    called = node.number("funcid")
                case "OPEXPR" | "NULLIFEXPR" | "DISTINCTEXPR" | "SCALARARRAYOPEXPR":
                    called = node.number("opfuncid")
                case "SUBLINK" | "NEXTVALUEEXPR" | "WINDOWFUNC" | "COERCEVIAIO":
                    # A conversion through text may call any input or output function.
                    return True
                case "PARAM" if node.number("paramkind") != 0:
                    return True
                case _:
                    continue
            function = self._catalog.functions.get(called or 0)
            if function is None or function.volatile:
                return True
        return False

    def _itself(self, expression: Node, level: Level) -> Facts:
        if self.is_volatile(expression):
            return NO_FACTS
        return frozenset({level.key(expression)})

    def _variable(self, variable: Node, level: Level) -> Facts:
        found = frozenset({level.key(variable)})
        resolved = level.resolve(variable)
        if resolved is not variable and resolved.tag != "VAR":
            found |= self.when_not_null(resolved, level)
        return found

    def _argument(self, expression: Node, level: Level) -> Facts:
        argument = expression.node("arg")
        return self.when_not_null(argument, level) if argument is not None else NO_FACTS

    def _call(self, expression: Node, level: Level) -> Facts:
        """Return itself, and its arguments: a strict function that gave a value had them all."""
        found = self._itself(expression, level)
        field = "opfuncid" if expression.tag == "OPEXPR" else "funcid"
        function = self._catalog.functions.get(expression.number(field) or 0)
        if function is not None and function.strict and not function.returns_set:
            for argument in expression.nodes("args"):
                found |= self.when_not_null(argument, level)
        return found

    def _array_comparison(self, expression: Node, level: Level, *, scalar_too: bool) -> Facts:
        """``x = ANY (array)``: the array has a value; so has ``x`` if an element was compared.

        ``x <> ALL ('{}')`` is true for a NULL ``x``, since nothing is compared.

        :param scalar_too: whether the outcome needs an element that was compared
        """
        scalar, array = expression.nodes("args")
        found = self.when_not_null(array, level)
        function = self._catalog.functions.get(expression.number("opfuncid") or 0)
        strict = function is not None and function.strict
        if strict and (scalar_too or has_elements(array)):
            found |= self.when_not_null(scalar, level)
        return found

    def _is_not_null(self, test: Node, level: Level) -> Facts:
        argument = test.node("arg")
        if argument is None:
            return NO_FACTS
        if not test.flag("argisrow"):
            return NO_FACTS if argument.tag == "ROWEXPR" else self.when_not_null(argument, level)
        if argument.tag == "ROWEXPR":
            return all_of(self.when_not_null(item, level) for item in argument.nodes("args"))
        row = level.resolve(argument) if argument.tag == "VAR" else argument
        if row.tag != "VAR" or row.number("varattno") != 0:
            return self.when_not_null(argument, level)
        # A whole row is not NULL only if none of its columns is.
        found = {level.key(row)}
        number = row.number("varno") or 0
        if row.number("varlevelsup") == 0 and (entry := level.entry(number)) is not None:
            names = entry.node("eref")
            count = len(names.items("colnames")) if names is not None else 0
            found |= {column_key(number, attribute) for attribute in range(1, count + 1)}
        return frozenset(found)

    def _boolean_test(self, test: Node, level: Level, *, negated: bool = False) -> Facts:
        argument = test.node("arg")
        kind = test.number("booltesttype")
        if argument is None or kind is None:
            return NO_FACTS
        if negated:
            kind ^= 1  # each test is followed by its opposite
        match kind:
            case BooleanTestType.IS_TRUE:
                return self.when_true(argument, level)
            case BooleanTestType.IS_FALSE:
                return self.when_false(argument, level)
            case BooleanTestType.IS_NOT_UNKNOWN:
                return self.when_not_null(argument, level)
            case _:
                return NO_FACTS

    def _row_comparison(self, comparison: Node, level: Level) -> Facts:
        """Return ``a`` and ``c`` for ``(a, b) < (c, d)``; the others count only if those are equal.

        Built-in operator families have strict support functions; others may have any.
        """
        families = comparison.numbers("opfamilies")
        if not families or families[0] >= FIRST_USER_OID:
            return NO_FACTS
        left, right = comparison.nodes("largs")[0], comparison.nodes("rargs")[0]
        return self.when_not_null(left, level) | self.when_not_null(right, level)

    def _comparison(self, comparison: Node, level: Level, *, outcome: bool) -> Facts:
        """Return what a comparison needs that is true, or false."""
        found = self.when_not_null(comparison, level)
        values = values_stood_in_for(comparison, self._catalog, outcome=outcome)
        return found | any_of(self.when_not_null(value, level) for value in values)

    def _case(
        self,
        case: Node,
        level: Level,
        when: Callable[[Node, Level], Facts],
        never: Callable[[Node], bool],
    ) -> Facts:
        """``CASE WHEN a THEN b ELSE c END`` gives what is asked for where one branch does.

        :param when: what follows when a branch gives what is asked for
        :param never: tells of a branch that it never does
        """
        branches: list[Facts] = []
        refused = NO_FACTS
        for branch in case.nodes("args"):
            condition, result = branch.node("expr"), branch.node("result")
            if condition is None or result is None:
                return NO_FACTS
            if not never(result):
                branches.append(self.when_true(condition, level) | when(result, level) | refused)
            refused |= self.when_not_true(condition, level)
        default = case.node("defresult")
        if default is not None and not never(default):
            branches.append(when(default, level) | refused)
        return any_of(branches)

    def _sublink(self, sublink: Node, level: Level) -> Facts:
        """``EXISTS`` and ``x = ANY (SELECT ...)`` found a row, for which the inner WHERE holds."""
        kind, test, query = (
            sublink.number("subLinkType"),
            sublink.node("testexpr"),
            sublink.node("subselect"),
        )
        if kind not in {SublinkType.EXISTS, SublinkType.ANY} or query is None:
            return NO_FACTS
        found = NO_FACTS
        if kind == SublinkType.ANY and test is not None:
            found = self.when_true(test, level)
        if _passes_its_where(query):
            found |= one_level_up(self._open_level(query, level).facts)
        # Other keys may speak of the sub-query's own columns.
        return frozenset(fact for fact in found if fact[0] in {"VAR", "PARAMETER"})


def _passes_its_where(query: Node) -> bool:
    """Tell whether each row of a query comes from rows for which its WHERE holds.

    With aggregates or HAVING, but without GROUP BY, there is a group even of no rows.
    """
    one_group = query.flag("hasAggs") or query.fields.get("havingQual") is not None
    return (
        query.number("commandType") == CommandType.SELECT
        and query.fields.get("setOperations") is None
        and not query.items("groupingSets")
        and not (one_group and not query.items("groupClause"))
    )
