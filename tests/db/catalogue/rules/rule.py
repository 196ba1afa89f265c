"""A rule, and the views that the queries of rules read."""

from dataclasses import dataclass
from typing import LiteralString

#: What the queries read: relations, columns, functions and types of the project, without those of
#: an extension and of dbmate.
OURS: LiteralString = """
    CREATE TEMPORARY VIEW our_schemas AS
    SELECT oid, nspname, nspowner, nspacl
    FROM pg_namespace
    WHERE nspname IN (
        'iam', 'integrations', 'llm', 'assistants', 'automation', 'rag', 'model_registry',
        'storage', 'ops', 'public'
    );

    CREATE TEMPORARY VIEW our_relations AS
    SELECT c.*
    FROM pg_class AS c
    WHERE c.relnamespace IN (SELECT s.oid FROM our_schemas AS s)
        AND c.oid <> 'public.schema_migrations'::regclass
        AND NOT EXISTS (
            SELECT FROM pg_depend AS d WHERE d.objid = c.oid AND d.deptype = 'e'
        );

    CREATE TEMPORARY VIEW our_tables AS
    SELECT *
    FROM our_relations
    WHERE relkind IN ('r', 'p');

    CREATE TEMPORARY VIEW our_columns AS
    SELECT
        a.attrelid,
        a.attnum,
        a.attname,
        a.atttypid,
        a.attidentity,
        a.attgenerated,
        a.attacl,
        format('%s.%I', c.oid::regclass, a.attname) AS name
    FROM pg_attribute AS a
    INNER JOIN our_tables AS c
        ON c.oid = a.attrelid
    WHERE a.attnum > 0
        AND NOT a.attisdropped
        AND NOT c.relispartition;

    -- Postgres itself makes the constructors of a range type.
    CREATE TEMPORARY VIEW our_functions AS
    SELECT p.*, p.oid::regprocedure::text AS name
    FROM pg_proc AS p
    WHERE p.pronamespace IN (SELECT s.oid FROM our_schemas AS s)
        AND NOT EXISTS (
            SELECT FROM pg_depend AS d WHERE d.objid = p.oid AND d.deptype IN ('e', 'i')
        );

    CREATE TEMPORARY VIEW our_types AS
    SELECT t.*, t.oid::regtype::text AS name
    FROM pg_type AS t
    WHERE t.typnamespace IN (SELECT s.oid FROM our_schemas AS s)
        AND (
            t.typtype IN ('e', 'd', 'r')
            OR EXISTS (SELECT FROM pg_class AS c WHERE c.oid = t.typrelid AND c.relkind = 'c')
        )
        AND NOT EXISTS (
            SELECT FROM pg_depend AS d WHERE d.objid = t.oid AND d.deptype = 'e'
        );

    CREATE TEMPORARY VIEW our_policies AS
    SELECT p.*, format('%I on %s', p.polname, c.oid::regclass) AS name
    FROM pg_policy AS p
    INNER JOIN our_tables AS c
        ON c.oid = p.polrelid;

    CREATE TEMPORARY VIEW run_time_roles AS
    SELECT r.oid, r.rolname::text AS name
    FROM pg_roles AS r
    WHERE r.rolname IN ('application_user', 'application_readonly', 'application_system');
"""


@dataclass(frozen=True)
class Rule:
    """A rule.

    :ivar claim: what holds, as a test's name says it
    :ivar query: finds what breaks it, one name a row
    :ivar breaches: what is found, by the statements that break the rule
    """

    claim: str
    query: LiteralString
    breaches: dict[LiteralString, str]
