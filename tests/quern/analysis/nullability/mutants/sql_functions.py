"""Mutants of functions written in SQL."""

from quern.analysis.nullability import columns, expressions, level, sql_functions
from tests.quern.analysis.mutant import Mutant

MUTANTS = (
    Mutant(
        "bodies of functions give values",
        sql_functions.SqlFunctions,
        "columns",
        "if output.never_null and",
        "if",
    ),
    Mutant(
        "strict functions are called",
        sql_functions.SqlFunctions,
        "columns",
        "if function.strict and not function.returns_set:",
        "if False:",
    ),
    Mutant(
        "casts of results give values",
        sql_functions,
        "_keeps_values",
        "return own == declared or",
        "return True or",
    ),
    Mutant(
        "SQL gives an empty value for nothing",
        sql_functions,
        "_keeps_values",
        "if declared == VOID:",
        "if False:",
    ),
    Mutant(
        "bodies are as the server runs them",
        sql_functions.SqlFunctions,
        "columns",
        "if _is_to_be_rewritten(body, self._prover.catalog):",
        "if False:",
    ),
    Mutant(
        "no body changes anything",
        sql_functions,
        "_is_to_be_rewritten",
        "if body.expanded:",
        "if True:",
    ),
    Mutant(
        "polymorphic functions do not see types",
        level.Level,
        "_key_with_types",
        'if value.tag == "QUERY":',
        'if value.tag == "RELABELTYPE":\n'
        '            return self.key(value.fields.get("arg"))\n'
        '        if value.tag == "QUERY":',
    ),
    Mutant(
        "strict functions give a row",
        sql_functions.SqlFunctions,
        "columns",
        "if not has_row:",
        "if False:",
    ),
    Mutant(
        "search paths are those of the query",
        sql_functions.SqlFunctions,
        "columns",
        "if self._stored or (self._other_path and not body.any_path):",
        "if self._stored:",
    ),
    Mutant(
        "bodies are never replaced",
        sql_functions.SqlFunctions,
        "columns",
        "if self._stored or (self._other_path and not body.any_path):",
        "if self._other_path and not body.any_path:",
    ),
    Mutant(
        "functions of sets are not called for NULL",
        sql_functions.SqlFunctions,
        "columns",
        "if argument.never_null or function.strict",
        "if True",
    ),
    Mutant(
        "functions do not call themselves",
        sql_functions.SqlFunctions,
        "columns",
        "or function.oid in self._in_progress",
        "",
    ),
    Mutant(
        "all bodies are alike",
        columns.Columns,
        "_in_body",
        "return self._prover.sql_functions.columns(function, given)",
        "return ()",
        proves_less=True,
    ),
    Mutant(
        "domains check arguments",
        expressions.Expressions,
        "_is_checked",
        "return is_given and not self._prover.in_function",
        "return is_given",
    ),
)
