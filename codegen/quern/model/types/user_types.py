"""Types that the user names, in ``[tool.codegen.types]`` and ``[tool.codegen.columns]``.

Such a type is anything that pydantic can validate. Of JSON it is made of the text, and written as
JSON; of any other type it is made of what that is in Python, and turned back into that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quern.model.types.python_type import Import, PythonType

_BUILTINS = frozenset({"bool", "bytes", "float", "int", "str"})


@dataclass(frozen=True)
class UserTypes:
    """What the settings say.

    :ivar types: names of types, by ``schema.type``
    :ivar columns: names of types, by ``schema.table.column``; attributes of composites likewise
    """

    types: Mapping[str, str] = field(default_factory=dict[str, str])
    columns: Mapping[str, str] = field(default_factory=dict[str, str])


NO_USER_TYPES = UserTypes()


def user_type(name: str, plain: PythonType, aliases: Mapping[Import, str]) -> PythonType:
    """Return the Python type of what the user has named a type for.

    :param name: ``module.Class``, or a built-in one such as ``str``
    :param plain: what it is without that
    """
    if name == plain.result:
        return plain
    imports = frozenset[Import]()
    if name not in _BUILTINS:
        module, _, name = name.rpartition(".")
        needed = Import(module, name)
        needed = Import(module, name, aliases.get(needed, ""))
        name, imports = needed.used_name, frozenset({needed})
    if plain.is_json:
        return PythonType(
            result=name,
            parameter=name,
            read=f"_runtime.validated_json({{}}, {name})",
            write=f"_runtime.dumped_json({{}}, {name})",
            result_imports=imports,
            parameter_imports=imports,
            may_be_list=True,
        )
    dumped = f"_runtime.dumped({{}}, {name})"
    return PythonType(
        result=name,
        parameter=name,
        read=f"_runtime.validated({plain.read}, {name})",
        write=(plain.write or "_runtime.to_text({})").replace("{}", dumped),
        loaded=plain.loaded,
        read_loaded=f"_runtime.validated({plain.read_loaded or '{}'}, {name})",
        sent=(plain.encode or "{}").replace("{}", dumped),
        result_imports=imports,
        parameter_imports=imports,
        read_imports=plain.read_imports,
        write_imports=plain.write_imports,
        may_be_list=True,
    )
