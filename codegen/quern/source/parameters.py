"""Parameters to ``$n``, in all parts of a statement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quern.source.lexer import Token, TokenKind
from quern.source.mistake import Mistake
from quern.source.optional_parts import Part
from quern.source.placeholders import EmbedPlace, Placeholder, find_placeholders
from quern.source.statement import Embed, Parameter, Piece


class ParameterError(Exception):
    """Parameters that cannot be numbered.

    :ivar mistake: what is wrong with them
    """

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.message)
        self.mistake = mistake


@dataclass
class Numbered:
    """A statement with ``$n`` for its parameters.

    :ivar pieces: one for each part, in order
    :ivar parameters: in the order of ``$n``
    """

    pieces: list[Piece] = field(default_factory=list)
    parameters: list[Parameter] = field(default_factory=list)


def number_parameters(parts: Sequence[Part]) -> Numbered:
    """Write each parameter as ``$n``, in order of first use; one name is one parameter.

    Numbers that the query writes itself stay.

    :raises ParameterError: if the numbers have gaps, or names and numbers are mixed
    :raises PlaceholderError: if a macro of sqlc is written wrongly
    """
    places = [list(find_placeholders(part.tokens)) for part in parts]
    numbers = _numbers(parts, places)
    parameters: dict[int, Parameter] = {}
    found = Numbered()
    for part, inside in zip(parts, places, strict=True):
        found.pieces.append(_piece(part, inside, numbers))
        for place in inside:
            if isinstance(place, Placeholder):
                number = numbers[place.name]
                before = parameters.setdefault(number, _parameter(part, place))
                if place.nullable and not before.nullable:
                    parameters[number] = _parameter(part, place)
    found.parameters = [parameters[number] for number in sorted(parameters)]
    return found


def _parameter(part: Part, place: Placeholder) -> Parameter:
    tokens = part.tokens[place.tokens]
    name = f"p{place.name}" if place.name.isdigit() else place.name
    return Parameter(name, tokens[0].start, tokens[-1].end, place.nullable)


def _numbers(
    parts: Sequence[Part], places: Sequence[Sequence[Placeholder | EmbedPlace]]
) -> dict[str, int]:
    """Return the number of each parameter, by its name or the number that is written."""
    numbers: dict[str, int] = {}
    first_use: dict[int, Token] = {}
    named = False
    for part, inside in zip(parts, places, strict=True):
        for place in inside:
            if not isinstance(place, Placeholder):
                continue
            token = part.tokens[place.tokens][0]
            if token.kind is TokenKind.POSITIONAL_PARAMETER:
                numbers[place.name] = int(place.name)
                first_use.setdefault(int(place.name), token)
            else:
                named = True
                numbers.setdefault(place.name, len(numbers) + 1)
    if first_use:
        _check_positional(first_use, named=named)
    return numbers


def _check_positional(first_use: dict[int, Token], *, named: bool) -> None:
    highest = max(first_use)
    missing = next((n for n in range(1, highest + 1) if n not in first_use), None)
    if named:
        token = min(first_use.values(), key=lambda token: token.start)
        message = "named and positional parameters in one query"
        hint = f"write {token.text} as a named parameter too"
        raise ParameterError(Mistake("mixed-parameters", message, token.start, token.end, hint))
    if missing is not None or 0 in first_use:
        token = first_use[0] if 0 in first_use else first_use[highest]
        message = f"${highest} is used, but not ${missing}"
        if missing is None:
            message = "parameters count from $1"
        hint = "number the parameters from $1 on without a gap, or name them"
        raise ParameterError(Mistake("parameter-gap", message, token.start, token.end, hint))


def _piece(
    part: Part, places: Sequence[Placeholder | EmbedPlace], numbers: dict[str, int]
) -> Piece:
    texts: list[str] = []
    embeds: list[Embed] = []
    points = [(0, part.tokens[0].start)]
    used = set[int]()
    length = 0
    for tokens, place in _runs(part.tokens, places):
        start, end = tokens[0].start, tokens[-1].end
        text = "".join(token.text for token in tokens)
        if isinstance(place, Placeholder):
            used.add(numbers[place.name])
            text = f"{place.around[0]}${numbers[place.name]}{place.around[1]}"
        elif place is not None:
            text = f"{place.relation}.*"
            embeds.append(Embed(place.relation, length, start, end))
        points += [(length, start), (length + len(text), end)]
        texts.append(text)
        length += len(text)
    return Piece(
        text="".join(texts),
        points=tuple(points),
        parameters=frozenset(used),
        embeds=tuple(embeds),
        condition=part.condition,
        order=part.order,
        mark=part.mark,
    )


def _runs(
    tokens: Sequence[Token], places: Sequence[Placeholder | EmbedPlace]
) -> Iterator[tuple[Sequence[Token], Placeholder | EmbedPlace | None]]:
    """Yield tokens that stay as they are, and those that stand for something else, in turn."""
    position = 0
    for place in places:
        for run in _unbroken(tokens[position : place.tokens.start]):
            yield run, None
        yield tokens[place.tokens], place
        position = place.tokens.stop
    for run in _unbroken(tokens[position:]):
        yield run, None


def _unbroken(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield tokens in runs that stand together in the file too."""
    first = 0
    for index in range(1, len(tokens) + 1):
        if index == len(tokens) or tokens[index].start != tokens[index - 1].end:
            yield tokens[first:index]
            first = index
