"""Mutants of joins: what outer joins null, and what WHERE and ON prove of them."""

from quern.analysis.nullability import joins
from tests.quern.analysis.mutant import Mutant

_WALK = joins._Walk  # pyright: ignore[reportPrivateUsage]  # its rules are what is edited

MUTANTS = (
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
        "no join is reduced",
        joins,
        "_reduce",
        "if not seen and released == facts:",
        "if True:",
        proves_less=True,
    ),
    Mutant(
        "nothing is released",
        joins,
        "_reduce",
        "if tags <= undone | seen",
        "if False",
        proves_less=True,
    ),
    Mutant("everything is released", joins, "_reduce", "if tags <= undone | seen", "if True"),
    Mutant(
        "inner ON proves nothing",
        _WALK,
        "_join",
        "left.facts | right.facts | condition",
        "left.facts | right.facts",
        proves_less=True,
    ),
    Mutant(
        "WHERE proves nothing",
        _WALK,
        "_from",
        "facts | self._condition(node)",
        "facts",
        proves_less=True,
    ),
    Mutant(
        "no join is total",
        _WALK,
        "_tags_of_total_join",
        "return self._foreign_key_tags(node, kept, nulled_node)",
        "return None",
        proves_less=True,
    ),
    Mutant(
        "no row is sure",
        _WALK,
        "_tags_of_total_join",
        "return _NO_TAGS",
        "return None",
        proves_less=True,
    ),
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
        "a key's facts are not known",
        _WALK,
        "_foreign_key_tags",
        "in kept.facts",
        "in NO_FACTS",
        proves_less=True,
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
)
