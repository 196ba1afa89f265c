-- Identifiers were given here and not by the sequences: move those on, and none of them back.
DO $do$
DECLARE
    identity_column record;
BEGIN
    FOR identity_column IN
        SELECT
            n.nspname AS schema_name,
            c.relname AS table_name,
            a.attname AS column_name,
            pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) AS sequence
        FROM pg_catalog.pg_attribute AS a
        INNER JOIN pg_catalog.pg_class AS c
            ON c.oid = a.attrelid
        INNER JOIN pg_catalog.pg_namespace AS n
            ON n.oid = c.relnamespace
        WHERE a.attidentity <> ''
            AND c.relkind IN ('r', 'p')
            AND n.nspname NOT LIKE 'pg\_%'
    LOOP
        EXECUTE format(
            'SELECT setval(%L, t.greatest)'
            ' FROM (SELECT max(%I)::bigint AS greatest FROM %I.%I) AS t'
            ' WHERE t.greatest > coalesce(pg_sequence_last_value(%L::regclass), 0)',
            identity_column.sequence,
            identity_column.column_name,
            identity_column.schema_name,
            identity_column.table_name,
            identity_column.sequence
        );
    END LOOP;
END
$do$;
