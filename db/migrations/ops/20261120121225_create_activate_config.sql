-- migrate:up
-- Two statements, because the unique index is checked row by row: one UPDATE of both rows would
-- fail or not by the order in which it meets them.
CREATE FUNCTION ops.activate_config(wanted_name text, wanted_version integer)
    RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $function$
BEGIN
    -- Two at once would each put aside the version they saw, and the second would then meet the
    -- one that the first has activated.
    PERFORM pg_catalog.pg_advisory_xact_lock(
        pg_catalog.hashtextextended('ops.configs ' || wanted_name, 0)
    );

    UPDATE ops.configs AS c
    SET is_active = false
    WHERE c.name = wanted_name
        AND c.version <> wanted_version
        AND c.is_active;

    UPDATE ops.configs AS c
    SET is_active = true
    WHERE c.name = wanted_name
        AND c.version = wanted_version;

    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no version % of configuration "%"', wanted_version, wanted_name
            USING ERRCODE = 'no_data_found';
    END IF;
END
$function$;

COMMENT ON FUNCTION ops.activate_config(text, integer) IS
    'Makes one version of a configuration the active one and puts the one before aside; an error, and no change, when there is no such version.';

GRANT EXECUTE ON FUNCTION ops.activate_config(text, integer)
    TO application_user, application_system;

-- migrate:down
DROP FUNCTION ops.activate_config(text, integer);
