"""What is asked of the catalogue: each text reads all that a run needs of one kind."""

# A true array type is the one that its element type names; int2vector, say, is none.
TYPES = """
WITH RECURSIVE needed AS (
    SELECT unnest(%s::oid[]) AS oid
    UNION
    SELECT reference.oid
    FROM needed
    JOIN pg_catalog.pg_type AS t ON t.oid = needed.oid
    CROSS JOIN LATERAL (
        VALUES (t.typelem), (t.typbasetype)
        UNION ALL
        SELECT r.rngsubtype FROM pg_catalog.pg_range AS r WHERE r.rngtypid = t.oid
        UNION ALL
        SELECT r.rngtypid FROM pg_catalog.pg_range AS r WHERE r.rngmultitypid = t.oid
        UNION ALL
        SELECT a.atttypid
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
    ) AS reference (oid)
    WHERE reference.oid <> 0
)
SELECT
    t.oid,
    n.nspname,
    t.typname,
    t.typtype::text,
    pg_catalog.format_type(t.oid, NULL),
    element.typarray IS NOT DISTINCT FROM t.oid,
    t.typelem,
    t.typbasetype,
    ARRAY(
        SELECT e.enumlabel
        FROM pg_catalog.pg_enum AS e
        WHERE e.enumtypid = t.oid
        ORDER BY e.enumsortorder
    )::text[],
    coalesce(
        pg_catalog.obj_description(t.oid, 'pg_type'),
        pg_catalog.obj_description(nullif(t.typrelid, 0), 'pg_class')
    ),
    t.typdelim::text,
    coalesce(range.rngsubtype, multirange.rngtypid, 0::oid),
    attributes.names,
    attributes.types,
    attributes.comments,
    attributes.dimensions
FROM needed
JOIN pg_catalog.pg_type AS t ON t.oid = needed.oid
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_type AS element ON element.oid = t.typelem
LEFT JOIN pg_catalog.pg_range AS range ON range.rngtypid = t.oid
LEFT JOIN pg_catalog.pg_range AS multirange ON multirange.rngmultitypid = t.oid
CROSS JOIN LATERAL (
    SELECT
        coalesce(array_agg(a.attname::text ORDER BY a.attnum), '{}') AS names,
        coalesce(array_agg(a.atttypid ORDER BY a.attnum), '{}') AS types,
        coalesce(
            array_agg(pg_catalog.col_description(a.attrelid, a.attnum) ORDER BY a.attnum), '{}'
        ) AS comments,
        coalesce(array_agg(greatest(a.attndims, 1) ORDER BY a.attnum), '{}') AS dimensions
    FROM pg_catalog.pg_attribute AS a
    WHERE t.typrelid <> 0
      AND a.attrelid = t.typrelid
      AND a.attnum > 0
      AND NOT a.attisdropped
) AS attributes
"""

# Unlogged and temporary tables are not on a replica; a partition may be one.
RELATIONS = """
SELECT
    c.oid,
    n.nspname,
    c.relname,
    c.relkind::text,
    c.relrowsecurity,
    c.relhassubclass,
    c.relkind <> 'm' AND c.relhasrules,
    NOT EXISTS (
        WITH RECURSIVE family AS (
            SELECT c.oid AS member
            UNION
            SELECT i.inhrelid
            FROM family AS f
            JOIN pg_catalog.pg_inherits AS i ON i.inhparent = f.member
        )
        SELECT
        FROM family AS f
        JOIN pg_catalog.pg_class AS m ON m.oid = f.member
        WHERE m.relpersistence <> 'p'
    ),
    pg_catalog.obj_description(c.oid, 'pg_class')
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.oid = ANY (%s)
"""

# What attnotnull does not promise: before PostgreSQL 18 an inheritance child may drop it, a
# foreign table does not enforce it, and from 18 on the constraint may be NOT VALID.
ATTRIBUTES = """
WITH RECURSIVE family AS (
    SELECT c.oid AS root, c.oid AS member
    FROM pg_catalog.pg_class AS c
    WHERE c.oid = ANY (%s)
    UNION
    SELECT f.root, i.inhrelid
    FROM family AS f
    JOIN pg_catalog.pg_inherits AS i ON i.inhparent = f.member
)
SELECT
    a.attrelid,
    a.attnum,
    a.attname,
    a.atttypid,
    (
        SELECT bool_and(m.attnotnull AND c.relkind IN ('r', 'p') AND NOT EXISTS (
            SELECT
            FROM pg_catalog.pg_constraint AS k
            WHERE k.conrelid = m.attrelid
              AND k.contype = 'n'
              AND NOT k.convalidated
              AND m.attnum = ANY (k.conkey)
        ))
        FROM family AS f
        JOIN pg_catalog.pg_class AS c ON c.oid = f.member
        JOIN pg_catalog.pg_attribute AS m ON m.attrelid = f.member AND m.attname = a.attname
        WHERE f.root = a.attrelid
          AND m.attnum > 0
          AND NOT m.attisdropped
    ),
    CASE WHEN a.attgenerated <> '' THEN d.adbin::text END,
    pg_catalog.col_description(a.attrelid, a.attnum),
    a.attnotnull,
    greatest(a.attndims, 1),
    NOT a.attnotnull
    AND a.attgenerated = ''
    AND t.typtype <> 'd'
    AND c.relkind = 'r'
    AND NOT c.relispartition
    AND NOT EXISTS (
        SELECT
        FROM pg_catalog.pg_constraint AS k
        WHERE k.conrelid = a.attrelid
          AND k.contype = 'c'
          AND (k.conkey IS NULL OR a.attnum = ANY (k.conkey))
    )
FROM pg_catalog.pg_attribute AS a
JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
LEFT JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attrelid = ANY (%s)
  AND a.attnum > 0
  AND NOT a.attisdropped
"""

