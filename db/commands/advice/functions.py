"""Whose rights functions have, and what the names in them mean."""

from collections.abc import Iterator

from db.commands.catalogue.objects import PUBLIC, Catalogue, Function
from db.commands.findings import Finding

#: Languages whose functions have no names in them that anybody could make mean something else.
_WITHOUT_NAMES = ("c", "internal")


def definers_without_search_path(catalogue: Catalogue) -> Iterator[Finding]:
    """Find SECURITY DEFINER functions that the caller's ``search_path`` leads astray.

    Who may make a table or function in a schema of that path makes the function use it, with the
    rights of its owner. So does who may make temporary ones: their schema is searched first for
    tables and types unless the path names it, and the check of a domain ``pg_temp.text`` then runs
    wherever the body says ``text`` (manual, CREATE FUNCTION, "Writing SECURITY DEFINER Functions
    Safely"). A body in standard SQL is parsed beforehand, and what it calls need not be.
    """
    for function in _written_by_us(catalogue):
        if not function.is_definer:
            continue
        if function.search_path is None:
            problem = "takes search_path from its caller"
        elif not _names_pg_temp_last(function.search_path) and not function.has_standard_body:
            problem = "takes temporary types and tables of its caller for those it names"
        else:
            continue
        yield Finding(
            "definer-without-search-path",
            function.signature,
            f"{function.signature} is SECURITY DEFINER and {problem}",
            f"{_better_path(function.search_path)} and qualify the names",
        )


def _better_path(search_path: str | None) -> str:
    if search_path is None:
        return "add SET search_path = pg_catalog, pg_temp"
    there = "''" if search_path == '""' else search_path
    return f"write SET search_path = pg_catalog, pg_temp in place of {there}"


def _names_pg_temp_last(search_path: str) -> bool:
    return search_path.split(",")[-1].strip() == "pg_temp"


def definers_for_everybody(catalogue: Catalogue) -> Iterator[Finding]:
    """Find SECURITY DEFINER functions that PUBLIC may execute, with the rights of the owner."""
    executable = {
        grant.object
        for grant in catalogue.grants
        if grant.kind == "function" and grant.grantee == PUBLIC
    }
    for function in catalogue.functions:
        if function.is_definer and function.signature in executable:
            yield Finding(
                "definer-for-everybody",
                function.signature,
                f"{function.signature} is SECURITY DEFINER and PUBLIC may execute it",
                f"REVOKE EXECUTE ON FUNCTION {function.signature} FROM PUBLIC",
            )


def functions_with_loose_names(catalogue: Catalogue) -> Iterator[Finding]:
    """Find functions whose names mean what the caller's ``search_path`` makes of them.

    A body in standard SQL is parsed when the function is made; another one sets ``search_path``.
    Otherwise the same call finds other tables, or none, from session to session.
    """
    for function in _written_by_us(catalogue):
        pinned = function.search_path is not None or function.has_standard_body
        if not pinned and not function.is_definer:
            yield Finding(
                "loose-names",
                function.signature,
                f"what names in {function.signature} mean depends on its caller's search_path",
                "write the body in standard SQL (RETURN, BEGIN ATOMIC) or add "
                "SET search_path = pg_catalog, pg_temp",
            )


def _written_by_us(catalogue: Catalogue) -> Iterator[Function]:
    """Yield the functions that have a body with names in it."""
    return (
        function
        for function in catalogue.functions
        if function.kind in ("function", "procedure") and function.language not in _WITHOUT_NAMES
    )
