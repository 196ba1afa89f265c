"""SQL text to tokens, cut where Postgres' own scanner cuts.

The rules are those of the Postgres manual, "Lexical Structure", and of ``scan.l`` in its source,
with ``standard_conforming_strings`` on. Added are the named parameters, which are not SQL:

- ``:name``: a colon starts one only where an operand can start, so casts (``::``), assignments
  (``:=``), array slices (``a[1:n]``) and the members of ``JSON_OBJECT('key':value)`` stay what
  they are.
- ``@name``: the operator ``@`` (the absolute value) right before a name; ``@ name`` stays what it
  is, and so do longer operators such as ``@>`` and ``=@``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class TokenKind(Enum):
    """What a token is."""

    SPACE = "space"
    LINE_COMMENT = "line comment"
    BLOCK_COMMENT = "block comment"
    STRING = "string"
    QUOTED_IDENTIFIER = "quoted identifier"
    IDENTIFIER = "identifier"
    NUMBER = "number"
    POSITIONAL_PARAMETER = "positional parameter"
    NAMED_PARAMETER = "named parameter"
    OPERATOR = "operator"
    PUNCTUATION = "punctuation"
    UNTERMINATED = "unterminated"
    INVALID = "invalid"

    # By identity: Enum's own is written in Python, and kinds are looked up half a million times.
    __hash__ = object.__hash__

    @property
    def is_blank(self) -> bool:
        """Whether the server skips such a token."""
        return self in _BLANK


_BLANK = frozenset({TokenKind.SPACE, TokenKind.LINE_COMMENT, TokenKind.BLOCK_COMMENT})


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of SQL text.

    :ivar start: offset of its first character
    :ivar end: offset after its last character
    """

    kind: TokenKind
    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.start + len(self.text)


#: Anything beyond ASCII may be part of an identifier (scan.l: ``ident_start``).
_IDENT_START = r"[A-Za-z_\u0080-\U0010ffff]"
_IDENT_PART = r"[A-Za-z0-9_$\u0080-\U0010ffff]"
#: A string goes on after white space that holds a newline (scan.l: ``quotecontinue``).
_GOES_ON = r"(?:(?:[ \t\f\v]|--[^\r\n]*)*+[\r\n](?:[ \t\r\n\f\v]|--[^\r\n]*[\r\n])*+'{body}')*"
_PLAIN_BODY = r"(?:[^']++|'')*+"
_ESCAPED_BODY = r"(?:[^'\\]++|\\.|'')*+"

_TOKEN = re.compile(
    rf"""
      (?P<space>[ \t\r\n\f\v]+)
    | (?P<line_comment>--[^\r\n]*)
    | (?P<block_open>/\*)
    | (?P<escaped>[eE]'{_ESCAPED_BODY}'{_GOES_ON.replace("{body}", _ESCAPED_BODY)})
    | (?P<string>(?:[bBxXnN]|[uU]&)?'{_PLAIN_BODY}'{_GOES_ON.replace("{body}", _PLAIN_BODY)})
    | (?P<quoted>(?:[uU]&)?"(?:[^"]++|"")*+")
    | (?P<open_string>(?:[eEbBxXnN]|[uU]&)?'|(?:[uU]&)?")
    | (?P<number>(?:0[xX](?:_?[0-9A-Fa-f])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+
        |(?:[0-9](?:_?[0-9])*(?:\.(?!\.)(?:[0-9](?:_?[0-9])*)?)?|\.[0-9](?:_?[0-9])*)
         (?:[eE][+-]?[0-9](?:_?[0-9])*)?))
    | (?P<identifier>{_IDENT_START}{_IDENT_PART}*)
    | (?P<positional>\$[0-9]+)
    | (?P<dollar_open>\$(?:{_IDENT_START}(?:(?!\$){_IDENT_PART})*)?\$)
    | (?P<punctuation>::|:=|\.\.|=>(?![-+*/<>=~!@\#%^&|`?])|[:;,.()\[\]{{}}])
    | (?P<operator>[-+*/<>=~!@\#%^&|`?]+)
    """,
    re.VERBOSE | re.DOTALL,
)
_NAMED = re.compile(rf"[:@]({_IDENT_START}(?:(?!\$){_IDENT_PART})*)")
_COMMENT_EDGE = re.compile(r"/\*|\*/")
_COMMENT_IN_OPERATOR = re.compile(r"--|/\*")

_KINDS = {
    "space": TokenKind.SPACE,
    "line_comment": TokenKind.LINE_COMMENT,
    "escaped": TokenKind.STRING,
    "string": TokenKind.STRING,
    "quoted": TokenKind.QUOTED_IDENTIFIER,
    "number": TokenKind.NUMBER,
    "identifier": TokenKind.IDENTIFIER,
    "positional": TokenKind.POSITIONAL_PARAMETER,
    "punctuation": TokenKind.PUNCTUATION,
    "operator": TokenKind.OPERATOR,
}

