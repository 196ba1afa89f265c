"""What each kind of statement returns: SELECT, set operations, WITH, and RETURNING."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quern.analysis.catalog.catalog import Relation
from quern.analysis.nullability.level import Context, Level, column_key
from quern.analysis.nullability.verdict import Verdict, doubtful, proven
from quern.analysis.tree.contents import FIRST_USER_OID
from quern.analysis.tree.expression_types import type_of
from quern.analysis.tree.node_enums import CommandType, SetOperation
from quern.analysis.tree.nodetree import Node

if TYPE_CHECKING:
    from quern.analysis.nullability.prover import Prover

_PLAIN = Context()
_ON_CONFLICT_UPDATE = 2


class Statements:
    """Finds the verdicts on the columns that a statement returns."""

    def __init__(self, prover: "Prover") -> None:
        self._prover = prover
        #: Columns of the recursive WITH queries that are being examined, by the identity of their
        #: node: assumed never NULL at first, and corrected until nothing changes.
        self._assumed: dict[int, tuple[Verdict, ...]] = {}

    def outputs(
        self, query: Node, parent: Level | None, parent_context: Context | None
    ) -> tuple[Verdict, ...]:
        """Return the verdicts on the columns of a query, in order."""
        if query.number("commandType") == CommandType.SELECT:
            operation = query.node("setOperations")
            if operation is not None:
                return self._set_operation(operation, Level(query, parent, parent_context))
            level = self._prover.open_level(query, parent, parent_context)
            level.set_returning = _set_returning_functions(query)
            context = Context(grouped=_is_grouped(query))
            targets = query.nodes("targetList")
        else:
            targets = query.nodes("returningList")
            if not targets:
                return ()
            level = self._prover.open_level(query, parent, parent_context)
            self._examine_change(level)
            context = _PLAIN
        return tuple(
            self._output(target.node("expr"), level, context)
            for target in targets
            if not target.flag("resjunk")
        )

    def _output(self, expression: Node | None, level: Level, context: Context) -> Verdict:
        verdict = self._prover.verdict(expression, level, context)
        if expression is not None and self._prover.elements.never_null(expression, level, context):
            return replace(verdict, no_null_elements=True)
        return verdict

    def _set_operation(self, node: Node, level: Level) -> tuple[Verdict, ...]:
        """UNION needs both sides, INTERSECT one, EXCEPT gives rows of the left one."""
        if node.tag == "RANGETBLREF":
            entry = level.entry(node.number("rtindex") or 0)
            query = entry.node("subquery") if entry is not None else None
            return self.outputs(query, level, _PLAIN) if query is not None else ()
        left_node, right_node = node.node("larg"), node.node("rarg")
        if left_node is None or right_node is None:
            return ()
        types = node.numbers("colTypes")
        left = _converted(self._set_operation(left_node, level), left_node, level, types)
        right = _converted(self._set_operation(right_node, level), right_node, level, types)
        match node.number("op"):
            case SetOperation.UNION:
                return tuple(
                    _of_both(b if a.never_null else a, a, b)
                    for a, b in zip(left, right, strict=False)
                )
            case SetOperation.INTERSECT:
                return tuple(
                    _of_both(a if a.never_null else b, a, b)
                    for a, b in zip(left, right, strict=False)
                )
            case SetOperation.EXCEPT:
                return left
            case _:
                return tuple(doubtful("an unknown set operation") for _ in left)

    def common_table_expression(self, level: Level, entry: Node) -> tuple[Verdict, ...]:
        """Return the verdicts on the columns of a WITH query that FROM names."""
        owner = level.above(entry.number("ctelevelsup") or 0)
        if owner is None:
            return ()
        for expression in owner.query.nodes("cteList"):
            query = expression.node("ctequery")
            if expression.text("ctename") == entry.text("ctename") and query is not None:
                return self._with_query(owner, expression, query)
        return ()

    def _with_query(self, owner: Level, expression: Node, query: Node) -> tuple[Verdict, ...]:
        identity = id(expression)
        if identity in self._assumed:
            return self._assumed[identity]
        memo = ("with", identity)
        found = owner.known_outputs.get(memo)
        if found is not None:
            return found
        if expression.flag("cterecursive"):
            outputs = self._fixpoint(owner, identity, query)
        else:
            outputs = self.outputs(query, owner, _PLAIN)
        if not self._assumed:  # else it may rest on an assumption that falls
            owner.known_outputs[memo] = outputs
        return outputs

    def _fixpoint(self, owner: Level, identity: int, query: Node) -> tuple[Verdict, ...]:
        """Start from "no column is NULL" and give up what the query does not bear out."""
        count = sum(not target.flag("resjunk") for target in query.nodes("targetList"))
        current = tuple(
            proven("the recursion starts and goes on without NULL") for _ in range(count)
        )
        while True:
            self._assumed[identity] = current
            found = self.outputs(query, owner, _PLAIN)
            following = tuple(
                b if a.never_null else a for a, b in zip(current, found, strict=False)
            )
            if [v.never_null for v in following] == [v.never_null for v in current]:
                del self._assumed[identity]
                return following
            current = following

    def _examine_change(self, level: Level) -> None:
        """Set what RETURNING sees in each column of the table that the statement changes.

        A NOT NULL column has a value, whoever changed the row. Of another column it is what was
        assigned, unless a trigger may have changed it since.
        """
        number = level.result_relation
        relation = self._prover.relation_of(level.entry(number))
        if relation is None:
            level.returning = {}
            return
        stored: dict[int, bool] = {}
        assigned = {
            target.number("resno"): target.node("expr")
            for target in level.query.nodes("targetList")
            if not target.flag("resjunk")
        }
        command = level.query.number("commandType")
        plain = relation.kind in {"r", "p"}
        for attribute, column in relation.attributes.items():
            known = column.not_null
            if not known and plain and column.generated is None:
                match command:
                    case CommandType.INSERT if not relation.changed_on_insert:
                        known = attribute in assigned and self._value(level, assigned[attribute])
                    case CommandType.UPDATE if not _changed_on_update(relation):
                        if attribute in assigned:
                            known = self._value(level, assigned[attribute])
                        else:
                            known = column_key(number, attribute) in level.facts
                    case CommandType.DELETE:
                        known = column_key(number, attribute) in level.facts
                    case _:
                        pass
            stored[attribute] = known
        conflict = level.query.node("onConflict")
        if conflict is not None and conflict.number("action") == _ON_CONFLICT_UPDATE:
            self._examine_conflict(level, conflict, stored, changed=_changed_on_update(relation))
        if not (relation.has_children or relation.changed_on_insert or relation.changed_on_update):
            for attribute, column in relation.attributes.items():
                if column.generated is not None and not stored[attribute]:
                    stored[attribute] = self._prover.generated_is_not_null(
                        column.generated, lambda other: stored.get(other, False)
                    )
        level.returning = stored

    def _examine_conflict(
        self, level: Level, conflict: Node, stored: dict[int, bool], *, changed: bool
    ) -> None:
        """ON CONFLICT DO UPDATE: the row is what was inserted, or what was set."""
        relation = self._prover.relation_of(level.entry(level.result_relation))
        if relation is None:
            return
        excluded = {
            attribute: known and relation.attributes[attribute].generated is None
            for attribute, known in stored.items()
        }
        level.excluded = (conflict.number("exclRelIndex") or 0, excluded)
        level.nulling.setdefault(level.result_relation, frozenset())
        updates = {
            target.number("resno"): target.node("expr")
            for target in conflict.nodes("onConflictSet")
            if not target.flag("resjunk")
        }
        for attribute, column in relation.attributes.items():
            if stored[attribute] and not column.not_null:
                stored[attribute] = (
                    not changed and attribute in updates and self._value(level, updates[attribute])
                )

    def _value(self, level: Level, expression: Node | None) -> bool:
        return self._prover.verdict(expression, level, _PLAIN).never_null


def _converted(
    verdicts: tuple[Verdict, ...], arm: Node, level: Level, types: tuple[int, ...]
) -> tuple[Verdict, ...]:
    """Return the verdicts on an arm of a set operation, after conversion to the common types.

    The tree does not show by which cast. Those of the server give a value for a value; of a cast
    to a type of a user nothing is known.
    """
    if all(oid < FIRST_USER_OID for oid in types):
        return verdicts
    entry = level.entry(arm.number("rtindex") or 0)
    query = entry.node("subquery") if entry is not None else None
    given = arm.numbers("colTypes") if query is None else _output_types(query)
    return tuple(
        verdict
        if wanted < FIRST_USER_OID or own == wanted
        else doubtful("a cast to the common type may give NULL")
        for verdict, own, wanted in zip(verdicts, given, types, strict=False)
    )


def _output_types(query: Node) -> tuple[int | None, ...]:
    operation = query.node("setOperations")
    if operation is not None:
        return operation.numbers("colTypes")
    targets = (t.node("expr") for t in query.nodes("targetList") if not t.flag("resjunk"))
    return tuple(type_of(target) if target is not None else None for target in targets)


def _of_both(verdict: Verdict, left: Verdict, right: Verdict) -> Verdict:
    """Return the verdict on a column that has values of two queries."""
    no_null_elements = left.no_null_elements and right.no_null_elements
    return replace(verdict, no_null_elements=no_null_elements, in_row=False)


def _changed_on_update(relation: Relation) -> bool:
    """Tell whether a trigger may change what UPDATE stores.

    A row that moves to another partition is inserted there.
    """
    moves = relation.kind == "p" and relation.changed_on_insert
    return relation.changed_on_update or moves


def _is_grouped(query: Node) -> bool:
    return (
        query.flag("hasAggs")
        or bool(query.items("groupClause"))
        or bool(query.items("groupingSets"))
        or query.fields.get("havingQual") is not None
    )


def _set_returning_functions(query: Node) -> int:
    """Return how many set-returning functions the target list has."""
    if not query.flag("hasTargetSRFs"):
        return 0
    return sum(
        node.flag("funcretset") or node.flag("opretset")
        for target in query.nodes("targetList")
        for node in target.walk()
    )
