"""Functions: those that queries name, and all that run inside them in turn."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from quern.analysis.catalog.function_bodies import (
    NO_SEARCH_PATH,
    Body,
    TextBody,
    kept_body,
    read_text_bodies,
)
from quern.analysis.catalog.type_functions import TypeFunctions, read_operators, read_type_functions
from quern.analysis.tree.contents import Contents, find_contents
from quern.analysis.tree.nodetree import read_tree
from quern.analysis.tree.rewritten import rewritten_queries
from quern.connection import Connection

# OIDs below 16384 are those that initdb makes (access/transam.h). An aggregate is never marked as
# volatile itself (CREATE AGGREGATE cannot say so), but what it calls may be.
_FUNCTIONS = """
SELECT
    p.oid,
    p.proname,
    p.proisstrict,
    p.provolatile = 'v' OR EXISTS (
        SELECT
        FROM pg_catalog.pg_aggregate AS a
        JOIN pg_catalog.pg_proc AS s
            ON s.oid IN (
                a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggserialfn, a.aggdeserialfn,
                a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn
            )
        WHERE a.aggfnoid = p.oid
          AND s.provolatile = 'v'
    ),
    p.proretset,
    p.oid < 16384 AND p.pronamespace = 'pg_catalog'::regnamespace,
    e.extname,
    n.nspname,
    p.prosqlbody::text,
    p.pronargs,
    CASE
        WHEN p.proargmodes IS NULL THEN p.proargnames
        ELSE ARRAY(
            SELECT argument.name
            FROM unnest(p.proargnames, p.proargmodes)
                WITH ORDINALITY AS argument (name, mode, number)
            WHERE argument.mode IN ('i', 'b', 'v')
            ORDER BY argument.number
        )
    END,
    operator.name,
    l.lanname,
    p.proargdefaults::text,
    CASE
        WHEN NOT (l.lanname = 'sql' AND p.oid >= 16384) THEN ARRAY[]::oid[]
        WHEN p.proargmodes && ARRAY['o', 'b', 't']::"char"[] THEN ARRAY(
            SELECT argument.type
            FROM unnest(p.proallargtypes, p.proargmodes)
                WITH ORDINALITY AS argument (type, mode, number)
            WHERE argument.mode IN ('o', 'b', 't')
            ORDER BY argument.number
        )
        WHEN result.typtype = 'c' THEN ARRAY(
            SELECT a.atttypid
            FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = result.typrelid
              AND a.attnum > 0
              AND NOT a.attisdropped
            ORDER BY a.attnum
        )
        ELSE ARRAY[p.prorettype]
    END,
    p.proconfig,
    CASE
        WHEN l.lanname = 'sql' AND p.oid >= 16384 AND p.prosqlbody IS NULL AND p.prokind = 'f'
            THEN p.prosrc
    END
FROM pg_catalog.pg_proc AS p
JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang
JOIN pg_catalog.pg_type AS result ON result.oid = p.prorettype
LEFT JOIN pg_catalog.pg_depend AS d
    ON d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
