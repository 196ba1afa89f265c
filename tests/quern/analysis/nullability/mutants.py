"""Mutants of the rules: each switches one off, or makes it trust what it must not.

A mutant is an edit of one function's source, or of one query of the catalogue. When the text that
it replaces is gone the rule was rewritten, and the mutant has to be as well.
"""

import inspect
import textwrap
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from quern.analysis.catalog import catalog_sql
from quern.analysis.nullability import (
    aggregates,
    builtins,
    columns,
    elements,
    expressions,
    facts,
    grouping,
    joins,
    level,
    prover,
    row_counts,
    sql_functions,
    statements,
    sublinks,
)


@dataclass(frozen=True)
class Mutant:
    """An edit of a rule.

    :ivar owner: the class or module that the function, or query, is in
    :ivar attribute: its name there
    """

    name: str
    owner: type | ModuleType
    attribute: str
    old: str
    new: str

    @property
    def is_query(self) -> bool:
        """Whether it edits what is asked of the catalogue, which has to be read again."""
        return isinstance(getattr(self.owner, self.attribute), str)

    @contextmanager
    def applied(self) -> Generator[None]:
        """Put the mutant in place of the rule for a while.

        :raises ValueError: if the text that it replaces is not there exactly once
        """
        original: Any = inspect.getattr_static(self.owner, self.attribute)
        self._put(self._edited(original), original)
        try:
            yield
        finally:
            self._put(original, inspect.getattr_static(self.owner, self.attribute))

    def _put(self, function: object, instead_of: object) -> None:
        setattr(self.owner, self.attribute, function)
        for tag, rule in _RULES.items():
            if rule is instead_of:
                _RULES[tag] = function

    def _edited(self, original: Any) -> object:
        source = original if isinstance(original, str) else _source(original)
        if source.count(self.old) != 1:
            raise ValueError(f"{self.name}: {self.attribute} does not have {self.old!r} once")
        changed = source.replace(self.old, self.new)
        if isinstance(original, str):
            return changed
        function = inspect.unwrap(getattr(original, "__func__", original))
        made: dict[str, Any] = {}
        exec(compile(changed, "a mutant", "exec"), function.__globals__, made)  # noqa: S102
        return made[self.attribute]


def _source(function: Any) -> str:
    return textwrap.dedent(inspect.getsource(getattr(function, "__func__", function)))


#: What the tags of nodes are judged by; it holds the functions themselves.
_RULES: dict[str, object] = vars(expressions.Expressions)["RULES"]
_WALK = joins._Walk  # pyright: ignore[reportPrivateUsage]  # its rules are what is edited

