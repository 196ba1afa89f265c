"""Import lines."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence

from quern.model.types.python_type import Import
from quern.render.literals import WIDTH

_DIGITS = re.compile(r"(\d+)", re.ASCII)


def import_lines(needed: Iterable[Import], path: tuple[str, ...]) -> list[str]:
    """Return import lines in groups: standard library, others, this package.

    :param needed: a module that starts with a dot lies in the output package
    :param path: of the module that imports, below the output package
    :returns: lines, an empty one between groups
    """
    modules: dict[str, list[Import]] = {}
    for item in sorted(needed):
        modules.setdefault(_relative(item.module, path), []).append(item)
    groups: tuple[list[str], list[str], list[str]] = ([], [], [])
    for module in sorted(modules, key=_module_order):
        groups[_group(module)].extend(_lines(module, modules[module]))
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
    return (_group(module), -dots, module.lower())


def _name_order(name: str) -> tuple[int, list[tuple[int, str]]]:
    """Sort as ruff does: constants, classes, the rest; numbers in names as numbers."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2
    parts = _DIGITS.split(name.lower())
    return (kind, [(int(part), "") if part.isdigit() else (-1, part) for part in parts])


def _lines(module: str, items: Iterable[Import]) -> Iterator[str]:
    """Yield the lines for one module: one for each alias, and one for all names without."""
    ordered = sorted(items, key=lambda item: (_name_order(item.name), item.alias))
    plain = [item.name for item in ordered if not item.alias]
    for item in ordered:
        if item.alias:
            yield _wrapped(module, [f"{item.name} as {item.alias}"])
        elif item.name == plain[0]:
            yield _wrapped(module, plain)


def _wrapped(module: str, names: Sequence[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= WIDTH:
        return line
    body = "".join(f"    {name},\n" for name in names)
    return f"from {module} import (\n{body})"
