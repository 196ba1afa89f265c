"""Named parameters to ``$n``, and the way back for positions."""

from collections.abc import Sequence
from dataclasses import dataclass

from quern.source.lexer import Token, TokenKind
from quern.source.query import OffsetMap, Parameter


@dataclass(frozen=True)
class Parameterised:
    """A statement with ``$n`` for its parameters."""

    sql: str
    parameters: tuple[Parameter, ...]
    offsets: OffsetMap


@dataclass(frozen=True)
class ParameterMistake:
    """Why the parameters of a statement cannot be numbered, and where."""

    code: str
    message: str
    hint: str
    token: Token


def number_parameters(tokens: Sequence[Token]) -> Parameterised | ParameterMistake:
    """Write each named parameter as ``$n``, in order of first use; one name is one parameter.

    :param tokens: the tokens of one statement, blank ones included
    """
    named = [token for token in tokens if token.kind is TokenKind.NAMED_PARAMETER]
    positional = [token for token in tokens if token.kind is TokenKind.POSITIONAL_PARAMETER]
    if named and positional:
        return ParameterMistake(
            "mixed-parameters",
            "named and positional parameters in one query",
            f"write {positional[0].text} as a named parameter too",
            positional[0],
        )
    if positional:
        return _keep_positional(tokens, positional)
    return _number_named(tokens)


def _keep_positional(
    tokens: Sequence[Token], positional: Sequence[Token]
) -> Parameterised | ParameterMistake:
    first_use = {int(token.text[1:]): token for token in reversed(positional)}
    highest = max(first_use)
    missing = next((n for n in range(1, highest + 1) if n not in first_use), None)
    if missing is not None or 0 in first_use:
        return ParameterMistake(
            "parameter-gap",
            f"${highest} is used, but not ${missing}" if missing else "parameters count from $1",
            "number the parameters from $1 on without a gap, or name them",
            first_use[0] if 0 in first_use else first_use[highest],
        )
    parameters = tuple(
        Parameter(f"p{n}", first_use[n].start, first_use[n].end) for n in range(1, highest + 1)
    )
    text = "".join(token.text for token in tokens)
    return Parameterised(text, parameters, OffsetMap(((0, tokens[0].start),)))


def _number_named(tokens: Sequence[Token]) -> Parameterised:
    pieces: list[str] = []
    points = [(0, tokens[0].start)]
    parameters: dict[str, Parameter] = {}
    numbers: dict[str, int] = {}
    length = 0
    for token in tokens:
        text = token.text
        if token.kind is TokenKind.NAMED_PARAMETER:
            name = text[1:]
            if name not in parameters:
                parameters[name] = Parameter(name, token.start, token.end)
                numbers[name] = len(numbers) + 1
            text = f"${numbers[name]}"
            points.append((length, token.start))
            points.append((length + len(text), token.end))
        pieces.append(text)
        length += len(text)
    return Parameterised("".join(pieces), tuple(parameters.values()), OffsetMap(tuple(points)))
