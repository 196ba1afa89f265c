"""Settings of the session that queries must leave alone.

Policies may decide by settings that the application makes, such as who the user is. A query that
sets one of them could be somebody else.
"""

from collections.abc import Iterable, Iterator, Sequence

from quern.analysis.tree.constants import behind_casts, constant_bytes, is_value_constant
from quern.analysis.tree.nodetree import Node
from quern.errors import Diagnostic
from quern.source.query import SourceQuery

#: OID of ``set_config`` (catalog/pg_proc.dat).
_SET_CONFIG = "2078"
#: A text starts with its length.
_LENGTH = 4


def report_protected_settings(
    query: SourceQuery, trees: Iterable[Node], protected: Sequence[str]
) -> Iterator[Diagnostic]:
    """Report the settings that a query sets and must not, each once.

    :param trees: all queries of its rewritten tree
    :param protected: names; one that ends in ``.*`` stands for all that start so
    """
    if not protected:
        return
    found = {name for tree in trees for name in _settings(tree)}
    for name in sorted(found, key=lambda name: name or ""):
        if name is not None and not any(_covers(pattern, name) for pattern in protected):
            continue
        what = (
            f"sets {name}" if name is not None else "computes the name of the setting that it sets"
        )
        yield Diagnostic(
            "protected-setting",
            f"the query {what}; queries must not set {', '.join(protected)}",
            query.file,
            query.name_location,
            hint="leave that to the code that begins the transaction; protected_settings in "
            "[tool.codegen] lists what is",
        )


def _settings(tree: Node) -> Iterator[str | None]:
    """Yield the names of the settings that a query sets; None for one that is computed."""
    for node in tree.walk():
        if node.tag == "VARIABLESETSTMT":
            if name := node.text("name"):  # none for RESET ALL
                yield name.lower()
        elif node.tag == "FUNCEXPR" and node.text("funcid") == _SET_CONFIG:
            argument = behind_casts(node.nodes("args")[0])
            constant = is_value_constant(argument)
            yield constant_bytes(argument)[_LENGTH:].decode().lower() if constant else None


def _covers(pattern: str, name: str) -> bool:
    pattern = pattern.lower()
    return name.startswith(pattern[:-1]) if pattern.endswith(".*") else name == pattern
