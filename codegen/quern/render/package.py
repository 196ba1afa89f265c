"""All files of the output, by path."""

from functools import cache
from pathlib import PurePosixPath

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from quern.model.modules import QueryModule
from quern.model.package import Package
from quern.render.literals import docstring
from quern.render.schema_views import composite_module, enum_module, model_module
from quern.render.sync import RUNTIME
from quern.render.views import async_module, sync_module

Files = dict[PurePosixPath, str]


def render_package(package: Package, *, asyncio: bool = True) -> Files:
    """Return the text of each file of the output, by its path in the output folder.

    :param asyncio: whether to make coroutines too
    """
    files: Files = {PurePosixPath("py.typed"): ""}
    for module in package.queries:
        header = _header(module.file.path.as_posix())
        files[_file(module.path)] = _template("module.py.jinja").render(
            header=header, module=sync_module(module)
        )
        if asyncio:
            files[_file(("aio", *module.path))] = _template("aio_module.py.jinja").render(
                header=header, module=async_module(module)
            )
    for enums in package.enums:
        files[_file(enums.path)] = _template("enums.py.jinja").render(
            header=_header("the database"), module=enum_module(enums)
        )
    for composites in package.composites:
        files[_file(composites.path)] = _template("composites.py.jinja").render(
            header=_header("the database"), module=composite_module(composites)
        )
    for models in package.models:
        files[_file(models.path)] = _template("models.py.jinja").render(
            header=_header("the database"), module=model_module(models)
        )
    for path in sorted(RUNTIME.rglob("*.py")):
        name = PurePosixPath("_runtime", *path.relative_to(RUNTIME).parts)
        files[name] = f"{_header('its own runtime')}\n{path.read_text(encoding='utf-8')}"
    files |= _packages(files, package.queries)
    return files


def _packages(files: Files, modules: tuple[QueryModule, ...]) -> Files:
    """Return an ``__init__.py`` for each folder that has none."""
    folders = {parent for path in files for parent in path.parents}
    topics: dict[PurePosixPath, list[str]] = {}
    for module in modules:
        for path in (_file(module.path), _file(("aio", *module.path))):
            topics.setdefault(path.parent, []).append(path.stem)
    found: Files = {}
    for folder in sorted(folders):
        path = folder / "__init__.py"
        if path in files:
            continue
        names = ", ".join(sorted(topics.get(folder, [])))
        text = f"Queries: {names}." if names else _folder_title(folder)
        found[path] = _template("package.py.jinja").render(
            header=_header("queries and schema"), docstring=docstring([text], 0)
        )
    return found


def _folder_title(folder: PurePosixPath) -> str:
    if folder == PurePosixPath():
        return "Typed functions for the project's queries."
    if folder == PurePosixPath("aio"):
        return "The same functions for asyncio."
    return f"What schema {folder.name} has."


def _file(path: tuple[str, ...]) -> PurePosixPath:
    return PurePosixPath(*path).with_suffix(".py")


def _header(origin: str) -> str:
    return f"# Made by quern from {origin}: do not edit."


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("quern.render"),
        autoescape=False,  # noqa: S701 - Python is laid out, not HTML
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _template(name: str) -> Template:
    return _environment().get_template(name)
