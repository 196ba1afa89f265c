"""Whether the types and columns that the settings name are there."""

from collections.abc import Collection
from difflib import get_close_matches

from quern.connection import Connection
from quern.errors import ConfigError

_TYPES = """
SELECT n.nspname || '.' || t.typname
FROM pg_catalog.pg_type AS t
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
WHERE t.typtype <> 'p'
  AND t.typelem = 0
  OR t.typsubscript <> 'pg_catalog.array_subscript_handler'::pg_catalog.regproc
"""
_COLUMNS = """
SELECT n.nspname || '.' || c.relname || '.' || a.attname
FROM pg_catalog.pg_attribute AS a
JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE a.attnum > 0
  AND NOT a.attisdropped
  AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
"""


def check_named_types(
    connection: Connection, types: Collection[str], columns: Collection[str]
) -> None:
    """Check what the settings map to Python types.

    :param types: ``schema.type``
    :param columns: ``schema.table.column``, or ``schema.type.attribute`` of a composite type
    :raises ConfigError: if one of them is not there; names the nearest
    """
    if types:
        _check(types, {row[0] for row in connection.execute(_TYPES)}, "type")
    if columns:
        _check(columns, {row[0] for row in connection.execute(_COLUMNS)}, "column")


def _check(named: Collection[str], known: Collection[str], kind: str) -> None:
    for name in named:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            raise ConfigError(
                f"there is no {kind} {name}, which [tool.codegen.{kind}s] names",
                hint=f"did you mean {near[0]}?"
                if near
                else "types and columns are written with "
                "their schema, as the catalogue has them: pg_catalog.int4, iam.users.email",
            )
