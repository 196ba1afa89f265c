"""Reading the TOML files of the folder ``db``."""

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TypeAlias, cast

from quern.errors import QuernError

Table: TypeAlias = Mapping[str, object]


def shown(file: Path) -> str:
    """Return the path of a file as messages show it."""
    return f"{file.parent.name}/{file.name}"


def read_toml(file: Path) -> Table:
    """Return what a file says.

    :raises QuernError: if it is not there or is not TOML
    """
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise QuernError(
            f"{shown(file)} cannot be read: {error.strerror}", hint="restore it from git"
        ) from None
    except ValueError as error:  # both of TOML and of UTF-8
        raise QuernError(f"{shown(file)} is no TOML: {error}", hint="correct the file") from None


def only_keys(table: Table, known: Collection[str], place: str) -> None:
    """Refuse keys that nobody reads.

    :param place: where the table stands, for the message
    :raises QuernError: if there is one
    """
    for key in table:
        if key not in known:
            raise QuernError(
                f"{place} has a key {key!r} that means nothing",
                hint=f"the keys are {', '.join(known)}",
            )


def text_of(table: Table, key: str, place: str) -> str:
    """Return a text that must be there and not be blank.

    :raises QuernError: if it is missing, blank, or no text
    """
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise QuernError(f"{place} has no {key}", hint=f'add a line: {key} = "..."')
    return value


def texts_of(table: Table, key: str, place: str) -> tuple[str, ...]:
    """Return a list of texts; none if it is not there.

    :raises QuernError: if it is something else
    """
    value = table.get(key, [])
    items = cast("list[object]", value) if isinstance(value, list) else [value]
    texts = tuple(item for item in items if isinstance(item, str))
    if not isinstance(value, list) or len(texts) != len(items):
        raise QuernError(f"{key} of {place} is no list of texts", hint=f'write {key} = ["..."]')
    return texts


def tables_of(table: Table, key: str, place: str) -> tuple[Table, ...]:
    """Return a list of tables, ``[[key]]``; none if it is not there.

    :raises QuernError: if it is something else
    """
    value = table.get(key, [])
    items = cast("list[object]", value) if isinstance(value, list) else [value]
    return tuple(_as_table(item, f"{key} of {place}", f"[[{key}]]") for item in items)


def table_of(table: Table, key: str, place: str) -> Table:
    """Return a table, ``[key]``; an empty one if it is not there.

    :raises QuernError: if it is something else
    """
    return _as_table(table.get(key, {}), f"{key} of {place}", f"[{key}]")


def _as_table(value: object, what: str, header: str) -> Table:
    if not isinstance(value, dict):
        raise QuernError(f"{what} is no table", hint=f"write {header} and its lines below")
    return cast("Table", value)


def flag_of(table: Table, key: str, place: str) -> bool:
    """Return a flag; false if it is not there.

    :raises QuernError: if it is something else
    """
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise QuernError(f"{key} of {place} is not true or false", hint=f"write {key} = true")
    return value
