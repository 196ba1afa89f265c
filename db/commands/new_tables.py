"""What a migration does to tables that it makes itself, which nobody else sees before it ends."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from db.commands.migrations import Migration, sections, statements
from quern.source.lexer import Token, TokenKind

#: The parts of a name, as Postgres folds them.
_Name: TypeAlias = tuple[str, ...]


def is_on_new_table(migration: Migration, offset: int) -> bool:
    """Tell whether a statement indexes or alters a table that one before it creates.

    One that is created IF NOT EXISTS may be there, with rows.

    :param offset: of any character of the statement, in the up part
    """
    made: set[_Name] = set()
    for statement in statements(migration.source.text, *sections(migration)["up"]):
        if statement[-1].end > offset:
            return _target(statement) in made
        if name := _created(statement):
            made.add(name)
    return False


def _created(statement: Sequence[Token]) -> _Name | None:
    words = _words(statement)
    for start in (("CREATE", "TABLE"), ("CREATE", "UNLOGGED", "TABLE")):
        if words[: len(start)] == start and words[len(start)] != "IF":
            return _name(statement[len(start) :])
    return None


def _target(statement: Sequence[Token]) -> _Name | None:
    """Return the table that a statement alters or indexes."""
    words = _words(statement)
    if words[:2] == ("ALTER", "TABLE"):
        at = 2
    elif words[:2] == ("CREATE", "INDEX") or words[:3] == ("CREATE", "UNIQUE", "INDEX"):
        at = words.index("ON") + 1 if "ON" in words else len(statement)
    else:
        return None
    while words[at] in ("IF", "EXISTS", "ONLY"):
        at += 1
    return _name(statement[at:])


def _words(statement: Sequence[Token]) -> tuple[str, ...]:
    """Return the tokens that may be key words, in upper case; and one more, which is none."""
    words = (t.text.upper() if t.kind is TokenKind.IDENTIFIER else "" for t in statement)
    return (*words, "")


def _name(tokens: Sequence[Token]) -> _Name | None:
    return tuple(_parts(tokens)) or None


def _parts(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the parts of the name that tokens start with."""
    for place, token in enumerate(tokens):
        if place % 2 and token.text != ".":
            return
        if token.kind is TokenKind.IDENTIFIER:
            yield token.text.lower()
        elif token.kind is TokenKind.QUOTED_IDENTIFIER:
            yield token.text[1:-1].replace('""', '"')
