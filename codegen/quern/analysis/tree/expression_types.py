"""Which type an expression is of, as far as its node says so itself."""

from typing import TYPE_CHECKING

from quern.analysis.tree.node_enums import CommandType, SublinkType
from quern.analysis.tree.nodetree import Node

if TYPE_CHECKING:
    from quern.analysis.catalog.catalog import Catalog

_FIELDS = {
    "VAR": "vartype",
    "CONST": "consttype",
    "PARAM": "paramtype",
    "FUNCEXPR": "funcresulttype",
    "OPEXPR": "opresulttype",
    "DISTINCTEXPR": "opresulttype",
    "NULLIFEXPR": "opresulttype",
    "AGGREF": "aggtype",
    "WINDOWFUNC": "wintype",
    "SUBSCRIPTINGREF": "refrestype",
    "FIELDSELECT": "resulttype",
    "RELABELTYPE": "resulttype",
    "COERCEVIAIO": "resulttype",
    "ARRAYCOERCEEXPR": "resulttype",
    "CONVERTROWTYPEEXPR": "resulttype",
    "COERCETODOMAIN": "resulttype",
    "ARRAYEXPR": "array_typeid",
    "ROWEXPR": "row_typeid",
    "CASEEXPR": "casetype",
    "COALESCEEXPR": "coalescetype",
    "MINMAXEXPR": "minmaxtype",
    "SQLVALUEFUNCTION": "type",
}
#: ``bool``, ``bytea``, ``name``, ``int8``, ``int2``, ``int4``, ``text``, ``oid``, ``json``,
#: ``float4``, ``float8``, ``money``, ``bpchar``, ``varchar``, ``date``, ``time``, ``timestamp``,
#: ``timestamptz``, ``interval``, ``timetz``, ``numeric``, ``uuid``, ``jsonb``.
_SCALARS = frozenset(
    {
        *(16, 17, 19, 20, 21, 23, 25, 26, 114, 700, 701, 790, 1042, 1043, 1082, 1083, 1114),
        *(1184, 1186, 1266, 1700, 2950, 3802),
    }
)
_BOOLEANS = frozenset({"BOOLEXPR", "NULLTEST", "BOOLEANTEST", "SCALARARRAYOPEXPR"})
_BOOLEAN = 16
_RECORD = 2249
_FIRST_GENERATED_OID = 10000


def type_of(expression: Node) -> int | None:
    """Return the OID of the type of an expression, or None when its node does not say."""
    if expression.tag in _BOOLEANS:
        return _BOOLEAN
    if expression.tag == "COLLATEEXPR" and (argument := expression.node("arg")) is not None:
        return type_of(argument)
    if expression.tag == "SUBLINK":
        return _type_of_sublink(expression)
    field = _FIELDS.get(expression.tag)
    return expression.number(field) if field else None


def output_types(query: Node) -> tuple[int | None, ...]:
    """Return the OIDs of the types of the columns that a query gives, as far as they are told."""
    is_select = query.number("commandType") == CommandType.SELECT
    targets = query.nodes("targetList" if is_select else "returningList")
    expressions = (t.node("expr") for t in targets if not t.flag("resjunk"))
    return tuple(type_of(found) if found is not None else None for found in expressions)


def _type_of_sublink(sublink: Node) -> int | None:
    match sublink.number("subLinkType"):
        case SublinkType.EXISTS | SublinkType.ANY | SublinkType.ALL:
            return _BOOLEAN
        case SublinkType.EXPRESSION:
            query = sublink.node("subselect")
            return next(iter(output_types(query)), None) if query is not None else None
        case _:
            return None


def is_scalar(oid: int | None, catalog: "Catalog") -> bool:
    """Tell whether a type is known not to be an array."""
    if oid is None:
        return False
    found = catalog.types.get(oid)
    return oid in _SCALARS if found is None else found.kind != "array"


def has_fields(oid: int | None, catalog: "Catalog") -> bool:
    """Tell whether a type may be a row type, the columns of which FROM shows instead of it.

    Of the server's own types, those with hand-given OIDs (below 10000, ``access/transam.h``) are
    none, but for ``record``.
    """
    if oid is None:
        return True
    found = catalog.types.get(oid)
    if found is not None:
        return found.kind not in {"base", "enum", "array", "range", "multirange"}
    return oid >= _FIRST_GENERATED_OID or oid == _RECORD
