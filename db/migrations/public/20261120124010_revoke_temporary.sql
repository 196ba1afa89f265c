-- Nobody at run time makes temporary objects, and in a pooled session they would outlast the person
-- who made them. A database made from a template does not take this along.

-- migrate:up
DO $do$
BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END
$do$;

-- migrate:down
DO $do$
BEGIN
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO PUBLIC', current_database());
END
$do$;