MUTANTS = (
    # joins
    Mutant("an outer join nulls nothing", _WALK, "_outer", "found | tags", "found"),
    Mutant("a full join nulls no left side", _WALK, "_full", "tags | no_left for", "tags for"),
    Mutant("a full join nulls no right side", _WALK, "_full", "tags | no_right for", "tags for"),
    Mutant(
        "ON holds for rows without a partner",
        _WALK,
        "_outer",
        "facts = kept.facts\n",
        "facts = kept.facts | inner_facts\n",
    ),
    Mutant(
        "no join is reduced", joins, "_reduce", "if not seen and released == facts:", "if True:"
    ),
    Mutant("nothing is released", joins, "_reduce", "if tags <= undone | seen", "if False"),
    Mutant("everything is released", joins, "_reduce", "if tags <= undone | seen", "if True"),
    Mutant(
        "inner ON proves nothing",
        _WALK,
        "_join",
        "left.facts | right.facts | condition",
        "left.facts | right.facts",
    ),
    Mutant("WHERE proves nothing", _WALK, "_from", "facts | self._condition(node)", "facts"),
    Mutant(
        "no join is total",
        _WALK,
        "_tags_of_total_join",
        "return self._foreign_key_tags(node, kept, nulled_node)",
        "return None",
    ),
    Mutant("no row is sure", _WALK, "_tags_of_total_join", "return _NO_TAGS", "return None"),
    Mutant(
        "a join with a condition finds a row",
        _WALK,
        "_tags_of_total_join",
        'is_true_constant(node.node("quals")) and ',
        "",
    ),
    Mutant("row security hides nothing", _WALK, "_foreign_key_tags", " or target.row_security", ""),
    Mutant(
        "children have foreign keys",
        _WALK,
        "_foreign_key_tags",
        'if referring.has_children and referring.kind == "r" and entry.flag("inh"):',
        "if False:",
    ),
    Mutant("a key's columns have values", _WALK, "_foreign_key_tags", "if all(", "if True or all("),
    Mutant(
        "a key's facts are not known", _WALK, "_foreign_key_tags", "in kept.facts", "in NO_FACTS"
    ),
    Mutant(
        "any foreign key will do",
        _WALK,
        "_foreign_key_tags",
        " or foreign_key.pairs != columns",
        "",
    ),
    Mutant(
        "the referring row is there",
        _WALK,
        "_foreign_key_tags",
        "return kept.nulling[referring_number]",
        "return _NO_TAGS",
    ),
    Mutant(
        "a sample leaves nothing out", _WALK, "_plain_table", "not may_be_sampled and", "False and"
    ),
    Mutant(
        "FOR UPDATE sees the same rows",
        _WALK,
        "_foreign_key_tags",
        ' or self._level.query.items("rowMarks")',
        "",
    ),
    # rows that are sure
    Mutant(
        "HAVING keeps the row",
        row_counts.RowCounts,
        "query_always_has_a_row",
        'query.fields.get("havingQual") is not None or ',
        "",
    ),
    Mutant(
        "OFFSET keeps the row",
        row_counts.RowCounts,
        "query_always_has_a_row",
        'query.fields.get("limitOffset") is not None or ',
        "",
    ),
    Mutant(
        "LIMIT keeps the row",
        row_counts,
        "_limit_leaves_a_row",
        "number is not None and number > 0",
        "True",
    ),
    Mutant(
        "groups are sure",
        row_counts.RowCounts,
        "query_always_has_a_row",
        'if query.items("groupingSets") or query.items("groupClause"):',
        "if False:",
    ),
    Mutant(
        "an aggregate is not sure",
        row_counts.RowCounts,
        "query_always_has_a_row",
        'if query.flag("hasAggs"):',
        "if False:",
    ),
    Mutant(
        "WHERE keeps the row",
        row_counts.RowCounts,
        "_from_has_a_row",
        'is_true_constant(tree.node("quals"))',
        "True",
    ),
    Mutant(
        "a set has a row",
        row_counts.RowCounts,
        "query_always_has_a_row",
        'or query.flag("hasTargetSRFs")',
        "",
    ),
    Mutant(
        "EXCEPT has a row",
        row_counts.RowCounts,
        "_set_operation_has_a_row",
        'if operation.number("op") != _UNION:',
        "if False:",
    ),
    # conditions
    Mutant(
        "OR proves what an arm does",
        facts.FactFinder,
        "when_true",
        "any_of(self.when_true(arm, level) for arm in arms)",
        "all_of(self.when_true(arm, level) for arm in arms)",
    ),
    Mutant(
        "OR proves nothing",
        facts,
        "any_of",
        "found[0].intersection(*found[1:]) if found else NO_FACTS",
        "NO_FACTS",
    ),
    Mutant(
        "AND proves nothing", facts, "all_of", "return NO_FACTS.union(*parts)", "return NO_FACTS"
    ),
    Mutant(
        "not AND proves both",
        facts.FactFinder,
        "when_false",
        "any_of(self.when_false(arm, level) for arm in arms)",
        "all_of(self.when_false(arm, level) for arm in arms)",
    ),
    Mutant(
        "NOT proves nothing",
        facts.FactFinder,
        "when_true",
        "return self.when_false(arms[0], level)",
        "return NO_FACTS",
    ),
    Mutant("each function is strict", facts.FactFinder, "_call", "function.strict and", ""),
    Mutant("no function is strict", facts.FactFinder, "_call", "function.strict and", "False and"),
    Mutant(
        "each operator of ANY is strict",
        facts.FactFinder,
        "_array_comparison",
        "if strict and (scalar_too or has_elements(array)):",
        "if True:",
    ),
    Mutant(
        "ANY proves nothing",
        facts.FactFinder,
        "_array_comparison",
        "found |= self.when_not_null(scalar, level)",
        "pass",
    ),
    Mutant(
        "nested arrays have elements",
        facts,
        "has_elements",
        " and (not nested or all(has_elements(item) for item in elements))",
        "",
    ),
    Mutant(
        "NOT (row IS NULL) is IS NOT NULL",
        facts.FactFinder,
        "when_false",
        'is_null and not expression.flag("argisrow")',
        "is_null",
    ),
    Mutant(
        "volatile expressions stay the same",
        facts.FactFinder,
        "_itself",
        "if self.is_volatile(expression):",
        "if False:",
    ),
    Mutant(
        "expressions are not known again",
        facts.FactFinder,
        "_itself",
        "return frozenset({level.key(expression)})",
        "return NO_FACTS",
    ),
    Mutant(
        "distinct from a value is not null",
        facts.FactFinder,
        "when_true",
        "if is_null_constant(right):",
        "if True:",
    ),
    Mutant(
        "not distinct proves nothing",
        facts.FactFinder,
        "when_false",
        "if is_value_constant(right):",
        "if False:",
    ),
    Mutant(
        "COALESCE to anything proves its first",
        facts.FactFinder,
        "when_true",
        "live = [arm for arm in arms if not is_false_or_null(arm)]",
        "live = arms[:1]",
    ),
    Mutant(
        "CASE proves its first branch",
        facts.FactFinder,
        "_case",
        "return any_of(branches)",
        "return branches[0] if branches else NO_FACTS",
    ),
    Mutant(
        "WHEN that is not true is false",
        facts.FactFinder,
        "when_not_true",
        'if expression.tag != "BOOLEXPR":\n        return NO_FACTS',
        'if expression.tag != "BOOLEXPR":\n        return self.when_false(expression, level)',
    ),
    Mutant(
        "IS NOT TRUE proves",
        facts.FactFinder,
        "_boolean_test",
        "case BooleanTestType.IS_NOT_UNKNOWN:",
        "case BooleanTestType.IS_NOT_UNKNOWN | BooleanTestType.IS_NOT_TRUE:",
    ),
    Mutant(
        "EXISTS over an aggregate proves",
        facts,
        "_passes_its_where",
        'and not (one_group and not query.items("groupClause"))',
        "",
    ),
    Mutant(
        "EXISTS with HAVING proves",
        facts,
        "_passes_its_where",
        ' or query.fields.get("havingQual") is not None',
        "",
    ),
    Mutant(
        "EXISTS over grouping sets proves",
        facts,
        "_passes_its_where",
        'and not query.items("groupingSets")',
        "",
    ),
    Mutant(
        "NOT EXISTS proves",
        facts.FactFinder,
        "when_false",
        'case "SUBLINK" | "CASEEXPR" | "COALESCEEXPR":\n            return NO_FACTS',
        'case "SUBLINK":\n            return self._sublink(expression, level)',
    ),
    Mutant(
        "EXISTS proves nothing",
        facts.FactFinder,
        "_sublink",
        "found |= one_level_up(self._open_level(query, level).facts)",
        "pass",
    ),
    Mutant(
        "ALL of a sub-query proves",
        facts.FactFinder,
        "_sublink",
        "kind not in {SublinkType.EXISTS, SublinkType.ANY}",
        "kind is None",
    ),
    Mutant(
        "a whole row proves nothing",
        facts.FactFinder,
        "_is_not_null",
        "found |= {column_key",
        "_ = {column_key",
    ),
    # grouping
    Mutant(
        "grouping sets leave nothing out",
        grouping,
        "_examine_sets",
        "frozenset[int]().union(*choices) - choices[0].intersection(*choices)",
        "frozenset[int]()",
    ),
    Mutant(
        "no grouping set is empty",
        grouping,
        "_examine_sets",
        "any(not choice for choice in choices)",
        "False",
    ),
    Mutant(
        "facts hold for a group of no rows",
        level.Level,
        "facts_hold",
        "not (context.grouped and not context.in_aggregate and self.always_one_group)",
        "True",
    ),
    Mutant(
        "HAVING proves nothing",
        prover,
        "examine_grouping",
        "level.having_facts = facts.when_true(having, level)",
        "pass",
    ),
    Mutant("HAVING count(*) >= 0 has a row", grouping, "_counts_rows", " and number >= least", ""),
    Mutant(
        "HAVING count(*) > 0 is not known",
        grouping,
        "_counts_rows",
        "return is_count and",
        "return False and",
    ),
    Mutant(
        "HAVING with OR has a row",
        grouping,
        "_counts_rows",
        'any(arms) if condition.text("boolop") == "and" else False',
        "any(arms)",
    ),
    Mutant(
        "grouping does not reach a merged column",
        columns.Columns,
        "both_sides_of_full_join",
        "if context.grouped and level.key(resolved) in level.group_nullable:",
        "if False:",
    ),
    # aggregates and windows
    Mutant(
        "FILTER leaves rows",
        aggregates.Aggregates,
        "aggregate",
        'if node.fields.get("aggfilter") is not None:',
        "if False:",
    ),
    Mutant(
        "each group has a row",
        aggregates.Aggregates,
        "_group_has_a_row",
        'return bool(query.items("groupClause"))',
        "return True",
    ),
    Mutant(
        "no group has a row",
        aggregates.Aggregates,
        "_group_has_a_row",
        'return bool(query.items("groupClause"))',
        "return False",
    ),
    Mutant(
        "grouping sets have rows",
        aggregates.Aggregates,
        "_group_has_a_row",
        "return not level.empty_group",
        "return True",
    ),
    Mutant(
        "each aggregate needs a value only",
        aggregates.Aggregates,
        "aggregate",
        "if name not in _FOR_A_VALUE:",
        "if False:",
    ),
    Mutant(
        "aggregates skip no NULL",
        aggregates.Aggregates,
        "aggregate",
        'if not found.never_null:\n        return doubtful(f"{name}: {found.why}")',
        "if False:\n        pass",
    ),
    Mutant(
        "fractions are there",
        aggregates.Aggregates,
        "aggregate",
        "if name in _PERCENTILES:",
        "if False:",
    ),
    Mutant(
        "lag has a default", aggregates.Aggregates, "window", "if len(arguments) != 3:", "if False:"
    ),
    Mutant(
        "each frame has the current row",
        aggregates.Aggregates,
        "window",
        "if not _frame_has_current_row(options):",
        "if False:",
    ),
    Mutant(
        "EXCLUDE leaves nothing out",
        aggregates,
        "_frame_has_current_row",
        " or options & (_EXCLUDE_CURRENT | _EXCLUDE_GROUP)",
        "",
    ),
    Mutant(
        "RANGE has the current row",
        aggregates,
        "_frame_has_current_row",
        "return not (options & _RANGE and",
        "return not (False and",
    ),
    Mutant(
        "window FILTER leaves rows",
        aggregates.Aggregates,
        "window",
        'if node.fields.get("aggfilter") is not None:',
        "if False:",
    ),
    Mutant(
        "a branch of CASE speaks of other rows",
        aggregates.Aggregates,
        "window",
        "if name in _OF_OTHER_ROWS:",
        "if False:",
    ),
    # expressions
    Mutant(
        "strict is never-null",
        builtins,
        "_rules",
        "return {oid: rule",
        'return {o: "strict" for o in range(10000)} | {oid: rule',
    ),
    Mutant(
        "VARIADIC is like the rest",
        expressions.Expressions,
        "_call",
        'if node.flag("funcvariadic") and rule != "strict":',
        "if False:",
    ),
    Mutant(
        "several sets are as long",
        expressions.Expressions,
        "_call",
        "if level.set_returning == 1:",
        "if True:",
    ),
    Mutant(
        "elements are not NULL",
        elements.Elements,
        "never_null",
        "match array.tag:",
        "return True\n    match array.tag:",
    ),
    Mutant(
        "no elements are known",
        elements.Elements,
        "never_null",
        "match array.tag:",
        "return False\n    match array.tag:",
    ),
    Mutant(
        "arrays of arrays are arrays of values",
        elements.Elements,
        "_sub_query",
        "if not is_scalar(type_of(expression), self._prover.catalog):",
        "if False:",
    ),
    Mutant(
        "array_agg is one",
        elements.Elements,
        "_aggregate",
        "function.oid != _ARRAY_AGG_OF_VALUES",
        "False",
    ),
    Mutant(
        "nested constructors are flat",
        elements.Elements,
        "_constructor",
        'if array.flag("multidims"):',
        "if False:",
    ),
    Mutant(
        "NULLIF gives its argument",
        expressions.Expressions,
        "_null_if",
        'return doubtful("NULLIF may give NULL")',
        'return proven("x")',
    ),
    Mutant(
        "CASE knows nothing",
        expressions.Expressions,
        "_case",
        "known = facts.when_true(condition, level)",
        "known = frozenset()",
    ),
    Mutant(
        "CASE forgets what failed",
        expressions.Expressions,
        "_case",
        "context = context.knowing(facts.when_not_true(condition, level))",
        "pass",
    ),
    Mutant(
        "CASE takes unknown for false",
        expressions.Expressions,
        "_case",
        "facts.when_not_true(condition, level)",
        "facts.when_false(condition, level)",
    ),
    Mutant(
        "what is compared is the value of CASE",
        expressions.Expressions,
        "_compares_case_value",
        'return strict and any(side and side.tag == "CASETESTEXPR" for side in compared)',
        "return strict",
    ),
    Mutant(
        "AND knows nothing of its arms",
        expressions.Expressions,
        "_boolean",
        "context = context.knowing(assume(arm, level))",
        "pass",
    ),
    Mutant(
        "OR knows its arms as true",
        expressions.Expressions,
        "_boolean",
        'if operator == "and" else facts.when_false',
        'if operator == "and" else facts.when_true',
    ),
    Mutant(
        "a subscript finds an element",
        expressions.Expressions,
        "_subscript",
        'return doubtful("a subscript may reach nothing")',
        'return proven("x")',
    ),
    Mutant(
        "rows compare",
        expressions.Expressions,
        "_row_comparison",
        'return doubtful("a comparison of rows may give NULL")',
        'return proven("x")',
    ),
    Mutant(
        "a NOT NULL domain lets NULL in",
        expressions.Expressions,
        "_to_domain",
        "in self._prover.catalog.not_null_domains",
        "in ()",
    ),
    Mutant(
        "there is a current schema",
        expressions.Expressions,
        "_sql_value",
        'if node.number("op") == _CURRENT_SCHEMA:',
        "if False:",
    ),
    Mutant(
        "each arm of a full join is there",
        columns.Columns,
        "both_sides_of_full_join",
        "any(len(found) == 2 for found in sides.values())",
        "bool(sides)",
    ),
    Mutant(
        "no arm of a full join is there",
        columns.Columns,
        "both_sides_of_full_join",
        "any(len(found) == 2 for found in sides.values())",
        "False",
    ),
    Mutant(
        "bodies of functions give values",
        sql_functions.SqlFunctions,
        "columns",
        "if output.never_null and",
        "if",
    ),
    Mutant(
        "strict functions are called",
        sql_functions.SqlFunctions,
        "columns",
        "if function.strict and not function.returns_set:",
        "if False:",
    ),
    # columns
    Mutant(
        "outer joins are forgotten",
        columns.Columns,
        "_own_variable",
        "if level.nulling.get(number) and not _is_present(number, context):",
        "if False:",
    ),
    Mutant("presence is not seen", columns, "_is_present", "return any(", "return False and any("),
    Mutant(
        "children generate the same",
        columns.Columns,
        "_table_column",
        'relation.kind == "r" and not relation.has_children',
        "True",
    ),
    Mutant(
        "generated columns are not known",
        columns.Columns,
        "_table_column",
        'relation.kind == "r" and not relation.has_children',
        "False",
    ),
    Mutant(
        "a row's column is the row",
        columns.Columns,
        "_function_column",
        " or has_fields(type_of(call), self._prover.catalog)",
        "",
    ),
    Mutant(
        "what becomes NULL is not told",
        columns.Columns,
        "set_function",
        'if function.name == "string_to_table" and len(arguments) > 2:',
        "if False:",
    ),
    Mutant(
        "the first row of VALUES counts",
        columns.Columns,
        "_column",
        "for v in values",
        "for v in values[:1]",
    ),
    Mutant(
        "outer columns are inner ones",
        columns.Columns,
        "variable",
        "if levels_up:\n        return self._outer_variable(variable, level, levels_up)",
        "if False:\n        pass",
    ),
    # sub-queries
    Mutant(
        "a scalar sub-query has a row",
        sublinks.Sublinks,
        "scalar",
        "if self._prover.row_counts.query_always_has_a_row(query, level):",
        "if True:",
    ),
    Mutant(
        "no foreign key makes sure",
        sublinks.Sublinks,
        "scalar",
        "key = None if _sees_changes(level) else self._foreign_key(query, level, context)",
        "key = None",
    ),
    Mutant("sub-queries see changes", sublinks, "_sees_changes", "return is_change or", "return"),
    Mutant(
        "sub-queries see secured rows",
        sublinks.Sublinks,
        "_foreign_key",
        "or target.row_security",
        "",
    ),
    Mutant(
        "sub-queries need no values", sublinks.Sublinks, "_foreign_key", "if has_values and", "if"
    ),
    Mutant(
        "sub-queries of missing rows",
        sublinks.Sublinks,
        "_foreign_key",
        'if level.nulling.get(number, frozenset({("?",)})):\n        return None',
        "",
    ),
    Mutant(
        "sub-queries of children",
        sublinks.Sublinks,
        "_foreign_key",
        'if referring.kind == "r" and referring.has_children and entry.flag("inh"):',
        "if False:",
    ),
    Mutant(
        "sub-queries with clauses",
        sublinks,
        "_is_plain",
        "return not any(query.fields.get(clause) for clause in clauses)",
        "return True",
    ),
    Mutant(
        "sub-queries that sample",
        sublinks.Sublinks,
        "_foreign_key",
        'or target_entry.fields.get("tablesample") is not None',
        "",
    ),
    # statements
    Mutant(
        "UNION is its left arm",
        statements.Statements,
        "_set_operation",
        "b if a.never_null else a, a, b",
        "a, a, b",
    ),
    Mutant(
        "INTERSECT is its left arm",
        statements.Statements,
        "_set_operation",
        "a if a.never_null else b, a, b",
        "a, a, b",
    ),
    Mutant(
        "EXCEPT is its right arm",
        statements.Statements,
        "_set_operation",
        "return left\n",
        "return right\n",
    ),
    Mutant(
        "casts to common types give values",
        statements,
        "_converted",
        "if all(oid < FIRST_USER_OID for oid in types):",
        "if True:",
    ),
    Mutant(
        "recursion is as it starts",
        statements.Statements,
        "_fixpoint",
        "[v.never_null for v in following] == [v.never_null for v in current]",
        "True",
    ),
    Mutant(
        "one step of recursion is enough",
        statements.Statements,
        "_fixpoint",
        "current = following",
        "del self._assumed[identity]\n        return following",
    ),
    Mutant(
        "names are those of the outermost query",
        statements.Statements,
        "common_table_expression",
        'level.above(entry.number("ctelevelsup") or 0)',
        "level.above(0)",
    ),
    Mutant(
        "triggers do not change INSERT",
        statements.Statements,
        "_examine_change",
        "case CommandType.INSERT if not relation.changed_on_insert:",
        "case CommandType.INSERT:",
    ),
    Mutant(
        "triggers do not change UPDATE",
        statements,
        "_changed_on_update",
        "return relation.changed_on_update or moves",
        "return moves",
    ),
    Mutant(
        "rows do not move",
        statements,
        "_changed_on_update",
        "return relation.changed_on_update or moves",
        "return relation.changed_on_update",
    ),
    Mutant(
        "assignments are not seen",
        statements.Statements,
        "_value",
        "return self._prover.verdict(expression, level, _PLAIN).never_null",
        "return False",
    ),
    Mutant(
        "an assigned column keeps its value",
        statements.Statements,
        "_examine_change",
        "if attribute in assigned:",
        "if False:",
    ),
    Mutant(
        "ON CONFLICT only inserts",
        statements.Statements,
        "_examine_change",
        "if conflict is not None and",
        "if False and",
    ),
    Mutant(
        "RETURNING knows WHERE",
        expressions.Expressions,
        "_by_facts",
        " or level.returning is not None",
        "",
    ),
    # the catalogue
    Mutant("deferrable keys count", catalog_sql, "FOREIGN_KEYS", "AND NOT k.condeferrable", ""),
    Mutant("keys that are NOT VALID count", catalog_sql, "FOREIGN_KEYS", "AND k.convalidated", ""),
    Mutant(
        "keys of each partition count",
        catalog_sql,
        "FOREIGN_KEYS",
        "AND NOT (k.conparentid <> 0 AND target.relispartition)",
        "",
    ),
    Mutant("there are no keys", catalog_sql, "FOREIGN_KEYS", "AND k.contype = 'f'", "AND false"),
    Mutant("checks that are NOT VALID count", catalog_sql, "CHECKS", "AND k.convalidated", ""),
    Mutant(
        "checks without children count",
        catalog_sql,
        "CHECKS",
        "AND (NOT k.connoinherit OR NOT c.relhassubclass)",
        "",
    ),
    Mutant("there are no checks", catalog_sql, "CHECKS", "AND k.contype = 'c'", "AND false"),
    Mutant("disabled triggers count", catalog_sql, "TRIGGERS", "AND t.tgenabled <> 'D'", ""),
    Mutant("AFTER triggers count", catalog_sql, "TRIGGERS", "AND t.tgtype & (2 | 64) <> 0", ""),
    Mutant("statement triggers count", catalog_sql, "TRIGGERS", "AND t.tgtype & 1 <> 0", ""),
    Mutant(
        "triggers of children do not count",
        catalog_sql,
        "TRIGGERS",
        "JOIN pg_catalog.pg_inherits AS i ON i.inhparent = f.member",
        "JOIN pg_catalog.pg_inherits AS i ON false",
    ),
    Mutant(
        "domains of domains let NULL in",
        catalog_sql,
        "NOT_NULL_DOMAINS",
        "WHERE t.typtype = 'd'\n)",
        "WHERE false\n)",
    ),
)

