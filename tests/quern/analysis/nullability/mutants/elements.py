"""Mutants of the elements of arrays."""

from quern.analysis.nullability import elements, expressions, verdict
from tests.quern.analysis.mutant import Mutant

MUTANTS = (
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
        proves_less=True,
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
        "the elements of an argument are those of the value",
        expressions.Expressions,
        "verdict",
        "verdict.no_null_elements and expression.tag in _OF_ARRAYS",
        "verdict.no_null_elements",
    ),
    Mutant(
        "the elements of one value are those of all",
        verdict,
        "first_doubt",
        "return doubtful(verdict.why)",
        "return verdict",
    ),
    Mutant(
        "a branch of CASE speaks of all rows of a group",
        elements.Elements,
        "_aggregate",
        "replace(context, facts=NO_FACTS)",
        "context",
    ),
)
