"""What functions written in SQL run, as the server understands it.

A body that the server keeps as a tree (``RETURN ...``, ``BEGIN ATOMIC``) is read as it is: its
names were resolved when the function was made.

A body that is kept as text is sent through Parse, its arguments as parameters. What the server does
when such a function is called differs in two ways, which decide what may be claimed of it:

- Names of arguments. A name that is no column, and only that, is one of an argument
  (``sql_fn_post_column_ref`` in ``executor/functions.c``). Parse knows no such names, so it refuses
  the first one and says where it stands: just there the server would ask for an argument. That one
  is replaced and the text is sent again, until nothing is refused. So no name is ever taken for an
  argument that the server takes for a column; what it would refuse itself never gives a result.
- Names without a schema are looked up by the search path of the caller, which nobody knows. So they
  count only if the function sets a search path of its own; otherwise the body must mean the same by
  the search path of this session and by none at all, where only ``pg_catalog`` is searched. That is
  so when it names all that users made together with its schema. It rests on nothing but what each
  query rests on, too: that no schema of the search path has a better match for a function or
  operator of the server.

Several statements, settings other than the search path (some change what a text means) and
arguments of polymorphic types, which each call decides, are not looked into.
"""

from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

from quern.analysis.server import Description, Refusal, Statement, describe_typed
from quern.analysis.tree.contents import Contents, find_contents
from quern.analysis.tree.expression_types import output_types
from quern.analysis.tree.node_enums import CommandType, ParameterKind, SublinkType
from quern.analysis.tree.nodetree import Node, Value, read_tree
from quern.analysis.tree.rewritten import main_query, rewritten_queries
from quern.connection import Connection
from quern.source.lexer import Token, TokenKind, tokenize

#: Values of ``search_path``, as the catalogue has them, by which only ``pg_catalog`` is searched.
NO_SEARCH_PATH = frozenset({'""', "pg_catalog"})
#: So many uses of arguments in a body are looked into; each takes a round trip, for all functions.
_MOST_USES = 30

# What cannot be given as the type of a parameter, pseudo-types, is left out with its function.
_ARGUMENTS = """
SELECT
    p.oid,
    array_agg(t.oid ORDER BY argument.number),
    array_agg(
        quote_ident(n.nspname) || '.' || quote_ident(t.typname) ORDER BY argument.number
    ),
    bool_or(t.typtype = 'p')
FROM pg_catalog.pg_proc AS p
CROSS JOIN LATERAL unnest(p.proargtypes::oid[]) WITH ORDINALITY AS argument (type, number)
JOIN pg_catalog.pg_type AS t ON t.oid = argument.type
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
WHERE p.oid = ANY (%s)
GROUP BY p.oid
"""
_SET_PATH = "SELECT pg_catalog.set_config('search_path', %s, false)"
_SHOW_PATH = "SELECT pg_catalog.current_setting('search_path')"


@dataclass(frozen=True)
class Body:
    """What a function written in SQL runs.

    :ivar result: the query that gives its result
    :ivar types: OIDs of the types of that query's columns, where they can be told
    :ivar contents: of all that it runs
    :ivar expanded: whether that has views, rules and policies put in
    :ivar any_path: whether it is the same by each search path
    """

    result: Node | None
    types: tuple[int | None, ...]
    contents: Contents
    expanded: bool
    any_path: bool


@dataclass(frozen=True)
class TextBody:
    """A body that is kept as text.

    :ivar oid: of its function
    :ivar name: of its function
    :ivar argument_names: in order; empty for those without one
    :ivar search_path: the setting that the function runs with, or None for that of its caller
    """

    oid: int
    name: str
    text: str
    argument_names: tuple[str, ...]
    search_path: str | None


@dataclass(frozen=True)
class _Attempt:
    """A body on its way through Parse, as it is sent.

    :ivar type_names: of its arguments
    """

    body: TextBody
    statement: Statement
    type_names: tuple[str, ...]


def kept_body(text: str) -> Body:
    """Read a body that is kept as a tree; the last of several queries gives the result."""
    queries = tuple(_queries(read_tree(text)))
    result = queries[-1] if queries else None
    types = output_types(result) if result is not None else ()
    return Body(result, types, find_contents(queries), expanded=False, any_path=True)


def _queries(value: Value) -> Iterable[Node]:
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _queries(item)


def read_text_bodies(connection: Connection, bodies: Sequence[TextBody]) -> dict[int, Body]:
    """Ask the server what bodies mean, by the OID of the function; nothing is executed.

    :param connection: one made by :func:`quern.analysis.server.open_session`
    :returns: none for a body that cannot be parsed, or that is not looked into
    """
    if not bodies:
        return {}
    attempts = _first_attempts(connection, bodies)
    found: dict[int, Body] = {}
    with _search_path_kept(connection) as session_path:
        for path in sorted({attempt.body.search_path or "" for attempt in attempts}):
            here = [a for a in attempts if (a.body.search_path or "") == path]
            for attempt, answer in _understood_by(connection, here, path, session_path):
                body = _read(attempt, answer)
                if body is not None:
                    found[attempt.body.oid] = body
    return found


def _understood_by(
    connection: Connection, attempts: Sequence[_Attempt], path: str, session_path: str
) -> list[tuple[_Attempt, Description]]:
    """Ask about bodies by one search path; "$user" in it is another schema for each role.

    :param path: the setting of their functions, or empty for those that have none
    """
    if "$user" in path:
        return []
    connection.execute(_SET_PATH, ["" if path in NO_SEARCH_PATH else path])
    answers = _understood(connection, attempts)
    if path:
        return answers
    connection.execute(_SET_PATH, [session_path])
    return _same_here(connection, answers)


