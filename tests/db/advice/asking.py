"""Asking one rule about a schema that a test makes."""

from collections.abc import Callable, Iterable
from typing import LiteralString, TypeAlias

import psycopg

from db.commands.catalogue.objects import Catalogue
from db.commands.catalogue.read import read_catalogue
from db.commands.findings import Finding

Rule: TypeAlias = Callable[[Catalogue], Iterable[Finding]]


def ask(
    connection: psycopg.Connection, rule: Rule, *statements: LiteralString
) -> dict[str, Finding]:
    """Run statements, and return what a rule then finds, by keys without the rule's name."""
    for statement in statements:
        connection.execute(statement)
    found = list(rule(read_catalogue(connection)))
    keys = {finding.key.partition(" ")[2]: finding for finding in found}
    assert len(keys) == len(found), "two findings have one key"
    return keys
