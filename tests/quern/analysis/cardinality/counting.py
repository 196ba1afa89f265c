"""What is claimed of the number of a query's rows, and how many it really has."""

from collections.abc import Sequence
from dataclasses import dataclass

from psycopg import pq

from quern.analysis.cardinality.cardinality import Cardinality, Rows, find_cardinality
from quern.analysis.catalog.catalog import Catalog, read_catalog
from quern.analysis.nullability.prover import Prover
from quern.analysis.server import Description, Refusal, describe
from quern.analysis.tree.contents import find_contents
from quern.analysis.tree.nodetree import Node, read_tree
from quern.analysis.tree.rewritten import main_query
from quern.connection import Connection

#: How many rows each claim allows: the least, and the most.
ALLOWED: dict[Rows, tuple[int, float]] = {
    "none": (0, 0),
    "exactly_one": (1, 1),
    "at_most_one": (0, 1),
    "many": (0, float("inf")),
}


@dataclass(frozen=True)
class Claims:
    """What is claimed of queries; None where the server refuses one."""

    cardinalities: tuple[Cardinality | None, ...]
    refusals: tuple[Refusal | None, ...]


def claim(connection: Connection, queries: Sequence[str]) -> Claims:
    """Analyse queries.

    :param connection: one made by :func:`quern.analysis.server.open_session`
    """
    answers = describe(connection, queries)
    trees = [_tree(answer) for answer in answers]
    prover = Prover(catalog_of(connection, [tree for tree in trees if tree is not None]))
    return Claims(
        tuple(find_cardinality(tree, prover) if tree is not None else None for tree in trees),
        tuple(answer if isinstance(answer, Refusal) else None for answer in answers),
    )


def trees_of(connection: Connection, queries: Sequence[str]) -> list[Node | None]:
    """Return the trees of queries; None where the server refuses one."""
    return [_tree(answer) for answer in describe(connection, queries)]


def _tree(answer: Description | Refusal) -> Node | None:
    return main_query(read_tree(answer.tree)) if isinstance(answer, Description) else None


def catalog_of(connection: Connection, trees: Sequence[Node]) -> Catalog:
    """Read from the catalogue what trees name."""
    contents = find_contents(trees)
    return read_catalog(connection, (), contents.relations, contents.functions)


def count(
    connection: Connection, query: str, values: Sequence[str | None], before: str = ""
) -> int:
    """Execute a query and return the number of its rows; what it changes is taken back.

    :param values: of ``$1``, ``$2``, ..., as text
    :param before: statements to execute first
    :raises RuntimeError: if the server refuses it
    """
    parameters = [None if value is None else value.encode() for value in values]
    connection.execute("BEGIN")
    try:
        connection.execute(before.encode())
        result = connection.pgconn.exec_params(query.encode(), parameters)
        if result.status not in {pq.ExecStatus.TUPLES_OK, pq.ExecStatus.COMMAND_OK}:
            raise RuntimeError(f"{query}: {result.error_message.decode()}")
        return result.ntuples
    finally:
        connection.execute("ROLLBACK")


def rows_of(
    connection: Connection, query: str, values: Sequence[str | None], *, keep: bool = True
) -> int | None:
    """Execute a query in a transaction and return the number of its rows, None if it fails.

    :param keep: whether to keep what it changes
    """
    parameters = [None if value is None else value.encode() for value in values]
    pgconn = connection.pgconn
    pgconn.exec_(b"SAVEPOINT before")
    result = pgconn.exec_params(query.encode(), parameters)
    done = result.status in {pq.ExecStatus.TUPLES_OK, pq.ExecStatus.COMMAND_OK}
    if not (done and keep):
        pgconn.exec_(b"ROLLBACK TO before")
    pgconn.exec_(b"RELEASE before")
    return result.ntuples if done else None
