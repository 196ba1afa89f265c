"""What the conditions of a query make equal, and what is the same in all of its rows.

A column that equals one value in all rows is fixed. By which equality matters: ``'A'`` and ``'a'``
are one value to a case-insensitive collation and two to a unique key without it, 1.0 and 1.00 are
equal as numbers and differ as text.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from quern.analysis.cardinality.terms import ColumnId, Terms
from quern.analysis.catalog.catalog import Catalog
from quern.analysis.tree.node_enums import BooleanTestType, NullTestType, SublinkType
from quern.analysis.tree.nodetree import Node

#: The outer joins that found a partner: numbers of the joins, negative where the partner is on the
#: left of a full join. A condition of scope S holds for the rows where all of S did.
Scope: TypeAlias = frozenset[int]


class Nulls(IntEnum):
    """Which rows have NULL where the others have one value.

    No row; no row or all rows; or some rows.
    """

    NEVER = 0
    SAME = 1
    SOMETIMES = 2


@dataclass(frozen=True)
class Fixing:
    """How a column is fixed: its values are equal by the operators of a family.

    :ivar family: OID, or 0 where there is but one value
    """

    family: int
    collation: int
    nulls: Nulls

    @property
    def is_same(self) -> bool:
        """Whether all rows agree, also on having NULL."""
        return self.nulls <= Nulls.SAME

    @property
    def is_one_value(self) -> bool:
        """Whether they agree to the letter."""
        return self.is_same and self.family == 0

    def implies(self, families: Iterable[int], collation: int) -> bool:
        """Tell whether the values are equal by one of some families, too."""
        return self.family == 0 or (self.family in families and self.collation == collation)


@dataclass(frozen=True)
class Equality:
    """A condition that ties a column to an expression.

    :ivar other: the expression; None if the condition says by itself which value it is
    :ivar families: the operator families whose equality it is
    :ivar nulls_equal: whether two NULLs are equal to it
    """

    column: ColumnId
    other: Node | None
    families: frozenset[int]
    collation: int
    nulls_equal: bool
    scope: Scope


def conjuncts(condition: Node | None) -> Iterator[Node]:
    """Yield the parts of a condition that must all be true."""
    if condition is None:
        return
    if condition.tag == "BOOLEXPR" and condition.text("boolop") == "and":
        for arm in condition.nodes("args"):
            yield from conjuncts(arm)
    else:
        yield condition


def find_equalities(
    condition: Node, terms: Terms, catalog: Catalog, scope: Scope
) -> Iterator[Equality]:
    """Yield what follows from one part of a condition."""
    match condition.tag:
        case "OPEXPR":
            yield from _comparison(condition, terms, catalog, scope, nulls_equal=False)
        case "BOOLEXPR" if condition.text("boolop") == "not":
            argument = condition.nodes("args")[0]
            if argument.tag == "DISTINCTEXPR":
                yield from _comparison(argument, terms, catalog, scope, nulls_equal=True)
            else:
                yield from _one_value(argument, terms, scope, nulls_equal=False)
        case "VAR":
            yield from _one_value(condition, terms, scope, nulls_equal=False)
        case "BOOLEANTEST":
            tests = {BooleanTestType.IS_TRUE, BooleanTestType.IS_FALSE}
            if condition.number("booltesttype") in tests:
                yield from _one_value(condition.node("arg"), terms, scope, nulls_equal=False)
        case "NULLTEST":
            is_null = condition.number("nulltesttype") == NullTestType.IS_NULL
            if is_null and not condition.flag("argisrow"):
                yield from _one_value(condition.node("arg"), terms, scope, nulls_equal=True)
        case "SUBLINK" if condition.number("subLinkType") == SublinkType.ANY:
            yield from _membership(condition, terms, catalog, scope)
        case _:
            return


def _comparison(
    comparison: Node, terms: Terms, catalog: Catalog, scope: Scope, *, nulls_equal: bool
) -> Iterator[Equality]:
    """Read ``a = b`` and ``a IS NOT DISTINCT FROM b`` from both sides."""
    families = catalog.equality.get(comparison.number("opno") or 0)
    sides = comparison.nodes("args")
    if families is None or len(sides) != 2:
        return
    collation = comparison.number("inputcollid") or 0
    for side, other in (sides, sides[::-1]):
        column = terms.column_of(side)
        if column is not None:
            yield Equality(column, other, families, collation, nulls_equal, scope)


def _one_value(
    expression: Node | None, terms: Terms, scope: Scope, *, nulls_equal: bool
) -> Iterator[Equality]:
    """Read ``x IS NULL``, and a boolean as a condition: there is but one value that passes."""
    column = terms.column_of(expression) if expression is not None else None
    if column is not None:
        yield Equality(column, None, frozenset(), 0, nulls_equal, scope)


def _membership(sublink: Node, terms: Terms, catalog: Catalog, scope: Scope) -> Iterator[Equality]:
    """Read ``x IN (SELECT ...)``: the other side is the sub-query.

    Whether it has but one row is for the caller to find out.
    """
    for comparison in conjuncts(sublink.node("testexpr")):
        families = catalog.equality.get(comparison.number("opno") or 0)
        sides = comparison.nodes("args")
        if comparison.tag != "OPEXPR" or families is None or len(sides) != 2:
            continue
        column = terms.column_of(sides[0])
        if column is not None:
            collation = comparison.number("inputcollid") or 0
            yield Equality(column, sublink, families, collation, False, scope)
