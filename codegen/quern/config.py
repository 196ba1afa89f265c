"""Settings of a project: ``[tool.codegen]`` in its ``pyproject.toml``."""

import keyword
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, cast

from quern.errors import ConfigError
from quern.setting_places import place_of_setting, place_of_toml_error


@dataclass(frozen=True)
class EmbeddedConfig:
    """How the embedded server's database is made: ``[tool.codegen.embedded]``.

    :ivar postgres: major version of the server, 16 or 18
    :ivar database: name of the database
    :ivar roles: SQL file that makes the roles, run by the superuser each time; may be run often
    :ivar owner: role that owns the database, and that everything connects as
    :ivar extensions: extensions that the superuser creates in it
    :ivar migrate: command that migrates it, run in the project's folder with DATABASE_URL set
    """

    postgres: int = 18
    database: str = "quern"
    roles: str | None = None
    owner: str = "postgres"
    extensions: tuple[str, ...] = ()
    migrate: str | None = None


@dataclass(frozen=True)
class Config:
    """All settings of a project.

    :ivar root: the project's folder, which holds ``pyproject.toml``; paths are relative to it
    :ivar queries: folder of the query files
    :ivar output: folder of the generated package
    :ivar migrations: files and folders that make the schema; while they are as they were, a run on
        the embedded server needs not ask it again
    :ivar types: Python types for types of the database: ``module.Class`` by ``schema.type``
    :ivar columns: the same for columns: ``module.Class`` by ``schema.table.column``
    :ivar roles: the database's roles, by what ``-- @role`` calls them
    :ivar role: the database's role of queries without ``-- @role``; None: whichever generates
    :ivar protected_settings: settings of the session that no query may set; one that ends in ``.*``
        stands for all that start so
    :ivar asyncio: whether to make coroutines too
    :ivar one: what ``:one`` does with several rows: ``only`` is an error, ``first`` takes the first
    :ivar embedded: how the embedded server's database is made
    """

    root: Path
    queries: str = "queries"
    output: str = "generated"
    migrations: tuple[str, ...] = ()
    types: Mapping[str, str] = field(default_factory=dict[str, str])
    columns: Mapping[str, str] = field(default_factory=dict[str, str])
    roles: Mapping[str, str] = field(default_factory=dict[str, str])
    role: str | None = None
    protected_settings: tuple[str, ...] = ()
    asyncio: bool = True
    one: str = "only"
    embedded: EmbeddedConfig = EmbeddedConfig()

    @property
    def queries_folder(self) -> Path:
        """The folder of the query files."""
        return self.root / self.queries

    @property
    def output_folder(self) -> Path:
        """The folder of the generated package."""
        return self.root / self.output


_EXAMPLE = 'add [tool.codegen] with queries = "queries" and output = "generated"'


def find_project(start: Path) -> Path:
    """Return the nearest folder, from ``start`` upwards, whose ``pyproject.toml`` is ours.

    :raises ConfigError: if there is none with a ``[tool.codegen]``
    """
    for folder in (start, *start.parents):
        file = folder / "pyproject.toml"
        if file.is_file() and "codegen" in _tool_tables(file):
            return folder
    raise ConfigError(
        f"no pyproject.toml with [tool.codegen] in {start} or above it",
        hint=_EXAMPLE,
    )


def load_config(root: Path) -> Config:
    """Read the settings of a project.

    :param root: the folder that holds ``pyproject.toml``
    :raises ConfigError: if a setting is unknown or has the wrong type
    """
    table = _tool_tables(root / "pyproject.toml").get("codegen", {})
    if not isinstance(table, dict):
        raise ConfigError("codegen in [tool] of pyproject.toml must be a table", hint=_EXAMPLE)
    file = root / "pyproject.toml"
    settings = _checked(file, Config, cast("dict[str, Any]", table), "tool.codegen", but={"root"})
    below = settings.get("embedded", {})
    embedded = _checked(file, EmbeddedConfig, below, "tool.codegen.embedded")
    if "extensions" in embedded:
        embedded["extensions"] = tuple(embedded["extensions"])
    settings["embedded"] = EmbeddedConfig(**embedded)
    for name in ("migrations", "protected_settings"):
        if name in settings:
            settings[name] = tuple(settings[name])
    _check_roles(settings.get("roles", {}))
    _check_user_types(settings.get("types", {}), "types", "schema.type")
    _check_user_types(settings.get("columns", {}), "columns", "schema.table.column")
    config = Config(root=root, **settings)
    _check_output(config)
    _check_one(config)
    return config


