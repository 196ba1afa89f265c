"""The queries that ask for the catalogue, one for each class of :mod:`~.objects`.

Each gives columns by the names of the class' fields. They run with an empty ``search_path``, so
that what Postgres prints is qualified. ``%(schemas)s`` and ``%(relations)s`` are the OIDs of what
is ours.
"""

from typing import LiteralString

#: Whether an object belongs to an extension, or Postgres made it for another.
EXTENSION: LiteralString = """
    NOT EXISTS (
        SELECT
        FROM pg_depend AS d
        WHERE d.classid = '{}'::regclass
            AND d.objid = {}.oid
            AND d.deptype IN ('e', 'i')
    )
"""

OUR_SCHEMAS: LiteralString = f"""
    SELECT n.oid
    FROM pg_namespace AS n
    WHERE n.nspname !~ '^pg_'
        AND n.nspname <> 'information_schema'
        AND {EXTENSION.format("pg_namespace", "n")}
"""  # noqa: S608 - made of constants

SCHEMAS: LiteralString = """
    SELECT
        n.nspname AS name,
        quote_ident(n.nspname) AS quoted,
        obj_description(n.oid, 'pg_namespace') AS comment
    FROM pg_namespace AS n
    WHERE n.oid = ANY (%(schemas)s)
    ORDER BY n.nspname
"""

RELATIONS: LiteralString = """
    SELECT
        c.oid,
        n.nspname AS schema,
        c.relname AS name,
        quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS qualified,
        CASE c.relkind
            WHEN 'v' THEN 'view'
            WHEN 'm' THEN 'materialized view'
            WHEN 'f' THEN 'foreign table'
            ELSE 'table'
        END AS kind,
        obj_description(c.oid, 'pg_class') AS comment,
        c.relrowsecurity AS row_security,
        c.relispartition AS is_partition,
        EXISTS (
            SELECT
            FROM pg_options_to_table(c.reloptions) AS o
            WHERE o.option_name = 'security_invoker'
                AND o.option_value::boolean
        ) AS asks_as_caller,
        pg_stat_get_numscans(c.oid) + coalesce(i.scans, 0)::bigint AS reads,
        pg_stat_get_tuples_inserted(c.oid) + pg_stat_get_tuples_updated(c.oid)
            + pg_stat_get_tuples_deleted(c.oid) AS writes
    FROM pg_class AS c
    INNER JOIN pg_namespace AS n
        ON n.oid = c.relnamespace
    LEFT JOIN LATERAL (
        SELECT sum(pg_stat_get_numscans(x.indexrelid)) AS scans
        FROM pg_index AS x
        WHERE x.indrelid = c.oid
    ) AS i ON true
    WHERE c.relnamespace = ANY (%(schemas)s)
        AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        AND (n.nspname, c.relname) <> ('public', 'schema_migrations')
        AND NOT EXISTS (
            SELECT
            FROM pg_depend AS d
            WHERE d.classid = 'pg_class'::regclass
                AND d.objid = c.oid
                AND d.deptype = 'e'
        )
    ORDER BY n.nspname, c.relname
"""

#: The qualified name of the table that a row of a catalogue belongs to, by the column that says so.
TABLE: LiteralString = """(
    SELECT quote_ident(n.nspname) || '.' || quote_ident(t.relname)
    FROM pg_class AS t
    INNER JOIN pg_namespace AS n
        ON n.oid = t.relnamespace
    WHERE t.oid = {}
)"""

#: The names of columns, in the order of their numbers in an array.
_NAMES: LiteralString = """ARRAY(
    SELECT a.attname::text
    FROM unnest({}) WITH ORDINALITY AS u (attnum, place)
    INNER JOIN pg_attribute AS a
        ON a.attrelid = {} AND a.attnum = u.attnum
    ORDER BY u.place
)"""

COLUMNS: LiteralString = f"""
    SELECT
        {TABLE.format("a.attrelid")} AS table,
        a.attname AS name,
        quote_ident(a.attname) AS quoted,
        CASE
            WHEN y.typnamespace = 'pg_catalog'::regnamespace THEN format_type(y.oid, NULL)
            ELSE y.typname
        END AS type,
        y.typtype = 'b' AND y.typelem <> 0 AND y.typlen = -1 AS is_array,
        NOT a.attnotnull AS is_nullable,
        col_description(a.attrelid, a.attnum) AS comment
    FROM pg_attribute AS a
    INNER JOIN pg_type AS y
        ON y.oid = a.atttypid
    WHERE a.attrelid = ANY (%(relations)s)
        AND a.attnum > 0
        AND NOT a.attisdropped
    ORDER BY 1, a.attnum
"""  # noqa: S608 - made of constants

FOREIGN_KEYS: LiteralString = f"""
    SELECT
        {TABLE.format("o.conrelid")} AS table,
        o.conname AS name,
        {_NAMES.format("o.conkey", "o.conrelid")} AS columns,
        {TABLE.format("o.confrelid")} AS target,
        {_NAMES.format("o.confkey", "o.confrelid")} AS target_columns
    FROM pg_constraint AS o
    WHERE o.conrelid = ANY (%(relations)s)
        AND o.contype = 'f'
        AND o.conparentid = 0
    ORDER BY 1, o.conname
"""  # noqa: S608 - made of constants

KEYS: LiteralString = f"""
    SELECT
        {TABLE.format("o.conrelid")} AS table,
        o.conname AS name,
        o.contype = 'p' AS is_primary,
        {_NAMES.format("o.conkey", "o.conrelid")} AS columns
    FROM pg_constraint AS o
    WHERE o.conrelid = ANY (%(relations)s)
        AND o.contype IN ('p', 'u')
    ORDER BY 1, o.conname
"""  # noqa: S608 - made of constants

