"""The join tree as the counting of rows sees it: what its conditions say, and where that holds."""

from dataclasses import dataclass, field

from quern.analysis.cardinality.equalities import Equality, Scope, conjuncts, find_equalities
from quern.analysis.cardinality.terms import Terms
from quern.analysis.catalog.catalog import Catalog
from quern.analysis.nullability.joins import JoinTree, UnknownNodeError
from quern.analysis.nullability.level import Level
from quern.analysis.tree.constants import is_false_or_null
from quern.analysis.tree.node_enums import JoinType
from quern.analysis.tree.nodetree import Node

_ANYWHERE: Scope = frozenset()


@dataclass(frozen=True)
class Subtree:
    """A part of the join tree that has one row if each of its relations has.

    :ivar scope: the outer joins that it is the missing side of
    """

    relations: frozenset[int]
    scope: Scope


@dataclass
class JoinConditions:
    """A join tree.

    :ivar terms: what its conditions can fix
    :ivar scopes: for each relation, the outer joins that it is the missing side of
    :ivar subtrees: those that do not join fully, which gives unmatched rows of both sides
    :ivar conditions: parts that are true for the rows of a scope
    :ivar is_regular: whether the whole tree is one of them
    :ivar empty: whether a condition for all rows is never true
    """

    terms: Terms
    scopes: dict[int, Scope] = field(default_factory=dict)
    subtrees: list[Subtree] = field(default_factory=list)
    equalities: list[Equality] = field(default_factory=list)
    conditions: list[tuple[Node, Scope]] = field(default_factory=list)
    is_regular: bool = True
    empty: bool = False


def read_joins(level: Level, catalog: Catalog, joins: JoinTree) -> JoinConditions:
    """Read the join tree of a level.

    :raises UnknownNodeError: if it holds a node of an unknown kind
    """
    found = JoinConditions(Terms(level, catalog))
    tree = level.query.node("jointree")
    if tree is not None:
        _Walk(level, catalog, joins, found).visit(tree, _ANYWHERE)
    return found


class _Walk:
    """One walk over the join tree of a level."""

    def __init__(
        self, level: Level, catalog: Catalog, joins: JoinTree, found: JoinConditions
    ) -> None:
        self._level = level
        self._catalog = catalog
        self._joins = joins
        self._found = found
        self._nulling_is_known = False

    def visit(self, node: Node, scope: Scope) -> tuple[frozenset[int], bool]:
        """Return the relations of a part of the tree, and whether it joins nothing fully."""
        is_regular = True
        match node.tag:
            case "RANGETBLREF":
                relations = frozenset({node.number("rtindex") or 0})
                self._found.scopes.update(dict.fromkeys(relations, scope))
            case "FROMEXPR":
                parts = [self.visit(item, scope) for item in node.nodes("fromlist")]
                relations = frozenset[int]().union(*(part for part, _ in parts))
                is_regular = all(regular for _, regular in parts)
                self._take_conditions(node, scope)
            case "JOINEXPR":
                relations, is_regular = self._visit_join(node, scope)
            case tag:
                raise UnknownNodeError(tag)
        if is_regular:
            self._found.subtrees.append(Subtree(relations, scope))
        self._found.is_regular = is_regular  # the last to say so is the whole tree
        return relations, is_regular

    def _visit_join(self, node: Node, scope: Scope) -> tuple[frozenset[int], bool]:
        left, right = node.node("larg"), node.node("rarg")
        kind, number = node.number("jointype"), node.number("rtindex") or 0
        if left is None or right is None or kind not in set(JoinType):
            raise UnknownNodeError(f"join type {kind}")
        left_scope = right_scope = scope
        if kind in {JoinType.LEFT, JoinType.FULL} and self._may_be_missing(right):
            right_scope = scope | {number}
        if kind in {JoinType.RIGHT, JoinType.FULL} and self._may_be_missing(left):
            left_scope = scope | {-number}
        left_relations, left_is_regular = self.visit(left, left_scope)
        right_relations, right_is_regular = self.visit(right, right_scope)
        self._take_conditions(node, left_scope | right_scope)
        is_full = left_scope != scope and right_scope != scope
        is_regular = left_is_regular and right_is_regular and not is_full
        return left_relations | right_relations, is_regular

    def _may_be_missing(self, side: Node) -> bool:
        """Tell whether rows without a partner are left: a fact on the side rules them out."""
        if not self._nulling_is_known:
            self._joins.examine(self._level)
            self._nulling_is_known = True
        references = (n.number("rtindex") for n in side.walk() if n.tag == "RANGETBLREF")
        return not any(self._level.nulling.get(number or 0) == frozenset() for number in references)

    def _take_conditions(self, node: Node, scope: Scope) -> None:
        for condition in conjuncts(node.node("quals")):
            if is_false_or_null(condition) and not scope:
                self._found.empty = True
            self._found.conditions.append((condition, scope))
            found = find_equalities(condition, self._found.terms, self._catalog, scope)
            self._found.equalities.extend(found)
