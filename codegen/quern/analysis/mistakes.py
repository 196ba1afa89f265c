"""The server's errors about a statement, pointing into its file."""

import re
from collections.abc import Sequence

from quern.analysis.names import Names, read_names
from quern.analysis.server import Refusal
from quern.analysis.suggestions import suggest
from quern.connection import Connection
from quern.errors import Diagnostic
from quern.source.lexer import TokenKind, tokenize
from quern.source.query import SourceQuery
from quern.source.statement import Variant

#: Names for the SQLSTATEs that users meet (Postgres manual, Appendix A).
SERVER_CODES = {
    "0A000": "not-supported",
    "22007": "invalid-value",
    "22008": "invalid-value",
    "22P02": "invalid-value",
    "3F000": "unknown-schema",
    "42501": "no-permission",
    "42601": "syntax-error",
    "42701": "duplicate-column",
    "42702": "ambiguous-column",
    "42703": "unknown-column",
    "42704": "unknown-type",
    "42712": "duplicate-alias",
    "42725": "ambiguous-function",
    "42803": "not-grouped",
    "42804": "wrong-type",
    "42846": "no-such-cast",
    "42883": "unknown-function",
    "42P01": "unknown-table",
    "42P08": "untyped-parameter",
    "42P18": "untyped-parameter",
}
_PARAMETER = re.compile(r"\$(\d+)")
_SCHEMA_DENIED = re.compile(r"permission denied for schema (?P<name>.+)")
_PLAIN_NAME = re.compile(r"[a-z_][a-z0-9_]*")


def explain_all(
    connection: Connection, refused: Sequence[tuple[SourceQuery, Variant, Refusal]]
) -> list[Diagnostic]:
    """Turn the server's refusals into diagnostics; the names to suggest are read if there are any.

    :raises psycopg.Error: if the names cannot be read
    """
    if not refused:
        return []
    names, user = read_names(connection), connection.info.user
    return [explain(*found, names, user) for found in refused]


def explain(
    query: SourceQuery, variant: Variant, refusal: Refusal, names: Names, user: str
) -> Diagnostic:
    """Turn the server's refusal of a query into a diagnostic.

    :param variant: the statement that was refused
    :param names: all names that there are, to suggest one for a misspelt one
    :param user: the role that asked, unless the query names one
    """
    code = SERVER_CODES.get(refusal.sqlstate, f"sqlstate-{refusal.sqlstate}")
    parameter = _PARAMETER.search(refusal.message)
    index = int(parameter[1]) - 1 if parameter else -1
    location = query.name_location
    if refusal.position is not None:
        location = query.source.location(*_marked(query, variant, refusal.position - 1))
    elif 0 <= index < len(query.parameters):
        location = query.parameter_location(index)
    return Diagnostic(
        code,
        _message(query, variant, refusal),
        query.file,
        location,
        hint=_hint(query, refusal, index, names, query.role[0] if query.role else user)
        if variant is query.statement.whole
        else "what is left out is needed here: mark this line too, or unmark the other",
    )


def _message(query: SourceQuery, variant: Variant, refusal: Refusal) -> str:
    """Return what is wrong; where the whole statement is right, with the variant that is not."""
    message = _with_names(refusal.message, query)
    return message if variant is query.statement.whole else f"{variant.in_words}: {message}"


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


def _hint(query: SourceQuery, refusal: Refusal, index: int, names: Names, role: str) -> str | None:
    """Return what to do; what the server says of a column comes before what we suggest.

    It knows which columns the place can see. Of functions it only says that none fits.
    """
    if refusal.sqlstate in {"42P18", "42P08"} and 0 <= index < len(query.parameters):
        parameter = query.parameters[index]
        written = query.source.text[parameter.start : parameter.end]
        return f"say its type where it is used: {written}::text, say"
    if refusal.sqlstate == "42712":
        return "give one of them another name, with AS"
    if refusal.sqlstate == "42501":
        return _missing_right(refusal.message, role)
    parts = [_with_names(text, query) for text in (refusal.detail, refusal.hint) if text]
    said = " ".join(parts) or None
    if said is not None and refusal.sqlstate != "42883":
        return said
    return suggest(query, refusal, names) or said


def _missing_right(message: str, role: str) -> str:
    """Say what to grant.

    Of all rights Parse asks only for those that finding names takes, USAGE of a schema; what
    tables and functions ask for is looked at when a query runs.
    """
    denied = _SCHEMA_DENIED.fullmatch(message)
    if denied is None:  # in another language, say
        return f"grant it to {role}, or connect as the owner"
    grant = f"GRANT USAGE ON SCHEMA {_quoted(denied['name'])} TO {_quoted(role)}"
    return f"{grant}; generating takes no right to its tables"


def _quoted(name: str) -> str:
    """Write a name as SQL takes it; a plain one that is a key word needs no quotes here."""
    return name if _PLAIN_NAME.fullmatch(name) else '"' + name.replace('"', '""') + '"'