CHECKS: LiteralString = f"""
    SELECT
        {TABLE.format("o.conrelid")} AS table,
        o.conname AS name,
        {_NAMES.format("o.conkey", "o.conrelid")} AS columns
    FROM pg_constraint AS o
    WHERE o.conrelid = ANY (%(relations)s)
        AND o.contype = 'c'
    ORDER BY 1, o.conname
"""  # noqa: S608 - made of constants

INDEXES: LiteralString = f"""
    SELECT
        {TABLE.format("i.indrelid")} AS table,
        c.relname AS name,
        m.amname AS method,
        ARRAY(
            SELECT (
                SELECT a.attname::text
                FROM pg_attribute AS a
                WHERE a.attrelid = i.indrelid
                    AND a.attnum = i.indkey[k]
                    AND a.attnum <> 0
            )
            FROM generate_series(0, i.indnkeyatts - 1) AS k
            ORDER BY k
        ) AS columns,
        ARRAY(
            SELECT
                concat_ws(
                    ' ',
                    pg_get_indexdef(i.indexrelid, k + 1, false),
                    i.indclass[k],
                    i.indcollation[k],
                    i.indoption[k]
                )
            FROM generate_series(0, i.indnkeyatts - 1) AS k
            ORDER BY k
        ) AS parts,
        ARRAY(
            SELECT pg_get_indexdef(i.indexrelid, k + 1, false)
            FROM generate_series(i.indnkeyatts, i.indnatts - 1) AS k
            ORDER BY k
        ) AS included,
        pg_get_expr(i.indpred, i.indrelid) AS predicate,
        i.indisunique AS is_unique,
        EXISTS (
            SELECT
            FROM pg_constraint AS o
            WHERE o.conindid = i.indexrelid
                AND o.conrelid = i.indrelid
                AND o.contype IN ('p', 'u', 'x')
        ) AS backs_constraint,
        i.indisvalid AS is_valid,
        pg_stat_get_numscans(i.indexrelid) AS scans
    FROM pg_index AS i
    INNER JOIN pg_class AS c
        ON c.oid = i.indexrelid
    INNER JOIN pg_am AS m
        ON m.oid = c.relam
    WHERE i.indrelid = ANY (%(relations)s)
    ORDER BY 1, c.relname
"""  # noqa: S608 - made of constants

POLICIES: LiteralString = f"""
    SELECT
        {TABLE.format("p.polrelid")} AS table,
        p.polname AS name,
        CASE p.polcmd
            WHEN 'r' THEN 'SELECT'
            WHEN 'a' THEN 'INSERT'
            WHEN 'w' THEN 'UPDATE'
            WHEN 'd' THEN 'DELETE'
            ELSE 'ALL'
        END AS command,
        p.polpermissive AS is_permissive,
        ARRAY(
            SELECT CASE r WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(r) END
            FROM unnest(p.polroles) AS r
            ORDER BY 1
        ) AS roles,
        pg_get_expr(p.polqual, p.polrelid) AS using,
        p.polqual::text AS using_tree,
        pg_get_expr(p.polwithcheck, p.polrelid) AS check,
        p.polwithcheck::text AS check_tree
    FROM pg_policy AS p
    WHERE p.polrelid = ANY (%(relations)s)
    ORDER BY 1, p.polname
"""  # noqa: S608 - made of constants

FUNCTIONS: LiteralString = f"""
    SELECT
        p.oid::regprocedure::text AS signature,
        CASE p.prokind
            WHEN 'p' THEN 'procedure'
            WHEN 'a' THEN 'aggregate'
            WHEN 'w' THEN 'window function'
            ELSE 'function'
        END AS kind,
        l.lanname AS language,
        p.prosecdef AS is_definer,
        (
            SELECT substr(s.setting, length('search_path=') + 1)
            FROM unnest(p.proconfig) AS s (setting)
            WHERE s.setting LIKE 'search_path=%%'
        ) AS search_path,
        p.prosqlbody IS NOT NULL AS has_standard_body,
        obj_description(p.oid, 'pg_proc') AS comment
    FROM pg_proc AS p
    INNER JOIN pg_language AS l
        ON l.oid = p.prolang
    WHERE p.pronamespace = ANY (%(schemas)s)
        AND {EXTENSION.format("pg_proc", "p")}
    ORDER BY 1
"""  # noqa: S608 - made of constants

CALLABLE_NAMES: LiteralString = """
    SELECT p.oid, p.oid::regprocedure::text
    FROM pg_proc AS p
    WHERE p.pronamespace <> 'pg_catalog'::regnamespace
"""

TYPES: LiteralString = """
    SELECT
        format_type(y.oid, NULL) AS qualified,
        CASE y.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END AS words,
        obj_description(y.oid, 'pg_type') AS comment
    FROM pg_type AS y
    LEFT JOIN pg_class AS c
        ON c.oid = y.typrelid
    WHERE y.typnamespace = ANY (%(schemas)s)
        AND (y.typtype IN ('e', 'd', 'r') OR (y.typtype = 'c' AND c.relkind = 'c'))
        AND NOT EXISTS (
            SELECT
            FROM pg_depend AS d
            WHERE d.classid = 'pg_type'::regclass
                AND d.objid = y.oid
                AND d.deptype = 'e'
        )
    ORDER BY 1
"""
