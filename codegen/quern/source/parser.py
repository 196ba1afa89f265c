"""A file to its queries.

A query is a header line, comment lines, and one statement::

    -- name: find_user :one
    -- Find a user by e-mail address, ignoring case.
    -- @param email: the address as typed
    SELECT id FROM iam.users WHERE lower(email) = lower(:email);
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from quern.errors import Diagnostic
from quern.source.blocks import split_blocks
from quern.source.conditions import check_conditions
from quern.source.directives import Annotations, read_annotations
from quern.source.header import read_header
from quern.source.lexer import Token, TokenKind
from quern.source.mistake import Mistake
from quern.source.optional_parts import OptionalPartError, split_parts
from quern.source.parameters import ParameterError, number_parameters
from quern.source.placeholders import PlaceholderError
from quern.source.query import SourceQuery
from quern.source.span import Location, SourceText
from quern.source.statement import Statement

_OPENING = re.compile(r"(?i)(?:[ebxn]|u&)?['\"]|/\*|\$\w*\$")


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
    blocks = split_blocks(source.text)
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
            names = [before.written_name, query.written_name]
            message = f"two queries are named {query.name}"
            if names[0] != names[1]:
                message = f"{names[0]} and {names[1]} are both {query.name} in Python"
            found.append(
                Diagnostic(
                    "duplicate-query",
                    message,
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
        header = read_header(self._header)
        annotations = read_annotations(self._source, self._leading_comments())
        self._note(*header.mistakes, *annotations.mistakes)
        tokens = self._statement_tokens()
        statement = self._statement(tokens, annotations) if tokens else None
        if statement is None:
            return None
        positional = any(token.kind is TokenKind.POSITIONAL_PARAMETER for token in tokens)
        if not positional:  # else the names are known after analysis
            self._check_notes(annotations, [parameter.name for parameter in statement.parameters])
        if header.command is None or any(d.severity == "error" for d in self.diagnostics):
            return None
        return SourceQuery(
            module=self._module,
            name=header.name,
            command=header.command,
            statement=statement,
            positional=positional,
            docstring=annotations.docstring,
            parameter_notes=annotations.parameters,
            note_spans=annotations.parameter_spans,
            column_notes=tuple(annotations.columns),
            returns=self._located(annotations.returns),
            role=self._located(annotations.role),
            deprecated=annotations.deprecated,
            source=self._source,
            name_span=header.name_span,
            command_span=header.command_span,
        )

    def _leading_comments(self) -> list[Token]:
        """Return the line comments up to the statement, or up to an empty line."""
        comments: list[Token] = []
        for token in self._tokens:
            if token.kind is TokenKind.LINE_COMMENT:
                comments.append(token)
            elif token.kind is not TokenKind.SPACE or token.text.count("\n") > 1:
                break
        return comments

    def _statement(self, tokens: Sequence[Token], annotations: Annotations) -> Statement | None:
        comments = [token for token in self._tokens if token.kind is TokenKind.LINE_COMMENT]
        try:
            parts = split_parts(self._source.text, tokens, comments, annotations.orders)
            numbered = number_parameters(parts)
        except (OptionalPartError, ParameterError, PlaceholderError) as error:
            self._note(error.mistake)
            return None
        statement = Statement(tuple(numbered.pieces), tuple(numbered.parameters))
        self._note(*check_conditions(statement))
        return statement

    def _statement_tokens(self) -> list[Token]:
        """Return the tokens of the one statement, without its semicolon; none if it is wrong."""
        tokens = self._tokens
        broken = next((t for t in tokens if t.kind is TokenKind.UNTERMINATED), None)
        if broken is not None:
            opening = _OPENING.match(broken.text)
            mark = opening.group() if opening else broken.text[:1]
            end = broken.start + len(mark)
            message = f"what {mark} opens is never closed"
            self._error("unterminated", message, broken.start, end, "add its end")
            return []
        semicolon = next((i for i, t in enumerate(tokens) if t.text == ";"), len(tokens))
        rest = tokens[semicolon + 1 :]
        extra = next((t for t in rest if not t.kind.is_blank and t.text != ";"), None)
        if extra is not None:
            message = "a second statement, which has no name"
            hint = "a query is one statement: give this one a -- name: line of its own"
            self._error("several-statements", message, extra.start, extra.end, hint)
            return []
        solid = [i for i, token in enumerate(tokens[:semicolon]) if not token.kind.is_blank]
        if not solid:
            header = self._header
            message = "a header without a statement"
            self._error("no-statement", message, header.start, header.end, "write the SQL below it")
            return []
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

    def _located(self, found: tuple[str, int, int] | None) -> tuple[str, Location] | None:
        return (found[0], self._source.location(*found[1:])) if found else None

    def _note(self, *mistakes: Mistake) -> None:
        self.diagnostics.extend(mistake.in_file(self._source) for mistake in mistakes)

    def _error(self, code: str, message: str, start: int, end: int, hint: str | None) -> None:
        self._note(Mistake(code, message, start, end, hint))
