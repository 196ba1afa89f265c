"""Directives that stand where nobody reads them.

A directive counts in the comment lines right below a query's header. After an empty line, below the
first word of the statement or above the header it is a comment like any other, which its author
may not have meant.
"""

import re
from collections.abc import Iterator

from quern.errors import Diagnostic
from quern.source.lexer import TokenKind, tokenize
from quern.source.span import SourceText

_DIRECTIVE_LINE = re.compile(
    r"^[ \t]*(?P<text>--[ \t]*@(?!sqlc-)(?P<name>\w+).*?)[ \t\r]*$", re.MULTILINE
)
_HEADER = re.compile(r"[ \t]*(?:--|#|/\*)[ \t]*name:")
_COMMENT = re.compile(r"[ \t]*--")
#: Those that mark lines of the statement itself.
_INSIDE = frozenset({"if", "end", "order"})


def stray_directives(source: SourceText) -> list[Diagnostic]:
    """Return a warning for each line ``-- @word`` that is not one of a query's head."""
    lines = [match for match in _DIRECTIVE_LINE.finditer(source.text) if _is_stray(source, match)]
    if not lines:
        return []  # the usual case, which does without a second look at every token
    comments = _line_comments(source.text)
    return [
        Diagnostic(
            "stray-directive",
            f"@{line['name']} is read as a comment here",
            source.file,
            source.location(*line.span("text")),
            hint="put it right below the header of its query, with no empty line between; "
            "or write the comment without @",
            severity="warning",
        )
        for line in lines
        if line.start("text") in comments
    ]


def _is_stray(source: SourceText, line: re.Match[str]) -> bool:
    if line["name"] in _INSIDE:
        return False
    for above in _lines_above(source.text, line.start()):
        if _HEADER.match(above):
            return False
        if not _COMMENT.match(above):
            return True
    return True


def _lines_above(text: str, end: int) -> Iterator[str]:
    """Yield the lines above an offset, the nearest first."""
    while end > 0:
        start = text.rfind("\n", 0, end - 1) + 1
        yield text[start:end]
        end = start


def _line_comments(text: str) -> frozenset[int]:
    """Return where line comments start; what looks like one may be part of a string."""
    return frozenset(t.start for t in tokenize(text) if t.kind is TokenKind.LINE_COMMENT)
