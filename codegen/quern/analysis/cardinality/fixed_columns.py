"""Which columns and expressions of a level are the same in all of its rows."""

from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import TypeAlias

from quern.analysis.cardinality.equalities import (
    Equality,
    Fixing,
    Nulls,
    Scope,
)
from quern.analysis.cardinality.join_conditions import JoinConditions
from quern.analysis.cardinality.stability import CALLS, is_stable, locks_rows, variables
from quern.analysis.cardinality.terms import ColumnId, Terms
from quern.analysis.catalog.catalog import Catalog
from quern.analysis.nullability.level import Level
from quern.analysis.tree.node_enums import ParameterKind, SublinkType
from quern.analysis.tree.nodetree import Node

#: How the columns of a sub-query are fixed by conditions around it, by their number.
Outputs: TypeAlias = Mapping[int, frozenset[Fixing]]

#: What gives the same for the same arguments, besides calls of functions that are not volatile.
#: (Input and output functions of types are not: CREATE TYPE warns of volatile ones.)
_PURE = frozenset(
    {
        *("BOOLEXPR", "CASEEXPR", "CASEWHEN", "CASETESTEXPR", "COALESCEEXPR", "MINMAXEXPR"),
        *("NULLTEST", "BOOLEANTEST", "ARRAYEXPR", "ROWEXPR", "ROWCOMPAREEXPR", "FIELDSELECT"),
        *("COERCEVIAIO", "ARRAYCOERCEEXPR", "COERCETODOMAIN", "CONVERTROWTYPEEXPR"),
        *("SUBSCRIPTINGREF", "SQLVALUEFUNCTION", "NAMEDARGEXPR", "CONST"),
    }
)
#: Of these a NULL argument makes the outcome NULL, if the function is strict.
_STRICT_CALLS = frozenset({"FUNCEXPR", "OPEXPR"})


