"""What a rewritten tree holds, found in one walk: its queries, what they call, their types."""

from collections.abc import Iterable
from dataclasses import dataclass

from quern.analysis.tree.nodetree import Node

#: OIDs from here on are given to what users make (``FirstNormalObjectId`` in access/transam.h).
#: None of the server's own operators and types is volatile, so that only others are noted.
FIRST_USER_OID = 16384

_QUERY = "QUERY"

_RELATION_FIELDS = {"RANGETBLENTRY": "relid"}
#: Where a node names the function that it calls.
_FUNCTION_FIELDS = {
    "FUNCEXPR": "funcid",
    "OPEXPR": "opfuncid",
    "DISTINCTEXPR": "opfuncid",
    "NULLIFEXPR": "opfuncid",
    "SCALARARRAYOPEXPR": "opfuncid",
    "AGGREF": "aggfnoid",
    "WINDOWFUNC": "winfnoid",
}
#: Where a node names operators without their functions.
_OPERATOR_FIELDS = {
    "SORTGROUPCLAUSE": ("eqop", "sortop"),
    "ROWCOMPAREEXPR": ("opnos",),
}
_READ_TYPE_FIELDS = {"VAR": "vartype"}
#: Where a node names the type of the value that it makes.
_MADE_TYPE_FIELDS = {
    "CONST": "consttype",
    "PARAM": "paramtype",
    "FUNCEXPR": "funcresulttype",
    "OPEXPR": "opresulttype",
    "AGGREF": "aggtype",
    "WINDOWFUNC": "wintype",
    "SUBSCRIPTINGREF": "refrestype",
    "FIELDSELECT": "resulttype",
    "FIELDSTORE": "resulttype",
    "RELABELTYPE": "resulttype",
    "COERCEVIAIO": "resulttype",
    "ARRAYCOERCEEXPR": "resulttype",
    "CONVERTROWTYPEEXPR": "resulttype",
    "COERCETODOMAIN": "resulttype",
    "ARRAYEXPR": "array_typeid",
    "ROWEXPR": "row_typeid",
    "XMLEXPR": "type",
    "JSONRETURNING": "typid",
    "RANGETBLFUNCTION": "funccoltypes",
    "TABLEFUNC": "coltypes",
}
#: Nodes of a query that call nothing by themselves.
#: NEXTVALUEEXPR, by which an identity column takes its value, is only in statements that write.
_PASSIVE = frozenset(
    {
        *("QUERY", "RANGETBLENTRY", "RTEPERMISSIONINFO", "TABLESAMPLECLAUSE", "ALIAS"),
        *("FROMEXPR", "JOINEXPR", "RANGETBLREF", "TARGETENTRY", "GROUPINGSET", "WINDOWCLAUSE"),
        *("ROWMARKCLAUSE", "SETOPERATIONSTMT", "COMMONTABLEEXPR", "CTESEARCHCLAUSE"),
        *("CTECYCLECLAUSE", "ONCONFLICTEXPR", "INFERENCEELEM", "MERGEACTION", "WITHCHECKOPTION"),
        *("GROUPINGFUNC", "MERGESUPPORTFUNC", "NAMEDARGEXPR", "BOOLEXPR", "SUBLINK", "NULLTEST"),
        *("BOOLEANTEST", "COLLATEEXPR", "CASEEXPR", "CASEWHEN"),
        *("CASETESTEXPR", "COALESCEEXPR", "MINMAXEXPR", "SQLVALUEFUNCTION"),
        *("COERCETODOMAINVALUE", "SETTODEFAULT", "CURRENTOFEXPR", "NEXTVALUEEXPR"),
        *("RETURNINGEXPR", "JSONFORMAT", "JSONVALUEEXPR", "JSONCONSTRUCTOREXPR"),
        *("JSONISPREDICATE", "JSONBEHAVIOR", "JSONEXPR", "JSONTABLEPATH", "JSONTABLEPATHSCAN"),
        *("JSONTABLESIBLINGJOIN",),
    }
)
_KNOWN = _PASSIVE.union(_FUNCTION_FIELDS, _OPERATOR_FIELDS, _READ_TYPE_FIELDS, _MADE_TYPE_FIELDS)


@dataclass(frozen=True)
class Contents:
    """What a statement's trees hold.

    :ivar queries: all queries, those inside others as well
    :ivar relations: OIDs of the tables and views that they name
    :ivar functions: OIDs of what is called: functions, also those of operators, and aggregates
    :ivar operators: OIDs of user-defined operators whose functions the tree does not name
    :ivar read_types: OIDs of user-defined types of the columns that are read
    :ivar made_types: OIDs of user-defined types of which values are made
    :ivar unknown_tags: of nodes that are not known
    """

    queries: tuple[Node, ...]
    relations: frozenset[int]
    functions: frozenset[int]
    operators: frozenset[int]
    read_types: frozenset[int]
    made_types: frozenset[int]
    unknown_tags: frozenset[str]


def find_contents(trees: Iterable[Node]) -> Contents:
    """Walk the trees of a statement."""
    by_tag: dict[str, list[Node]] = {}
    for tree in trees:
        for node in tree.walk():
            by_tag.setdefault(node.tag, []).append(node)
    operators = {
        oid
        for tag, fields in _OPERATOR_FIELDS.items()
        for field in fields
        for oid in _oids(by_tag.get(tag, ()), field)
    }
    return Contents(
        queries=tuple(by_tag.get(_QUERY, ())),
        relations=frozenset(_oids_by_tag(by_tag, _RELATION_FIELDS) - {0}),
        functions=frozenset(_oids_by_tag(by_tag, _FUNCTION_FIELDS)),
        operators=_user_defined(operators),
        read_types=_user_defined(_oids_by_tag(by_tag, _READ_TYPE_FIELDS)),
        made_types=_user_defined(_oids_by_tag(by_tag, _MADE_TYPE_FIELDS)),
        unknown_tags=frozenset(by_tag.keys() - _KNOWN),
    )


def _oids_by_tag(by_tag: dict[str, list[Node]], fields: dict[str, str]) -> set[int]:
    met = by_tag.keys() & fields.keys()
    return {oid for tag in met for oid in _oids(by_tag[tag], fields[tag])}


def _oids(nodes: Iterable[Node], field: str) -> set[int]:
    """Return the OIDs in a field: one, or a list (``(o 23 25)``)."""
    words: set[str] = set()
    for node in nodes:
        value = node.fields.get(field)
        if isinstance(value, str):
            words.add(value)
        elif isinstance(value, tuple):
            words.update(item for item in value if isinstance(item, str))
    return {int(word) for word in words if word.isdigit()}


def _user_defined(oids: Iterable[int]) -> frozenset[int]:
    return frozenset(oid for oid in oids if oid >= FIRST_USER_OID)
