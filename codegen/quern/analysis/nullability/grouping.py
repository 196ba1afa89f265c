"""What grouping does to a level: grouping sets, and HAVING."""

from itertools import product

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.nullability.facts import FactFinder
from quern.analysis.nullability.level import Level
from quern.analysis.tree.constants import constant_integer
from quern.analysis.tree.node_enums import GroupingSetKind
from quern.analysis.tree.nodetree import Node

#: ``count(*) > 0`` and ``count(*) >= 1``: what is behind the operator, and the least constant.
_MORE_THAN = {"int8gt": 0, "int84gt": 0, "int82gt": 0, "int8ge": 1, "int84ge": 1, "int82ge": 1}


def examine_grouping(level: Level, facts: FactFinder, catalog: Catalog) -> None:
    """Set what the level's grouping sets leave out, and what its HAVING proves."""
    sets = level.query.nodes("groupingSets")
    if sets:
        _examine_sets(level, sets)
    having = level.query.node("havingQual")
    if having is not None:
        level.having_facts = facts.when_true(having, level)
        level.having_counts_rows = _counts_rows(having, catalog)


def _examine_sets(level: Level, sets: tuple[Node, ...]) -> None:
    """GROUP BY a, ROLLUP (b): each way to choose one set from each is a grouping of its own."""
    choices = [frozenset[int]().union(*choice) for choice in product(*(_sets(s) for s in sets))]
    level.empty_group = any(not choice for choice in choices)
    sometimes = frozenset[int]().union(*choices) - choices[0].intersection(*choices)
    left_out = [
        expression
        for entry in level.query.nodes("targetList")
        if entry.number("ressortgroupref") in sometimes
        and (expression := entry.node("expr")) is not None
    ]
    level.group_nullable = frozenset(level.key(expression) for expression in left_out)
    level.group_lookalikes = frozenset(
        level.key(expression) for expression in left_out if _has_lookalikes(expression, level)
    )


def _has_lookalikes(expression: Node, level: Level) -> bool:
    """Tell whether others may have the key of an expression of GROUP BY, and not be left out.

    Of a constant each occurrence has it, and of a relabelled expression the one without the label.
    What sub-queries hold is not examined.
    """
    found = level.resolve(expression)
    if found.tag == "CONST" or any(n.tag in {"RELABELTYPE", "QUERY"} for n in found.walk()):
        return True
    variables = [node for node in found.walk() if node.tag == "VAR"]
    resolved = [(variable, level.resolve(variable)) for variable in variables]
    return any(_has_lookalikes(inner, level) for outer, inner in resolved if inner is not outer)


def _sets(grouping: Node) -> list[frozenset[int]]:
    """Return the sets that one item of GROUP BY stands for, as references to the target list."""
    kind = grouping.number("kind")
    if kind == GroupingSetKind.EMPTY:
        return [frozenset()]
    if kind == GroupingSetKind.SIMPLE:
        return [frozenset(grouping.numbers("content"))]
    parts = [_sets(part) for part in grouping.nodes("content")]
    if kind == GroupingSetKind.SETS:
        return [found for part in parts for found in part]
    found: list[frozenset[int]] = [frozenset()]
    if kind == GroupingSetKind.ROLLUP:
        for part in parts:
            found.append(found[-1] | part[0])
        return found
    for part in parts:  # CUBE
        found += [before | part[0] for before in found]
    return found


def _counts_rows(condition: Node, catalog: Catalog) -> bool:
    """Tell whether a HAVING condition needs a group to have a row: ``count(*) > 0``."""
    if condition.tag == "BOOLEXPR":
        arms = (_counts_rows(arm, catalog) for arm in condition.nodes("args"))
        return any(arms) if condition.text("boolop") == "and" else False
    arguments = condition.nodes("args")
    if condition.tag != "OPEXPR" or len(arguments) != 2 or arguments[0].tag != "AGGREF":
        return False
    operator = catalog.functions.get(condition.number("opfuncid") or 0)
    counted = catalog.functions.get(arguments[0].number("aggfnoid") or 0)
    if operator is None or counted is None or not (operator.built_in and counted.built_in):
        return False
    least, number = _MORE_THAN.get(operator.name), constant_integer(arguments[1])
    is_count = counted.name == "count" and not arguments[0].number("agglevelsup")
    return is_count and least is not None and number is not None and number >= least