class FixedColumns:
    """Tells what is the same in all rows of a level, or in those of a scope.

    :param has_one_row: tells whether a sub-query gives at most one row
    :param is_repeatable: tells whether a relation gives the same when it is computed again
    :param outputs: how the columns that the level's query returns are fixed from around it
    """

    def __init__(
        self,
        level: Level,
        catalog: Catalog,
        joins: JoinConditions,
        has_one_row: Callable[[Node], bool],
        is_repeatable: Callable[[int], bool],
        outputs: Outputs,
    ) -> None:
        self._level = level
        self._catalog = catalog
        self._joins = joins
        self._has_one_row = has_one_row
        self._is_repeatable = cache(is_repeatable)
        self._outputs = _fixed_by_outputs(level, joins.terms, outputs)
        self._single: set[int] = set()
        self._memo: dict[Scope, dict[ColumnId, set[Fixing]]] = {}

    def add_single(self, relations: Collection[int]) -> None:
        """Take in that relations have at most one row."""
        self._single.update(relations)
        self._memo.clear()

    def value(self, expression: Node, scope: Scope) -> Nulls | None:
        """Tell whether an expression is the same in all rows of a scope.

        :returns: SAME if it is; SOMETIMES if some rows may have NULL instead; else None
        """
        match expression.tag:
            case "VAR":
                if expression.number("varlevelsup"):
                    return Nulls.SAME
                resolved = self._level.resolve(expression)
                if resolved.tag != "VAR" or resolved.number("varlevelsup"):
                    return self.value(resolved, scope)
                column = resolved.number("varno") or 0, resolved.number("varattno") or 0
                return self._column_value(column, scope)
            case "PARAM":
                external = expression.number("paramkind") == ParameterKind.EXTERNAL
                return Nulls.SAME if external else None
            case "RELABELTYPE" | "COLLATEEXPR":
                argument = expression.node("arg")
                return self.value(argument, scope) if argument is not None else None
            case "SUBLINK" if expression.number("subLinkType") != SublinkType.MULTIPLE:
                return self._sublink_value(expression, scope)
            case "AGGREF" if expression.number("agglevelsup"):
                return Nulls.SAME
            case tag if tag in CALLS or tag in _PURE:
                return self._computed_value(expression, scope)
            case _:
                return None

    def columns(self, scope: Scope) -> Mapping[ColumnId, set[Fixing]]:
        """Return how columns are fixed in the rows of a scope.

        What equals something fixed is fixed as well, until nothing more follows.
        """
        if scope in self._memo:
            return self._memo[scope]
        found = {column: set(fixings) for column, fixings in self._outputs.items()}
        usable = [equality for equality in self._joins.equalities if equality.scope <= scope]
        grows = True
        while grows:
            grows = False
            for equality in usable:
                fixings = found.setdefault(equality.column, set())
                fresh = self._fixings(equality, found, scope) - fixings
                fixings |= fresh
                grows = grows or bool(fresh)
        self._memo[scope] = found
        return found

    def _computed_value(self, expression: Node, scope: Scope) -> Nulls | None:
        """Look at the arguments; a strict function gives NULL for NULL."""
        strict = False
        if expression.tag in CALLS:
            oid = expression.number(CALLS[expression.tag])
            function = self._catalog.functions.get(oid or 0)
            if function is None or function.volatile or function.returns_set:
                return None
            strict = function.strict and expression.tag in _STRICT_CALLS
        values = [self.value(child, scope) for child in expression.children()]
        if all(value == Nulls.SAME for value in values):
            return Nulls.SAME
        return Nulls.SOMETIMES if strict and None not in values else None

    def _column_value(self, column: ColumnId, scope: Scope) -> Nulls | None:
        """Look at the relation: if it has one row at most, that or NULL.

        It is there in all rows, or in none, where it belongs to a part of the join tree that has
        one row at most as a whole.
        """
        if column[0] in self._single and self._is_repeatable(column[0]):
            whole = any(
                column[0] in subtree.relations
                and subtree.scope <= scope
                and subtree.relations <= self._single
                and all(map(self._is_repeatable, subtree.relations))
                for subtree in self._joins.subtrees
            )
            return Nulls.SAME if whole else Nulls.SOMETIMES
        told = (e for e in self._joins.equalities if e.column == column and e.scope <= scope)
        from_around = self._outputs.get(column, frozenset())
        if any(e.other is None for e in told) or any(f.is_one_value for f in from_around):
            return Nulls.SAME
        return None

    def _sublink_value(self, sublink: Node, scope: Scope) -> Nulls | None:
        """Look at a sub-query: it is the same where what it takes from around it is.

        If it takes nothing it is computed only once, which matters if it locks rows.
        """
        if not is_stable(sublink, self._catalog):
            return None
        outside = list(variables(sublink))
        if outside and locks_rows(sublink):
            return None
        is_same = all(self.value(variable, scope) == Nulls.SAME for variable in outside)
        return Nulls.SAME if is_same else None

    def _fixings(
        self, equality: Equality, known: Mapping[ColumnId, set[Fixing]], scope: Scope
    ) -> set[Fixing]:
        """Return how an equality fixes its column."""
        families, collation = equality.families, equality.collation
        if equality.other is None:
            return {Fixing(0, 0, Nulls.SAME if equality.nulls_equal else Nulls.NEVER)}
        value = self._other_value(equality.other, scope)
        if value is not None:
            nulls = value if equality.nulls_equal else Nulls.NEVER
            return {Fixing(family, collation, nulls) for family in families}
        other = self._joins.terms.column_of(equality.other)
        return {
            Fixing(family, collation, fixing.nulls if equality.nulls_equal else Nulls.NEVER)
            for fixing in (known.get(other, set[Fixing]()) if other is not None else ())
            for family in families
            if fixing.implies({family}, collation)
        }

    def _other_value(self, other: Node, scope: Scope) -> Nulls | None:
        """Look at the other side; ``x IN (SELECT ...)`` is ``x = (SELECT ...)`` for one row.

        Such a sub-query may be joined, and so be computed again and again.
        """
        if other.tag == "SUBLINK" and other.number("subLinkType") == SublinkType.ANY:
            query = other.node("subselect")
            if query is None or locks_rows(query) or not self._has_one_row(query):
                return None
            return self._sublink_value(query, scope)
        return self.value(other, scope)


def _fixed_by_outputs(
    level: Level, terms: Terms, outputs: Outputs
) -> dict[ColumnId, frozenset[Fixing]]:
    """Return the columns that are fixed since what the query returns of them is."""
    found: dict[ColumnId, frozenset[Fixing]] = {}
    for target in level.query.nodes("targetList") if outputs else ():
        expression, fixings = target.node("expr"), outputs.get(target.number("resno") or 0)
        column = terms.column_of(expression) if expression is not None else None
        if column is not None and fixings and not target.flag("resjunk"):
            found[column] = found.get(column, frozenset()) | fixings
    return found
