"""The rules of :mod:`.rules` hold, and each would notice what breaks it."""

from collections.abc import Generator
from typing import LiteralString

import psycopg
import pytest

from tests.db.catalogue.rules.comments import COMMENTS
from tests.db.catalogue.rules.functions import FUNCTIONS, TYPES
from tests.db.catalogue.rules.keys import KEYS
from tests.db.catalogue.rules.policies import POLICIES
from tests.db.catalogue.rules.rights import RIGHTS
from tests.db.catalogue.rules.rule import OURS, Rule

RULES = [*KEYS, *COMMENTS, *FUNCTIONS, *TYPES, *RIGHTS, *POLICIES]


@pytest.fixture(scope="module")
def ours(administrator: psycopg.Connection) -> psycopg.Connection:
    """A connection that has the views which the rules read."""
    administrator.execute(OURS)
    return administrator


@pytest.fixture
def scratch(ours: psycopg.Connection) -> Generator[psycopg.Connection]:
    """The same in a transaction that is rolled back."""
    with ours.transaction(force_rollback=True):
        yield ours


def found(connection: psycopg.Connection, rule: Rule) -> list[str]:
    return sorted({name for (name,) in connection.execute(rule.query)})


@pytest.mark.parametrize("rule", RULES, ids=[rule.claim for rule in RULES])
def test_it_holds(ours: psycopg.Connection, rule: Rule) -> None:
    broken = found(ours, rule)
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(
    ("rule", "breach", "name"),
    [(rule, breach, name) for rule in RULES for breach, name in rule.breaches.items()],
    ids=[rule.claim for rule in RULES for _ in rule.breaches],
)
def test_it_would_notice(
    scratch: psycopg.Connection, rule: Rule, breach: LiteralString, name: str
) -> None:
    assert name not in found(scratch, rule)
    scratch.execute("SET LOCAL ROLE application_owner")
    scratch.execute(breach)
    scratch.execute("RESET ROLE")
    assert name in found(scratch, rule)
