-- migrate:up
CREATE FUNCTION ops.cleanup_expired()
    RETURNS TABLE (
        table_name text,
        outcome text,
        row_count bigint
    )
    LANGUAGE sql
    BEGIN ATOMIC
        WITH marked AS (
            UPDATE integrations.credentials AS c
            SET status = 'expired'
            FROM integrations.credential_tokens AS t
            WHERE t.credential_id = c.id
                AND c.status = 'active'
                AND t.expires_at <= now()
                -- One with a refresh token is renewed at its next use.
                AND t.refresh_token IS NULL
            RETURNING c.id
        )
        SELECT 'integrations.credentials', 'marked expired', (SELECT count(*) FROM marked)
        UNION ALL
        SELECT 'llm.rate_limit_windows', 'deleted', llm.purge_rate_limit_windows()
        UNION ALL
        SELECT 'ops.cache', 'deleted', ops.purge_expired_cache();
    END;

COMMENT ON FUNCTION ops.cleanup_expired() IS
    'Ends what has expired: deletes entries of the cache and counters of rate limits, and marks credentials whose tokens ran out and cannot be renewed. Returns the table, what was done and to how many rows; may be called at any time, as every quarter of an hour.';

GRANT EXECUTE ON FUNCTION ops.cleanup_expired() TO application_system;

-- migrate:down
DROP FUNCTION ops.cleanup_expired();