def _first_attempts(connection: Connection, bodies: Sequence[TextBody]) -> list[_Attempt]:
    rows = connection.execute(_ARGUMENTS, [[body.oid for body in bodies]]).fetchall()
    polymorphic = {oid for oid, _, _, is_pseudo in rows if is_pseudo}
    arguments = {oid: (tuple(types), tuple(names)) for oid, types, names, _ in rows}
    found: list[_Attempt] = []
    for body in bodies:
        if body.oid not in polymorphic:
            types, names = arguments.get(body.oid, ((), ()))
            found.append(_Attempt(body, Statement(body.text, types), names))
    return found


@contextmanager
def _search_path_kept(connection: Connection) -> Generator[str]:
    """Give the session's search path, and set it again in the end."""
    row = connection.execute(_SHOW_PATH).fetchone()
    path = row[0] if row is not None else ""
    yield path
    connection.execute(_SET_PATH, [path])


def _understood(
    connection: Connection, attempts: Sequence[_Attempt]
) -> list[tuple[_Attempt, Description]]:
    """Send bodies, and again with one argument more replaced, until the server takes them."""
    found: list[tuple[_Attempt, Description]] = []
    waiting = list(attempts)
    for _ in range(_MOST_USES):
        if not waiting:
            break
        answers = describe_typed(connection, [attempt.statement for attempt in waiting])
        following: list[_Attempt] = []
        for attempt, answer in zip(waiting, answers, strict=True):
            if isinstance(answer, Refusal):
                following += _with_argument(attempt, answer)
            elif answer.parameter_types == attempt.statement.parameter_types:
                found.append((attempt, answer))
        waiting = following
    return found


def _same_here(
    connection: Connection, understood: Sequence[tuple[_Attempt, Description]]
) -> list[tuple[_Attempt, Description]]:
    """Return the bodies that mean the same by the search path of the session."""
    statements = [attempt.statement for attempt, _ in understood]
    again = describe_typed(connection, statements)
    return [pair for pair, answer in zip(understood, again, strict=True) if answer == pair[1]]


def _with_argument(attempt: _Attempt, refusal: Refusal) -> Iterable[_Attempt]:
    """Yield the body with the name that was refused replaced by the argument, if it is one.

    ``(SELECT $1 AS name)`` keeps the name that the column of a result gets by it. The cast, which
    does nothing, keeps it from being a list of rows in ``= ANY (name)``.
    """
    if refusal.position is None:
        return
    sql = attempt.statement.sql
    after = tokenize(sql, refusal.position - 1)
    tokens = list(islice((token for token in after if not token.kind.is_blank), 4))
    words = [_word(token) for token in tokens] + [""] * 4
    names = attempt.body.argument_names
    match refusal.sqlstate:
        case _ if not words[0]:
            return
        case "42703" if words[0] in names and words[1] != ".":  # undefined_column
            name, last = words[0], tokens[0]
        case "42P01" if words[0] == attempt.body.name and words[1] == ".":  # undefined_table
            if words[2] not in names or not words[2] or words[3] == ".":
                return
            name, last = words[2], tokens[2]
        case _:
            return
    number = names.index(name)
    if number >= len(attempt.type_names):
        return
    quoted = '"' + name.replace('"', '""') + '"'
    parameter = f"(SELECT ${number + 1} AS {quoted})"
    replaced = f"(CAST({parameter} AS {attempt.type_names[number]}))"
    sql = sql[: tokens[0].start] + replaced + sql[last.end :]
    statement = attempt.statement._replace(sql=sql)
    yield _Attempt(attempt.body, statement, attempt.type_names)


def _word(token: Token) -> str:
    """Return the name that a token is, as the server reads it, or the token itself.

    Other letters than those of ASCII are folded by the server's encoding, so they are left alone.
    """
    if token.kind is TokenKind.QUOTED_IDENTIFIER and token.text.startswith('"'):
        return token.text[1:-1].replace('""', '"')
    if token.kind is TokenKind.IDENTIFIER:
        return token.text.lower() if token.text.isascii() else ""
    return token.text if token.kind is TokenKind.PUNCTUATION else ""


def _read(attempt: _Attempt, answer: Description) -> Body | None:
    """Read what the server says of a body; a utility statement says nothing."""
    tree = read_tree(answer.tree)
    queries = rewritten_queries(tree)
    if any(query.number("commandType") == CommandType.UTILITY for query in queries):
        return None
    for query in queries:
        _put_arguments(query)
    return Body(
        result=main_query(tree),
        types=tuple(column.type for column in answer.columns),
        contents=find_contents(queries),
        expanded=True,
        any_path=attempt.body.search_path is not None,
    )


def _put_arguments(tree: Node) -> None:
    """Put parameters in place of the sub-queries that gave them a name."""
    for node in tree.walk():
        for name, value in node.fields.items():
            node.fields[name] = _without_sub_query(value)


def _without_sub_query(value: Value) -> Value:
    if isinstance(value, tuple):
        return tuple(_without_sub_query(item) for item in value)
    if not isinstance(value, Node) or value.tag != "SUBLINK":
        return value
    query = value.node("subselect")
    if query is None or value.number("subLinkType") != SublinkType.EXPRESSION:
        return value
    tree, targets = query.node("jointree"), query.nodes("targetList")
    clauses = ("rtable", "cteList", "havingQual", "groupingSets", "limitCount", "limitOffset")
    found = targets[0].node("expr") if len(targets) == 1 else None
    is_plain = tree is not None and not tree.node("quals") and not tree.items("fromlist")
    if found is None or not is_plain or any(query.fields.get(clause) for clause in clauses):
        return value
    is_argument = found.tag == "PARAM" and found.number("paramkind") == ParameterKind.EXTERNAL
    return found if is_argument else value
