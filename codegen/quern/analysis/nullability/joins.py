"""The join tree: which joins can null a relation, and what inner joins and WHERE prove.

An outer join nulls the columns of a relation for rows without a partner. But a fact about one of
those columns (``WHERE b.x = 1``) shows that such rows are gone: the join is as good as an inner
one, and what its own condition says holds after all. And a left join that always finds a partner,
since a foreign key says so, nulls nothing to begin with.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from quern.analysis.catalog.catalog import Catalog, Relation
from quern.analysis.nullability.facts import FactFinder
from quern.analysis.nullability.level import NO_FACTS, Facts, Key, Level, column_key
from quern.analysis.nullability.row_counts import RowCounts
from quern.analysis.tree.constants import is_true_constant
from quern.analysis.tree.node_enums import JoinType, RteKind
from quern.analysis.tree.nodetree import Node

#: Stands for one side of an outer join that may be missing.
Tags = frozenset[Key]
_NO_TAGS: Tags = frozenset()


@dataclass
class _Part:
    """A part of the join tree.

    :ivar nulling: for each relation in it, the joins within that can null it
    :ivar facts: what holds for each of its rows
    """

    nulling: dict[int, Tags] = field(default_factory=dict)
    facts: Facts = NO_FACTS


class JoinTree:
    """Walks the join tree of a level, from its relations upwards."""

    def __init__(self, catalog: Catalog, facts: FactFinder, row_counts: RowCounts) -> None:
        self._catalog = catalog
        self._facts = facts
        self._row_counts = row_counts

    def examine(self, level: Level) -> None:
        """Set the level's ``nulling`` and ``facts``."""
        tree = level.query.node("jointree")
        if tree is None:
            return
        walk = _Walk(level, self._catalog, self._facts, self._row_counts)
        part = walk.visit(tree)
        level.nulling, level.facts = _reduce(part, walk.deferred)


def _reduce(part: _Part, deferred: Sequence[tuple[Tags, Facts]]) -> tuple[dict[int, Tags], Facts]:
    """Take away the joins whose missing side facts rule out, as long as that gives new facts.

    :param deferred: facts that hold once all of some joins are taken away
    """
    nulling, facts = dict(part.nulling), part.facts
    undone: set[Key] = set()
    while True:
        seen = {
            tag
            for fact in facts
            if fact[0] == "VAR" and fact[1] == 0 and fact[4] == "0" and isinstance(fact[2], int)
            for tag in nulling.get(fact[2], _NO_TAGS)
        }
        released = facts.union(*(held for tags, held in deferred if tags <= undone | seen))
        if not seen and released == facts:
            return nulling, facts
        undone |= seen
        facts = released
        nulling = {relation: tags - seen for relation, tags in nulling.items()}


