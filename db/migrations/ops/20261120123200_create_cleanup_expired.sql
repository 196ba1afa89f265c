-- migrate:up
-- SECURITY DEFINER: it reaches tables of which the system may delete nothing otherwise.
CREATE FUNCTION ops.cleanup_expired()
    RETURNS TABLE (
        table_name text,
        outcome text,
        row_count bigint
    )
    LANGUAGE sql
    SECURITY DEFINER
    SET search_path = ''
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
        ),
        counted AS (
            DELETE FROM llm.rate_limit_windows AS w
            WHERE w.window_start < now() - interval '1 hour'
            RETURNING w.scope_id
        )
        SELECT 'integrations.credentials', 'marked expired', (SELECT count(*) FROM marked)
        UNION ALL
        SELECT 'llm.rate_limit_windows', 'deleted', (SELECT count(*) FROM counted)
        UNION ALL
        SELECT 'ops.cache', 'deleted', ops.purge_expired_cache();
    END;

COMMENT ON FUNCTION ops.cleanup_expired() IS
    'Ends what has expired: deletes entries of the cache and minutes of rate limits more than an hour old, and marks credentials whose tokens ran out and cannot be renewed. Returns the table, what was done and to how many rows; safe to call at any time, as every quarter of an hour.';

GRANT EXECUTE ON FUNCTION ops.cleanup_expired() TO application_system;

-- migrate:down
DROP FUNCTION ops.cleanup_expired();
