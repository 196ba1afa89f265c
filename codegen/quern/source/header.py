"""The header of a query: its name and its command.

The house writes ``-- name: find_user :one``; ``/* name: FindUser :one */`` and
``# name: FindUser :one`` are sqlc's other forms.
"""

import keyword
import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from quern.source.lexer import Token, TokenKind
from quern.source.mistake import Mistake
from quern.source.query import COMMAND_ALIASES, Command

_NAMED = r"[ \t]*name:[ \t]*(?P<name>[^\s:*]*)[ \t]*(?P<command>:[^\s*]*)?"
_FORMS = (
    re.compile(rf"--{_NAMED}(?P<rest>.*)"),
    re.compile(rf"\#{_NAMED}(?P<rest>.*)"),
    re.compile(rf"/\*{_NAMED}(?P<rest>[^\r\n]*?)\*/"),
)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
#: Where a word of CamelCase begins. The plural of an abbreviation, as in ``ByIDs``, is one word.
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z](?!s(?![a-z]))[a-z])")

#: A line that looks like a header, wherever it stands.
HEADER_LINE = re.compile(r"^[ \t]*(?:--|/\*|\#)[ \t]*name:", re.MULTILINE)
#: The form that is no comment to Postgres, so that the lexer does not know it for one.
HASH_HEADER = re.compile(r"\#[ \t]*name:[^\r\n]*")

_COMMANDS = {command.value: command for command in Command} | COMMAND_ALIASES


@dataclass
class Header:
    """What a header says.

    :ivar name: in snake_case, however it is written
    :ivar command: None when it cannot be understood
    """

    name: str
    command: Command | None
    name_span: tuple[int, int]
    command_span: tuple[int, int]
    mistakes: list[Mistake] = field(default_factory=list)


def is_header(token: Token) -> bool:
    """Return whether a comment is a header, by its text."""
    if token.kind not in {TokenKind.LINE_COMMENT, TokenKind.BLOCK_COMMENT}:
        return False
    return _match(token) is not None


def read_header(token: Token) -> Header:
    """Read a comment that :func:`is_header` knows for one.

    :raises ValueError: if it is none
    """
    match = _match(token)
    if match is None:
        raise ValueError(f"no header: {token.text}")
    found = Header(
        name=_snake(match["name"]),
        command=None,
        name_span=_span(token, match, "name"),
        command_span=_span(token, match, "command"),
    )
    _check_name(found, match["name"])
    found.command = _read_command(found, match, token)
    return found


def _match(token: Token) -> re.Match[str] | None:
    return next((match for form in _FORMS if (match := form.fullmatch(token.text))), None)


def _span(token: Token, match: re.Match[str], group: str) -> tuple[int, int]:
    start, end = match.span(group)
    return token.start + start, token.start + end


def _snake(name: str) -> str:
    """Return a name in snake_case: sqlc's ``GetUserByID`` gives ``get_user_by_id``."""
    return _CAMEL.sub("_", name).lower()


def _check_name(found: Header, name: str) -> None:
    start, end = found.name_span
    if not name:
        hint = "write -- name: find_user :one"
        found.mistakes.append(
            Mistake("missing-name", "the header names no query", start, start + 1, hint)
        )
    elif not _NAME.fullmatch(name):
        plain = re.sub(r"\W+", "_", found.name)
        advice = f"write it in snake_case: {plain}" if _NAME.fullmatch(plain) else None
        message = f"{name} cannot be the name of a function: letters, digits and _ can"
        found.mistakes.append(Mistake("bad-name", message, start, end, advice))
    elif keyword.iskeyword(found.name):
        hint = f"rename it, to {found.name}_one say"
        message = f"{found.name} is a keyword of Python"
        found.mistakes.append(Mistake("bad-name", message, start, end, hint))


def _read_command(found: Header, match: re.Match[str], token: Token) -> Command | None:
    known = ", ".join(f":{command.value}" for command in Command)
    written = match["command"]
    if written is None:
        end = token.start + len(token.text.removesuffix("*/").rstrip())
        hint = f"add one of {known}"
        found.mistakes.append(
            Mistake("missing-command", "the header has no command", end, end + 1, hint)
        )
        return None
    command = _COMMANDS.get(written[1:])
    if command is None:
        near = get_close_matches(written[1:].lower(), _COMMANDS, n=1)
        hint = f"did you mean :{near[0]}?" if near else f"known are {known}"
        message = f"unknown command {written}"
        if written == ":execlastid":
            message = f"{written} is for MySQL, which has a last inserted id"
            hint = "use :one, and end the statement with RETURNING and the column of the id"
        found.mistakes.append(Mistake("unknown-command", message, *found.command_span, hint))
    elif match["rest"].strip():
        hint = "put the description on a comment line of its own"
        span = _span(token, match, "rest")
        found.mistakes.append(Mistake("bad-header", "text after the command", *span, hint))
    return command