def _tool_tables(file: Path) -> dict[str, Any]:
    """Return the tables under ``[tool]``."""
    try:
        with file.open("rb") as stream:
            tables = tomllib.load(stream).get("tool", {})
    except FileNotFoundError:
        raise ConfigError(
            f"there is no {file}", hint="name the folder that holds pyproject.toml"
        ) from None
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        location = place_of_toml_error(file, str(error))
        raise ConfigError(f"{file} is not valid TOML: {error}", location=location) from None
    if not isinstance(tables, dict):
        raise ConfigError(f"tool in {file} must be a table", hint=_EXAMPLE)
    return cast("dict[str, Any]", tables)


def _checked(
    file: Path,
    kind: type[Config] | type[EmbeddedConfig],
    table: Mapping[str, Any],
    place: str,
    but: Iterable[str] = (),
) -> dict[str, Any]:
    """Return the table's settings, each known and of its type."""
    expected = {found.name: found.type for found in fields(kind) if found.name not in but}
    for name, value in table.items():
        if name not in expected:
            near = get_close_matches(name, expected, n=1)
            known = ", ".join(expected)
            raise ConfigError(
                f"unknown setting {name} in [{place}]",
                hint=f"did you mean {near[0]}?" if near else f"known are {known}",
                location=place_of_setting(file, place, name),
            )
        if not _fits(value, expected[name]):
            wanted = _WORDS.get(expected[name], "a table")
            raise ConfigError(
                f"{name} in [{place}] must be {wanted}, not {value!r}",
                location=place_of_setting(file, place, name),
            )
    return dict(table)


_WORDS: dict[Any, str] = {
    bool: "true or false",
    int: "an integer",
    str: "a string",
    str | None: "a string",
    tuple[str, ...]: "a list of strings",
}


def _fits(value: object, wanted: object) -> bool:
    if wanted is bool:
        return isinstance(value, bool)
    if wanted is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if wanted in (str, str | None):
        return isinstance(value, str)
    if wanted == tuple[str, ...]:
        items = cast("list[object]", value) if isinstance(value, list) else [None]
        return all(isinstance(item, str) for item in items)
    return isinstance(value, dict)


#: What may stand for a type without a module.
_BUILTIN_TYPES = frozenset({"bool", "bytes", "float", "int", "str"})


def _check_roles(table: Mapping[str, Any]) -> None:
    """Refuse what cannot be the name of a role."""
    for key, value in table.items():
        if not isinstance(value, str) or not value:
            raise ConfigError(
                f"{key} in [tool.codegen.roles] must be the name of a role, not {value!r}",
                hint=f'write {key} = "application_{key}", say',
            )


def _check_user_types(table: Mapping[str, Any], name: str, form: str) -> None:
    """Refuse names that cannot be those of a type or column, or of a Python type."""
    place = f"[tool.codegen.{name}]"
    for key, value in table.items():
        if key.count(".") < form.count("."):
            raise ConfigError(
                f"{key} in {place} must be {form}", hint="write it with its schema, between quotes"
            )
        words = value.split(".") if isinstance(value, str) else [""]
        named = all(word.isidentifier() and not keyword.iskeyword(word) for word in words)
        if not named or (len(words) == 1 and value not in _BUILTIN_TYPES):
            raise ConfigError(
                f"{key} in {place} must be a Python type, not {value!r}",
                hint=f'name it with its module, such as "{key}" = "app.types.Settings"; built-in '
                f"ones that can stand alone are {', '.join(sorted(_BUILTIN_TYPES))}",
            )


def _check_output(config: Config) -> None:
    """Refuse an output folder that holds the queries or the project, or is no Python package."""
    output = config.output_folder.resolve()
    queries = config.queries_folder.resolve()
    if queries.is_relative_to(output) or config.root.resolve().is_relative_to(output):
        problem = "holds other things of the project"
        hint = 'name a folder of its own, such as "generated"'
    elif not output.name.isidentifier() or keyword.iskeyword(output.name):
        problem = "cannot be imported as a package"
        hint = "use letters, digits and _ in its name, and no keyword of Python"
    else:
        return
    raise ConfigError(
        f'output = "{config.output}" in [tool.codegen] {problem}',
        hint=hint,
        location=place_of_setting(config.root / "pyproject.toml", "tool.codegen", "output"),
    )


def _check_one(config: Config) -> None:
    if config.one not in {"only", "first"}:
        raise ConfigError(
            f'one = "{config.one}" in [tool.codegen] is not known',
            hint='"only" makes several rows of a :one an error, "first" takes the first of them',
            location=place_of_setting(config.root / "pyproject.toml", "tool.codegen", "one"),
        )
