"""Policies that are dropped or weakened: somebody must notice each."""

from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
from psycopg import sql

from tests.db.tenancy.attempts import COMMANDS, Command

_POLICIES = """
SELECT
    p.polrelid::regclass::text,
    p.polname::text,
    p.polcmd::text,
    pg_get_expr(p.polqual, p.polrelid),
    pg_get_expr(p.polwithcheck, p.polrelid)
FROM pg_policy AS p
ORDER BY 1, 2
"""
_COMMANDS: dict[str, tuple[Command, ...]] = {
    "r": ("SELECT",),
    "a": ("INSERT",),
    "w": ("UPDATE",),
    "d": ("DELETE",),
    "*": COMMANDS,
}


_AND = " AND "


@dataclass(frozen=True)
class Mutant:
    """A change of a policy.

    :ivar table: with its schema
    :ivar change: what is done to the policy, in words
    :ivar statement: what does it
    :ivar commands: what the policy is about
    """

    table: str
    policy: str
    change: str
    statement: sql.Composed
    commands: tuple[Command, ...]

    @property
    def name(self) -> str:
        return f"{self.table} {self.policy}: {self.change}"


def read_mutants(connection: psycopg.Connection) -> list[Mutant]:
    """Return the mutants of all policies."""
    return [
        Mutant(table, policy, change, statement, _COMMANDS[command])
        for table, policy, command, using, check in connection.execute(_POLICIES).fetchall()
        for change, statement in _changes(table, policy, using, check)
    ]


def _changes(
    table: str, policy: str, using: str | None, check: str | None
) -> Iterator[tuple[str, sql.Composed]]:
    """Yield the changes of a policy: dropped, always true, or without one of its conditions.

    Where both clauses say the same, both are changed: a row that was changed is held to the one
    what the other let pass.
    """
    on = sql.Identifier(policy), sql.Identifier(*table.split("."))
    yield "dropped", sql.SQL("DROP POLICY {} ON {}").format(*on)
    clauses = {
        name: text for name, text in (("USING", using), ("WITH CHECK", check)) if text is not None
    }
    alike = [list(clauses)] if len(set(clauses.values())) == 1 else [[name] for name in clauses]
    for names in alike:
        for words, text in _weaker(clauses[names[0]]):
            changed = (f"{name} ({text})" for name in names)
            alter = sql.SQL("ALTER POLICY {} ON {} ").format(*on)
            yield f"{' and '.join(names)} {words}", alter + _as_written(" ".join(changed))


def _weaker(expression: str) -> Iterator[tuple[str, str]]:
    """Yield what is weaker than an expression, in words and as SQL."""
    if expression == "true":
        return
    yield "true", "true"
    parts = conjuncts(expression)
    if len(parts) > 1:
        for number, part in enumerate(parts):
            rest = parts[:number] + parts[number + 1 :]
            yield f"without {' '.join(part.split())}", " AND ".join(rest)


def _as_written(text: str) -> sql.Composed:
    """Return text that the server itself printed, to be sent back to it."""
    return sql.Composed([sql.SQL(text)])  # type: ignore[arg-type, unused-ignore]


def conjuncts(expression: str) -> list[str]:
    """Split an expression, as Postgres prints it, at the ANDs of its outermost parentheses."""
    depths = list(_depths(expression))
    if expression.startswith("(") and 0 not in depths[:-1]:
        return conjuncts(expression[1:-1]) if _is_conjunction(expression[1:-1]) else [expression]
    return _split(expression, depths)


def _is_conjunction(expression: str) -> bool:
    return len(_split(expression, list(_depths(expression)))) > 1


def _split(expression: str, depths: list[int]) -> list[str]:
    parts: list[str] = []
    start = 0
    for index, depth in enumerate(depths):
        if depth == 0 and expression.startswith(_AND, index) and index >= start:
            parts.append(expression[start:index])
            start = index + len(_AND)
    return [*parts, expression[start:]]


def _depths(expression: str) -> Iterator[int]:
    """Yield in how many parentheses each character stands; -1 for one in quotes.

    An opening parenthesis stands in itself, a closing one does not.
    """
    depth, quoted = 0, False
    for letter in expression:
        quoted ^= letter == "'"
        if not quoted:
            depth += {"(": 1, ")": -1}.get(letter, 0)
        yield -1 if quoted else depth
