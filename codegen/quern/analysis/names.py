"""The names that queries may use, to suggest one for what is misspelt."""

from dataclasses import dataclass

from quern.connection import Connection

#: Names outside these have their schema before them.
_OWN = "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'"

_SCHEMAS = f"SELECT n.nspname FROM pg_catalog.pg_namespace AS n WHERE {_OWN} ORDER BY 1"  # noqa: S608

_RELATIONS = f"""
SELECT n.nspname || '.' || c.relname, ARRAY(
    SELECT a.attname
    FROM pg_catalog.pg_attribute AS a
    WHERE a.attrelid = c.oid
      AND a.attnum > 0
      AND NOT a.attisdropped
    ORDER BY a.attnum
)::text[]
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND {_OWN}
ORDER BY 1
"""  # noqa: S608

# Without the functions behind types and operators, which nobody calls by name.
_FUNCTIONS = """
SELECT
    CASE WHEN n.nspname = 'pg_catalog' THEN '' ELSE n.nspname || '.' END || p.proname,
    array_agg(pg_catalog.pg_get_function_identity_arguments(p.oid) ORDER BY p.oid)
FROM pg_catalog.pg_proc AS p
JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
WHERE n.nspname <> 'information_schema'
  AND NOT 'internal'::regtype = ANY (p.proargtypes::oid[])
  AND NOT 'cstring'::regtype = ANY (p.proargtypes::oid[])
  AND p.prorettype <> 'trigger'::regtype
GROUP BY 1
ORDER BY 1
"""

# Without arrays and the row types of tables.
_TYPES = """
SELECT
    CASE WHEN n.nspname = 'pg_catalog' THEN '' ELSE n.nspname || '.' END || t.typname,
    ARRAY(
        SELECT e.enumlabel
        FROM pg_catalog.pg_enum AS e
        WHERE e.enumtypid = t.oid
        ORDER BY e.enumsortorder
    )::text[]
FROM pg_catalog.pg_type AS t
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_class AS c ON c.oid = t.typrelid
WHERE n.nspname NOT IN ('information_schema', 'pg_toast')
  AND t.typtype <> 'p'
  AND t.typcategory <> 'A'
  AND (c.relkind IS NULL OR c.relkind = 'c')
ORDER BY 1
"""


@dataclass(frozen=True)
class Names:
    """All names; those of the system schema stand without it, all others with their schema.

    :ivar relations: the columns of each table or view
    :ivar functions: the arguments of each function of a name
    :ivar types: the labels of each type, if it is an enum
    """

    schemas: tuple[str, ...]
    relations: dict[str, tuple[str, ...]]
    functions: dict[str, tuple[str, ...]]
    types: dict[str, tuple[str, ...]]


def read_names(connection: Connection) -> Names:
    """Read all names; only worth its time when there is a mistake to explain."""

    def lists(query: str) -> dict[str, tuple[str, ...]]:
        rows = connection.execute(query.encode()).fetchall()
        return {str(name): tuple(map(str, values)) for name, values in rows}

    schemas = connection.execute(_SCHEMAS.encode()).fetchall()
    return Names(
        schemas=tuple(str(name) for (name,) in schemas),
        relations=lists(_RELATIONS),
        functions=lists(_FUNCTIONS),
        types=lists(_TYPES),
    )
