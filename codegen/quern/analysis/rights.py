"""Whether the role that a query is meant for has the rights to run it.

Parse asks for no right to tables, columns and functions; that is done when a query starts
(``ExecCheckPermissions`` of ``executor/execMain.c``, ``ExecInitFunc`` of ``execExpr.c``). What it
will ask for stands in the tree, so it is asked here, of all queries at once, and a GRANT that is
missing is found before the first call.

Asked is for what the query's own tables and functions need, and views that check their caller;
not what triggers and functions do inside, nor sequences.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from quern.analysis.effects.permissions import find_permissions
from quern.analysis.tree.contents import Contents
from quern.connection import Connection
from quern.errors import Diagnostic
from quern.source.query import SourceQuery

Privilege = Literal["SELECT", "INSERT", "UPDATE", "DELETE", "EXECUTE"]

_WORDS: dict[str, str] = {
    "SELECT": "read",
    "INSERT": "insert into",
    "UPDATE": "update",
    "DELETE": "delete from",
    "EXECUTE": "call",
}
#: Rights to columns are most often missing on purpose.
_INSTEAD = "leave the columns out, or "
#: In place of the number of a column: any one will do.
_ANY = -32768
_WHOLE_ROW = 0

# A right to no column in particular is one to any column (execMain.c,
# ExecCheckOneRelationPerms). The columns of a whole row are all of them.
_MISSING = """
SELECT
    w.number,
    CASE
        WHEN w.privilege = 'EXECUTE' THEN w.object::regprocedure::text
        ELSE quote_ident(n.nspname) || '.' || quote_ident(c.relname)
    END,
    quote_ident(a.attname)
FROM unnest(%s::integer[], %s::text[], %s::oid[], %s::integer[], %s::text[])
    AS w (number, role, object, attribute, privilege)
LEFT JOIN pg_catalog.pg_class AS c ON c.oid = w.object AND w.privilege <> 'EXECUTE'
LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_attribute AS a
    ON a.attrelid = c.oid
    AND NOT a.attisdropped
    AND CASE w.attribute WHEN 0 THEN a.attnum > 0 ELSE a.attnum = w.attribute END
WHERE NOT CASE
    WHEN w.privilege = 'EXECUTE' THEN has_function_privilege(w.role, w.object, 'EXECUTE')
    WHEN w.privilege = 'DELETE' THEN has_table_privilege(w.role, w.object, 'DELETE')
    WHEN a.attnum IS NULL THEN has_any_column_privilege(w.role, w.object, w.privilege)
    ELSE has_column_privilege(w.role, w.object, a.attnum, w.privilege)
END
ORDER BY w.number, 2, a.attnum
"""


@dataclass(frozen=True, order=True)
class Right:
    """A right that a query takes.

    :ivar object: OID of the table, view or function
    :ivar attribute: the number of a column of it; 0 for all, :data:`_ANY` for any
    """

    privilege: Privilege
    object: int
    attribute: int = _ANY


def needed_rights(contents: Contents) -> set[Right]:
    """Return the rights that a statement takes of whoever runs it."""
    found = {Right("EXECUTE", oid) for oid in contents.functions}
    for query in contents.queries:
        for permission in find_permissions(query):
            if not permission.checked_as_caller:
                continue
            found.update(_on_columns("SELECT", permission.relation, permission.selected_columns))
            if "insert" in permission.writes:
                found.update(_on_columns("INSERT", permission.relation, permission.inserted))
            if "update" in permission.writes:
                found.update(_on_columns("UPDATE", permission.relation, permission.updated))
            if "delete" in permission.writes:
                found.add(Right("DELETE", permission.relation))
    return found


def _on_columns(
    privilege: Privilege, relation: int, columns: frozenset[int] | None
) -> Iterable[Right]:
    if columns is None:
        return ()
    return [Right(privilege, relation, column) for column in columns or (_ANY,)]


def report_missing_rights(
    connection: Connection, needed: Sequence[tuple[SourceQuery, str, set[Right]]]
) -> list[Diagnostic]:
    """Report the rights that the queries' roles have not.

    :param needed: queries with their roles, as the database calls them, and the rights they take
    :raises psycopg.Error: if the server cannot be asked
    """
    wanted = sorted({(role, right) for _, role, rights in needed for right in rights})
    numbers = {each: number for number, each in enumerate(wanted)}
    columns: tuple[list[object], ...] = ([], [], [], [], [])
    for (role, right), number in numbers.items():
        row = (number, role, right.object, right.attribute, right.privilege)
        for column, value in zip(columns, row, strict=True):
            column.append(value)
    missing: dict[int, list[tuple[str, str | None]]] = {}
    for number, name, column_name in connection.execute(_MISSING, columns):
        missing.setdefault(number, []).append((name, column_name))
    return [
        diagnostic
        for query, role, rights in needed
        for diagnostic in _reports(query, role, rights, numbers, missing)
    ]


def _reports(
    query: SourceQuery,
    role: str,
    rights: set[Right],
    numbers: Mapping[tuple[str, Right], int],
    missing: Mapping[int, Sequence[tuple[str, str | None]]],
) -> Iterable[Diagnostic]:
    """Yield a report for each table and kind of right, with all its columns."""
    for _, group in groupby(sorted(rights), lambda right: (right.privilege, right.object)):
        members = list(group)
        found = [each for right in members for each in missing.get(numbers[role, right], ())]
        if not found:
            continue
        name, privilege = found[0][0], members[0].privilege
        columns = sorted({column for _, column in found if column is not None})
        listed = f" ({', '.join(columns)})" if columns else ""
        kind = "FUNCTION " if privilege == "EXECUTE" else ""
        yield Diagnostic(
            "missing-right",
            f"{role} may not {_WORDS[privilege]} {name}{listed}",
            query.file,
            query.name_location,
            hint=f"{_INSTEAD if columns else ''}name the role that may, with -- @role; "
            f"or GRANT {privilege}{listed} ON {kind}{name} TO {role}",
        )
