"""The facts in the files beside this module, as data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

Found = TypeVar("Found")

SCHEMAS = (
    "iam",
    "integrations",
    "llm",
    "assistants",
    "automation",
    "rag",
    "model_registry",
    "storage",
    "ops",
)


@dataclass(frozen=True)
class Table:
    """A table; lists of columns are written with commas, as in SQL.

    :ivar columns: how each is declared, by name: type, NOT NULL, default or identity
    :ivar unique: unique keys beside the primary key, with ``WHERE ...`` behind a partial one and
        ``NULLS NOT DISTINCT`` behind one for which NULL equals NULL
    :ivar indexes: what indexes that need not be unique begin with
    :ivar checks: check constraints, as Postgres prints them
    :ivar triggers: by name
    :ivar foreign_keys: table, columns and action on delete, by the columns that refer
    """

    columns: Mapping[str, str]
    primary_key: str = ""
    unique: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    foreign_keys: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True)
class Seed:
    """The rows that migrations bring to a table.

    :ivar column: what ``names`` are the values of
    """

    count: int
    column: str = ""
    names: tuple[str, ...] = ()


def _load(name: str, adapter: TypeAdapter[Found]) -> Found:
    text = (Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8")
    return adapter.validate_python(tomllib.loads(text))


_TABLES = TypeAdapter(dict[str, Table])

#: The tables of the original, by name with schema.
ORIGINAL = _load("original", _TABLES)

#: What other sources add: new tables, and columns and keys of those of the original. A column
#: here is what its declaration begins with.
ADDITIONS = _load("additions", _TABLES)

#: The labels of the original's enum types in order, by name with schema.
ENUMS = _load("enums", TypeAdapter(dict[str, list[str]]))

#: Our column, by system, table and column of another source.
COLUMN_MAP = _load("column_map", TypeAdapter(dict[str, dict[str, dict[str, str]]]))

#: The reason for each difference from the original, by table or type.
DEVIATIONS = _load("deviations", TypeAdapter(dict[str, dict[str, str]]))

SEEDS = _load("seeds", TypeAdapter(dict[str, Seed]))
