"""Whether the optional parts of a statement and its parameters go together."""

from collections.abc import Iterator
from difflib import get_close_matches

from quern.source.mistake import Mistake
from quern.source.statement import MOST_CONDITIONS, Parameter, Piece, Statement


def check_conditions(statement: Statement) -> Iterator[Mistake]:
    """Yield what is wrong with the conditions of a statement.

    A parameter that decides on a part stands only in parts that need it: else its absence would
    leave a part without a value. A part that has a condition names all parameters that nothing
    else uses, for the same reason.
    """
    if len(statement.conditions) > MOST_CONDITIONS:
        piece = next(p for p in statement.pieces if p.condition == statement.conditions[-1])
        yield Mistake(
            "too-many-parts",
            f"{len(statement.conditions)} conditions make {2 ** len(statement.conditions)} "
            f"statements; {MOST_CONDITIONS} are allowed",
            *piece.mark,
            "split the query, or write some as (:name::type IS NULL OR ...)",
        )
        return
    if unknown := list(_unknown(statement)):
        yield from unknown  # the rest may be a consequence
        return
    for number, parameter in enumerate(statement.parameters, 1):
        pieces = [piece for piece in statement.pieces if number in piece.parameters]
        deciding = [piece for piece in statement.pieces if parameter.name in piece.condition]
        if deciding:
            yield from _outside(parameter, pieces, deciding[0])
        else:
            yield from _only_inside(parameter, pieces)


def _unknown(statement: Statement) -> Iterator[Mistake]:
    """Report conditions on what is no parameter."""
    uses = [parameter.name for parameter in statement.parameters]
    for piece in statement.pieces:
        for name in piece.condition:
            if name not in uses:
                near = get_close_matches(name, uses, n=1)
                known = ", ".join(f":{used}" for used in uses) or "none"
                hint = f"did you mean {near[0]}?" if near else f"its parameters: {known}"
                yield Mistake(
                    "unknown-parameter", f"the query has no parameter {name}", *piece.mark, hint
                )


def _outside(parameter: Parameter, pieces: list[Piece], deciding: Piece) -> Iterator[Mistake]:
    """Report a parameter that decides on a part and is used where it may be left out."""
    name = parameter.name
    if any(name not in piece.condition for piece in pieces):
        yield Mistake(
            "bad-condition",
            f"{name} decides on this part, yet it is used outside of it too",
            *deciding.mark,
            f"mark all lines that use :{name} by -- @if {name}",
        )


def _only_inside(parameter: Parameter, pieces: list[Piece]) -> Iterator[Mistake]:
    """Report a parameter that parts use which may be there without it."""
    if pieces and all(piece.condition for piece in pieces):
        names = ", ".join((*pieces[0].condition, parameter.name))
        yield Mistake(
            "bad-condition",
            f"{parameter.name} is used only where {' and '.join(pieces[0].condition)} is given",
            parameter.start,
            parameter.end,
            f"mark the part by -- @if {names}",
        )