#: What only one version can show.
ONLY_BEFORE_18 = (
    Mutant(
        "a cast is what is written",
        level.Level,
        "key",
        "if name not in _IGNORED))",
        'if name not in _IGNORED or name == "funcformat"))',
    ),
    Mutant(
        "a constant is never left out",
        expressions.Expressions,
        "verdict",
        "expression.tag not in _WITHOUT_FACTS",
        'expression.tag not in {"VAR", "CONST"}',
    ),
    Mutant(
        "children have NOT NULL",
        catalog_sql,
        "ATTRIBUTES",
        "WHERE f.root = a.attrelid",
        "WHERE f.root = a.attrelid AND f.member = f.root",
    ),
)
ONLY_SINCE_18 = (
    Mutant(
        "nested paths of JSON_TABLE are there",
        columns,
        "_table_function_column",
        "in_top_path and values",
        "values",
    ),
    Mutant(
        "there is an old row",
        columns.Columns,
        "_returned",
        "if command in {CommandType.INSERT, CommandType.MERGE}:",
        "if False:",
    ),
    Mutant(
        "there is a new row",
        columns.Columns,
        "_returned",
        "case ReturningType.NEW if command in {CommandType.DELETE, CommandType.MERGE}:",
        "case ReturningType.NEW if False:",
    ),
    Mutant(
        "MERGE has a source",
        prover.Prover,
        "_examine_merge",
        "if missing else frozenset()",
        "if False else frozenset()",
    ),
    Mutant("MERGE has no joins", prover.Prover, "_examine_merge", "found | tags for", "tags for"),
    Mutant(
        "NOT NULL NOT VALID counts",
        catalog_sql,
        "ATTRIBUTES",
        "AND NOT k.convalidated",
        "AND false",
    ),
    Mutant(
        "checks that are NOT ENFORCED count",
        catalog_sql,
        "CHECKS",
        "AND k.convalidated\n  AND coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true'",
        "",
    ),
)
