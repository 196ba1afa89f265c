"""Import lines."""

import sys
from collections.abc import Iterable

from quern.model.types import Import


def import_lines(needed: Iterable[Import], path: tuple[str, ...]) -> list[str]:
    """Return import lines in groups: standard library, others, this package.

    :param needed: a module that starts with a dot lies in the output package
    :param path: of the module that imports, below the output package
    :returns: lines, an empty one between groups
    """
    names: dict[str, set[str]] = {}
    for item in needed:
        names.setdefault(_relative(item.module, path), set()).add(item.name)
    groups: tuple[list[str], list[str], list[str]] = ([], [], [])
    for module in sorted(names, key=_module_order):
        line = f"from {module} import {', '.join(sorted(names[module], key=_name_order))}"
        groups[_group(module)].append(_wrapped(module, line, names[module]))
    return "\n\n".join("\n".join(group) for group in groups if group).split("\n")


def _relative(module: str, path: tuple[str, ...]) -> str:
    """Return a module of the output package as seen from ``path``."""
    if not module.startswith("."):
        return module
    target = tuple(module.split(".")[1:]) if module != "." else ()
    folder = path[:-1]
    shared = 0
    # The last part of the target is the module itself, which is not a folder on the way.
    while shared < min(len(folder), len(target) - 1) and folder[shared] == target[shared]:
        shared += 1
    return "." * (len(folder) - shared + 1) + ".".join(target[shared:])


def _group(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module.split(".")[0] in sys.stdlib_module_names else 1


def _module_order(module: str) -> tuple[int, int, str]:
    """Sort as ruff does: the most distant of the relative modules first."""
    dots = len(module) - len(module.lstrip("."))
    return (_group(module), -dots, module)


def _name_order(name: str) -> tuple[int, str]:
    """Sort as ruff does: constants, classes, the rest."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2
    return (kind, name.lower())


def _wrapped(module: str, line: str, names: Iterable[str]) -> str:
    if len(line) <= 100:
        return line
    body = "".join(f"    {name},\n" for name in sorted(names, key=_name_order))
    return f"from {module} import (\n{body})"
