-- migrate:up
CREATE FUNCTION ops.purge_expired_cache()
    RETURNS bigint
    LANGUAGE sql
    BEGIN ATOMIC
        WITH purged AS (
            DELETE FROM ops.cache AS c
            WHERE c.expires_at <= now()
            RETURNING c.key
        )
        SELECT count(*)
        FROM purged;
    END;

COMMENT ON FUNCTION ops.purge_expired_cache() IS
    'Deletes the entries of the cache that have expired, and returns how many.';

GRANT EXECUTE ON FUNCTION ops.purge_expired_cache() TO application_system;

-- migrate:down
DROP FUNCTION ops.purge_expired_cache();
