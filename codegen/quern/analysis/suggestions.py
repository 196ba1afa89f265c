"""What a misspelt name may be meant to be, from the names that there are."""

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from quern.analysis.names import Names
from quern.analysis.server import Refusal
from quern.source.lexer import TokenKind, tokenize
from quern.source.query import SourceQuery

#: How alike two names must be (difflib's ratio).
_ALIKE = 0.7
_MOST = 4

_NAME = re.compile(r'"(?P<name>[^"]+)"')
_COLUMN = re.compile(r'column (?:(?P<of>\w+)\.)?"?(?P<name>[^" ]+)"?')
_COLUMN_OF = re.compile(r'column "(?P<name>[^"]+)" of relation "(?P<relation>[^"]+)"')
_FUNCTION = re.compile(r"(?:function|procedure) (?P<name>[^(\s]+)\(")
_ENUM = re.compile(r'for enum (?P<type>\S+): "(?P<label>.*)"')
#: ``%s`` and ``%(name)s``, as psycopg has them, and ``?``, where it cannot be an operator.
_FOREIGN = re.compile(r"%s\b|%\((?P<name>\w+)\)s\b|\?(?=\s*(?:[,);]|$|and\b|or\b))", re.IGNORECASE)
_NO_CODE = frozenset(
    {
        *(TokenKind.STRING, TokenKind.QUOTED_IDENTIFIER),
        *(TokenKind.LINE_COMMENT, TokenKind.BLOCK_COMMENT),
    }
)
#: Words that may follow a table's name, and are no alias of it.
_NO_ALIAS = frozenset(
    {
        *("cross", "full", "group", "having", "inner", "join", "left", "limit", "natural", "on"),
        *("order", "returning", "right", "set", "union", "using", "values", "where", "window"),
    }
)


def suggest(query: SourceQuery, refusal: Refusal, names: Names) -> str | None:
    """Return a hint with the name that was meant by all odds; None when there is none like it."""
    rule = _RULES.get(refusal.sqlstate)
    return rule(query, refusal.message, names) if rule is not None else None


def _table(query: SourceQuery, message: str, names: Names) -> str | None:
    name = _NAME.search(message)
    if name is None:
        return None
    if not names.relations:
        return "the database has no tables: migrate it first, or name the one that has"
    if "FROM-clause" in message:  # an alias, or a table that the query does not name
        return _did_you_mean(_nearest(name["name"], _in_scope(query, names)))
    return _did_you_mean(_nearest(name["name"], names.relations))


def _column(query: SourceQuery, message: str, names: Names) -> str | None:
    """Suggest a column of the relation that is meant, or else of any that the query names."""
    in_scope = _in_scope(query, names)
    if found := _COLUMN_OF.search(message):  # of INSERT or UPDATE, which name one table
        columns = [
            column
            for relation, its in names.relations.items()
            if relation.rpartition(".")[2] == found["relation"] and relation in in_scope.values()
            for column in its
        ]
        return _did_you_mean(_nearest(found["name"], columns))
    found = _COLUMN.search(message)
    if found is None:
        return None
    relation = in_scope.get(found["of"] or "")
    meant = [relation] if relation else list(in_scope.values())
    near = _nearest(found["name"], [c for name in meant for c in names.relations[name]])
    return _did_you_mean(f"{found['of']}.{near}" if near and found["of"] else near)


def _ambiguous_column(query: SourceQuery, message: str, names: Names) -> str | None:
    name = _NAME.search(message)
    if name is None:
        return None
    column = name["name"]
    owners = [of for of, its in _in_scope(query, names).items() if column in names.relations[its]]
    written = " or ".join(f"{owner}.{column}" for owner in owners)
    return f"say which: {written}" if len(owners) > 1 else None


def _schema(_query: SourceQuery, message: str, names: Names) -> str | None:
    name = _NAME.search(message)
    return _did_you_mean(_nearest(name["name"], names.schemas)) if name else None


