"""Mutants of unique keys."""

from quern.analysis.cardinality import equalities, single_rows, terms
from quern.analysis.catalog import unique_keys
from tests.quern.analysis.mutant import Mutant

MUTANTS = (
    Mutant("any index is unique", unique_keys, "_UNIQUE_KEYS", "  AND i.indisunique\n", ""),
    Mutant(
        "there are no keys",
        unique_keys,
        "_UNIQUE_KEYS",
        "AND i.indisunique",
        "AND false",
        proves_less=True,
    ),
    Mutant(
        "keys that not all partitions have", unique_keys, "_UNIQUE_KEYS", "  AND i.indisvalid\n", ""
    ),
    Mutant("deferrable keys count", unique_keys, "_UNIQUE_KEYS", "  AND i.indimmediate\n", ""),
    Mutant(
        "partial keys hold for all rows",
        single_rows.SingleRows,
        "_table",
        "if not missing and (key.predicate is None or self._is_met(key.predicate, number)):",
        "if not missing:",
    ),
    Mutant(
        "one part of a predicate is enough",
        single_rows.SingleRows,
        "_is_met",
        "return all(",
        "return any(",
    ),
    Mutant(
        "a row that equals one has no NULL field",
        single_rows.SingleRows,
        "_has_value",
        'if part.flag("argisrow"):',
        "if False:",
    ),
    Mutant(
        "expressions of keys are those of others",
        terms.Terms,
        "column_of",
        "self._expressions.get(self.key(resolved))",
        "next(iter(self._expressions.values()), None)",
    ),
    Mutant(
        "stable equality is that of its family",
        unique_keys,
        "_EQUALITY",
        "p.provolatile = 'i'",
        "p.provolatile <> 'v'",
    ),
    Mutant("each operator is equality", unique_keys, "_EQUALITY", "  AND a.amopstrategy = 3\n", ""),
    Mutant(
        "no operator is equality",
        unique_keys,
        "_EQUALITY",
        "a.amopstrategy = 3",
        "false",
        proves_less=True,
    ),
    Mutant(
        "a part of a key is enough",
        single_rows.SingleRows,
        "_table",
        "if not missing and (",
        "if len(missing) < len(key.columns) and (",
    ),
    Mutant(
        "children do not repeat keys",
        single_rows.SingleRows,
        "_table",
        'if relation.kind == "r" and relation.has_children and entry.flag("inh"):',
        "if False:",
    ),
    Mutant(
        "ONLY leaves nothing out",
        single_rows.SingleRows,
        "_table",
        ' and entry.flag("inh")',
        "",
        proves_less=True,
    ),
    Mutant(
        "NULL does not repeat",
        single_rows,
        "_rules_out_nulls",
        "if fixing.nulls == Nulls.NEVER or relation.not_null(attribute):",
        "if True:",
    ),
    Mutant(
        "all keys are NULLS NOT DISTINCT",
        single_rows,
        "_rules_out_nulls",
        "key.nulls_not_distinct and ",
        "",
    ),
    Mutant(
        "no key is NULLS NOT DISTINCT",
        single_rows,
        "_rules_out_nulls",
        "return key.nulls_not_distinct and",
        "return False and",
        proves_less=True,
    ),
    Mutant(
        "NOT NULL says nothing",
        single_rows,
        "_rules_out_nulls",
        " or relation.not_null(attribute)",
        "",
        proves_less=True,
    ),
    Mutant(
        "collations are alike",
        equalities.Fixing,
        "implies",
        "self.family in families and self.collation == collation",
        "self.family in families",
    ),
    Mutant(
        "families are alike",
        equalities.Fixing,
        "implies",
        "self.family in families and self.collation == collation",
        "self.collation == collation",
    ),
)
