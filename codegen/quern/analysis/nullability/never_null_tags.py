"""Nodes that are never NULL, whatever is in them."""

from collections.abc import Mapping

#: The reason of each, by its tag.
NEVER_NULL_TAGS: Mapping[str, str] = {
    "NULLTEST": "IS NULL is true or false",
    "BOOLEANTEST": "IS TRUE and its like are true or false",
    "DISTINCTEXPR": "IS DISTINCT FROM is true or false",
    "ROWEXPR": "a row constructor",
    "ARRAYEXPR": "an array constructor",
    "GROUPINGFUNC": "GROUPING is a number",
    "MERGESUPPORTFUNC": "merge_action is a text",
    "CURRENTOFEXPR": "CURRENT OF is true or false",
    "NEXTVALUEEXPR": "the next value of a sequence",
}
