"""Functions, their triggers, and enum types."""

from tests.db.catalogue.rules.rule import Rule

FUNCTIONS = [
    Rule(
        "a table with updated_at has the trigger that sets it",
        """
        SELECT c.oid::regclass::text
        FROM our_tables AS c
        INNER JOIN our_columns AS a
            ON a.attrelid = c.oid AND a.attname = 'updated_at'
        WHERE NOT EXISTS (
            SELECT
            FROM pg_trigger AS t
            WHERE t.tgrelid = c.oid
                AND t.tgfoid = 'public.set_updated_at()'::regprocedure
                AND t.tgenabled = 'O'
                -- For each row, before, on update: of every column, and always.
                AND t.tgtype = 1 + 2 + 16
                AND t.tgattr = ''
                AND t.tgqual IS NULL
        )
        """,
        {
            "CREATE TABLE iam.scratch (updated_at timestamptz)": "iam.scratch",
            "ALTER TABLE iam.users DISABLE TRIGGER set_updated_at": "iam.users",
            """
            CREATE TABLE iam.scratch (a integer, updated_at timestamptz);
            CREATE TRIGGER set_updated_at BEFORE UPDATE OF a ON iam.scratch FOR EACH ROW
                EXECUTE FUNCTION public.set_updated_at()
            """: "iam.scratch",
        },
    ),
    Rule(
        "a trigger that sets updated_at is told the generated columns",
        """
        SELECT a.name
        FROM our_columns AS a
        INNER JOIN pg_trigger AS t
            ON t.tgrelid = a.attrelid AND t.tgfoid = 'public.set_updated_at()'::regprocedure
        WHERE a.attgenerated <> ''
            -- Each argument ends with a zero byte, which text cannot hold.
            AND NOT a.attname::text = ANY (string_to_array(encode(t.tgargs, 'escape'), '\\000'))
        """,
        {
            "ALTER TABLE iam.users ADD loud text GENERATED ALWAYS AS (upper(email)) STORED": (
                "iam.users.loud"
            ),
        },
    ),
    Rule(
        "a function pins what its names mean",
        """
        SELECT p.name
        FROM our_functions AS p
        WHERE p.prosqlbody IS NULL
            AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (p.proconfig), false)
        """,
        {
            "CREATE FUNCTION iam.f() RETURNS integer LANGUAGE sql AS 'SELECT 1'": "iam.f()",
            "ALTER FUNCTION public.set_updated_at() SET search_path = public": "set_updated_at()",
        },
    ),
    Rule(
        "a function with the owner's rights pins what its names mean while it runs",
        """
        SELECT p.name
        FROM our_functions AS p
        WHERE p.prosecdef
            AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (p.proconfig), false)
        """,
        {"ALTER FUNCTION iam.is_signed_in() RESET search_path": "iam.is_signed_in()"},
    ),
    Rule(
        "a function is not for everybody to call",
        """
        SELECT p.name
        FROM our_functions AS p
        WHERE has_function_privilege('public', p.oid, 'EXECUTE')
        """,
        {
            "GRANT EXECUTE ON FUNCTION iam.is_signed_in() TO PUBLIC": "iam.is_signed_in()",
            """
            ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
            CREATE FUNCTION iam.f() RETURNS integer LANGUAGE sql RETURN 1
            """: "iam.f()",
        },
    ),
    Rule(
        "a trigger's function is for nobody to call",
        """
        SELECT p.name
        FROM our_functions AS p
        INNER JOIN run_time_roles AS r
            ON has_function_privilege(r.oid, p.oid, 'EXECUTE')
        WHERE p.prorettype IN ('trigger'::regtype, 'event_trigger'::regtype)
        """,
        {
            "GRANT EXECUTE ON FUNCTION public.set_updated_at() TO application_system": (
                "set_updated_at()"
            ),
        },
    ),
]

TYPES = [
    Rule(
        "an enum is used by the schema that it lives in",
        """
        SELECT t.name
        FROM our_types AS t
        WHERE t.typtype = 'e'
            AND t.typnamespace <> 'public'::regnamespace
            AND t.typnamespace NOT IN (
                SELECT c.relnamespace
                FROM our_columns AS a
                INNER JOIN our_tables AS c
                    ON c.oid = a.attrelid
                WHERE a.atttypid IN (t.oid, t.typarray)
                UNION ALL
                SELECT p.pronamespace
                FROM our_functions AS p
                INNER JOIN pg_depend AS d
                    ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                WHERE d.refclassid = 'pg_type'::regclass
                    AND d.refobjid IN (t.oid, t.typarray)
            )
        """,
        {
            "CREATE TYPE iam.scratch AS ENUM ('a')": "iam.scratch",
            "ALTER TYPE iam.role SET SCHEMA public; CREATE TYPE iam.role AS ENUM ()": "iam.role",
        },
    ),
    Rule(
        "an enum in public is used by more than one schema",
        """
        SELECT t.name
        FROM our_types AS t
        WHERE t.typtype = 'e'
            AND t.typnamespace = 'public'::regnamespace
            AND (
                SELECT count(DISTINCT c.relnamespace)
                FROM our_columns AS a
                INNER JOIN our_tables AS c
                    ON c.oid = a.attrelid
                WHERE a.atttypid IN (t.oid, t.typarray)
            ) < 2
        """,
        {"ALTER TYPE iam.role SET SCHEMA public": "role"},
    ),
]
