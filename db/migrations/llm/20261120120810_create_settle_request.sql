-- What a request really took, once that is known.
--
-- The quota is charged in full, past its end too: the answer was given and has to be paid for, and
-- a charge that was refused would be lost. llm.take_request() then refuses the next request, so a
-- key overdraws by no more than what it had in flight.
--
-- Tokens are corrected in the window in which the request was let through. The key is locked
-- before the counters, as by whoever touches a key and then takes a request.
--
-- A charge is logged, and its commit waits for the disk, with the counter of the model locked:
-- some 350 a second and model where a flush takes 3 ms. Settle tokens and cost in two calls, or
-- with synchronous_commit off, which risks the charges of a moment, where that is too slow.
--
-- SECURITY DEFINER: counters change through this function and llm.take_request() only, and no
-- role is granted them.

-- migrate:up
CREATE FUNCTION llm.settle_request(
    api_key_id integer,
    model_id integer,
    ability_id integer,
    window_start timestamp with time zone,
    estimated_tokens integer,
    actual_tokens integer,
    cost bigint,
    OUT quota_left bigint
)
    LANGUAGE plpgsql
    VOLATILE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
BEGIN
    IF coalesce(least(estimated_tokens, actual_tokens, cost), -1) < 0
        OR num_nulls(estimated_tokens, actual_tokens, cost) > 0
    THEN
        RAISE EXCEPTION 'tokens and cost are 0 or more, and known'
            USING ERRCODE = 'invalid_parameter_value';
    END IF;

    IF cost > 0 THEN
        UPDATE iam.api_keys AS k
        SET used_quota = k.used_quota + settle_request.cost
        WHERE k.id = settle_request.api_key_id
        RETURNING k.quota - k.used_quota
        INTO quota_left;
    ELSE
        SELECT k.quota - k.used_quota
        INTO quota_left
        FROM iam.api_keys AS k
        WHERE k.id = settle_request.api_key_id;
    END IF;

    IF actual_tokens <> estimated_tokens THEN
        WITH locked AS (
            SELECT
                w.scope,
                w.scope_id
            FROM llm.rate_limit_windows AS w
            WHERE (
                    (w.scope = 'ability' AND w.scope_id = settle_request.ability_id)
                    OR (w.scope = 'key' AND w.scope_id = settle_request.api_key_id)
                    OR (w.scope = 'model' AND w.scope_id = settle_request.model_id)
                )
                AND w.window_start = settle_request.window_start
            ORDER BY w.scope
            FOR UPDATE
        )
        UPDATE llm.rate_limit_windows AS w
        SET tokens = greatest(
            w.tokens + settle_request.actual_tokens - settle_request.estimated_tokens,
            0
        )
        FROM locked AS l
        WHERE w.scope = l.scope
            AND w.scope_id = l.scope_id
            AND w.window_start = settle_request.window_start;
    END IF;
END
$function$;

COMMENT ON FUNCTION llm.settle_request(
    integer, integer, integer, timestamp with time zone, integer, integer, bigint
) IS
    'Corrects the tokens of a request that llm.take_request() let through, in its window, and charges its cost to the quota of its key, in the units of iam.api_keys.quota, even past its end. Gives what is left of the quota, negative when overdrawn; NULL without key or quota. To be called once a request.';

GRANT EXECUTE ON FUNCTION llm.settle_request(
    integer, integer, integer, timestamp with time zone, integer, integer, bigint
) TO application_system;

-- migrate:down
DROP FUNCTION llm.settle_request(
    integer, integer, integer, timestamp with time zone, integer, integer, bigint
);
