"""Every policy that is dropped or weakened is noticed: somebody may then what must not be."""

from contextlib import nullcontext

import psycopg
import pytest

from tests.db.tenancy.actors import EVERYBODY
from tests.db.tenancy.attempts import RETURNED, Table, Trial
from tests.db.tenancy.mutants import Mutant, conjuncts, read_mutants


def is_noticed(trial: Trial, tables: dict[str, Table], mutant: Mutant) -> bool:
    """Tell whether anybody is allowed, or refused, what the oracle is not."""
    table = tables[mutant.table]
    changing = "SELECT" not in mutant.commands and "INSERT" not in mutant.commands
    # What is returned by the statement that adds it is read as well.
    commands = list(mutant.commands)
    if mutant.table in RETURNED and "INSERT" not in commands:
        commands.append("INSERT")
    with trial.connection.transaction(force_rollback=True):
        trial.connection.execute(mutant.statement)
        with trial.unmasked(table) if changing else nullcontext():
            return any(
                difference
                for role, actor in EVERYBODY
                for difference in trial.differences(table, actor, role, commands)
            )


def is_reachable(tables: dict[str, Table], mutant: Mutant) -> bool:
    """Tell whether any role has the right that the policy is about."""
    granted = tables[mutant.table].columns
    return any(command in mutant.commands for command, _ in granted)


def test_every_mutant_is_noticed(
    world: psycopg.Connection, trial: Trial, tables: dict[str, Table]
) -> None:
    mutants = read_mutants(world)
    reachable = [mutant for mutant in mutants if is_reachable(tables, mutant)]
    assert len(reachable) > 500
    missed = [mutant.name for mutant in reachable if not is_noticed(trial, tables, mutant)]
    assert "\n".join(missed) == ""


def test_without_a_mutant_nothing_is_noticed(trial: Trial, tables: dict[str, Table]) -> None:
    for table in tables.values():
        with trial.unmasked(table):
            found = [
                difference
                for role, actor in EVERYBODY
                for difference in trial.differences(table, actor, role, ["UPDATE", "DELETE"])
            ]
            assert found == []


@pytest.mark.parametrize(
    ("expression", "parts"),
    [
        ("(a = b)", ["(a = b)"]),
        ("((a = b) AND (c = d))", ["(a = b)", "(c = d)"]),
        ("((a = b) OR (c AND d))", ["((a = b) OR (c AND d))"]),
        ("(a = b) OR (c = d)", ["(a = b) OR (c = d)"]),
        ("((a = ' AND (') AND c)", ["(a = ' AND (')", "c"]),
        ("(f(a) AND g((b)) AND c)", ["f(a)", "g((b))", "c"]),
    ],
)
def test_conditions_are_told_apart(expression: str, parts: list[str]) -> None:
    assert conjuncts(expression) == parts
