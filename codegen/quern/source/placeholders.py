"""Where a statement takes values: ``:name``, ``@name``, ``$1``, and sqlc's macros.

============================  ==============================================
``sqlc.arg(name)``            a parameter
``sqlc.narg(name)``           a parameter that may be NULL
``IN (sqlc.slice(names))``    a list: ``= ANY ($1)``; with NOT, ``<> ALL ($1)``
``sqlc.embed(table)``         all columns of a table, as one nested row
============================  ==============================================
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from quern.source.lexer import Token, TokenKind
from quern.source.mistake import Mistake

_MACROS = ("arg", "narg", "slice", "embed")
#: What a macro starts with, NOT IN and IN of a slice counted in.
_MACRO_STARTS = frozenset({"sqlc", "in", "not"})
_NAMES = {TokenKind.IDENTIFIER, TokenKind.QUOTED_IDENTIFIER}


class PlaceholderError(Exception):
    """A macro that cannot be understood.

    :ivar mistake: what is wrong with it
    """

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.message)
        self.mistake = mistake


@dataclass(frozen=True)
class Placeholder:
    """A stretch of tokens that stands for a value.

    :ivar name: of the parameter; of ``$1`` its number
    :ivar tokens: which tokens it takes up
    :ivar nullable: True for ``sqlc.narg``
    :ivar around: what stands before and after ``$n`` in its place
    """

    name: str
    tokens: slice
    nullable: bool | None = None
    around: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class EmbedPlace:
    """A stretch of tokens that stands for all columns of a relation.

    :ivar relation: the relation's name or alias, as it is written
    """

    relation: str
    tokens: slice


def find_placeholders(tokens: Sequence[Token]) -> Iterator[Placeholder | EmbedPlace]:
    """Yield where tokens stand for something else, in order.

    :raises PlaceholderError: if a macro of sqlc is written wrongly
    """
    solid = [index for index, token in enumerate(tokens) if not token.kind.is_blank]
    skip = 0
    for place, index in enumerate(solid):
        if index < skip:
            continue
        token = tokens[index]
        found: Placeholder | EmbedPlace | None = None
        if token.kind in {TokenKind.NAMED_PARAMETER, TokenKind.POSITIONAL_PARAMETER}:
            found = Placeholder(token.text[1:], slice(index, index + 1))
        elif token.kind is TokenKind.IDENTIFIER and token.text.lower() in _MACRO_STARTS:
            found = _macro(tokens, solid[place:])
        if found is not None:
            skip = found.tokens.stop
            yield found


def _macro(tokens: Sequence[Token], solid: Sequence[int]) -> Placeholder | EmbedPlace | None:
    """Return the macro that starts at the first of the tokens that are not blank, if one does."""
    word = tokens[solid[0]].text.lower()
    if word == "sqlc":
        return _call(tokens, solid)
    negated = word == "not"
    rest = solid[1:] if negated else solid
    texts = [tokens[index].text.lower() for index in rest[:5]]
    if texts != ["in", "(", "sqlc", ".", "slice"]:
        return None
    inner = _call(tokens, rest[2:], in_list=True)
    closing = next((i for i in rest if inner is not None and i >= inner.tokens.stop), None)
    if not isinstance(inner, Placeholder) or closing is None or tokens[closing].text != ")":
        return None
    around = ("<> ALL (", ")") if negated else ("= ANY (", ")")
    return Placeholder(inner.name, slice(solid[0], closing + 1), around=around)


def _call(
    tokens: Sequence[Token], solid: Sequence[int], *, in_list: bool = False
) -> Placeholder | EmbedPlace | None:
    """Return what ``sqlc.name(argument)`` stands for; None for a schema of that name."""
    words = [tokens[index] for index in solid[:4]]
    if [word.text for word in words[1::2]] != [".", "("]:
        return None
    name = words[2].text.lower()
    closing = next((n for n, index in enumerate(solid) if tokens[index].text == ")"), None)
    if closing is None:
        return None
    argument = [tokens[index] for index in solid[4:closing]]
    whole = slice(solid[0], solid[closing] + 1)
    start, end = words[0].start, tokens[solid[closing]].end
    if name not in _MACROS:
        near = get_close_matches(name, _MACROS, n=1)
        known = ", ".join(f"sqlc.{macro}" for macro in _MACROS)
        hint = f"did you mean sqlc.{near[0]}?" if near else f"known are {known}"
        message = f"there is no macro sqlc.{name}"
        raise PlaceholderError(Mistake("unknown-macro", message, start, words[2].end, hint))
    if name == "embed":
        return EmbedPlace(_relation(argument, start, end), whole)
    if name == "slice" and not in_list:
        hint = "write column IN (sqlc.slice(names)), or column = ANY (:names)"
        message = "sqlc.slice stands only in IN (…)"
        raise PlaceholderError(Mistake("bad-macro", message, start, end, hint))
    return Placeholder(_parameter(name, argument, start, end), whole, name == "narg" or None)


def _parameter(macro: str, argument: Sequence[Token], start: int, end: int) -> str:
    """Return the name in ``sqlc.arg(name)`` or ``sqlc.arg('name')``."""
    if len(argument) == 1:
        token = argument[0]
        if token.kind is TokenKind.IDENTIFIER:
            return token.text
        name = token.text[1:-1]
        if token.kind in {TokenKind.STRING, TokenKind.QUOTED_IDENTIFIER} and name.isidentifier():
            return name
    message = f"sqlc.{macro} takes the name of one parameter"
    hint = f"write sqlc.{macro}(name)"
    raise PlaceholderError(Mistake("bad-macro", message, start, end, hint))


def _relation(argument: Sequence[Token], start: int, end: int) -> str:
    names, dots = argument[::2], argument[1::2]
    sound = names and len(names) == len(dots) + 1
    if sound and all(t.kind in _NAMES for t in names) and all(t.text == "." for t in dots):
        return "".join(token.text for token in argument)
    message = "sqlc.embed takes a table of FROM, or its alias"
    raise PlaceholderError(Mistake("bad-macro", message, start, end, "write sqlc.embed(u)"))
