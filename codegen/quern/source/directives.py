"""The comment lines under a query's header: its docstring and its ``-- @`` directives.

================================  ==================================================
``@param name: text``             documentation; ``name?`` may be NULL, ``name!`` not
``@returns Name``                 the row model's name
``@column name?``                 may be NULL; ``name!``: never; ``name: app.Type``: its type
``@order name: expressions``      one of the orders to choose from
``@role name``                    the database role that the query is meant for
``@deprecated reason``            why nobody should call it any more
================================  ==================================================
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from quern.source.lexer import Token
from quern.source.mistake import Mistake
from quern.source.optional_parts import OrderText, read_order
from quern.source.query import ColumnNote, ParameterNote
from quern.source.span import SourceText

_DIRECTIVE = re.compile(r"--[ \t]*@(?P<name>\w[\w-]*)(?P<rest>.*)", re.DOTALL)
_PARAM = re.compile(r"\s+(?P<name>[^\s:?!]+)(?P<mark>[?!]?)\s*(?::(?P<text>.*))?\s*", re.DOTALL)
_RETURNS = re.compile(r"\s+(?P<name>[A-Z][A-Za-z0-9]*)\s*")
_COLUMN = re.compile(
    r'\s+(?:"(?P<quoted>(?:[^"]|"")+)"|(?P<name>[^\s:?!"]+))(?P<mark>[?!]?)\s*'
    r"(?::\s*(?P<type>[^\W\d]\w*(?:\.[^\W\d]\w*)+))?\s*"
)
_ORDER = re.compile(r"\s+(?P<name>[A-Za-z_]\w*)\s*:\s*(?P<text>\S.*?)\s*")
_ROLE = re.compile(r'\s+(?:"(?P<quoted>(?:[^"]|"")+)"|(?P<name>[^\W\d][\w$]*))\s*')
_NULLABLE = {"": None, "?": True, "!": False}


@dataclass
class Annotations:
    """What the comment lines under a header say.

    :ivar parameter_spans: the offsets of where each name stands first
    :ivar returns: the name of ``-- @returns`` and the offsets of where it stands
    :ivar role: the name of ``-- @role`` and the offsets of where it stands
    """

    docstring: str = ""
    parameters: dict[str, ParameterNote] = field(default_factory=dict)
    parameter_spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    columns: list[ColumnNote] = field(default_factory=list)
    orders: dict[str, OrderText] = field(default_factory=dict)
    returns: tuple[str, int, int] | None = None
    role: tuple[str, int, int] | None = None
    deprecated: str | None = None
    mistakes: list[Mistake] = field(default_factory=list)


def read_annotations(source: SourceText, comments: Sequence[Token]) -> Annotations:
    """Read the line comments between a header and its statement."""
    found = Annotations()
    lines: list[str] = []
    for token in comments:
        directive = _DIRECTIVE.fullmatch(token.text)
        if directive is None:
            lines.append(token.text.removeprefix("--").removeprefix(" ").rstrip())
        elif read := _READERS.get(directive["name"]):
            if mistake := read(found, _Directive(source, token, directive)):
                found.mistakes.append(mistake)
        elif not directive["name"].startswith("sqlc-"):  # what sqlc says to itself
            found.mistakes.append(_unknown(directive["name"], token))
    found.docstring = "\n".join(lines).strip()
    return found


@dataclass(frozen=True)
class _Directive:
    """A directive, and where it stands."""

    source: SourceText
    token: Token
    match: re.Match[str]

    @property
    def rest(self) -> str:
        """What follows its name."""
        return self.match["rest"]

    def span(self, rest: re.Match[str], *groups: str) -> tuple[int, int]:
        """Return the offsets of the first of some groups that matched in the rest."""
        start = self.token.start + self.match.start("rest")
        group = next(group for group in groups if rest[group] is not None)
        return start + rest.start(group), start + rest.end(group)

    def mistake(self, message: str, hint: str) -> Mistake:
        """Return what is wrong with it, all of it marked."""
        return Mistake("bad-directive", message, self.token.start, self.token.end, hint)


def _read_param(found: Annotations, directive: _Directive) -> Mistake | None:
    match = _PARAM.fullmatch(directive.rest)
    if match is None:
        some = directive.rest.strip()
        problem = "is not a name, a colon and a text" if some else "names no parameter"
        hint = "write -- @param name: what it is, -- @param name? (may be NULL) or name!"
        return directive.mistake(f"-- @param {problem}", hint)
    name = match["name"]
    before = found.parameters.get(name, ParameterNote(None, ""))
    text = (match["text"] or "").strip()
    nullable = before.nullable if not match["mark"] else _NULLABLE[match["mark"]]
    found.parameters[name] = ParameterNote(nullable, " ".join(filter(None, (before.text, text))))
    found.parameter_spans.setdefault(name, directive.span(match, "name"))
    return None


def _read_returns(found: Annotations, directive: _Directive) -> Mistake | None:
    match = _RETURNS.fullmatch(directive.rest)
    if match is None or found.returns is not None:
        problem = "is not followed by one class name" if match is None else "stands twice"
        hint = "write it once, with a name in CamelCase: -- @returns UserCard"
        return directive.mistake(f"-- @returns {problem}", hint)
    found.returns = (match["name"], *directive.span(match, "name"))
    return None


def _read_column(found: Annotations, directive: _Directive) -> Mistake | None:
    match = _COLUMN.fullmatch(directive.rest)
    if match is None or not (match["mark"] or match["type"]):
        hint = "write -- @column name? (may be NULL), name! (never) or name: app.settings.Settings"
        return directive.mistake("-- @column does not say what of which column", hint)
    name = match["name"] or match["quoted"].replace('""', '"')
    if any(note.name == name for note in found.columns):
        hint = "write one line: -- @column name!: app.settings.Settings"
        return directive.mistake(f"-- @column speaks of {name} twice", hint)
    location = directive.source.location(*directive.span(match, "name", "quoted"))
    note = ColumnNote(name, _NULLABLE[match["mark"]], match["type"], location)
    found.columns.append(note)
    return None


def _read_order(found: Annotations, directive: _Directive) -> Mistake | None:
    match = _ORDER.fullmatch(directive.rest)
    if match is None:
        hint = "write -- @order newest: created_at DESC, id DESC"
        return directive.mistake("-- @order is not a name, a colon and what to order by", hint)
    name = match["name"]
    if name in found.orders:
        return directive.mistake(f"two orders are named {name}", "rename one of them")
    start, end = directive.span(match, "text")
    found.orders[name] = read_order(name, directive.source.text, start, end)
    return None


def _read_role(found: Annotations, directive: _Directive) -> Mistake | None:
    match = _ROLE.fullmatch(directive.rest)
    if match is None or found.role is not None:
        problem = "is not followed by the name of a role" if match is None else "stands twice"
        return directive.mistake(f"-- @role {problem}", "write it once: -- @role system")
    name = match["name"].lower() if match["name"] else match["quoted"].replace('""', '"')
    found.role = (name, *directive.span(match, "name", "quoted"))
    return None


def _read_deprecated(found: Annotations, directive: _Directive) -> Mistake | None:
    reason = directive.rest.strip()
    if not reason:
        hint = "write -- @deprecated use find_user_by_email"
        return directive.mistake("-- @deprecated does not say why, or what to use", hint)
    found.deprecated = f"{found.deprecated} {reason}" if found.deprecated else reason
    return None


_READERS: dict[str, Callable[[Annotations, _Directive], Mistake | None]] = {
    "param": _read_param,
    "returns": _read_returns,
    "column": _read_column,
    "order": _read_order,
    "role": _read_role,
    "deprecated": _read_deprecated,
}


def _unknown(name: str, token: Token) -> Mistake:
    """Return a warning: other tools have directives of their own."""
    near = get_close_matches(name, _READERS, n=1)
    start = token.start + token.text.index("@")
    known = ", ".join(f"@{known}" for known in _READERS)
    return Mistake(
        "unknown-directive",
        f"unknown directive @{name}",
        start,
        start + 1 + len(name),
        f"did you mean @{near[0]}?" if near else f"known are {known}",
        severity="warning",
    )
