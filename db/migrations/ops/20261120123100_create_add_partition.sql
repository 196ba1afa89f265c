-- migrate:up
-- Granted to nobody: ops.ensure_partitions calls it as the owner.
CREATE FUNCTION ops.add_partition(parent text, month timestamp with time zone)
    RETURNS text
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET timezone = 'UTC'
AS $function$
DECLARE
    added text := parent || to_char(month, '"_y"YYYY"m"MM');
    month_after timestamp with time zone := month + interval '1 month';
BEGIN
    -- Writers wait here, at the parent. One that already waited for the default partition would be
    -- refused by it afterwards.
    EXECUTE format('LOCK TABLE ONLY llm.%I IN SHARE ROW EXCLUSIVE MODE', parent);

    -- LIKE and ATTACH in place of PARTITION OF: readers of the parent need not wait, comments come
    -- along, and rows of the month that the default partition holds can be moved in between.
    EXECUTE format(
        'CREATE TABLE llm.%I (LIKE llm.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS'
        ' INCLUDING GENERATED INCLUDING COMMENTS)',
        added, parent
    );
    EXECUTE format(
        'COMMENT ON TABLE llm.%I IS %L',
        added, format('Rows of llm.%s from %s, in UTC.', parent, to_char(month, 'FMMonth YYYY'))
    );

    -- No policies and no grants: run-time roles go through the parent.
    EXECUTE format('ALTER TABLE llm.%I ENABLE ROW LEVEL SECURITY', added);

    EXECUTE format(
        'WITH moved AS ('
        'DELETE FROM llm.%I WHERE created_at >= $1 AND created_at < $2 RETURNING *'
        ') INSERT INTO llm.%I SELECT * FROM moved',
        parent || '_default', added
    ) USING month, month_after;

    EXECUTE format(
        'ALTER TABLE llm.%I ATTACH PARTITION llm.%I FOR VALUES FROM (%L) TO (%L)',
        parent, added, month, month_after
    );

    RETURN added;
END
$function$;

COMMENT ON FUNCTION ops.add_partition(text, timestamp with time zone) IS
    'Adds the partition of one month to a table of schema llm, moves the month''s rows there from the default partition, and returns its name.';

-- migrate:down
DROP FUNCTION ops.add_partition(text, timestamp with time zone);
