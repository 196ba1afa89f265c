"""The server's errors about a statement, pointing into its file."""

import re
from difflib import get_close_matches

from quern.analysis.server import Refusal
from quern.errors import Diagnostic
from quern.source.lexer import TokenKind, tokenize
from quern.source.query import SourceQuery
from quern.source.statement import Variant

#: Names for the SQLSTATEs that users meet (Postgres manual, Appendix A).
_CODES = {
    "42601": "syntax-error",
    "42P01": "unknown-table",
    "42703": "unknown-column",
    "42883": "unknown-function",
    "42704": "unknown-type",
    "42P18": "untyped-parameter",
    "42P08": "untyped-parameter",
    "42501": "no-permission",
    "3F000": "unknown-schema",
}
_PARAMETER = re.compile(r"\$(\d+)")
_RELATION = re.compile(r'relation "(?P<name>[^"]+)" does not exist')


def explain(
    query: SourceQuery, variant: Variant, refusal: Refusal, tables: list[str]
) -> Diagnostic:
    """Turn the server's refusal of a query into a diagnostic.

    :param variant: the statement that was refused
    :param tables: the names of all tables and views, to suggest one for a misspelt name
    """
    code = _CODES.get(refusal.sqlstate, f"sqlstate-{refusal.sqlstate}")
    parameter = _PARAMETER.search(refusal.message)
    index = int(parameter[1]) - 1 if parameter else -1
    location = query.name_location
    if refusal.position is not None:
        location = query.source.location(*_marked(query, variant, refusal.position - 1))
    elif 0 <= index < len(query.parameters):
        location = query.parameter_location(index)
    return Diagnostic(
        code,
        _with_names(refusal.message, query),
        query.file,
        location,
        hint=_hint(query, refusal, index, tables),
    )


def _marked(query: SourceQuery, variant: Variant, position: int) -> tuple[int, int]:
    """Return the offsets in the file of the token at a position of the analysed text."""
    start = variant.offsets.to_file(position)
    token = next(tokenize(query.source.text, start), None)
    if token is None or token.kind is TokenKind.UNTERMINATED:
        return start, start + 1
    end = token.end
    if token.kind is TokenKind.IDENTIFIER:  # the whole of schema.table
        for following in tokenize(query.source.text, token.end):
            if following.kind is not TokenKind.IDENTIFIER and following.text != ".":
                break
            end = following.end
    return start, end


def _with_names(message: str, query: SourceQuery) -> str:
    """Write parameters as the author did, not as ``$n``."""

    def name(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        if not 0 <= index < len(query.parameters):
            return match[0]
        parameter = query.parameters[index]
        return query.source.text[parameter.start : parameter.end]

    return _PARAMETER.sub(name, message)


def _hint(query: SourceQuery, refusal: Refusal, index: int, tables: list[str]) -> str | None:
    if refusal.sqlstate in {"42P18", "42P08"} and 0 <= index < len(query.parameters):
        parameter = query.parameters[index]
        written = query.source.text[parameter.start : parameter.end]
        return f"say its type where it is used: {written}::text, say"
    relation = _RELATION.search(refusal.message)
    if relation and (near := _nearest_table(relation["name"], tables)):
        return f"did you mean {near}?"
    if refusal.sqlstate == "42501":
        return "grant it to the role that generates, or connect as the owner"
    parts = [_with_names(text, query) for text in (refusal.detail, refusal.hint) if text]
    return " ".join(parts) or None


def _nearest_table(name: str, tables: list[str]) -> str | None:
    near = get_close_matches(name, tables, n=1, cutoff=0.7)
    if near:
        return near[0]
    if "." not in name:
        return next((table for table in tables if table.split(".")[-1] == name), None)
    return None
