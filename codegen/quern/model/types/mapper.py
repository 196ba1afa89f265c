"""The Python type of each type in a catalogue."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from quern.analysis.catalog.catalog import PgType
from quern.analysis.result import Column, QueryParameter
from quern.model.types.built_in import AS_TEXT, BUILT_IN, EXTENSIONS, VOID
from quern.model.types.classes import TypeClass
from quern.model.types.python_type import Import, PythonType, UnsupportedTypeError
from quern.model.types.user_types import UserTypes, user_type

_SEQUENCE = frozenset({Import("collections.abc", "Sequence")})
_RANGE = frozenset({Import("psycopg.types.range", "Range")})


class TypeMapper:
    """Finds the Python type of each type in a catalogue.

    :param types: by OID
    :param classes: of enum and composite types, by OID
    :param user_types: the types that the user has named
    :param aliases: names to use for classes, where not their own
    :param own: the classes that are in the module itself
    """

    def __init__(
        self,
        types: Mapping[int, PgType],
        classes: Mapping[int, TypeClass],
        user_types: UserTypes,
        aliases: Mapping[Import, str] | None = None,
        own: Collection[Import] = (),
    ) -> None:
        self._types = types
        self._classes = classes
        self._user_types = user_types
        self._aliases = aliases or {}
        self._own = own

    def inside(self, aliases: Mapping[Import, str], own: Collection[Import] = ()) -> "TypeMapper":
        """Return the same for a module, which has names of its own for classes, and own classes."""
        return TypeMapper(self._types, self._classes, self._user_types, aliases, own)

    def of_column(self, column: Column) -> PythonType:
        """Return the Python type of a result column; what its query says counts most.

        :raises UnsupportedTypeError: if it has none
        """
        name = column.python_type or self._user_types.columns.get(column.origin or "")
        if name:
            return self.named_by_user(name, column.type)
        elements_nullable = column.elements_nullable is not False
        found = self.python_type(column.declared, elements_nullable=elements_nullable)
        return of_dimensions(found, column.dimensions)

    def of_parameter(self, parameter: QueryParameter) -> PythonType:
        """Return the Python type of a parameter.

        :raises UnsupportedTypeError: if it has none
        """
        name = self._user_types.columns.get(parameter.stored_in or "")
        if name:
            return self.named_by_user(name, parameter.type)
        found = self.python_type(parameter.type)
        return of_dimensions(found, parameter.dimensions)

    def of_attribute(self, composite: PgType, index: int) -> PythonType:
        """Return the Python type of an attribute (counted from 0) of a composite type.

        :raises UnsupportedTypeError: if it has none
        """
        attribute = composite.attributes[index]
        pg_type = self._types[attribute.type]
        place = f"{composite.schema}.{composite.name}.{attribute.name}"
        name = self._user_types.columns.get(place)
        if name:
            return self.named_by_user(name, pg_type)
        return of_dimensions(self.python_type(pg_type), attribute.dimensions)

    def named_by_user(self, name: str, pg_type: PgType) -> PythonType:
        """Return the Python type of a value for which the user has named a type.

        :param name: ``module.Class``, or a built-in one such as ``str``
        :param pg_type: what the value is to the server; may be one without a Python type
        """
        try:
            plain = self._plain_type(pg_type, elements_nullable=True)
        except UnsupportedTypeError:
            plain = AS_TEXT
        return user_type(name, plain, self._aliases)

    def python_type(self, pg_type: PgType, *, elements_nullable: bool = True) -> PythonType:
        """Return the Python type.

        :param elements_nullable: whether an array may have NULL among its elements
        :raises UnsupportedTypeError: if it has none
        """
        name = self._user_types.types.get(f"{pg_type.schema}.{pg_type.name}")
        if name:
            return self.named_by_user(name, pg_type)
        return self._plain_type(pg_type, elements_nullable=elements_nullable)

    def _plain_type(self, pg_type: PgType, *, elements_nullable: bool) -> PythonType:
        """Return the Python type, unless the user has named one for the very type."""
        match pg_type.kind:
            case "enum":
                return self._enum(pg_type)
            case "composite":
                return self._composite(pg_type)
            case "array":
                return self._array(pg_type, elements_nullable=elements_nullable)
            case "domain":
                base = self._types[pg_type.base]
                return self.python_type(base, elements_nullable=elements_nullable)
            case "range":
                return self._range(pg_type)
            case "multirange":
                return self._multirange(pg_type)
            case "base":
                known = BUILT_IN if pg_type.schema == "pg_catalog" else EXTENSIONS
                if pg_type.name in known:
                    return known[pg_type.name]
            case "pseudo":
                if pg_type.name == "void":
                    return VOID
        raise UnsupportedTypeError(pg_type)

    def _enum(self, pg_type: PgType) -> PythonType:
        known = self._class(pg_type)
        return PythonType(
            result=known.name.used_name,
            parameter=known.name.used_name,
            read=f"{known.read.used_name}({{}})",
            result_imports=frozenset({known.name}),
            parameter_imports=frozenset({known.name}),
            read_imports=frozenset({known.read}),
        )

    def _composite(self, pg_type: PgType) -> PythonType:
        for index in range(len(pg_type.attributes)):
            self.of_attribute(pg_type, index)
        known = self._class(pg_type)
        write = known.write or known.name
        return PythonType(
            result=known.name.used_name,
            parameter=known.name.used_name,
            read=f"{known.read.used_name}({{}})",
            write=f"{write.used_name}({{}})",
            result_imports=frozenset({known.name}),
            parameter_imports=frozenset({known.name}),
            read_imports=frozenset({known.read}),
            write_imports=frozenset({write}),
        )

    def _class(self, pg_type: PgType) -> TypeClass:
        found = self._classes[pg_type.oid]
        return found if found.name in self._own else found.known_as(self._aliases)

    def _array(self, pg_type: PgType, *, elements_nullable: bool) -> PythonType:
        element_type = self._types[pg_type.element]
        element = self.python_type(element_type)
        optional = " | None" if elements_nullable and not element.is_json else ""
        # The OID of an array of a domain differs between databases, so psycopg does not know it.
        loaded = element.loaded and element_type.kind == "base"
        convert = element.loaded_reader
        delimiter = element_type.delimiter
        reading = f', "{delimiter}"' if delimiter != "," else ""
        return PythonType(
            result=f"list[{element.result}{optional}]",
            parameter=f"Sequence[{element.parameter}{' | None' if not element.is_json else ''}]",
            read=f"_runtime.read_array({{}}, {element.reader}{reading})",
            write=_array_writer(element, delimiter),
            loaded=loaded,
            read_loaded=f"_runtime.each({{}}, {convert})" if convert else None,
            result_imports=element.result_imports,
            parameter_imports=element.parameter_imports | _SEQUENCE,
            read_imports=element.read_imports,
            write_imports=element.write_imports,
            nests=not element.may_be_list,
            may_be_list=True,
        )

    def _range(self, pg_type: PgType) -> PythonType:
        bound = self.python_type(self._types[pg_type.subtype])
        return replace(
            bound,
            result=f"_runtime.Range[{bound.result}]",
            parameter=f"Range[{bound.parameter}]",
            read=f"_runtime.read_range({{}}, {bound.reader})",
            write=f"_runtime.range_text({{}}{_bound_writer(bound)})",
            loaded=False,
            sent=None,
            parameter_imports=bound.parameter_imports | _RANGE,
            is_json=False,
            nests=False,
            may_be_list=False,
        )

    def _multirange(self, pg_type: PgType) -> PythonType:
        bound = self.python_type(self._types[self._types[pg_type.subtype].subtype])
        return replace(
            bound,
            result=f"list[_runtime.Range[{bound.result}]]",
            parameter=f"Sequence[Range[{bound.parameter}]]",
            read=f"_runtime.read_multirange({{}}, {bound.reader})",
            write=f"_runtime.multirange_text({{}}{_bound_writer(bound)})",
            loaded=False,
            sent=None,
            parameter_imports=bound.parameter_imports | _RANGE | _SEQUENCE,
            is_json=False,
            nests=False,
            may_be_list=True,
        )


def of_dimensions(array: PythonType, dimensions: int) -> PythonType:
    """Return the type of an array's column that was declared with so many dimensions.

    The server does not enforce the declaration, so each value is checked for it.
    """
    more = dimensions - 1
    if not array.nests or not more:
        return array
    check = f"_runtime.of_dimensions({{}}, {dimensions})"
    read = check.replace("{}", array.read)
    return replace(
        array,
        result="list[" * more + array.result + "]" * more,
        parameter="Sequence[" * more + array.parameter + "]" * more,
        read=read,
        read_loaded=check.replace("{}", array.read_loaded or "{}"),
    )


def _bound_writer(bound: PythonType) -> str:
    return f", {bound.writer}" if bound.writer else ""


def _array_writer(element: PythonType, delimiter: str) -> str:
    """Return the expression that makes the text of an array."""
    if element.is_json:
        return f"_runtime.json_array_text({{}}, {element.writer})"
    if element.may_be_list:
        return f"_runtime.flat_array_text({{}}, {element.writer or '_runtime.to_text'})"
    arguments = ["{}", *([element.writer] if element.writer else [])]
    if delimiter != ",":
        arguments.append(f'delimiter="{delimiter}"')
    return f"_runtime.array_text({', '.join(arguments)})"
