-- Whether a request may be sent on, asked and counted in one statement.
--
-- A window is a minute of the clock: over the turn of a minute up to twice the limit may pass.
-- Counters are locked in the order of their names, all in one statement, so that calls wait for
-- each other and never for one another in a circle, and what a call reads after that is the truth
-- until it commits. So call it in a transaction of its own: others wait for the end of it. In a
-- stricter transaction than READ COMMITTED a counter that moved on is a serialization failure.
--
-- SECURITY DEFINER: counters change through this function and llm.settle_request() only, and no
-- role is granted them.

-- migrate:up
CREATE FUNCTION llm.take_request(
    api_key_id integer,
    model_id integer,
    ability_id integer,
    tokens integer,
    OUT allowed boolean,
    OUT refused_by text,
    OUT retry_after interval,
    OUT window_start timestamp with time zone
)
    LANGUAGE plpgsql
    VOLATILE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    found_limits record;
    -- What is counted, in the order of locking; NULL among the limits is none of that kind.
    scopes text[] := '{ability,key,model}';
    scope_ids integer[] := ARRAY[ability_id, api_key_id, model_id];
    request_limits integer[];
    token_limits integer[];
BEGIN
    IF tokens IS NULL OR tokens < 0 THEN
        RAISE EXCEPTION 'the number of tokens is 0 or more, not %', coalesce(tokens::text, 'NULL')
            USING ERRCODE = 'invalid_parameter_value';
    END IF;

    allowed := false;
    window_start := date_trunc('minute', clock_timestamp());

    SELECT
        (
            k.status = 'active'
            AND k.deleted_at IS NULL
            AND (k.expires_at IS NULL OR k.expires_at > clock_timestamp())
        ) AS key_usable,
        k.used_quota >= k.quota AS quota_used_up,
        least(nullif(k.rate_limit, 0), coalesce(own.rpm, general.rpm)) AS key_rpm,
        coalesce(own.tpm, general.tpm) AS key_tpm,
        m.rpm_limit AS model_rpm,
        m.tpm_limit AS model_tpm,
        a.enabled AS ability_enabled,
        nullif(a.rate_limit, 0) AS ability_rpm
    INTO found_limits
    FROM (SELECT) AS one
    LEFT JOIN iam.api_keys AS k
        ON k.id = take_request.api_key_id
    LEFT JOIN LATERAL (
        SELECT min(r.rpm_limit), min(r.tpm_limit)
        FROM llm.rate_limits AS r
        WHERE r.api_key_id = k.id
    ) AS own (rpm, tpm)
        ON true
    LEFT JOIN LATERAL (
        SELECT min(r.rpm_limit), min(r.tpm_limit)
        FROM llm.rate_limits AS r
        WHERE r.api_key_id IS NULL
            AND k.id IS NOT NULL
    ) AS general (rpm, tpm)
        ON true
    LEFT JOIN model_registry.models AS m
        ON m.id = take_request.model_id
    LEFT JOIN model_registry.abilities AS a
        ON a.id = take_request.ability_id;

    request_limits := ARRAY[
        found_limits.ability_rpm, found_limits.key_rpm, found_limits.model_rpm
    ];
    token_limits := ARRAY[NULL, found_limits.key_tpm, found_limits.model_tpm];

    -- What waiting does not change needs no counter.
    refused_by := CASE
        WHEN NOT coalesce(found_limits.ability_enabled, ability_id IS NULL) THEN 'ability'
        WHEN NOT coalesce(found_limits.key_usable, api_key_id IS NULL) THEN 'key'
        WHEN found_limits.quota_used_up THEN 'key_quota'
        WHEN found_limits.key_rpm = 0 THEN 'key_requests'
        WHEN tokens > found_limits.key_tpm THEN 'key_tokens'
        WHEN found_limits.model_rpm IS NULL AND model_id IS NOT NULL THEN 'model'
        WHEN found_limits.model_rpm = 0 THEN 'model_requests'
        WHEN tokens > found_limits.model_tpm THEN 'model_tokens'
    END;
    IF refused_by IS NOT NULL THEN
        RETURN;
    END IF;

    -- Locks the rows that are there, without a new version of them, and adds the others.
    INSERT INTO llm.rate_limit_windows AS w (scope, scope_id, window_start)
    SELECT
        l.scope,
        l.scope_id,
        take_request.window_start
    FROM unnest(scopes, scope_ids, request_limits, token_limits)
        AS l (scope, scope_id, rpm, tpm)
    WHERE num_nonnulls(l.rpm, l.tpm) > 0
    ORDER BY l.scope
    ON CONFLICT ON CONSTRAINT rate_limit_windows_pkey DO UPDATE
        SET requests = w.requests
        WHERE false;

    SELECT l.scope || CASE WHEN w.requests >= l.rpm THEN '_requests' ELSE '_tokens' END
    INTO refused_by
    FROM unnest(scopes, scope_ids, request_limits, token_limits)
        AS l (scope, scope_id, rpm, tpm)
    INNER JOIN llm.rate_limit_windows AS w
        ON w.scope = l.scope
        AND w.scope_id = l.scope_id
        AND w.window_start = take_request.window_start
    WHERE w.requests >= l.rpm
        OR w.tokens + take_request.tokens > l.tpm
    ORDER BY l.scope
    LIMIT 1;

    IF refused_by IS NOT NULL THEN
        retry_after := greatest(
            window_start + interval '1 minute' - clock_timestamp(),
            interval '0'
        );
        RETURN;
    END IF;

    UPDATE llm.rate_limit_windows AS w
    SET
        requests = w.requests + 1,
        tokens = w.tokens + take_request.tokens
    FROM unnest(scopes, scope_ids, request_limits, token_limits)
        AS l (scope, scope_id, rpm, tpm)
    WHERE w.scope = l.scope
        AND w.scope_id = l.scope_id
        AND w.window_start = take_request.window_start
        AND num_nonnulls(l.rpm, l.tpm) > 0;

    allowed := true;
END
$function$;

COMMENT ON FUNCTION llm.take_request(integer, integer, integer, integer) IS
    'Counts a request with its estimated tokens against the limits a minute of a key, a model and an ability, each of which may be NULL; all counters rise or none. refused_by is ability, key or model (unknown or out of use), key_quota, or the scope and what ran out, as in model_tokens; retry_after is NULL where waiting does not help. Keep window_start to settle the request. A transaction of its own is best, for others wait until it ends.';

GRANT EXECUTE ON FUNCTION llm.take_request(integer, integer, integer, integer)
    TO application_system;

-- migrate:down
DROP FUNCTION llm.take_request(integer, integer, integer, integer);
