"""What the query library holds: its modules, and the query functions in them."""

import inspect
from collections.abc import Callable
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import generated
from generated._runtime.core import Facts


def module_names() -> list[str]:
    """Return the names of the modules with plain query functions."""
    names = [info.name for info in walk_packages(generated.__path__, "generated.")]
    return [
        name
        for name in names
        if name.split(".")[1] not in {"aio", "_runtime"} and query_functions(import_module(name))
    ]


def query_functions(module: ModuleType) -> dict[str, Callable[..., object]]:
    """Return the functions beside which a query of the same name, in capitals, stands."""
    return {
        name: value
        for name, value in vars(module).items()
        if inspect.isfunction(value) and isinstance(vars(module).get(name.upper()), Facts)
    }


def twin(module_name: str) -> ModuleType:
    """Return the module with the asynchronous twins of a module's functions."""
    return import_module(module_name.replace("generated.", "generated.aio.", 1))


MODULES = module_names()
