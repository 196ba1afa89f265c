"""The query that asks who may do what, for :class:`~db.commands.catalogue.objects.Grant`."""

from typing import LiteralString

from db.commands.catalogue.queries import EXTENSION, TABLE

GRANTS: LiteralString = f"""
    SELECT
        g.kind,
        g.object,
        g."column",
        CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(x.grantee) END AS grantee,
        x.privilege_type AS privilege
    FROM (
        SELECT 'schema', quote_ident(n.nspname), NULL::text, n.nspacl, n.nspowner
        FROM pg_namespace AS n
        WHERE n.oid = ANY (%(schemas)s)
        UNION ALL
        SELECT 'table', {TABLE.format("c.oid")}, NULL, c.relacl, c.relowner
        FROM pg_class AS c
        WHERE c.oid = ANY (%(relations)s)
        UNION ALL
        SELECT 'column', {TABLE.format("c.oid")}, quote_ident(a.attname), a.attacl, c.relowner
        FROM pg_attribute AS a
        INNER JOIN pg_class AS c
            ON c.oid = a.attrelid
        WHERE c.oid = ANY (%(relations)s)
        UNION ALL
        SELECT 'sequence', {TABLE.format("c.oid")}, NULL, c.relacl, c.relowner
        FROM pg_class AS c
        WHERE c.relnamespace = ANY (%(schemas)s)
            AND c.relkind = 'S'
        UNION ALL
        SELECT
            'function',
            p.oid::regprocedure::text,
            NULL,
            coalesce(p.proacl, acldefault('f', p.proowner)),
            p.proowner
        FROM pg_proc AS p
        WHERE p.pronamespace = ANY (%(schemas)s)
            AND {EXTENSION.format("pg_proc", "p")}
    ) AS g (kind, object, "column", acl, owner)
    CROSS JOIN LATERAL aclexplode(g.acl) AS x
    WHERE x.grantee <> g.owner
    ORDER BY 1, 2, 3 NULLS FIRST, 4, 5
"""  # noqa: S608 - made of constants
