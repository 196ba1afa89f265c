"""Base types: those of the server, and those of extensions that are known by name."""

from collections.abc import Mapping
from dataclasses import replace

from quern.model.types.python_type import Import, PythonType


def _type(
    annotation: str, read: str, module: str | None = None, *, loaded: bool = True
) -> PythonType:
    """Return a type that Python writes by its own type."""
    imports = frozenset({Import(module, annotation)} if module else ())
    return PythonType(
        annotation,
        annotation,
        f"{read}({{}})",
        loaded=loaded,
        result_imports=imports,
        parameter_imports=imports,
        read_imports=imports,
    )


_BOOL = _type("bool", "_runtime.read_bool")
_INT = _type("int", "int")
_FLOAT = _type("float", "float")
_INET = _type("_runtime.Inet", "_runtime.read_inet")
_CIDR = _type("_runtime.Cidr", "_runtime.read_cidr")
_TEXT = PythonType("str", "str", "{}", loaded=True)
#: What arrives and is sent in the form that the server writes.
AS_TEXT = PythonType("str", "str", "{}")
_JSON_IMPORT = frozenset({Import("pydantic", "JsonValue")})
_JSON = PythonType(
    result="JsonValue",
    parameter="JsonValue",
    read="_runtime.read_json({})",
    write="_runtime.json_text({})",
    result_imports=_JSON_IMPORT,
    parameter_imports=_JSON_IMPORT,
    is_json=True,
    may_be_list=True,
)
_SEQUENCE = Import("collections.abc", "Sequence")
_VECTOR = PythonType(
    result="list[float]",
    parameter="Sequence[float]",
    read="_runtime.read_vector({})",
    write="_runtime.vector_text({})",
    parameter_imports=frozenset({_SEQUENCE}),
    may_be_list=True,
)

#: Types of schema pg_catalog. Those with ``loaded`` are those of LOADED in the runtime's values.
BUILT_IN: Mapping[str, PythonType] = {
    "bool": _BOOL,
    **dict.fromkeys(("int2", "int4", "int8", "oid"), _INT),
    **dict.fromkeys(("float4", "float8"), _FLOAT),
    "numeric": _type("Decimal", "Decimal", "decimal"),
    **dict.fromkeys(("text", "varchar", "bpchar", "char", "name"), _TEXT),
    "bytea": _type("bytes", "_runtime.read_bytes"),
    "date": _type("date", "_runtime.read_date", "datetime"),
    "time": _type("time", "_runtime.read_time", "datetime"),
    "timetz": _type("time", "_runtime.read_timetz", "datetime"),
    "timestamp": _type("datetime", "_runtime.read_timestamp", "datetime"),
    "timestamptz": _type("datetime", "_runtime.read_timestamptz", "datetime"),
    "interval": _type("timedelta", "_runtime.read_interval", "datetime"),
    "uuid": _type("UUID", "UUID", "uuid"),
    "inet": _INET,
    "cidr": _CIDR,
    **dict.fromkeys(("json", "jsonb"), _JSON),
    **dict.fromkeys(
        (
            *("macaddr", "macaddr8", "bit", "varbit", "tsvector", "tsquery", "xml", "money"),
            *("point", "line", "lseg", "box", "path", "polygon", "circle"),
            *("pg_lsn", "xid", "xid8", "cid", "tid", "pg_snapshot", "txid_snapshot"),
            *("regclass", "regcollation", "regconfig", "regdictionary", "regnamespace", "regoper"),
            *("regoperator", "regproc", "regprocedure", "regrole", "regtype"),
            *("jsonpath", "refcursor", "aclitem", "int2vector", "oidvector"),
        ),
        AS_TEXT,
    ),
}

#: A function that returns nothing.
VOID = PythonType("None", "None", "None")

#: Base types of extensions, in whatever schema they are.
EXTENSIONS: Mapping[str, PythonType] = {
    **dict.fromkeys(("citext", "ltree", "lquery", "ltxtquery", "cube"), AS_TEXT),
    "hstore": PythonType(
        result="dict[str, str | None]",
        parameter="Mapping[str, str | None]",
        read="_runtime.read_hstore({})",
        write="_runtime.hstore_text({})",
        parameter_imports=frozenset({Import("collections.abc", "Mapping")}),
    ),
    "vector": replace(_VECTOR, sent="_runtime.pack_vector({})"),
    "halfvec": replace(_VECTOR, sent="_runtime.pack_half_vector({})"),
    "sparsevec": PythonType(
        result="_runtime.SparseVector",
        parameter="_runtime.SparseVector",
        read="_runtime.read_sparse_vector({})",
        write="_runtime.sparse_vector_text({})",
    ),
}
