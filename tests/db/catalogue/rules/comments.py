"""Comments, from which docstrings and diagrams are made."""

from tests.db.catalogue.rules.rule import Rule

COMMENTS = [
    Rule(
        "an object has a comment that ends in a full stop",
        """
        SELECT pg_describe_object(classid, objid, objsubid)
        FROM (
            SELECT 'pg_namespace'::regclass, s.oid, 0
            FROM our_schemas AS s
            WHERE s.nspname <> 'public'
            UNION ALL
            SELECT 'pg_class'::regclass, c.oid, a.attnum
            FROM our_relations AS c
            CROSS JOIN LATERAL (
                SELECT 0
                UNION ALL
                SELECT b.attnum
                FROM pg_attribute AS b
                WHERE b.attrelid = c.oid
                    AND b.attnum > 0
                    AND NOT b.attisdropped
            ) AS a (attnum)
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'c')
                -- A composite type has its comment as a type.
                AND NOT (c.relkind = 'c' AND a.attnum = 0)
                -- A partition is made as time goes by; what to say is said of its parent.
                AND NOT c.relispartition
            UNION ALL
            SELECT 'pg_type'::regclass, t.oid, 0
            FROM our_types AS t
            UNION ALL
            SELECT 'pg_proc'::regclass, p.oid, 0
            FROM our_functions AS p
        ) AS wanted (classid, objid, objsubid)
        WHERE coalesce(
            CASE
                WHEN objsubid > 0 THEN col_description(objid, objsubid)
                ELSE obj_description(objid, classid::text)
            END,
            ''
        ) !~ '[[:alnum:])"''`]\\.$'
        """,
        {
            "COMMENT ON SCHEMA iam IS NULL": "schema iam",
            "COMMENT ON TABLE iam.users IS ''": "table iam.users",
            "COMMENT ON COLUMN iam.users.id IS 'A number'": "column id of table iam.users",
            "COMMENT ON TYPE iam.role IS NULL": "type iam.role",
            "COMMENT ON FUNCTION iam.is_signed_in() IS '.'": "function iam.is_signed_in()",
            "CREATE VIEW iam.scratch AS SELECT 1 AS a": "column a of view iam.scratch",
            "CREATE DOMAIN iam.scratch AS text": "type iam.scratch",
            "CREATE TYPE iam.scratch AS (a text)": "type iam.scratch",
            "CREATE TYPE iam.scratch AS RANGE (subtype = text)": "type iam.scratch",
        },
    ),
]
