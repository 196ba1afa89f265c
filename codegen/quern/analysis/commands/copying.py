"""An INSERT to the COPY that stores the same rows.

COPY stores what INSERT would, if the statement is no more than
``INSERT INTO table (columns) VALUES (parameters)``. Beyond that the two differ: COPY evaluates no
expressions, knows no ON CONFLICT and no RETURNING, follows no rules, takes no view, is refused
where row-level security checks the rows, and gives identity columns what the rows say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.tree.nodetree import Node
from quern.source.lexer import Token, TokenKind, tokenize
from quern.source.query import SourceQuery

_NAMES = frozenset({TokenKind.IDENTIFIER, TokenKind.QUOTED_IDENTIFIER})
_SHAPE = "COPY takes INSERT INTO table (columns) VALUES (parameters), and no more: else use :batch"


@dataclass(frozen=True)
class CopyTarget:
    """What COPY loads.

    :ivar text: the table and its columns, in the order of ``$n``, as the query writes them
    :ivar secured: whether row-level security may check the rows of another role
    """

    text: str
    secured: bool = False


@dataclass(frozen=True)
class CopyObstacle:
    """What keeps COPY from storing what a statement stores.

    :ivar start: offset in the analysed text of what is in the way
    :ivar end: offset after it
    """

    message: str
    hint: str
    start: int
    end: int


def find_copy(
    query: SourceQuery, trees: Sequence[Node], catalog: Catalog
) -> CopyTarget | CopyObstacle:
    """Return what COPY has to load to store what an INSERT stores.

    :param trees: all queries of its rewritten tree
    """
    tokens = [token for token in tokenize(query.sql) if not token.kind.is_blank]
    written = _Reader(tokens).read()
    if isinstance(written, CopyObstacle):
        return written
    reason = _other_effects(trees, catalog)
    if reason is None:
        return replace(written, secured=trees[0].flag("hasRowSecurity"))
    hint = "use :batch, which runs the INSERT itself"
    return CopyObstacle(reason, hint, tokens[0].start, tokens[0].end)


def _other_effects(trees: Sequence[Node], catalog: Catalog) -> str | None:
    """Return why COPY would not do what the INSERT does."""
    relations = {entry.number("relid") for tree in trees for entry in tree.nodes("rtable")} - {None}
    named = [catalog.relations[oid] for oid in relations if oid in catalog.relations]
    if view := next((relation for relation in named if relation.kind == "v"), None):
        return f"{view.display} is a view, and COPY writes to tables only"
    # What a rule makes of it names the rule's own table too.
    if len(trees) != 1 or len(relations) != 1:
        return "a rule turns the INSERT into something else, and COPY follows no rules"
    if trees[0].items("withCheckOptions"):
        return "row-level security checks the rows, and COPY is refused there"
    return None


class _NotThisShapeError(Exception):
    """The statement is not the one that COPY stands for."""

    def __init__(self, token: Token, message: str, hint: str = _SHAPE) -> None:
        super().__init__(message)
        self.obstacle = CopyObstacle(message, hint, token.start, token.end)


class _Reader:
    """Reads ``INSERT INTO table (columns) VALUES (parameters)``."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._position = 0

    def read(self) -> CopyTarget | CopyObstacle:
        try:
            return self._read()
        except _NotThisShapeError as error:
            return error.obstacle

    def _read(self) -> CopyTarget:
        self._word("insert")
        self._word("into")
        table = self._kind(_NAMES).text
        while self._sees("."):
            table += self._word(".") + self._kind(_NAMES).text
        if self._sees("values"):
            hint = "name the columns that are given a value"
            raise _NotThisShapeError(self._tokens[self._position], "COPY names its columns", hint)
        columns = self._list(_NAMES)
        self._word("values")
        parameters = self._list(frozenset({TokenKind.POSITIONAL_PARAMETER}))
        if self._position < len(self._tokens):
            raise self._unexpected()
        by_number: dict[int, str] = {}
        for column, parameter in zip(columns, parameters, strict=True):
            number = int(parameter.text[1:])
            if number in by_number:
                message = "a parameter is stored twice, where COPY takes a value for each column"
                hint = "give each column a parameter of its own"
                raise _NotThisShapeError(parameter, message, hint)
            by_number[number] = column.text
        ordered = ", ".join(by_number[number] for number in sorted(by_number))
        return CopyTarget(f"{table} ({ordered})")

    def _list(self, kinds: frozenset[TokenKind]) -> list[Token]:
        self._word("(")
        found = [self._kind(kinds)]
        while self._sees(","):
            self._word(",")
            found.append(self._kind(kinds))
        self._word(")")
        return found

    def _sees(self, word: str) -> bool:
        if self._position == len(self._tokens):
            return False
        return self._tokens[self._position].text.lower() == word

    def _word(self, word: str) -> str:
        if not self._sees(word):
            raise self._unexpected()
        self._position += 1
        return word

    def _kind(self, kinds: frozenset[TokenKind]) -> Token:
        if self._position == len(self._tokens) or self._tokens[self._position].kind not in kinds:
            raise self._unexpected()
        self._position += 1
        return self._tokens[self._position - 1]

    def _unexpected(self) -> _NotThisShapeError:
        token = self._tokens[min(self._position, len(self._tokens) - 1)]
        return _NotThisShapeError(token, "COPY cannot do this")
