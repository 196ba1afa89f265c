"""Who may do what."""

from collections.abc import Iterator

from db.commands.catalogue.objects import PUBLIC, Catalogue, Grant
from db.commands.findings import Finding
from db.commands.tenancy import PERSONS

READONLY = "application_readonly"

#: Who runs queries; PUBLIC is each of them.
_RUN_TIME_ROLES = (*PERSONS, "application_system", PUBLIC)

#: What a role that only reads has on each kind of object.
_READING = {
    "schema": {"USAGE"},
    "table": {"SELECT"},
    "column": {"SELECT"},
    "sequence": {"SELECT"},
    "function": {"EXECUTE"},
}
#: What nobody but the owner needs: TRUNCATE heeds no policy, REFERENCES tells which keys are there,
#: TRIGGER runs code with the rights of whoever writes, MAINTAIN locks the table.
_OWNERS = ("TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN")


def readonly_that_writes(catalogue: Catalogue) -> Iterator[Finding]:
    """Find privileges by which the role for reports and support changes something."""
    for grant in catalogue.grants:
        if grant.grantee == READONLY and grant.privilege not in _READING[grant.kind]:
            yield _finding("readonly-writes", grant, f"{READONLY} has {grant.what} on {grant.on}")


def privileges_of_owners(catalogue: Catalogue) -> Iterator[Finding]:
    """Find privileges on tables that get past policies, whoever has them.

    Policies say nothing about TRUNCATE and REFERENCES (manual, 5.9).
    """
    for grant in catalogue.grants:
        if grant.kind in ("table", "column") and grant.privilege in _OWNERS:
            yield _finding(
                "owners-privilege",
                grant,
                f"{grant.grantee} has {grant.what} on {grant.on}, which no policy limits",
            )


def privileges_of_everybody(catalogue: Catalogue) -> Iterator[Finding]:
    """Find what every role of the server may do, also those made tomorrow.

    USAGE of schema public is as Postgres makes it, and gives nothing by itself. SECURITY DEFINER
    functions have a rule of their own.
    """
    definers = {function.signature for function in catalogue.functions if function.is_definer}
    for grant in catalogue.grants:
        if grant.grantee != PUBLIC or (grant.kind == "function" and grant.object in definers):
            continue
        if (grant.kind, grant.object, grant.privilege) == ("schema", "public", "USAGE"):
            continue
        yield _finding("public-privilege", grant, f"PUBLIC has {grant.what} on {grant.on}")


def tables_that_nobody_may_use(catalogue: Catalogue) -> Iterator[Finding]:
    """Find tables with row-level security on which no run-time role has any privilege.

    Policies give nothing by themselves: without a GRANT each statement on the table is refused, and
    no other rule says a word about it, for nothing is safer than that.
    """
    used = {grant.object for grant in catalogue.grants if grant.grantee in _RUN_TIME_ROLES}
    for table in catalogue.tables:
        if table.row_security and table.qualified not in used:
            yield Finding(
                "no-grant",
                table.qualified,
                f"nobody may use {table.qualified}: no run-time role has a privilege on it",
                f"GRANT SELECT ON {table.qualified} TO application_user, application_readonly, "
                "and to each role what else it needs",
            )


def _finding(rule: str, grant: Grant, message: str) -> Finding:
    return Finding(
        rule,
        grant.object,
        message,
        f"REVOKE {grant.what} ON {grant.on} FROM {grant.grantee}",
        f"{grant.grantee} {grant.what}",
    )
