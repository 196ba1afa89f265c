"""From SQL to verdicts, the way the generator does it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quern.analysis.catalog.catalog import Catalog, called_functions, named_relations, read_catalog
from quern.analysis.nullability.prover import Prover
from quern.analysis.nullability.verdict import Verdict, doubtful
from quern.analysis.server import Description, Refusal, describe
from quern.analysis.tree.nodetree import Node, read_tree
from quern.analysis.tree.rewritten import main_query
from quern.connection import Connection


@dataclass(frozen=True)
class Described:
    """A query as the server describes it, or what it has against it."""

    sql: str
    columns: int
    tree: Node | None
    refusal: Refusal | None = None

    def judge(
        self, catalog: Catalog, non_null_parameters: frozenset[int] = frozenset()
    ) -> tuple[Verdict, ...]:
        """Return the verdicts on the columns of the query."""
        verdicts: tuple[Verdict, ...] = ()
        if self.tree is not None:
            verdicts = Prover(catalog, non_null_parameters).outputs(self.tree)
        if len(verdicts) != self.columns:
            return tuple(doubtful("the statement cannot be analysed") for _ in range(self.columns))
        return verdicts


def describe_all(connection: Connection, queries: Sequence[str]) -> tuple[list[Described], Catalog]:
    """Ask the server about queries, and read from its catalogue what they name.

    :param connection: one made by :func:`quern.analysis.server.open_session`
    """
    answers = describe(connection, queries)
    found = [_described(sql, answer) for sql, answer in zip(queries, answers, strict=True)]
    types: set[int] = set()
    for answer in answers:
        if isinstance(answer, Description):
            types.update(answer.parameter_types)
            types.update(column.type for column in answer.columns)
    trees = (entry.tree for entry in found if entry.tree is not None)
    return found, catalog_of(connection, trees, types)


def catalog_of(connection: Connection, trees: Iterable[Node], types: Iterable[int]) -> Catalog:
    """Read from the catalogue what trees name."""
    relations: set[int] = set()
    functions: set[int] = set()
    for tree in trees:
        functions.update(called_functions(tree))
        relations.update(named_relations(tree))
    return read_catalog(connection, types, relations, functions)


def _described(sql: str, answer: Description | Refusal) -> Described:
    if isinstance(answer, Refusal):
        return Described(sql, 0, None, answer)
    return Described(sql, len(answer.columns), main_query(read_tree(answer.tree)))
