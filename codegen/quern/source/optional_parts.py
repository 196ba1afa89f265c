"""Parts of a statement that are there on a condition, marked in its comments.

::

    SELECT u.id, u.email
    FROM iam.users AS u
    WHERE u.deleted_at IS NULL
      AND u.email ILIKE :email           -- @if email
    -- @if since
      AND u.created_at >= :since
    -- @end
    ORDER BY u.created_at DESC, u.id     -- @order
    LIMIT :limit

``-- @if`` behind code marks that line; alone on a line it opens a block that ``-- @end`` closes.
The part is there when all the parameters it names are given. ``-- @order`` marks the line that
one of the orders takes, which ``-- @order name: ...`` lines above the statement list. With all
parts on, the file is the statement: what an editor sees is what runs.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quern.source.lexer import Token, TokenKind, tokenize
from quern.source.mistake import Mistake

_MARK = re.compile(r"--[ \t]*@(?P<kind>if|end|order)\b(?P<rest>[^\r\n]*)")
_NAMES = re.compile(r"[\s,]*(?P<names>[^\W\d]\w*(?:[\s,]+[^\W\d]\w*)*)[\s,]*")
_HEAD = {TokenKind.SPACE, TokenKind.LINE_COMMENT}


class OptionalPartError(Exception):
    """Marks that cannot be understood.

    :ivar mistake: what is wrong with them
    """

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.message)
        self.mistake = mistake


@dataclass(frozen=True)
class OrderText:
    """What an ``-- @order name: ...`` line gives.

    :ivar tokens: of what follows ORDER BY
    """

    name: str
    tokens: tuple[Token, ...]
    start: int
    end: int


@dataclass(frozen=True)
class Part:
    """A stretch of a statement.

    :ivar tokens: put together, they are its text
    :ivar condition: the parameters that must be given for it to be there; none: it always is
    :ivar order: the order that it belongs to; None: it is there whatever the order
    :ivar mark: offsets of the comment that says so
    """

    tokens: tuple[Token, ...]
    condition: tuple[str, ...] = ()
    order: str | None = None
    mark: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class _Mark:
    """A comment that marks a stretch of the file.

    :ivar start: offset of the stretch
    :ivar end: offset after it
    """

    kind: str
    names: tuple[str, ...]
    token: Token
    start: int
    end: int

    @property
    def place(self) -> tuple[int, int]:
        """The offsets of the comment."""
        return self.token.start, self.token.end


def split_parts(
    text: str, tokens: Sequence[Token], comments: Sequence[Token], orders: Mapping[str, OrderText]
) -> tuple[Part, ...]:
    """Cut a statement at its marks.

    :param text: the whole file
    :param tokens: of the statement, blank ones included
    :param comments: its line comments, and those behind its end
    :param orders: what the order line may be replaced with, by name
    :raises OptionalPartError: if a mark is wrong
    """
    marks = list(_marks(text, tokens, comments))
    if not any(mark.kind == "order" for mark in marks) and orders:
        order = next(iter(orders.values()))
        hint = "put -- @order behind the ORDER BY line that it stands for"
        raise _error("unused-order", "no line is marked with -- @order", order, hint)
    if not marks:
        return (Part(tuple(tokens)),)
    parts: list[Part] = []
    position = tokens[0].start
    for mark in marks:
        if before := tuple(_between(tokens, position, mark.start, mark)):
            parts.append(Part(before))
        inside = tuple(_between(tokens, mark.start, mark.end, mark))
        if all(token.kind.is_blank for token in inside):
            hint = "put it behind the line that it is about"
            raise _error("bad-mark", "a mark on a line without code", mark.token, hint)
        if mark.kind == "order":
            parts += _ordered(inside, orders, mark)
        else:
            parts.append(Part(inside, mark.names, mark=mark.place))
        position = mark.end
    if rest := tuple(_between(tokens, position, tokens[-1].end, None)):
        parts.append(Part(rest))
    return tuple(parts)


def _marks(text: str, tokens: Sequence[Token], comments: Sequence[Token]) -> Iterator[_Mark]:
    """Yield the marks with the stretches of the file that they are about, in order."""
    opened: tuple[Token, tuple[str, ...]] | None = None
    head = next(token.start for token in tokens if token.kind not in _HEAD)
    for token in comments:
        match = _MARK.match(token.text)
        if match is None or token.start < head:
            continue
        kind = match["kind"]
        line_start = text.rfind("\n", 0, token.start) + 1
        line_end = text.find("\n", token.end) + 1 or len(text)
        alone = not text[line_start : token.start].strip()
        if kind == "end":
            if opened is None:
                hint = "open it by -- @if name on a line of its own"
                raise _error("bad-mark", "-- @end closes no part", token, hint)
            first = text.rfind("\n", 0, opened[0].start) + 1
            yield _Mark("if", opened[1], opened[0], first, line_end)
            opened = None
        elif opened is not None:
            hint = "close the first by -- @end; parts do not nest"
            raise _error("bad-mark", "a mark inside a part that -- @if opened", token, hint)
        elif kind == "order":
            if match["rest"].strip(" \t:"):
                hint = "list the orders above the statement, under the query's header"
                raise _error("bad-mark", "an order is listed inside the statement", token, hint)
            yield _Mark("order", (), token, line_start, line_end)
        else:
            names = _names(match["rest"], token)
            if alone:
                opened = (token, names)
            else:
                yield _Mark("if", names, token, line_start, line_end)
    if opened is not None:
        hint = "close it by -- @end on a line of its own"
        raise _error("bad-mark", "the part that -- @if opens has no end", opened[0], hint)


def _names(rest: str, token: Token) -> tuple[str, ...]:
    match = _NAMES.fullmatch(rest)
    if match is None:
        hint = "write -- @if email, or -- @if first, last for a part with two parameters"
        raise _error("bad-mark", "-- @if names no parameter", token, hint)
    return tuple(dict.fromkeys(re.split(r"[\s,]+", match["names"])))


def _between(tokens: Sequence[Token], start: int, end: int, mark: _Mark | None) -> Iterator[Token]:
    """Yield the tokens of a stretch; white space at its edges is cut.

    :raises OptionalPartError: if another token reaches over an edge
    """
    for token in tokens:
        if token.end <= start or token.start >= end or start >= end:
            continue
        first, last = max(start, token.start), min(end, token.end)
        if token.kind is TokenKind.SPACE:
            yield Token(token.kind, token.text[first - token.start : last - token.start], first)
        elif (first, last) == (token.start, token.end):
            yield token
        else:
            where = mark.token if mark is not None else token
            hint = "a part is made of whole lines: move the text that goes over several of them"
            message = f"a marked line cuts through {token.text.split(chr(10))[0]}…"
            raise _error("bad-mark", message, where, hint)


def _ordered(
    tokens: tuple[Token, ...], orders: Mapping[str, OrderText], mark: _Mark
) -> Iterator[Part]:
    """Yield the line once for each order: first as it is written, which is the default."""
    solid = [token for token in tokens if not token.kind.is_blank]
    words = [token.text.lower() for token in solid]
    if words[:2] != ["order", "by"]:
        hint = "put ORDER BY and what follows it on one line, with -- @order behind it"
        raise _error("bad-mark", "-- @order marks a line that is no ORDER BY", mark.token, hint)
    if not orders:
        hint = "list them under the header: -- @order newest: created_at DESC"
        raise _error("bad-mark", "-- @order without a list of orders", mark.token, hint)
    written = words[2:]
    default = next((o for o in orders.values() if _same(o.tokens, written)), None)
    if default is None:
        first = next(iter(orders.values()))
        text = "".join(token.text for token in first.tokens)
        hint = f"write the one to use when none is chosen, such as ORDER BY {text}"
        message = f"the ORDER BY line is none of the orders: {', '.join(orders)}"
        raise _error("bad-mark", message, mark.token, hint)
    yield Part(tokens, order=default.name, mark=mark.place)
    start = tokens.index(solid[0])
    end = max(index for index, token in enumerate(tokens) if token is solid[-1]) + 1
    tail = [token for token in tokens[end:] if token.kind is TokenKind.SPACE and "\n" in token.text]
    for order in orders.values():
        if order is not default:
            words_before = Token(TokenKind.IDENTIFIER, "ORDER BY ", order.tokens[0].start)
            line = (*tokens[:start], words_before, *order.tokens, *tail)
            yield Part(line, order=order.name, mark=mark.place)


def _same(tokens: Sequence[Token], words: Sequence[str]) -> bool:
    return [t.text.lower() for t in tokens if not t.kind.is_blank] == words


def read_order(name: str, text: str, start: int, end: int) -> OrderText:
    """Read what follows ORDER BY in one order.

    :param text: the whole file
    :param start: offset of the first character
    :param end: offset after the last one
    """
    return OrderText(name, tuple(tokenize(text, start, end)), start, end)


def _error(code: str, message: str, token: Token | OrderText, hint: str) -> OptionalPartError:
    return OptionalPartError(Mistake(code, message, token.start, token.end, hint))
