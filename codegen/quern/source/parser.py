"""A file to its queries.

A query is a header line, comment lines, and one statement::

    -- name: find_user :one
    -- Find a user by e-mail address, ignoring case.
    -- @param email: the address as typed
    SELECT id FROM iam.users WHERE lower(email) = lower(:email);
"""

import keyword
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from quern.errors import Diagnostic
from quern.source.directives import Annotations, read_annotations
from quern.source.lexer import Token, TokenKind, tokenize
from quern.source.parameters import ParameterMistake, number_parameters
from quern.source.query import Command, SourceQuery
from quern.source.span import SourceText

_HEADER = re.compile(r"--[ \t]*name:[ \t]*(?P<name>[^\s:]*)[ \t]*(?P<command>:\S*)?(?P<rest>.*)")
_HEADER_LINE = re.compile(r"^[ \t]*--[ \t]*name:", re.MULTILINE)
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_OPENING = re.compile(r"(?i)(?:[ebxn]|u&)?['\"]|/\*|\$\w*\$")

_COMMANDS = {command.value: command for command in Command}


@dataclass(frozen=True)
class ParsedFile:
    """What a file holds: the queries that are sound, and what is wrong with the others."""

    queries: tuple[SourceQuery, ...]
    diagnostics: tuple[Diagnostic, ...]


def parse_file(source: SourceText, module: tuple[str, ...]) -> ParsedFile:
    """Read the queries of a file; a mistake in one does not hide the others.

    :param source: the text of the file
    :param module: the folders and the name of the file, such as ``("iam", "users")``
    """
    blocks = _split(source.text)
    diagnostics = _outside(source, blocks)
    if len(blocks) == 1 and not diagnostics:
        diagnostics.append(
            Diagnostic(
                "no-queries",
                "the file holds no query",
                source.file,
                hint="start one with a line such as -- name: find_user :one, or delete the file",
            )
        )
    queries: list[SourceQuery] = []
    for block in blocks[1:]:
        reader = _QueryReader(source, module, block)
        query = reader.read()
        diagnostics.extend(reader.diagnostics)
        if query is not None:
            queries.append(query)
    diagnostics.extend(_repeated(queries))
    return ParsedFile(tuple(queries), tuple(diagnostics))


def _split(text: str) -> list[list[Token]]:
    """Cut a file at its headers; the first block is what stands before them.

    What has no end (a string, say) would swallow the rest of the file, or go on to the first quote
    of a query below; it is cut off at the next line that looks like a header, so that the queries
    after it are still read.
    """
    blocks: list[list[Token]] = [[]]
    position = 0
    while position < len(text):
        end = len(text)
        for token in tokenize(text, position, end):
            if token.kind is TokenKind.UNTERMINATED or _swallows_header(token):
                following = _HEADER_LINE.search(text, token.start + 1)
                end = following.start() if following else len(text)
                cut = Token(TokenKind.UNTERMINATED, text[token.start : end], token.start)
                blocks[-1].append(cut)
                break
            if _is_header(text, token):
                blocks.append([])
            blocks[-1].append(token)
        position = end
    return blocks


def _swallows_header(token: Token) -> bool:
    """Tell a quote that was forgotten from a text over several lines.

    A dollar-quoted text has a proper end by all odds, and a comment may well hold whole queries.
    """
    if token.kind not in {TokenKind.STRING, TokenKind.QUOTED_IDENTIFIER}:
        return False
    return not token.text.startswith("$") and _HEADER_LINE.search(token.text) is not None


def _is_header(text: str, token: Token) -> bool:
    if token.kind is not TokenKind.LINE_COMMENT or not _HEADER.match(token.text):
        return False
    line_start = text.rfind("\n", 0, token.start) + 1
    return not text[line_start : token.start].strip()


def _outside(source: SourceText, blocks: Sequence[Sequence[Token]]) -> list[Diagnostic]:
    """Report SQL before the first header."""
    stray = next((token for token in blocks[0] if not token.kind.is_blank), None)
    if stray is None:
        return []
    return [
        Diagnostic(
            "query-without-name",
            "a query without a name",
            source.file,
            source.location(stray.start, stray.end),
            hint="put a line above it, such as -- name: find_user :one",
        )
    ]


def _repeated(queries: Sequence[SourceQuery]) -> list[Diagnostic]:
    first: dict[str, SourceQuery] = {}
    found: list[Diagnostic] = []
    for query in queries:
        before = first.setdefault(query.name, query)
        if before is not query:
            found.append(
                Diagnostic(
                    "duplicate-query",
                    f"two queries are named {query.name}",
                    query.file,
                    query.name_location,
                    hint="rename one of them",
                    related=(before.name_location, "the first is here"),
                )
            )
    return found