LEFT JOIN pg_catalog.pg_extension AS e ON e.oid = d.refobjid
LEFT JOIN (
    SELECT o.oprcode, min(o.oprname::text) AS name
    FROM pg_catalog.pg_operator AS o
    GROUP BY o.oprcode
) AS operator ON operator.oprcode = p.oid
WHERE p.oid = ANY (%s)
"""


@dataclass(frozen=True)
class Function:
    """A function, or what is behind an operator, a cast or an aggregate.

    :ivar strict: whether it gives NULL without being called if an argument is NULL
    :ivar volatile: whether it may write, or give something else each time
    :ivar built_in: whether initdb made it
    :ivar extension: the extension that it belongs to
    :ivar language: what it is written in: ``sql``, ``plpgsql``, ``c``, ``internal``, ...
    :ivar arguments: how many it takes, those with defaults included
    :ivar argument_names: their names, in order; an empty one, or none at all, if they have none
    :ivar operator: the operator that it is behind, such as ``>=``
    :ivar defaults: what the defaults of its arguments hold, which no tree of a call shows
    :ivar result_types: of a function of a user in SQL: OIDs of what each row of it has
    :ivar search_path: the setting that it runs with, if it has one of its own
    :ivar body: of a function in SQL, if the server tells what it means
    """

    oid: int
    schema: str
    name: str
    strict: bool
    volatile: bool
    returns_set: bool
    built_in: bool
    extension: str | None
    language: str
    arguments: int
    argument_names: tuple[str, ...]
    operator: str | None
    defaults: Contents | None
    result_types: tuple[int, ...]
    search_path: str | None
    body: Body | None

    @property
    def keeps_search_path(self) -> bool:
        """Whether what it calls is called by the search path of its caller, or by none."""
        return self.search_path is None or self.search_path in NO_SEARCH_PATH


@dataclass
class Functions:
    """Functions by OID, and how they come to be called where a tree does not name them.

    :ivar operators: the functions of user-defined operators
    :ivar type_functions: what runs unseen for user-defined types
    """

    functions: dict[int, Function] = field(default_factory=dict)
    operators: dict[int, int] = field(default_factory=dict)
    type_functions: dict[int, TypeFunctions] = field(default_factory=dict)

    def joined(self, other: "Functions") -> "Functions":
        """Return these and others."""
        return Functions(
            self.functions | other.functions,
            self.operators | other.operators,
            self.type_functions | other.type_functions,
        )


def read_functions(
    connection: Connection,
    functions: Iterable[int],
    operators: Iterable[int] = (),
    types: Iterable[int] = (),
) -> Functions:
    """Read functions, and those that their bodies in SQL call.

    :param connection: one made by :func:`quern.analysis.server.open_session`
    :param functions: OIDs
    :param operators: OIDs of user-defined ones that may be called
    :param types: OIDs of user-defined types of which values are read or made
    """
    found = Functions()
    asked: set[int] = set()
    wanted, new_operators, new_types = set(functions), set(operators), set(types)
    while wanted or new_operators or new_types:
        behind_operators = read_operators(connection, new_operators)
        behind_types = read_type_functions(connection, new_types)
        found.operators |= behind_operators
        found.type_functions |= behind_types
        unseen = {oid for t in behind_types.values() for oid in (*t.conversions, *t.checks)}
        wanted = (wanted | set(behind_operators.values()) | unseen) - asked
        asked |= wanted
        fresh = _read_functions(connection, wanted)
        found.functions |= fresh
        inside = [contents for function in fresh.values() for contents in _inside(function)]
        wanted = {oid for contents in inside for oid in contents.functions} - asked
        new_operators = {o for contents in inside for o in contents.operators}
        new_operators -= found.operators.keys()
        new_types = {t for c in inside for t in (*c.read_types, *c.made_types)}
        new_types -= found.type_functions.keys()
    return found


def _inside(function: Function) -> Iterable[Contents]:
    if function.body is not None:
        yield function.body.contents
    if function.defaults is not None:
        yield function.defaults


def _read_functions(connection: Connection, oids: set[int]) -> dict[int, Function]:
    found: dict[int, Function] = {}
    texts: list[TextBody] = []
    for row in connection.execute(_FUNCTIONS, [sorted(oids)]).fetchall() if oids else ():
        oid, name, strict, volatile, returns_set, built_in, extension, schema, *more = row
        tree, count, names, operator, language, defaults, result_types, settings, text = more
        argument_names = tuple(names or ())
        own_settings = _settings(settings or ())
        search_path = own_settings.pop("search_path", None)
        if text is not None and not own_settings:
            texts.append(TextBody(oid, name, text, argument_names, search_path))
        found[oid] = Function(
            oid=oid,
            schema=schema,
            name=name,
            strict=strict,
            volatile=volatile,
            returns_set=returns_set,
            built_in=built_in,
            extension=extension,
            language=language,
            arguments=count,
            argument_names=argument_names,
            operator=operator,
            defaults=find_contents(rewritten_queries(read_tree(defaults))) if defaults else None,
            result_types=tuple(result_types),
            search_path=search_path,
            body=kept_body(tree) if tree else None,
        )
    for oid, body in read_text_bodies(connection, texts).items():
        found[oid] = replace(found[oid], body=body)
    return found


def _settings(lines: Iterable[str]) -> dict[str, str]:
    """Read the settings of a function, which other names than in its source may stand for."""
    pairs = (line.partition("=") for line in lines)
    return {name.lower(): value for name, _, value in pairs}