class _Walk:
    """One walk over the join tree of a level."""

    def __init__(
        self, level: Level, catalog: Catalog, facts: FactFinder, row_counts: RowCounts
    ) -> None:
        self.deferred: list[tuple[Tags, Facts]] = []
        self._level = level
        self._catalog = catalog
        self._facts = facts
        self._row_counts = row_counts

    def visit(self, node: Node) -> _Part:
        match node.tag:
            case "RANGETBLREF":
                return _Part({node.number("rtindex") or 0: _NO_TAGS})
            case "FROMEXPR":
                return self._from(node)
            case "JOINEXPR":
                return self._join(node)
            case tag:
                raise UnknownNodeError(tag)

    def _from(self, node: Node) -> _Part:
        parts = [self.visit(item) for item in node.nodes("fromlist")]
        nulling = {relation: tags for part in parts for relation, tags in part.nulling.items()}
        facts = NO_FACTS.union(*(part.facts for part in parts))
        return _Part(nulling, facts | self._condition(node))

    def _condition(self, node: Node) -> Facts:
        condition = node.node("quals")
        return self._facts.when_true(condition, self._level) if condition else NO_FACTS

    def _join(self, node: Node) -> _Part:
        left_node, right_node = node.node("larg"), node.node("rarg")
        if left_node is None or right_node is None:
            raise UnknownNodeError(node.tag)
        left, right = self.visit(left_node), self.visit(right_node)
        condition = self._condition(node)
        match node.number("jointype"):
            case JoinType.INNER:
                facts = left.facts | right.facts | condition
                return _Part({**left.nulling, **right.nulling}, facts)
            case JoinType.LEFT:
                return self._outer(node, left, right, right_node, condition)
            case JoinType.RIGHT:
                return self._outer(node, right, left, left_node, condition)
            case JoinType.FULL:
                return self._full(node, left, right, condition)
            case other:
                raise UnknownNodeError(f"join type {other}")

    def _outer(
        self,
        node: Node,
        kept: _Part,
        nulled: _Part,
        nulled_node: Node,
        condition: Facts,
    ) -> _Part:
        """Join a side that may be missing: a left join, or a right one seen from the other side."""
        inner_facts = nulled.facts | condition
        tags = self._tags_of_total_join(node, kept, nulled_node)
        if tags is None:
            tags = frozenset({("JOIN", node.number("rtindex"))})
        facts = kept.facts
        if tags:
            self.deferred.append((tags, inner_facts))
        else:
            facts |= inner_facts
        nulling = {relation: found | tags for relation, found in nulled.nulling.items()}
        return _Part({**kept.nulling, **nulling}, facts)

    def _full(self, node: Node, left: _Part, right: _Part, condition: Facts) -> _Part:
        index = node.number("rtindex")
        no_left: Tags = frozenset({("FULL JOIN", index, "left")})
        no_right: Tags = frozenset({("FULL JOIN", index, "right")})
        self.deferred += [
            (no_left, left.facts),
            (no_right, right.facts),
            (no_left | no_right, condition),
        ]
        return _Part(
            {
                **{relation: tags | no_left for relation, tags in left.nulling.items()},
                **{relation: tags | no_right for relation, tags in right.nulling.items()},
            }
        )

    def _tags_of_total_join(self, node: Node, kept: _Part, nulled_node: Node) -> Tags | None:
        """Return what can still null the joined side of a join that always finds a partner.

        :returns: the joins that null the side which refers to it; None if the join is not total
        """
        if is_true_constant(node.node("quals")) and self._row_counts.always_has_a_row(
            nulled_node, self._level
        ):
            return _NO_TAGS
        return self._foreign_key_tags(node, kept, nulled_node)

    def _foreign_key_tags(self, node: Node, kept: _Part, nulled_node: Node) -> Tags | None:
        """Tell whether a foreign key promises the row that the join looks for.

        It does if the condition is exactly that the columns of the key are equal.

        The key must hold at every moment (validated, enforced, not deferrable), its columns must
        have values, and nothing may hide the row: no row-level security, no TABLESAMPLE, no child
        table on the side that refers (children do not inherit foreign keys), no FOR UPDATE (it may
        give a newer row, whose partner this query does not see).
        """
        if nulled_node.tag != "RANGETBLREF" or self._level.query.items("rowMarks"):
            return None
        target_number = nulled_node.number("rtindex") or 0
        target = self._plain_table(target_number, may_be_sampled=False)
        pairs = self._equal_columns(node.node("quals"), target_number, set(kept.nulling))
        if target is None or pairs is None:
            return None
        referring_number, columns = pairs
        referring = self._plain_table(referring_number, may_be_sampled=True)
        entry = self._level.entry(referring_number)
        if referring is None or entry is None or target.row_security:
            return None
        if referring.has_children and referring.kind == "r" and entry.flag("inh"):
            return None
        for foreign_key in referring.foreign_keys:
            if foreign_key.target != target.oid or foreign_key.pairs != columns:
                continue
            if all(
                referring.not_null(attribute)
                or column_key(referring_number, attribute) in kept.facts
                for attribute, _, _ in foreign_key.pairs
            ):
                return kept.nulling[referring_number]
        return None

    def _plain_table(self, number: int, *, may_be_sampled: bool) -> Relation | None:
        entry = self._level.entry(number)
        if entry is None or entry.number("rtekind") != RteKind.RELATION:
            return None
        if entry.items("securityQuals"):
            return None
        if not may_be_sampled and entry.fields.get("tablesample") is not None:
            return None
        relation = self._catalog.relations.get(entry.number("relid") or 0)
        if relation is None or relation.kind not in {"r", "p"}:
            return None
        if relation.kind == "p" and not entry.flag("inh"):
            return None
        return relation

    def _equal_columns(
        self, condition: Node | None, target: int, kept: set[int]
    ) -> tuple[int, frozenset[tuple[int, int, int]]] | None:
        """Read a condition that is nothing but ``a.x = b.y AND ...``.

        :param target: the number of the relation that is joined
        :param kept: the numbers of the relations on the other side
        :returns: the one relation on the other side, and for each pair its column, the target's
            column and the operator
        """
        if condition is None:
            return None
        is_and = condition.tag == "BOOLEXPR" and condition.text("boolop") == "and"
        referring: int | None = None
        pairs: set[tuple[int, int, int]] = set()
        for comparison in condition.nodes("args") if is_and else (condition,):
            if comparison.tag != "OPEXPR" or len(comparison.nodes("args")) != 2:
                return None
            sides = [self._level.resolve(side) for side in comparison.nodes("args")]
            if any(side.tag != "VAR" or side.number("varlevelsup") != 0 for side in sides):
                return None
            one, other = sides
            if one.number("varno") == target:
                one, other = other, one
            number = one.number("varno") or 0
            if other.number("varno") != target or number not in kept or number == target:
                return None
            if referring not in {None, number}:
                return None
            referring = number
            attributes = one.number("varattno") or 0, other.number("varattno") or 0
            if min(attributes) <= 0:
                return None
            pairs.add((*attributes, comparison.number("opno") or 0))
        return None if referring is None else (referring, frozenset(pairs))


class UnknownNodeError(Exception):
    """The tree holds a node that this version of the analysis does not know."""
