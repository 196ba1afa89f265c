"""What policies say."""

from collections.abc import Iterator

from db.commands.advice.row_calls import functions_called_per_row
from db.commands.catalogue.objects import PUBLIC, Catalogue
from db.commands.findings import Finding
from db.commands.tenancy import PERSONS


def policies_that_call_per_row(catalogue: Catalogue) -> Iterator[Finding]:
    """Find policies that call a function of ours for each row that a statement looks at.

    On a million rows that is the difference between a quarter of a millisecond and minutes.
    ``(SELECT f())`` is evaluated once, and ``x = ANY (ARRAY(SELECT f()))`` searches an index.
    """
    for policy in catalogue.policies:
        trees = (tree for tree in (policy.using_tree, policy.check_tree) if tree)
        called = {oid for tree in trees for oid in functions_called_per_row(tree)}
        names = (catalogue.callable_names.get(oid) for oid in called)
        for name in sorted(name for name in names if name):
            yield Finding(
                "policy-calls-per-row",
                policy.table,
                f"policy {policy.name} of {policy.table} calls {name} once a row",
                "write (SELECT f()) or = ANY (ARRAY(SELECT f())), without a column of the row",
                f"{policy.name} {name}",
            )


def policies_without_check(catalogue: Catalogue) -> Iterator[Finding]:
    """Find policies for writing that do not say what may be written.

    Postgres then takes USING for it (manual, CREATE POLICY). That is right more often than not, and
    silent where it is wrong: whoever may see a row might give it away.
    """
    for policy in catalogue.policies:
        if policy.command in ("ALL", "UPDATE") and policy.check is None:
            yield Finding(
                "policy-without-check",
                policy.table,
                f"policy {policy.name} of {policy.table}, for {policy.command}, has no WITH CHECK",
                "say what a row must be after the change; the same as USING where it is the same",
                policy.name,
            )


def policies_that_let_all_pass(catalogue: Catalogue) -> Iterator[Finding]:
    """Find policies by which a person's query sees or writes the rows of everybody.

    ``true`` needs no context: not even a person that is signed in. Policies are joined by OR, so
    that the others of the table limit nothing any more; restrictive ones, joined by AND, may say
    it. Workers, who act for everybody, are meant to see all.
    """
    for policy in catalogue.policies:
        persons = [role for role in (*PERSONS, PUBLIC) if role in policy.roles]
        clauses = [
            clause
            for clause, text in (("USING", policy.using), ("WITH CHECK", policy.check))
            if text == "true"
        ]
        if policy.is_permissive and persons and clauses:
            yield Finding(
                "policy-lets-all-pass",
                policy.table,
                f"{' and '.join(clauses)} (true) of policy {policy.name} of {policy.table}"
                f" let{'s' if len(clauses) == 1 else ''} every row pass"
                f" for {' and '.join(persons)}",
                "say whose rows pass: team_id = ANY (ARRAY(SELECT iam.current_team_ids())), or "
                "(SELECT iam.is_signed_in()) for what everybody may see",
                policy.name,
            )
