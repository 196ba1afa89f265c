"""What runs unseen when values of user-defined types are read, shown, made or ordered.

A tree does not name the functions that turn text into a type (a cast ``'...'::t``, a parameter)
or back, nor those that the CHECKs of a domain call.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from quern.analysis.tree.contents import FIRST_USER_OID, find_contents
from quern.analysis.tree.nodetree import Node, read_tree
from quern.connection import Connection

# JSON is made of a value by its cast to JSON, if it has one (json_categorize_type of jsonfuncs.c);
# and the implicit casts by which a set operation comes to one type are not in its tree.
# A type is converted together with its parts: elements, base, columns, bounds. Only functions of
# user-defined base types are asked for, since those of the server are not volatile.
_PARTS = """
WITH RECURSIVE parts AS (
    SELECT root, root AS part
    FROM unnest(%(types)s::oid[]) AS root
    UNION
    SELECT p.root, below.oid
    FROM parts AS p
    JOIN pg_catalog.pg_type AS t ON t.oid = p.part
    CROSS JOIN LATERAL (
        VALUES (t.typelem), (t.typbasetype)
        UNION ALL
        SELECT a.atttypid
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = t.typrelid
          AND a.attnum > 0
          AND NOT a.attisdropped
        UNION ALL
        SELECT r.rngsubtype
        FROM pg_catalog.pg_range AS r
        WHERE t.oid IN (r.rngtypid, r.rngmultitypid)
    ) AS below (oid)
    WHERE below.oid >= %(first)s
)
"""
_CONVERSIONS = f"""
{_PARTS}
SELECT p.root, called.oid::oid
FROM parts AS p
JOIN pg_catalog.pg_type AS t ON t.oid = p.part
CROSS JOIN LATERAL (
    VALUES (t.typinput), (t.typoutput), (t.typreceive), (t.typsend)
    UNION ALL
    SELECT c.castfunc
    FROM pg_catalog.pg_cast AS c
    WHERE (c.castsource = t.oid AND c.casttarget IN ('json'::regtype, 'jsonb'::regtype))
       OR (c.castcontext = 'i' AND t.oid IN (c.castsource, c.casttarget))
) AS called (oid)
WHERE called.oid::oid >= %(first)s
"""  # noqa: S608 - made of constants
_CHECKS = f"""
{_PARTS}
SELECT p.root, k.conbin::text
FROM parts AS p
JOIN pg_catalog.pg_constraint AS k ON k.contypid = p.part
WHERE k.contype = 'c'
"""  # noqa: S608 - made of constants

_OPERATORS = "SELECT oid, oprcode::oid FROM pg_catalog.pg_operator WHERE oid = ANY (%s)"


@dataclass(frozen=True)
class TypeFunctions:
    """OIDs of the functions behind a type and its parts.

    :ivar conversions: from and to text and the binary format, to JSON, and implicit ones
    :ivar checks: what the CHECKs of domains call, when a value is made, and of further domains to
        which they cast it
    """

    conversions: set[int] = field(default_factory=set)
    checks: set[int] = field(default_factory=set)


def read_type_functions(connection: Connection, types: Iterable[int]) -> dict[int, TypeFunctions]:
    """Read the functions behind user-defined types, by OID of the type.

    :returns: further types as well, of which the CHECKs of the given ones make values
    """
    found: dict[int, TypeFunctions] = {}
    made: dict[int, set[int]] = {}
    waiting = set(types)
    while waiting:
        found |= {oid: TypeFunctions() for oid in waiting}
        asked = {"types": sorted(waiting), "first": FIRST_USER_OID}
        for oid, function in connection.execute(_CONVERSIONS, asked):
            found[oid].conversions.add(function)
        for oid, text in connection.execute(_CHECKS, asked):
            tree = read_tree(text)
            if isinstance(tree, Node):
                contents = find_contents([tree])
                found[oid].checks.update(contents.functions)
                made.setdefault(oid, set()).update(contents.made_types)
        waiting = set[int]().union(*made.values()) - found.keys()
    grows = True
    while grows:
        grows = False
        for oid, others in made.items():
            before = len(found[oid].checks)
            for other in others:
                found[oid].checks.update(found[other].conversions | found[other].checks)
            grows = grows or len(found[oid].checks) > before
    return found


def read_operators(connection: Connection, operators: Iterable[int]) -> dict[int, int]:
    """Read the functions behind operators, by OID of the operator."""
    oids = sorted(operators)
    return dict(connection.execute(_OPERATORS, [oids]).fetchall()) if oids else {}
