"""The comment lines under a query's header: its docstring and its ``-- @`` directives."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from quern.source.lexer import Token
from quern.source.query import ParameterNote

_DIRECTIVE = re.compile(r"--[ \t]*@(?P<name>\w+)(?P<rest>.*)", re.DOTALL)
_PARAM = re.compile(r"\s+(?P<name>[^\s:?!]+)(?P<mark>[?!]?)\s*(?::(?P<text>.*))?\s*", re.DOTALL)
_RETURNS = re.compile(r"\s+(?P<name>[A-Z][A-Za-z0-9]*)\s*")

KNOWN = ("param", "returns")


@dataclass(frozen=True)
class DirectiveMistake:
    """A directive that cannot be understood, and where it stands."""

    code: str
    message: str
    hint: str
    start: int
    end: int


@dataclass
class Annotations:
    """What the comment lines under a header say.

    :ivar parameter_spans: the offsets of where each name stands first
    :ivar returns: the name of ``-- @returns`` and the offsets of where it stands
    """

    docstring: str = ""
    parameters: dict[str, ParameterNote] = field(default_factory=dict)
    parameter_spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    returns: tuple[str, int, int] | None = None
    mistakes: list[DirectiveMistake] = field(default_factory=list)


def read_annotations(comments: Sequence[Token]) -> Annotations:
    """Read the line comments between a header and its statement."""
    found = Annotations()
    lines: list[str] = []
    for token in comments:
        directive = _DIRECTIVE.fullmatch(token.text)
        if directive is None:
            lines.append(token.text.removeprefix("--").removeprefix(" ").rstrip())
        elif directive["name"] == "param":
            _read_param(found, directive["rest"], token)
        elif directive["name"] == "returns":
            _read_returns(found, directive["rest"], token)
        else:
            found.mistakes.append(_unknown(directive["name"], token))
    found.docstring = "\n".join(lines).strip()
    return found


def _read_param(found: Annotations, rest: str, token: Token) -> None:
    match = _PARAM.fullmatch(rest)
    if match is None:
        problem = "is not a name, a colon and a text" if rest.strip() else "names no parameter"
        found.mistakes.append(
            DirectiveMistake(
                "bad-directive",
                f"-- @param {problem}",
                "write -- @param name: what it is, -- @param name? (may be NULL) or name!",
                token.start,
                token.end,
            )
        )
        return
    name = match["name"]
    before = found.parameters.get(name, ParameterNote(None, ""))
    text = (match["text"] or "").strip()
    nullable = {"": before.nullable, "?": True, "!": False}[match["mark"]]
    found.parameters[name] = ParameterNote(nullable, " ".join(filter(None, (before.text, text))))
    start = token.end - len(rest) + match.start("name")
    found.parameter_spans.setdefault(name, (start, start + len(name)))


def _read_returns(found: Annotations, rest: str, token: Token) -> None:
    match = _RETURNS.fullmatch(rest)
    if match is None or found.returns is not None:
        problem = "is not followed by one class name" if match is None else "stands twice"
        found.mistakes.append(
            DirectiveMistake(
                "bad-directive",
                f"-- @returns {problem}",
                "write it once, with a name in CamelCase: -- @returns UserCard",
                token.start,
                token.end,
            )
        )
        return
    offset = token.start + token.text.rindex(match["name"])
    found.returns = (match["name"], offset, offset + len(match["name"]))


def _unknown(name: str, token: Token) -> DirectiveMistake:
    near = get_close_matches(name, KNOWN, n=1)
    start = token.start + token.text.index("@")
    return DirectiveMistake(
        "unknown-directive",
        f"unknown directive @{name}",
        f"did you mean @{near[0]}?" if near else f"known are {', '.join('@' + k for k in KNOWN)}",
        start,
        start + 1 + len(name),
    )
