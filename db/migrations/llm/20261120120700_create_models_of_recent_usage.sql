-- Which model tokens went to is known to the prompt alone, which hangs on a chat or on a key.
--
-- SECURITY DEFINER: an administrator counts tokens of everyone, and a member those of the team,
-- without seeing the chats, prompts and keys of others; joined under the policies of the caller
-- these would be missing from the sums. It tells no more than numbers of models, of what the
-- caller sees in llm.token_usage_metrics.

-- migrate:up
CREATE FUNCTION llm.models_of_recent_usage()
    RETURNS TABLE (
        metric_id bigint,
        inference_type llm.inference_type,
        model_id integer
    )
    LANGUAGE sql
    STABLE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    BEGIN ATOMIC
        WITH recent AS (
            SELECT
                m.id,
                m.chat_id,
                m.api_key_id
            FROM llm.token_usage_metrics AS m
            WHERE m.created_at >= now() - interval '1 minute'
                AND (
                    m.team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
                    OR (SELECT iam.is_system_admin())
                    -- The role that calls; current_user is the owner in here, who sees all anyway.
                    OR coalesce(nullif(current_setting('role', true), 'none'), session_user)
                        IN ('application_system', current_user)
                )
        )
        SELECT
            r.id,
            'Console'::llm.inference_type,
            p.model_id
        FROM recent AS r
        INNER JOIN llm.chats AS c
            ON c.id = r.chat_id
        INNER JOIN assistants.prompts AS p
            ON p.id = c.prompt_id
        UNION ALL
        SELECT
            r.id,
            'API'::llm.inference_type,
            p.model_id
        FROM recent AS r
        INNER JOIN iam.api_keys AS k
            ON k.id = r.api_key_id
        INNER JOIN assistants.prompts AS p
            ON p.id = k.prompt_id;
    END;

COMMENT ON FUNCTION llm.models_of_recent_usage() IS
    'The model behind each measurement of the last minute that the caller sees. A key without an assistant has no model, so its measurements are left out.';

GRANT EXECUTE ON FUNCTION llm.models_of_recent_usage()
    TO application_user, application_readonly, application_system;

-- migrate:down
DROP FUNCTION llm.models_of_recent_usage();
