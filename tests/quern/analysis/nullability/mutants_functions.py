"""Mutants of what is known of functions in SQL."""

from quern.analysis.catalog import function_bodies
from quern.analysis.nullability import columns, expressions, sql_functions
from tests.quern.analysis.nullability.mutants import Mutant


class _Reading(Mutant):
    """An edit of how bodies are read, after which the catalogue has to be read again."""

    @property
    def is_query(self) -> bool:
        return True


MUTANTS = (
    Mutant(
        "casts of results give values",
        sql_functions,
        "_keeps_values",
        "return own == declared or",
        "return True or",
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
        "if self._other_path and not body.any_path:",
        "if False:",
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
    ),
    Mutant(
        "domains check arguments",
        expressions.Expressions,
        "_is_checked",
        "return is_given and not self._prover.in_function",
        "return is_given",
    ),
    _Reading(
        "arguments name no columns",
        function_bodies,
        "_with_argument",
        'f"(SELECT ${number + 1} AS {quoted})"',
        'f"${number + 1}"',
    ),
    _Reading(
        "arguments may be rows",
        function_bodies,
        "_with_argument",
        'f"(CAST({parameter} AS {attempt.type_names[number]}))"',
        "parameter",
    ),
    _Reading(
        "arguments stay sub-queries",
        function_bodies,
        "_read",
        "_put_arguments(query)",
        "pass",
    ),
    _Reading(
        "bodies follow the session's search path",
        function_bodies,
        "_understood_by",
        '["" if path in NO_SEARCH_PATH else path]',
        "[path or session_path]",
    ),
    _Reading(
        "search paths of users are known",
        function_bodies,
        "_understood_by",
        'if "$user" in path:',
        "if False:",
    ),
    _Reading(
        "bodies are independent of the search path",
        function_bodies,
        "_read",
        "any_path=attempt.body.search_path is not None",
        "any_path=True",
    ),
)
