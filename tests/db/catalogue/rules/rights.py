"""Who owns what, and what the roles may do."""

from tests.db.catalogue.rules.rule import Rule

RIGHTS = [
    Rule(
        "an object belongs to the owner",
        """
        SELECT name
        FROM (
            SELECT c.oid::regclass::text, c.relowner
            FROM our_relations AS c
            UNION ALL
            SELECT t.name, t.typowner
            FROM our_types AS t
            UNION ALL
            SELECT p.name, p.proowner
            FROM our_functions AS p
            UNION ALL
            SELECT s.nspname, s.nspowner
            FROM our_schemas AS s
            WHERE s.nspname <> 'public'
            UNION ALL
            SELECT c.relname, c.relowner
            FROM pg_class AS c
            WHERE c.oid = 'public.schema_migrations'::regclass
        ) AS found (name, owner)
        WHERE found.owner <> 'application_owner'::regrole
        """,
        {
            "RESET ROLE; CREATE TABLE iam.scratch ()": "iam.scratch",
            "RESET ROLE; CREATE VIEW public.scratch AS SELECT 1": "scratch",
            "RESET ROLE; CREATE TYPE iam.scratch AS ENUM ()": "iam.scratch",
            "RESET ROLE; ALTER FUNCTION iam.is_signed_in() OWNER TO CURRENT_USER": (
                "iam.is_signed_in()"
            ),
            "RESET ROLE; ALTER SCHEMA iam OWNER TO CURRENT_USER": "iam",
            "RESET ROLE; ALTER TABLE public.schema_migrations OWNER TO CURRENT_USER": (
                "schema_migrations"
            ),
        },
    ),
    Rule(
        "a run-time role owns nothing",
        """
        SELECT pg_describe_object(d.classid, d.objid, d.objsubid)
        FROM pg_shdepend AS d
        INNER JOIN run_time_roles AS r
            ON r.oid = d.refobjid
        WHERE d.refclassid = 'pg_authid'::regclass
            AND d.deptype = 'o'
            AND d.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
        """,
        {
            "RESET ROLE; ALTER TABLE iam.users OWNER TO application_user": "table iam.users",
            "RESET ROLE; CREATE SCHEMA scratch AUTHORIZATION application_system": "schema scratch",
        },
    ),
    Rule(
        "a role of ours may log in and nothing else",
        """
        SELECT r.rolname
        FROM pg_roles AS r
        WHERE r.rolname ~ '^application_(owner|user|readonly|system)$'
            AND (
                r.rolsuper
                OR r.rolbypassrls
                OR r.rolcreatedb
                OR r.rolcreaterole
                OR r.rolreplication
                OR NOT r.rolcanlogin
            )
        """,
        {
            "RESET ROLE; ALTER ROLE application_user BYPASSRLS": "application_user",
            "RESET ROLE; ALTER ROLE application_readonly SUPERUSER": "application_readonly",
            "RESET ROLE; ALTER ROLE application_system CREATEROLE": "application_system",
            "RESET ROLE; ALTER ROLE application_owner CREATEDB": "application_owner",
            "RESET ROLE; ALTER ROLE application_owner NOLOGIN": "application_owner",
        },
    ),
    Rule(
        "a run-time role is a member of no other",
        """
        SELECT format('%s of %s', r.name, m.roleid::regrole)
        FROM pg_auth_members AS m
        INNER JOIN run_time_roles AS r
            ON r.oid = m.member
        """,
        {
            "RESET ROLE; GRANT application_system TO application_user": (
                "application_user of application_system"
            ),
        },
    ),
    Rule(
        "the owner may act as a run-time role and inherits nothing",
        """
        SELECT r.name
        FROM run_time_roles AS r
        WHERE pg_has_role('application_owner', r.oid, 'USAGE')
            OR pg_has_role('application_owner', r.oid, 'USAGE WITH ADMIN OPTION')
            OR NOT pg_has_role('application_owner', r.oid, 'SET')
        """,
        {
            "RESET ROLE; REVOKE application_user FROM application_owner": "application_user",
            "RESET ROLE; GRANT application_user TO application_owner WITH INHERIT TRUE": (
                "application_user"
            ),
        },
    ),
    Rule(
        "a run-time role makes nothing in a schema",
        """
        SELECT format('%s in %I', r.name, s.nspname)
        FROM our_schemas AS s
        INNER JOIN run_time_roles AS r
            ON has_schema_privilege(r.oid, s.oid, 'CREATE')
        """,
        {
            "GRANT CREATE ON SCHEMA iam TO application_system": "application_system in iam",
            "RESET ROLE; GRANT CREATE ON SCHEMA public TO PUBLIC": "application_user in public",
        },
    ),
    Rule(
        "a run-time role may use each schema",
        """
        SELECT format('%s of %I', r.name, s.nspname)
        FROM our_schemas AS s
        INNER JOIN run_time_roles AS r
            ON NOT has_schema_privilege(r.oid, s.oid, 'USAGE')
        """,
        {"REVOKE USAGE ON SCHEMA iam FROM application_system": "application_system of iam"},
    ),
    Rule(
        "a run-time role empties no table, refers to none and adds no trigger",
        """
        SELECT format('%s: %s', r.name, c.oid::regclass)
        FROM our_relations AS c
        INNER JOIN run_time_roles AS r
            ON has_table_privilege(r.oid, c.oid, 'TRUNCATE, REFERENCES, TRIGGER')
        WHERE c.relkind IN ('r', 'p', 'v', 'm')
        """,
        {
            "GRANT TRUNCATE ON iam.users TO application_system": "application_system: iam.users",
            "GRANT ALL ON iam.groups TO application_user": "application_user: iam.groups",
        },
    ),
    Rule(
        "application_readonly writes nothing",
        """
        SELECT c.oid::regclass::text
        FROM our_relations AS c
        WHERE CASE
            WHEN c.relkind IN ('r', 'p', 'v', 'm') THEN
                has_any_column_privilege('application_readonly', c.oid, 'INSERT, UPDATE')
                OR has_table_privilege('application_readonly', c.oid, 'DELETE, TRUNCATE')
            WHEN c.relkind = 'S' THEN
                has_sequence_privilege('application_readonly', c.oid, 'USAGE, UPDATE')
        END
        """,
        {
            "GRANT DELETE ON iam.users TO application_readonly": "iam.users",
            "GRANT UPDATE (email) ON iam.users TO application_readonly": "iam.users",
            "GRANT INSERT ON iam.groups TO PUBLIC": "iam.groups",
            "GRANT USAGE ON SEQUENCE iam.users_id_seq TO application_readonly": "iam.users_id_seq",
        },
    ),
    Rule(
        "PUBLIC has no right to a relation, a column or a schema",
        """
        SELECT DISTINCT found.name
        FROM (
            SELECT c.oid::regclass::text, c.relacl
            FROM our_relations AS c
            UNION ALL
            SELECT a.name, a.attacl
            FROM our_columns AS a
            UNION ALL
            SELECT s.nspname, s.nspacl
            FROM our_schemas AS s
            WHERE s.nspname <> 'public'
        ) AS found (name, rights)
        CROSS JOIN aclexplode(found.rights) AS granted
        WHERE granted.grantee = 0
        """,
        {
            "GRANT SELECT ON iam.roles_permissions TO PUBLIC": "iam.roles_permissions",
            "GRANT SELECT (email) ON iam.users TO PUBLIC": "iam.users.email",
            "GRANT USAGE ON SEQUENCE iam.users_id_seq TO PUBLIC": "iam.users_id_seq",
            "GRANT USAGE ON SCHEMA iam TO PUBLIC": "iam",
        },
    ),
    Rule(
        "a run-time role passes no right on",
        """
        SELECT c.oid::regclass::text
        FROM our_relations AS c
        CROSS JOIN aclexplode(c.relacl) AS granted
        INNER JOIN run_time_roles AS r
            ON r.oid = granted.grantee
        WHERE granted.is_grantable
        """,
        {"GRANT SELECT ON iam.groups TO application_user WITH GRANT OPTION": "iam.groups"},
    ),
]
