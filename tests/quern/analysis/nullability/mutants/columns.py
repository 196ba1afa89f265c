"""Mutants of columns, by the relation that they come from."""

from quern.analysis.nullability import columns
from tests.quern.analysis.mutant import Mutant

MUTANTS = (
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
        proves_less=True,
    ),
    Mutant(
        "outer joins are forgotten",
        columns.Columns,
        "_own_variable",
        "if level.nulling.get(number) and not _is_present(number, context):",
        "if False:",
    ),
    Mutant(
        "presence is not seen",
        columns,
        "_is_present",
        "return any(",
        "return False and any(",
        proves_less=True,
    ),
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
        proves_less=True,
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
    Mutant(
        "nested paths of JSON_TABLE are there",
        columns,
        "_table_function_column",
        "in_top_path and values",
        "values",
        since=18,
    ),
)