# A CHECK holds for a table and its children, unless it is NO INHERIT. Asked for as JSON, since
# conenforced came with PostgreSQL 18.
CHECKS = """
SELECT k.conrelid, k.conbin::text
FROM pg_catalog.pg_constraint AS k
JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid
WHERE k.conrelid = ANY (%s)
  AND k.contype = 'c'
  AND k.convalidated
  AND coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true'
  AND c.relkind IN ('r', 'p')
  AND (NOT k.connoinherit OR NOT c.relhassubclass)
"""

# Only keys that hold at every moment: validated, enforced, not deferrable, not over a period. A key
# that refers to a partitioned table has entries for its partitions, which promise no row in each.
# The triggers that keep a key may be disabled (ALTER TABLE ... DISABLE TRIGGER ALL). And what they
# do to rows that refer to one that goes (CASCADE, SET NULL), a trigger or rule of the table that
# refers may leave undone, say to mark a row as deleted.
FOREIGN_KEYS = """
SELECT k.conrelid, k.conname, k.confrelid, k.conkey, k.confkey, k.conpfeqop::oid[]
FROM pg_catalog.pg_constraint AS k
JOIN pg_catalog.pg_class AS target ON target.oid = k.confrelid
WHERE k.conrelid = ANY (%s)
  AND k.contype = 'f'
  AND k.convalidated
  AND NOT k.condeferrable
  AND coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true'
  AND coalesce(to_jsonb(k) ->> 'conperiod', 'false') = 'false'
  AND NOT (k.conparentid <> 0 AND target.relispartition)
  AND NOT EXISTS (
      WITH RECURSIVE family AS (
          SELECT k.oid AS member
          UNION
          SELECT part.oid
          FROM family AS f
          JOIN pg_catalog.pg_constraint AS part ON part.conparentid = f.member
      )
      SELECT
      FROM family AS f
      JOIN pg_catalog.pg_trigger AS t ON t.tgconstraint = f.member
      WHERE t.tgenabled IN ('D', 'R')
  )
  AND NOT EXISTS (
      WITH RECURSIVE family AS (
          SELECT k.conrelid AS member
          UNION
          SELECT i.inhrelid
          FROM family AS f
          JOIN pg_catalog.pg_inherits AS i ON i.inhparent = f.member
      ), undone AS (
          SELECT t.tgtype & 8 <> 0 AS on_delete, t.tgtype & 16 <> 0 AS on_update
          FROM family AS f
          JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = f.member
          WHERE NOT t.tgisinternal
            AND t.tgenabled <> 'D'
            AND t.tgtype & 3 = 3
          UNION ALL
          SELECT r.ev_type = '4', r.ev_type = '2'
          FROM family AS f
          JOIN pg_catalog.pg_rewrite AS r ON r.ev_class = f.member
      )
      SELECT
      FROM undone AS u
      WHERE (u.on_delete AND k.confdeltype = 'c')
         OR (u.on_update AND (k.confdeltype IN ('n', 'd') OR k.confupdtype IN ('c', 'n', 'd')))
  )
"""

# Conditions on the rows that a query reads; whom they bind is not asked for.
POLICIES = """
SELECT p.polrelid, p.polqual::text
FROM pg_catalog.pg_policy AS p
WHERE p.polrelid = ANY (%s)
  AND p.polcmd IN ('r', '*')
  AND p.polqual IS NOT NULL
"""

# BEFORE and INSTEAD row triggers may change what is stored; bits of tgtype as in pg_trigger.h. So
# may the server of a foreign table, which may be a partition.
TRIGGERS = """
WITH RECURSIVE family AS (
    SELECT c.oid AS root, c.oid AS member
    FROM pg_catalog.pg_class AS c
    WHERE c.oid = ANY (%s)
    UNION
    SELECT f.root, i.inhrelid
    FROM family AS f
    JOIN pg_catalog.pg_inherits AS i ON i.inhparent = f.member
)
SELECT DISTINCT f.root, t.tgtype & 4 <> 0, t.tgtype & 16 <> 0
FROM family AS f
JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = f.member
WHERE NOT t.tgisinternal
  AND t.tgenabled <> 'D'
  AND t.tgtype & 1 <> 0
  AND t.tgtype & (2 | 64) <> 0
UNION
SELECT f.root, true, true
FROM family AS f
JOIN pg_catalog.pg_class AS c ON c.oid = f.member
WHERE c.relkind = 'f'
"""

# A domain is NOT NULL if it, or a domain that it is over, says so.
NOT_NULL_DOMAINS = """
WITH RECURSIVE layers AS (
    SELECT t.oid AS domain, t.oid, t.typbasetype, t.typnotnull
    FROM pg_catalog.pg_type AS t
    WHERE t.typtype = 'd'
    UNION ALL
    SELECT l.domain, t.oid, t.typbasetype, t.typnotnull
    FROM layers AS l
    JOIN pg_catalog.pg_type AS t ON t.oid = l.typbasetype
    WHERE t.typtype = 'd'
)
SELECT domain FROM layers GROUP BY domain HAVING bool_or(typnotnull)
"""
