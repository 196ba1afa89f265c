"""Packages that only benchmarks need; ``just bench`` installs them.

They are loaded by name and not by an import statement, so that the rest of the repository, its type
checks too, is the same with and without them. What they give is Any: here, and nowhere else.
"""

import importlib
from typing import Any


def package(name: str) -> Any:
    """Return a module of a contestant, such as ``sqlalchemy.orm``.

    :raises SystemExit: if it is not installed
    """
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise SystemExit(
            f"{error.name} is not installed: run the benchmarks by `just bench`"
        ) from None
