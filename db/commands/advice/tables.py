"""Primary keys, arrays and row-level security of tables and views."""

from collections.abc import Iterator

from db.commands.catalogue.objects import Catalogue
from db.commands.findings import Finding


def tables_without_primary_key(catalogue: Catalogue) -> Iterator[Finding]:
    """Find tables whose rows have no name.

    Logical replication cannot replay UPDATE and DELETE on them (manual, 29.1.1), and nothing keeps
    the same row from standing there twice.
    """
    with_key = {key.table for key in catalogue.keys if key.is_primary}
    for table in catalogue.tables:
        if table.qualified not in with_key:
            yield Finding(
                "no-primary-key",
                table.qualified,
                f"{table.qualified} has no primary key",
                f"ALTER TABLE {table.qualified} ADD PRIMARY KEY (...)",
            )


def nullable_checked_arrays(catalogue: Catalogue) -> Iterator[Finding]:
    """Find array columns whose content a check limits and which may be NULL.

    A check that gives NULL is passed (manual, 5.5.1): what was to hold for every element then holds
    for none, and two ways to say "nothing" are told apart by no one.
    """
    checked = {(check.table, name) for check in catalogue.checks for name in check.columns}
    tables = {table.qualified for table in catalogue.tables}
    for column in catalogue.columns:
        place = (column.table, column.name)
        if column.table in tables and column.is_array and column.is_nullable and place in checked:
            yield Finding(
                "nullable-array",
                column.table,
                f"column {column.quoted} of {column.table} may be NULL, which passes its checks",
                f"ALTER TABLE {column.table} ALTER COLUMN {column.quoted} SET NOT NULL,"
                " with '{}' for nothing",
                column.name,
            )


def tables_without_row_security(catalogue: Catalogue) -> Iterator[Finding]:
    """Find tables of which everybody with a privilege sees every row.

    The policies of a partitioned table do not hold for who reads a partition by its own name
    (manual, 5.12.2), so that a partition needs them as soon as anybody has a privilege on it.
    """
    granted = {grant.object for grant in catalogue.grants if grant.kind in ("table", "column")}
    for table in catalogue.relations:
        if table.kind != "table" or table.row_security:
            continue
        if table.is_partition and table.qualified not in granted:
            continue
        yield Finding(
            "no-row-security",
            table.qualified,
            f"{table.qualified} has no row-level security: a privilege on it gives all of its rows",
            f"REVOKE ALL ON {table.qualified} from all roles: a partition is read by its parent"
            if table.is_partition
            else f"ALTER TABLE {table.qualified} ENABLE ROW LEVEL SECURITY, and give it policies",
        )


def tables_without_policy(catalogue: Catalogue) -> Iterator[Finding]:
    """Find tables with row-level security that only their owner can use: no policy lets a row out.

    That is safe, and most likely not meant (manual, 5.9: a default-deny policy is assumed).
    """
    with_policy = {policy.table for policy in catalogue.policies}
    for table in catalogue.tables:
        if table.row_security and table.qualified not in with_policy:
            yield Finding(
                "no-policy",
                table.qualified,
                f"{table.qualified} has row-level security and no policy: no role sees a row of it",
                f"CREATE POLICY ... ON {table.qualified}, for each role that uses it",
            )


def views_past_policies(catalogue: Catalogue) -> Iterator[Finding]:
    """Find views that show rows which policies would hide.

    A view reads its tables with the rights of its owner, to whom no policy applies, unless it is
    made with ``security_invoker`` (manual, CREATE VIEW). A materialized view holds what its owner
    saw. Either harms nobody while nobody has a privilege on it.
    """
    granted = {grant.object for grant in catalogue.grants if grant.kind in ("table", "column")}
    for view in catalogue.relations:
        shows_all = view.kind == "materialized view" or not view.asks_as_caller
        if view.kind in ("view", "materialized view") and shows_all and view.qualified in granted:
            yield Finding(
                "view-past-policies",
                view.qualified,
                f"{view.kind} {view.qualified} shows what its owner sees, whoever reads it",
                f"ALTER VIEW {view.qualified} SET (security_invoker = true)"
                if view.kind == "view"
                else f"REVOKE ALL ON {view.qualified}, and let a function ask it for the caller",
            )
