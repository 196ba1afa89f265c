"""Mutants of unique keys."""

from quern.analysis.cardinality import equalities, single_rows
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
    Mutant("partial keys count", unique_keys, "_UNIQUE_KEYS", "  AND i.indpred IS NULL\n", ""),
    Mutant(
        "keys of expressions count", unique_keys, "_UNIQUE_KEYS", "  AND i.indexprs IS NULL\n", ""
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
        "if not missing:",
        "if len(missing) < len(key.columns):",
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
