"""Whether a part of a query always has a row."""

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.nullability.level import Level
from quern.analysis.tree.constants import constant_integer, is_null_constant, is_true_constant
from quern.analysis.tree.node_enums import CommandType, JoinType, RteKind
from quern.analysis.tree.nodetree import Node

#: ``SetOperation`` of ``parsenodes.h``.
_UNION = 1
#: ``OnConflictAction``.
_ON_CONFLICT_UPDATE = 2


class RowCounts:
    """Proves that FROM items and sub-queries have a row, whatever the tables hold."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        #: Whether WITH queries have a row, by the identity of their node: each of a chain of them
        #: may name the one before twice.
        self._known: dict[int, bool] = {}

    def always_has_a_row(self, node: Node, level: Level) -> bool:
        """Tell whether a part of the join tree of ``level`` always has a row."""
        match node.tag:
            case "RANGETBLREF":
                return self._entry_has_a_row(level.entry(node.number("rtindex") or 0), level)
            case "JOINEXPR":
                left, right = node.node("larg"), node.node("rarg")
                if left is None or right is None:
                    return False
                match node.number("jointype"):
                    case JoinType.INNER:
                        return (
                            is_true_constant(node.node("quals"))
                            and self.always_has_a_row(left, level)
                            and self.always_has_a_row(right, level)
                        )
                    case JoinType.LEFT:
                        return self.always_has_a_row(left, level)
                    case JoinType.RIGHT:
                        return self.always_has_a_row(right, level)
                    case JoinType.FULL:
                        return self.always_has_a_row(left, level) or self.always_has_a_row(
                            right, level
                        )
                    case _:
                        return False
            case _:
                return False

    def from_has_a_row(self, level: Level) -> bool:
        """Tell whether a query has a row to group, whatever the tables hold."""
        return self._from_has_a_row(level)

    def query_always_has_a_row(self, query: Node, parent: Level | None) -> bool:
        """Tell whether a query always gives a row."""
        if query.number("commandType") == CommandType.INSERT:
            return self._insert_has_a_row(query, parent)
        if query.number("commandType") != CommandType.SELECT or query.items("rowMarks"):
            return False
        if query.fields.get("limitOffset") is not None or not _limit_leaves_a_row(query):
            return False
        level = Level(query, parent)
        operation = query.node("setOperations")
        if operation is not None:
            return self._set_operation_has_a_row(operation, level)
        if query.fields.get("havingQual") is not None or query.flag("hasTargetSRFs"):
            return False
        if query.items("groupingSets") or query.items("groupClause"):
            return False
        if query.flag("hasAggs"):
            return True
        return self._from_has_a_row(level)

    def _from_has_a_row(self, level: Level) -> bool:
        """FROM without WHERE, each part of which has a row."""
        tree = level.query.node("jointree")
        return (
            tree is not None
            and is_true_constant(tree.node("quals"))
            and all(self.always_has_a_row(item, level) for item in tree.nodes("fromlist"))
        )

    def _insert_has_a_row(self, query: Node, parent: Level | None) -> bool:
        """INSERT ... RETURNING gives what it stores, unless something keeps it from storing it.

        That is a BEFORE or INSTEAD OF trigger that returns NULL, or ON CONFLICT: DO NOTHING, or
        DO UPDATE with a WHERE. A policy raises an error instead.
        """
        level = Level(query, parent)
        entry = level.entry(level.result_relation)
        relation = self._catalog.relations.get(entry.number("relid") or 0) if entry else None
        if relation is None or relation.changed_on_insert:
            return False
        conflict = query.node("onConflict")
        if conflict is not None and (
            conflict.number("action") != _ON_CONFLICT_UPDATE
            or conflict.node("onConflictWhere") is not None
            or relation.changed_on_update
        ):
            return False
        has_result = bool(query.items("returningList")) and not query.flag("hasTargetSRFs")
        return has_result and self._from_has_a_row(level)

    def _entry_has_a_row(self, entry: Node | None, level: Level) -> bool:
        if entry is None:
            return False
        match entry.number("rtekind"):
            case RteKind.SUBQUERY:
                query = entry.node("subquery")
                if query is None or entry.items("securityQuals"):
                    return False
                return self.query_always_has_a_row(query, level)
            case RteKind.VALUES | RteKind.RESULT:
                return True
            case RteKind.FUNCTION:
                functions = entry.nodes("functions")
                call = functions[0].node("funcexpr") if len(functions) == 1 else None
                return call is not None and call.tag == "FUNCEXPR" and not call.flag("funcretset")
            case RteKind.CTE:
                found = level.with_query(entry)
                query = found[1].node("ctequery") if found is not None else None
                if found is None or query is None or found[1].flag("cterecursive"):
                    return False
                if id(query) not in self._known:
                    self._known[id(query)] = self.query_always_has_a_row(query, found[0])
                return self._known[id(query)]
            case _:
                return False

    def _set_operation_has_a_row(self, operation: Node, level: Level) -> bool:
        """UNION has a row if one of its arms has; the others cannot be told."""
        if operation.number("op") != _UNION:
            return False
        arms = (operation.node("larg"), operation.node("rarg"))
        return any(arm is not None and self._arm_has_a_row(arm, level) for arm in arms)

    def _arm_has_a_row(self, arm: Node, level: Level) -> bool:
        if arm.tag != "RANGETBLREF":
            return self._set_operation_has_a_row(arm, level)
        return self._entry_has_a_row(level.entry(arm.number("rtindex") or 0), level)


def _limit_leaves_a_row(query: Node) -> bool:
    limit = query.node("limitCount")
    if limit is None or is_null_constant(limit):
        return True
    number = constant_integer(limit)
    return number is not None and number > 0
