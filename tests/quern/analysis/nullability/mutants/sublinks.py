"""Mutants of sub-queries in expressions."""

from quern.analysis.nullability import sublinks
from tests.quern.analysis.mutant import Mutant

MUTANTS = (
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
        proves_less=True,
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
)
