"""All rules of advice, and what they find beside what is accepted."""

from collections.abc import Callable, Iterable

from db.commands.advice import comments, functions, indexes, policies, privileges, tables
from db.commands.advice.accepted import load_accepted, without_accepted
from db.commands.catalogue.objects import Catalogue
from db.commands.findings import Finding

RULES: tuple[Callable[[Catalogue], Iterable[Finding]], ...] = (
    indexes.foreign_keys_without_index,
    indexes.double_indexes,
    indexes.unused_indexes,
    tables.tables_without_primary_key,
    tables.nullable_checked_arrays,
    tables.tables_without_row_security,
    tables.tables_without_policy,
    tables.views_past_policies,
    policies.policies_that_call_per_row,
    policies.policies_without_check,
    policies.policies_that_let_all_pass,
    functions.definers_without_search_path,
    functions.definers_for_everybody,
    functions.functions_with_loose_names,
    privileges.readonly_that_writes,
    privileges.privileges_of_owners,
    privileges.privileges_of_everybody,
    privileges.tables_that_nobody_may_use,
    comments.objects_without_comment,
)


def advise(catalogue: Catalogue) -> list[Finding]:
    """Return what all rules find and ``db/advice.toml`` does not excuse."""
    found = (finding for rule in RULES for finding in rule(catalogue))
    return without_accepted(found, load_accepted())
