"""Mutants of how the bodies of functions in SQL are read."""

from quern.analysis.catalog import function_bodies
from tests.quern.analysis.mutant import Mutant

MUTANTS = (
    Mutant(
        "arguments name no columns",
        function_bodies,
        "_with_argument",
        'f"(SELECT ${number + 1} AS {quoted})"',
        'f"${number + 1}"',
        rereads=True,
    ),
    Mutant(
        "arguments may be rows",
        function_bodies,
        "_with_argument",
        'f"(CAST({parameter} AS {attempt.type_names[number]}))"',
        "parameter",
        rereads=True,
    ),
    Mutant(
        "arguments stay sub-queries",
        function_bodies,
        "_read",
        "_put_arguments(query)",
        "pass",
        rereads=True,
        proves_less=True,
    ),
    Mutant(
        "bodies follow the session's search path",
        function_bodies,
        "_understood_by",
        '["" if path in NO_SEARCH_PATH else path]',
        "[path or session_path]",
        rereads=True,
    ),
    Mutant(
        "search paths of users are known",
        function_bodies,
        "_understood_by",
        'if "$user" in path:',
        "if False:",
        rereads=True,
    ),
    Mutant(
        "bodies are independent of the search path",
        function_bodies,
        "_read",
        "any_path=attempt.body.search_path is not None",
        "any_path=True",
        rereads=True,
    ),
)
