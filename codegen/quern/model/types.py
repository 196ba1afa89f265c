"""Types of Postgres to types of Python, both ways.

A value travels as text in both directions. What psycopg's own loaders make of a built-in type is
taken as it is; enums, which have another OID in each database, are made in the row maker.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from quern.analysis.catalog.catalog import PgType
from quern.model.naming import class_name, module_name, python_name

#: Names that generated modules import, so that no class in them may take them.
IMPORTED_NAMES = frozenset(
    {
        *("Any", "AsyncConnection", "Connection", "Decimal", "Final", "JsonValue", "Sequence"),
        *("StrEnum", "UUID"),
    }
)


@dataclass(frozen=True, order=True)
class Import:
    """``from module import name``; a module that starts with a dot lies in the output package.

    :ivar alias: the name to use it by, if it is another one
    """

    module: str
    name: str
    alias: str = field(default="", compare=False)


@dataclass(frozen=True)
class PythonType:
    """What a type of Postgres is in Python.

    :ivar result: annotation of a value that a query returns
    :ivar parameter: annotation of a value that a caller gives
    :ivar decode: expression that makes the value of ``{}``, what psycopg loaded; None: that is it
    :ivar encode: expression that makes what is sent of ``{}``, what the caller gave; None: that is
    :ivar none_is_value: whether None is itself a value of the type (the null of json)
    :ivar enum: the enum type whose class it needs, if any
    """

    result: str
    parameter: str
    result_imports: frozenset[Import] = frozenset()
    parameter_imports: frozenset[Import] = frozenset()
    decode: str | None = None
    encode: str | None = None
    none_is_value: bool = False
    enum: PgType | None = None


class UnsupportedTypeError(Exception):
    """A type that has no Python type yet.

    :ivar type: the type, which may be an element of the one that was asked for
    """

    def __init__(self, pg_type: PgType) -> None:
        super().__init__(pg_type.display)
        self.type = pg_type


def _plain(annotation: str, module: str | None = None) -> PythonType:
    imports = frozenset({Import(module, annotation)}) if module else frozenset[Import]()
    return PythonType(annotation, annotation, imports, imports)


_STR = _plain("str")
_INT = _plain("int")
_FLOAT = _plain("float")
_JSON = PythonType(
    result="JsonValue",
    parameter="JsonValue",
    result_imports=frozenset({Import("pydantic", "JsonValue")}),
    parameter_imports=frozenset({Import("pydantic", "JsonValue")}),
    encode="_runtime.json_text({})",
    none_is_value=True,
)

_BUILT_IN: Mapping[str, PythonType] = {
    "bool": _plain("bool"),
    "int2": _INT,
    "int4": _INT,
    "int8": _INT,
    "oid": _INT,
    "float4": _FLOAT,
    "float8": _FLOAT,
    "numeric": _plain("Decimal", "decimal"),
    "text": _STR,
    "varchar": _STR,
    "bpchar": _STR,
    "char": _STR,
    "name": _STR,
    "bytea": _plain("bytes"),
    "date": _plain("date", "datetime"),
    "time": _plain("time", "datetime"),
    "timetz": _plain("time", "datetime"),
    "timestamp": _plain("datetime", "datetime"),
    "timestamptz": _plain("datetime", "datetime"),
    "interval": _plain("timedelta", "datetime"),
    "uuid": _plain("UUID", "uuid"),
    "json": _JSON,
    "jsonb": _JSON,
}
#: Types of extensions, known by name.
_BY_NAME: Mapping[str, PythonType] = {"citext": _STR}


class TypeMapper:
    """Finds the Python type of each type in a catalogue.

    :param types: by OID
    :param aliases: names to use for the classes of enum types, by OID, where not their own
    """

    def __init__(
        self, types: Mapping[int, PgType], aliases: Mapping[int, str] | None = None
    ) -> None:
        self._types = types
        self._aliases = aliases or {}

    def python_type(self, pg_type: PgType, *, elements_nullable: bool = True) -> PythonType:
        """Return the Python type.

        :param elements_nullable: whether an array may have NULL among its elements
        :raises UnsupportedTypeError: if it has none yet
        """
        if pg_type.kind == "enum":
            return _enum(pg_type, self._aliases.get(pg_type.oid, ""))
        if pg_type.kind == "array":
            return self._array(pg_type, elements_nullable=elements_nullable)
        if pg_type.kind == "domain":
            return self.python_type(self._types[pg_type.base])
        known = _BUILT_IN if pg_type.schema == "pg_catalog" else _BY_NAME
        if pg_type.name not in known:
            raise UnsupportedTypeError(pg_type)
        return known[pg_type.name]

    def enum_type(self, pg_type: PgType) -> PgType | None:
        """Return the enum type that a type is made of, if it is."""
        while pg_type.kind in {"array", "domain"}:
            pg_type = self._types[pg_type.element or pg_type.base]
        return pg_type if pg_type.kind == "enum" else None

    def _array(self, pg_type: PgType, *, elements_nullable: bool) -> PythonType:
        element_type = self._types[pg_type.element]
        element = self.python_type(element_type)
        if pg_type.schema != "pg_catalog" and element_type.kind != "enum":
            # psycopg loads arrays by OID, and that of such an array differs between databases.
            raise UnsupportedTypeError(pg_type)
        optional = " | None" if elements_nullable and not element.none_is_value else ""
        converter = element.encode.removesuffix("({})") if element.encode else None
        return PythonType(
            result=f"list[{element.result}{optional}]",
            parameter=f"Sequence[{element.parameter}{optional}]",
            result_imports=element.result_imports,
            parameter_imports=element.parameter_imports | {Import("collections.abc", "Sequence")},
            decode=f"_runtime.read_array({{}}, {element.result})" if element.enum else None,
            encode=f"_runtime.array_text({{}}{', ' + converter if converter else ''})",
            enum=element.enum,
        )


def enum_class(pg_type: PgType) -> Import:
    """Return where the class of an enum type lies in the output package."""
    name = python_name(class_name(pg_type.name), IMPORTED_NAMES)
    return Import(f".{module_name(pg_type.schema)}.enums", name)


def enum_aliases(enums: Iterable[PgType]) -> dict[int, str]:
    """Return a name with the schema in it for each enum type whose class is not the only one.

    :param enums: all enum types that one module uses
    """
    by_name: dict[str, set[PgType]] = {}
    for pg_type in enums:
        by_name.setdefault(enum_class(pg_type).name, set()).add(pg_type)
    return {
        pg_type.oid: class_name(pg_type.schema) + name
        for name, types in by_name.items()
        for pg_type in types
        if len(types) > 1
    }


def _enum(pg_type: PgType, alias: str) -> PythonType:
    needed = replace(enum_class(pg_type), alias=alias)
    name = alias or needed.name
    return PythonType(
        result=name,
        parameter=name,
        result_imports=frozenset({needed}),
        parameter_imports=frozenset({needed}),
        decode=f"{name}({{}})",
        enum=pg_type,
    )
