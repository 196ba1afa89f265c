"""The classes of enum and composite types, and their names."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from quern.analysis.catalog.catalog import PgType
from quern.model.naming import class_name, distinct, module_name, python_name, snake_name
from quern.model.types.python_type import IMPORTED_NAMES, Import


@dataclass(frozen=True)
class TypeClass:
    """Where the class of a type lies in the output package, and the functions beside it.

    :ivar read: what makes a value of its text
    :ivar write: what makes the text of a value; None for an enum, which is a text itself
    """

    type: PgType
    name: Import
    read: Import
    write: Import | None

    @property
    def imports(self) -> tuple[Import, ...]:
        """The class, and what reads and writes its values."""
        return (self.name, self.read, *([self.write] if self.write else []))

    def known_as(self, aliases: Mapping[Import, str]) -> "TypeClass":
        """Return the same under the names that another module uses for it.

        Functions are private there: a query may be called ``read_colour``.
        """
        alias = aliases.get(self.name, "")
        prefix = snake_name(alias.removesuffix(self.name.name)) if alias else ""
        return TypeClass(
            type=self.type,
            name=replace(self.name, alias=alias),
            read=_private(self.read, prefix),
            write=_private(self.write, prefix) if self.write else None,
        )


def _private(function: Import, prefix: str) -> Import:
    verb, _, noun = function.name.partition("_")
    words = ("", verb, *([prefix] if prefix else []), noun)
    return replace(function, alias="_".join(words))


def type_classes(types: Iterable[PgType]) -> dict[int, TypeClass]:
    """Return the class of each enum and composite type, by OID.

    Two types of a module may come to the same name, such as ``"my-e"`` and ``my_e``: a name that
    is an identifier already comes first and keeps it.
    """
    found: dict[int, TypeClass] = {}
    taken: dict[str, set[str]] = {}
    for pg_type in sorted(types, key=lambda t: (not t.name.isidentifier(), t.schema, t.name)):
        if pg_type.kind not in {"enum", "composite"}:
            continue
        schema = module_name(pg_type.schema)
        module = f".{schema}.{'enums' if pg_type.kind == 'enum' else 'composites'}"
        names = taken.setdefault(schema, {*IMPORTED_NAMES})
        name = python_name(class_name(pg_type.name), IMPORTED_NAMES)
        name = distinct(name, names)
        noun = distinct(snake_name(name), names)
        names |= {name, noun}
        write = Import(module, f"write_{noun}") if pg_type.kind == "composite" else None
        read = Import(module, f"read_{noun}")
        found[pg_type.oid] = TypeClass(pg_type, Import(module, name), read, write)
    return found


def class_aliases(imports: Iterable[Import], own: Collection[Import] = ()) -> dict[Import, str]:
    """Return another name for each class whose name is not the only one of its kind in a module.

    It is made of the last part of its module, or of its schema, and its name.

    :param imports: all that the annotations in a module need
    :param own: those of its own classes, which keep their names
    """
    by_name: dict[str, set[Import]] = {}
    for needed in imports:
        by_name.setdefault(needed.name, set()).add(needed)
    aliases: dict[Import, str] = {}
    taken = {*by_name, *IMPORTED_NAMES}
    for _, alike in sorted(by_name.items()):
        for needed in sorted(alike):
            if len(alike) > 1 and needed not in own and needed.module not in _LIBRARY:
                parts = needed.module.split(".")
                owner = parts[-2] if needed.module.startswith(".") else parts[-1]
                aliases[needed] = distinct(class_name(owner) + needed.name, taken)
                taken.add(aliases[needed])
    return aliases


#: Modules from which the names of built-in types come, which stay as they are.
_LIBRARY = frozenset(
    {"collections.abc", "datetime", "decimal", "psycopg.types.range", "pydantic", "uuid"}
)