#: What no operand can follow.
_OPERANDS = frozenset(
    {
        TokenKind.STRING,
        TokenKind.QUOTED_IDENTIFIER,
        TokenKind.NUMBER,
        TokenKind.POSITIONAL_PARAMETER,
        TokenKind.NAMED_PARAMETER,
    }
)
#: Words that an operand follows within brackets: ``ARRAY[CASE WHEN :flag THEN :a ELSE :b END]``.
_BEFORE_OPERAND = frozenset(
    {
        *("and", "asymmetric", "between", "case", "else", "escape", "from", "ilike", "like"),
        *("not", "or", "symmetric", "then", "to", "when", "zone"),
    }
)


def tokenize(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Cut SQL text into tokens; put together, they are the text again.

    A string, comment or quoted identifier without an end becomes one ``UNTERMINATED`` token that
    reaches to the end of the text; a character that no token starts with, an ``INVALID`` one.

    :param text: the text
    :param start: the offset to start from
    :param end: the offset to stop at; the end of the text when not given
    """
    position = start
    stop = len(text) if end is None else end
    open_brackets: list[str] = []
    previous: Token | None = None  # the last token that is not blank
    while position < stop:
        if text[position] == ":":
            in_subscript = open_brackets[-1:] == ["["]
            token = _colon(text, position, stop, in_subscript=in_subscript, previous=previous)
        else:
            token = _token(text, position, stop)
        yield token
        position = token.end
        if token.kind.is_blank:
            continue
        if token.kind is TokenKind.PUNCTUATION:
            if token.text in {"[", "("}:
                open_brackets.append(token.text)
            elif token.text in {"]", ")"}:
                del open_brackets[-1:]
            elif token.text == ";":
                open_brackets.clear()
        previous = token


def _token(text: str, position: int, stop: int) -> Token:
    match = _TOKEN.match(text, position, stop)
    if match is None:
        return Token(TokenKind.INVALID, text[position], position)
    group = match.lastgroup or ""
    if group == "block_open":
        return _block_comment(text, position, stop)
    if group == "dollar_open":
        return _dollar_string(text, match.group(), position, stop)
    if group == "open_string":
        return Token(TokenKind.UNTERMINATED, text[position:stop], position)
    if group == "operator":
        operator = _cut_operator(match.group())
        name = _NAMED.match(text, position, stop) if operator == "@" else None
        if name is not None:
            return Token(TokenKind.NAMED_PARAMETER, name.group(), position)
        return Token(TokenKind.OPERATOR, operator, position)
    return Token(_KINDS[group], match.group(), position)


def _colon(
    text: str, position: int, stop: int, *, in_subscript: bool, previous: Token | None
) -> Token:
    """Tell a named parameter from the other uses of a colon."""
    name = _NAMED.match(text, position, stop)
    if name is None:
        match = _TOKEN.match(text, position, stop)
        return Token(TokenKind.PUNCTUATION, match.group() if match else ":", position)
    if previous is not None and _ends_operand(previous, in_subscript=in_subscript):
        return Token(TokenKind.PUNCTUATION, ":", position)
    return Token(TokenKind.NAMED_PARAMETER, name.group(), position)


def _ends_operand(token: Token, *, in_subscript: bool) -> bool:
    """Tell whether a colon after this token stands between two operands.

    A word or a closing bracket says so only in a subscript (``a[m:n]``); elsewhere it may be a
    keyword, or end what an operand follows: ``LIMIT :n``, ``DISTINCT ON (a) :b``.
    """
    if token.kind in _OPERANDS:
        return True
    if token.kind is TokenKind.IDENTIFIER:
        return in_subscript and token.text.lower() not in _BEFORE_OPERAND
    return in_subscript and token.text in {")", "]"}


def _block_comment(text: str, position: int, stop: int) -> Token:
    """Read a ``/* */`` comment; they nest (SQL standard, and unlike C)."""
    depth = 0
    for edge in _COMMENT_EDGE.finditer(text, position, stop):
        depth += 1 if edge.group() == "/*" else -1
        if depth == 0:
            return Token(TokenKind.BLOCK_COMMENT, text[position : edge.end()], position)
    return Token(TokenKind.UNTERMINATED, text[position:stop], position)


def _dollar_string(text: str, tag: str, position: int, stop: int) -> Token:
    close = text.find(tag, position + len(tag), stop)
    if close < 0:
        return Token(TokenKind.UNTERMINATED, text[position:stop], position)
    return Token(TokenKind.STRING, text[position : close + len(tag)], position)


def _cut_operator(run: str) -> str:
    """Cut a run of operator characters where the scanner does.

    A comment ends it, and a trailing ``+`` or ``-`` belongs to it only if it also holds one of
    ``~ ! @ # % ^ & | ` ?`` (manual, "Operators"; so ``a=-1`` is ``=`` and ``-``).
    """
    comment = _COMMENT_IN_OPERATOR.search(run, 1)
    if comment:
        run = run[: comment.start()]
    if not set(run) & set("~!@#%^&|`?"):
        return run.rstrip("+-") or run[0]
    return run
