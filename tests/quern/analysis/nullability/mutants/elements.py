"""Mutants of the elements of arrays."""

from quern.analysis.nullability import elements, expressions
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
        "if verdict.no_null_elements and expression.tag not in _OF_ARRAYS:",
        "if False:",
    ),
)