def _type(_query: SourceQuery, message: str, names: Names) -> str | None:
    name = _NAME.search(message)
    return _did_you_mean(_nearest(name["name"], names.types)) if name else None


def _function(_query: SourceQuery, message: str, names: Names) -> str | None:
    """Suggest a name; or, where there are functions of this name, say what they take."""
    found = _FUNCTION.search(message)
    if found is None:
        return None  # an operator
    name = found["name"].replace('"', "")
    taken = names.functions.get(name, ())
    if not taken:
        return _did_you_mean(_nearest(name, names.functions))
    shown = ", ".join(f"{name}({arguments})" for arguments in taken[:_MOST])
    more = f" and {len(taken) - _MOST} more" if len(taken) > _MOST else ""
    return f"there is {shown}{more}: give it what it takes, or cast the arguments"


def _label(_query: SourceQuery, message: str, names: Names) -> str | None:
    found = _ENUM.search(message)
    if found is None:
        return None
    written = found["type"].replace('"', "")
    labels = names.types.get(written) or next(
        (its for name, its in names.types.items() if name.endswith(f".{written}") and its), ()
    )
    near = get_close_matches(found["label"], labels, n=1, cutoff=_ALIKE)
    if near:
        return f"did you mean '{near[0]}'?"
    shown = ", ".join(f"'{label}'" for label in labels)
    return f"its values: {shown}" if shown else None


#: By SQLSTATE (manual, Appendix A).
def _placeholder(query: SourceQuery, _message: str, _names: Names) -> str | None:
    """Tell those who write parameters as drivers take them how they are written here."""
    code = "".join(token.text for token in tokenize(query.sql) if token.kind not in _NO_CODE)
    found = _FOREIGN.search(code)
    if found is None:
        return None
    return f"parameters are written by name: :{found['name'] or 'name'} for {found[0].strip()}"


_RULES: dict[str, Callable[[SourceQuery, str, Names], str | None]] = {
    "42P01": _table,
    "42702": _ambiguous_column,
    "42703": _column,
    "42883": _function,
    "42704": _type,
    "3F000": _schema,
    "22P02": _label,
    "42601": _placeholder,
}


def _did_you_mean(name: str | None) -> str | None:
    return f"did you mean {name}?" if name else None


def _nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like another.

    A name without a schema is also held against the last parts of known ones.
    """
    candidates = list(known)
    if "." not in name:
        last: dict[str, str] = {}
        for candidate in candidates:
            last.setdefault(candidate.rpartition(".")[2], candidate)
        near = get_close_matches(name, last, n=1, cutoff=_ALIKE)
        return last[near[0]] if near else None
    near = get_close_matches(name, candidates, n=1, cutoff=_ALIKE)
    return near[0] if near else None


def _in_scope(query: SourceQuery, names: Names) -> dict[str, str]:
    """Return the relations that a query names, by alias, or by name where they have none.

    The server refused it, so there is no tree to tell; its words do well enough for a suggestion.
    """
    by_name = {relation.rpartition(".")[2]: relation for relation in names.relations}
    found: dict[str, str] = {}
    words = list(_words(query.sql))
    for number, word in enumerate(words):
        relation = word if word in names.relations else by_name.get(word)
        if relation is None:
            continue
        alias = next((w for w in words[number + 1 : number + 3] if w != "as"), "")
        aliased = alias.isidentifier() and alias not in _NO_ALIAS
        found[alias if aliased else relation.rpartition(".")[2]] = relation
    return found


def _words(sql: str) -> Iterator[str]:
    """Yield names, with their schemas, and other marks, folded as the server folds names."""
    word = ""
    for token in tokenize(sql):
        if token.kind.is_blank:
            continue
        part = token.text.lower()
        if token.kind is TokenKind.QUOTED_IDENTIFIER:
            part = token.text.strip('"')
        named = token.kind in {TokenKind.IDENTIFIER, TokenKind.QUOTED_IDENTIFIER}
        if part == "." or (named and word.endswith(".")):
            word += part
            continue
        if word:
            yield word
        word = part
    if word:
        yield word
