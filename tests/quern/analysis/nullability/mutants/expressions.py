"""Mutants of expressions."""

from quern.analysis.nullability import builtins, expressions
from tests.quern.analysis.mutant import Mutant

MUTANTS = (
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
        proves_less=True,
    ),
    Mutant(
        "CASE forgets what failed",
        expressions.Expressions,
        "_case",
        "context = context.knowing(facts.when_not_true(condition, level))",
        "pass",
        proves_less=True,
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
        proves_less=True,
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
        proves_less=True,
    ),
    Mutant(
        "there is a current schema",
        expressions.Expressions,
        "_sql_value",
        'if node.number("op") == _CURRENT_SCHEMA:',
        "if False:",
    ),
)
