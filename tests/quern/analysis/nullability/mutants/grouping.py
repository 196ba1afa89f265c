"""Mutants of GROUP BY, grouping sets and HAVING."""

from quern.analysis.nullability import columns, expressions, grouping, level, prover
from tests.quern.analysis.mutant import Mutant

MUTANTS = (
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
        proves_less=True,
    ),
    Mutant("HAVING count(*) >= 0 has a row", grouping, "_counts_rows", " and number >= least", ""),
    Mutant(
        "HAVING count(*) > 0 is not known",
        grouping,
        "_counts_rows",
        "return is_count and",
        "return False and",
        proves_less=True,
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
    Mutant(
        "a cast is what is written",
        level.Level,
        "_key_with_types",
        "if name not in _IGNORED]",
        'if name not in _IGNORED or name == "funcformat"]',
        until=17,
    ),
    Mutant(
        "a constant is never left out",
        expressions.Expressions,
        "verdict",
        "expression.tag not in _WITHOUT_FACTS",
        'expression.tag not in {"VAR", "CONST"}',
        until=17,
    ),
    Mutant(
        "a constant that groups is any of its like",
        grouping,
        "_has_lookalikes",
        'found.tag == "CONST"',
        "False",
        since=18,
    ),
    Mutant(
        "a relabelled column that groups is the column",
        grouping,
        "_has_lookalikes",
        '{"RELABELTYPE", "QUERY"}',
        '{"QUERY"}',
    ),
)
