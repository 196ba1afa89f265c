-- The database roles of the project. Run by an administrator, once a server, in any database of
-- it; running it again, or twice at the same moment, changes nothing.
--
-- No passwords here: they are infrastructure's to give (ALTER ROLE ... PASSWORD from its secret
-- store, or certificates, or a socket with peer authentication). A role without a password cannot
-- log in where pg_hba.conf asks for one.
--
-- Roles belong to the server, not to one database, which is why no migration makes them: a role
-- cannot be dropped while any other database still grants something to it.
--
-- One DO block, so that the text can be sent whole through a single simple query.
DO $bootstrap$
DECLARE
    wanted record;
BEGIN
    -- Queues runs in this database. Advisory locks do not reach into other databases of the
    -- server, so the exception handler below is needed as well.
    PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('bootstrap roles', 0));

    FOR wanted IN
        SELECT r.name, r.purpose
        FROM (
            VALUES
                ('application_owner', 'Owns every object of the application and runs the migrations.'),
                ('application_user', 'Runs the application''s queries on behalf of a signed-in person.'),
                ('application_readonly', 'Reads for reports and support; writes nothing.'),
                ('application_system', 'Workers, sign-in and key lookup: what happens before a person is known.')
        ) AS r (name, purpose)
    LOOP
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted.name) THEN
                EXECUTE format(
                    'CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS',
                    wanted.name
                );
                EXECUTE format('COMMENT ON ROLE %I IS %L', wanted.name, wanted.purpose);
            END IF;
        EXCEPTION
            WHEN duplicate_object OR unique_violation THEN
                RAISE NOTICE 'role % was made by another session', wanted.name;
        END;

        -- A role that was there before with wider rights would see every tenant's rows.
        IF EXISTS (
            SELECT
            FROM pg_catalog.pg_roles
            WHERE rolname = wanted.name
                AND (rolsuper OR rolbypassrls)
        ) THEN
            RAISE EXCEPTION 'role % is a superuser or bypasses row-level security', wanted.name
                USING HINT = format('ALTER ROLE %I NOSUPERUSER NOBYPASSRLS;', wanted.name);
        END IF;
    END LOOP;

    -- The owner may act as the others (SET ROLE), which is how the generator asks about a query as
    -- the role that will run it; it inherits nothing from them, nor they from it.
    FOR wanted IN
        SELECT r.name
        FROM (
            VALUES ('application_user'), ('application_readonly'), ('application_system')
        ) AS r (name)
        WHERE NOT EXISTS (
            SELECT
            FROM pg_catalog.pg_auth_members AS m
            WHERE m.roleid = r.name::regrole
                AND m.member = 'application_owner'::regrole
                AND m.set_option
                AND NOT m.inherit_option
        )
    LOOP
        BEGIN
            EXECUTE format(
                'GRANT %I TO application_owner WITH ADMIN FALSE, INHERIT FALSE, SET TRUE',
                wanted.name
            );
        EXCEPTION
            WHEN duplicate_object OR unique_violation OR internal_error THEN
                RAISE NOTICE 'role % was granted by another session', wanted.name;
        END;
    END LOOP;
END
$bootstrap$;
