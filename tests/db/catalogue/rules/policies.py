"""Row-level security."""

from tests.db.catalogue.rules.rule import Rule

POLICIES = [
    Rule(
        "a table has row-level security",
        """
        SELECT c.oid::regclass::text
        FROM our_tables AS c
        WHERE NOT c.relrowsecurity
        """,
        {
            "CREATE TABLE iam.scratch ()": "iam.scratch",
            "ALTER TABLE iam.users DISABLE ROW LEVEL SECURITY": "iam.users",
            """
            CREATE TABLE iam.scratch (a integer) PARTITION BY LIST (a);
            ALTER TABLE iam.scratch ENABLE ROW LEVEL SECURITY;
            CREATE TABLE iam.scratch_1 PARTITION OF iam.scratch FOR VALUES IN (1);
            """: "iam.scratch_1",
        },
    ),
    Rule(
        "row-level security is not forced on the owner",
        """
        SELECT c.oid::regclass::text
        FROM our_tables AS c
        WHERE c.relforcerowsecurity
        """,
        {"ALTER TABLE iam.users FORCE ROW LEVEL SECURITY": "iam.users"},
    ),
    Rule(
        "a table that is no partition has a policy that lets somebody in",
        """
        SELECT c.oid::regclass::text
        FROM our_tables AS c
        WHERE NOT c.relispartition
            AND NOT EXISTS (
                SELECT FROM our_policies AS p WHERE p.polrelid = c.oid AND p.polpermissive
            )
        """,
        {
            "CREATE TABLE iam.scratch ()": "iam.scratch",
            """
            CREATE TABLE iam.scratch ();
            CREATE POLICY none ON iam.scratch AS RESTRICTIVE TO application_user USING (true)
            """: "iam.scratch",
        },
    ),
    Rule(
        "a role that has rights to a table has a policy there",
        """
        SELECT DISTINCT format('%s: %s', r.name, c.oid::regclass)
        FROM our_tables AS c
        INNER JOIN run_time_roles AS r
            ON has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE')
            OR has_table_privilege(r.oid, c.oid, 'DELETE')
        WHERE NOT EXISTS (
            SELECT
            FROM our_policies AS p
            WHERE p.polrelid = c.oid
                AND p.polpermissive
                AND r.oid = ANY (p.polroles)
        )
        """,
        {
            "GRANT SELECT (id) ON iam.oauth_clients TO application_user": (
                "application_user: iam.oauth_clients"
            ),
        },
    ),
    Rule(
        "a policy for a role comes with rights to the table",
        """
        SELECT format('%s: %s', r.name, p.name)
        FROM our_policies AS p
        INNER JOIN run_time_roles AS r
            ON r.oid = ANY (p.polroles)
        WHERE p.polpermissive
            AND NOT CASE p.polcmd
                WHEN 'r' THEN has_any_column_privilege(r.oid, p.polrelid, 'SELECT')
                WHEN 'a' THEN has_any_column_privilege(r.oid, p.polrelid, 'INSERT')
                WHEN 'w' THEN has_any_column_privilege(r.oid, p.polrelid, 'UPDATE')
                WHEN 'd' THEN has_table_privilege(r.oid, p.polrelid, 'DELETE')
                ELSE has_any_column_privilege(r.oid, p.polrelid, 'SELECT, INSERT, UPDATE')
            END
        """,
        {
            """
            CREATE POLICY more ON iam.roles_permissions FOR DELETE
                TO application_user USING (true)
            """: "application_user: more on iam.roles_permissions",
        },
    ),
    Rule(
        "a policy names the roles it is for",
        """
        SELECT p.name
        FROM our_policies AS p
        WHERE 0 = ANY (p.polroles)
        """,
        {"CREATE POLICY all_of_them ON iam.users USING (false)": "all_of_them on iam.users"},
    ),
    Rule(
        "a policy says of a row both before and after a change",
        """
        SELECT p.name
        FROM our_policies AS p
        WHERE p.polcmd IN ('*', 'w')
            AND (p.polqual IS NULL OR p.polwithcheck IS NULL)
        """,
        {
            "CREATE POLICY more ON iam.users FOR UPDATE TO application_user USING (true)": (
                "more on iam.users"
            ),
            "CREATE POLICY more ON iam.users TO application_user WITH CHECK (true)": (
                "more on iam.users"
            ),
        },
    ),
    Rule(
        "a policy for people does not let everything pass",
        """
        SELECT p.name
        FROM our_policies AS p
        WHERE p.polpermissive
            AND p.polroles <> ARRAY['application_system'::regrole::oid]
            AND 'true' IN (
                pg_get_expr(p.polqual, p.polrelid),
                pg_get_expr(p.polwithcheck, p.polrelid)
            )
        """,
        {
            "CREATE POLICY more ON iam.users FOR SELECT TO application_readonly USING (true)": (
                "more on iam.users"
            ),
        },
    ),
    Rule(
        "a view reads with the rights of whoever asks",
        """
        SELECT c.oid::regclass::text
        FROM our_relations AS c
        WHERE c.relkind = 'm'
            OR (
                c.relkind = 'v'
                AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)
            )
        """,
        {
            "CREATE VIEW iam.scratch AS SELECT id FROM iam.users": "iam.scratch",
            "CREATE MATERIALIZED VIEW iam.scratch AS SELECT id FROM iam.users": "iam.scratch",
        },
    ),
    Rule(
        "a policy asks about the person once a statement and not for each row",
        """
        SELECT p.name
        FROM our_policies AS p
        WHERE pg_get_expr(p.polqual, p.polrelid)
            -- What takes a column can be asked for each row only.
            ~ '(?<!SELECT )(iam|assistants|rag|ops|llm)\\.\\w+\\((\\)|NULL|'')'
        """,
        {
            """
            CREATE POLICY more ON iam.users FOR SELECT TO application_user
                USING (iam.is_system_admin())
            """: "more on iam.users",
            """
            CREATE POLICY more ON iam.users FOR SELECT TO application_user
                USING (iam.has_permission(NULL, 'SetupModels'))
            """: "more on iam.users",
        },
    ),
    Rule(
        "a person moves no row to another team, person or number",
        """
        SELECT a.name
        FROM our_columns AS a
        WHERE a.attname IN ('id', 'team_id', 'user_id', 'created_by', 'owner_user_id', 'created_at')
            AND has_column_privilege('application_user', a.attrelid, a.attnum, 'UPDATE')
        """,
        {
            "GRANT UPDATE ON iam.groups TO application_user": "iam.groups.id",
            "GRANT UPDATE (team_id) ON iam.api_keys TO application_user": "iam.api_keys.team_id",
        },
    ),
]