class _QueryReader:
    """Reads one query, and notes all that is wrong with it."""

    def __init__(
        self, source: SourceText, module: tuple[str, ...], tokens: Sequence[Token]
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._source = source
        self._module = module
        self._header = tokens[0]
        self._tokens = tokens[1:]

    def read(self) -> SourceQuery | None:
        """Return the query, or None when something is wrong with it."""
        header = _HEADER.match(self._header.text)
        if header is None:  # the splitter matched it
            return None
        self._check_name(header)
        command = self._read_command(header)
        annotations = read_annotations(self._leading_comments())
        for mistake in annotations.mistakes:
            self._error(mistake.code, mistake.message, mistake.start, mistake.end, mistake.hint)
        statement = self._statement()
        if statement is None:
            return None
        numbered = number_parameters(statement)
        if isinstance(numbered, ParameterMistake):
            token = numbered.token
            self._error(numbered.code, numbered.message, token.start, token.end, numbered.hint)
            return None
        positional = any(token.kind is TokenKind.POSITIONAL_PARAMETER for token in statement)
        if not positional:  # else the names are known after analysis
            self._check_notes(annotations, [parameter.name for parameter in numbered.parameters])
        if self.diagnostics or command is None:
            return None
        returns = annotations.returns
        return SourceQuery(
            module=self._module,
            name=header["name"],
            command=command,
            sql=numbered.sql,
            parameters=numbered.parameters,
            positional=positional,
            docstring=annotations.docstring,
            parameter_notes=annotations.parameters,
            note_spans=annotations.parameter_spans,
            returns=(returns[0], self._source.location(*returns[1:])) if returns else None,
            source=self._source,
            name_span=self._span(header, "name"),
            command_span=self._span(header, "command"),
            offsets=numbered.offsets,
        )

    def _check_name(self, header: re.Match[str]) -> None:
        name = header["name"]
        start, end = self._span(header, "name")
        if not name:
            hint = "write -- name: find_user :one"
            self._error("missing-name", "the header names no query", start, start + 1, hint)
        elif not _NAME.fullmatch(name):
            snake = re.sub(r"\W+", "_", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)).lower()
            advice = f"write it in snake_case: {snake}" if _NAME.fullmatch(snake) else None
            message = f"{name} is not a name in snake_case, as Python's functions have"
            self._error("bad-name", message, start, end, advice)
        elif keyword.iskeyword(name):
            message = f"{name} is a keyword of Python"
            self._error("bad-name", message, start, end, f"rename it, to {name}_one say")

    def _read_command(self, header: re.Match[str]) -> Command | None:
        known = ", ".join(f":{name}" for name in _COMMANDS)
        written = header["command"]
        if written is None:
            end = self._header.start + len(self._header.text.rstrip())
            hint = f"add one of {known}"
            self._error("missing-command", "the header has no command", end, end + 1, hint)
            return None
        command = _COMMANDS.get(written[1:])
        if command is None:
            near = get_close_matches(written[1:], _COMMANDS, n=1)
            hint = f"did you mean :{near[0]}?" if near else f"known are {known}"
            start, end = self._span(header, "command")
            self._error("unknown-command", f"unknown command {written}", start, end, hint)
        elif header["rest"].strip():
            start, end = self._span(header, "rest")
            hint = "put the description on a comment line of its own"
            self._error("bad-header", "text after the command", start, end, hint)
        return command

    def _leading_comments(self) -> list[Token]:
        """Return the line comments up to the statement, or up to an empty line."""
        comments: list[Token] = []
        for token in self._tokens:
            if token.kind is TokenKind.LINE_COMMENT:
                comments.append(token)
            elif token.kind is not TokenKind.SPACE or token.text.count("\n") > 1:
                break
        return comments

    def _statement(self) -> list[Token] | None:
        """Return the tokens of the one statement, without its semicolon."""
        tokens = self._tokens
        broken = next((t for t in tokens if t.kind is TokenKind.UNTERMINATED), None)
        if broken is not None:
            opening = _OPENING.match(broken.text)
            mark = opening.group() if opening else broken.text[:1]
            end = broken.start + len(mark)
            message = f"what {mark} opens is never closed"
            self._error("unterminated", message, broken.start, end, "add its end")
            return None
        semicolon = next((i for i, t in enumerate(tokens) if t.text == ";"), len(tokens))
        rest = tokens[semicolon + 1 :]
        extra = next((t for t in rest if not t.kind.is_blank and t.text != ";"), None)
        if extra is not None:
            message = "a second statement, which has no name"
            hint = "a query is one statement: give this one a -- name: line of its own"
            self._error("several-statements", message, extra.start, extra.end, hint)
            return None
        solid = [i for i, token in enumerate(tokens[:semicolon]) if not token.kind.is_blank]
        if not solid:
            header = self._header
            message = "a header without a statement"
            self._error("no-statement", message, header.start, header.end, "write the SQL below it")
            return None
        # A block comment above the statement is sent with it: it may be a hint to the planner.
        head = {TokenKind.SPACE, TokenKind.LINE_COMMENT}
        first = next(i for i, token in enumerate(tokens) if token.kind not in head)
        return list(tokens[first : solid[-1] + 1])

    def _check_notes(self, annotations: Annotations, parameters: Sequence[str]) -> None:
        for name, span in annotations.parameter_spans.items():
            if name in parameters:
                continue
            near = get_close_matches(name, parameters, n=1)
            known = ", ".join(f":{parameter}" for parameter in parameters) or "none"
            hint = f"did you mean {near[0]}?" if near else f"its parameters: {known}"
            message = f"the query has no parameter {name}"
            self._error("unknown-parameter", message, *span, hint)

    def _span(self, header: re.Match[str], group: str) -> tuple[int, int]:
        start, end = header.span(group)
        return self._header.start + start, self._header.start + end

    def _error(self, code: str, message: str, start: int, end: int, hint: str | None) -> None:
        location = self._source.location(start, end)
        self.diagnostics.append(Diagnostic(code, message, self._source.file, location, hint))
