"""What the functions that a query runs do inside, and which are not looked into."""

from dataclasses import dataclass

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.catalog.function_bodies import Body
from quern.analysis.catalog.functions import Function
from quern.analysis.effects.volatility import READS_BY_NAME, called_functions, display
from quern.analysis.tree.contents import Contents

_COMPILED = frozenset({"internal", "c"})


@dataclass(frozen=True)
class Inside:
    """What runs inside a statement's functions.

    :ivar bodies: what the bodies in SQL hold, those of functions that other bodies call as well
    :ivar opaque: the names of functions that may do more than that, sorted
    """

    bodies: tuple[Contents, ...]
    opaque: tuple[str, ...]


def look_inside(contents: Contents, catalog: Catalog) -> Inside:
    """Follow the calls of functions into their bodies.

    A body that was not expanded may name views, whose tables it does not show. What the policies
    of its tables read and call is looked into as well, whether or not they bind the role that it
    runs as. A body whose names are looked up when it is called is known only by the search path of
    the query.
    """
    bodies: dict[int, tuple[Contents, ...]] = {}
    opaque: set[str] = set()
    waiting = [(oid, False) for oid in called_functions(contents, catalog)]
    seen = set(waiting)
    while waiting:
        oid, other_path = waiting.pop()
        function = catalog.functions.get(oid)
        if function is None:
            continue
        body = function.body
        if body is None or (other_path and not body.any_path):
            if _may_read(function):
                opaque.add(display(function))
            continue
        parts = (body.contents, *_policies(body, catalog))
        bodies[oid] = parts
        if not all(_is_whole(part, catalog, expanded=body.expanded) for part in parts):
            opaque.add(display(function))
        path = other_path or not function.keeps_search_path
        calls = {(c, path) for part in parts for c in called_functions(part, catalog)} - seen
        seen |= calls
        waiting += calls
    return Inside(
        tuple(part for oid in sorted(bodies) for part in bodies[oid]), tuple(sorted(opaque))
    )


def _policies(body: Body, catalog: Catalog) -> tuple[Contents, ...]:
    """Return what the policies of a body's tables hold, and those of the tables in them."""
    if body.expanded:
        return ()
    found: list[Contents] = []
    waiting, seen = list(body.contents.relations), set(body.contents.relations)
    while waiting:
        relation = catalog.relations.get(waiting.pop())
        if relation is None:
            continue
        found += relation.policies
        more = {oid for policy in relation.policies for oid in policy.relations} - seen
        seen |= more
        waiting += more
    return tuple(found)


def _is_whole(contents: Contents, catalog: Catalog, *, expanded: bool) -> bool:
    """Tell whether a body names all that it reads and writes, and nothing that is not known."""
    if contents.unknown_tags:
        return False
    named = (catalog.relations.get(oid) for oid in contents.relations)
    return expanded or all(found is not None and not found.has_rules for found in named)


def _may_read(function: Function) -> bool:
    """Tell whether a function may read tables; those that extensions have in C do not."""
    if function.built_in:
        return function.name in READS_BY_NAME
    return function.extension is None or function.language not in _COMPILED
