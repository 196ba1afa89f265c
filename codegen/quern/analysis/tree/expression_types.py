"""Which type an expression is of, as far as its node says so itself."""

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.tree.nodetree import Node

_FIELDS = {
    "VAR": "vartype",
    "CONST": "consttype",
    "PARAM": "paramtype",
    "FUNCEXPR": "funcresulttype",
    "OPEXPR": "opresulttype",
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
_RECORD = 2249
_FIRST_GENERATED_OID = 10000


def type_of(expression: Node) -> int | None:
    """Return the OID of the type of an expression, or None when its node does not say."""
    field = _FIELDS.get(expression.tag)
    return expression.number(field) if field else None


def is_scalar(oid: int | None, catalog: Catalog) -> bool:
    """Tell whether a type is known not to be an array."""
    if oid is None:
        return False
    found = catalog.types.get(oid)
    return oid in _SCALARS if found is None else found.kind != "array"


def has_fields(oid: int | None, catalog: Catalog) -> bool:
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
