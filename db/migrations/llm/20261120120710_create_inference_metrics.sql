-- migrate:up
CREATE VIEW llm.inference_metrics
    WITH (security_invoker = true)
    AS
SELECT
    r.model_id,
    m.user_id,
    coalesce(sum(m.tokens) FILTER (WHERE m.type = 'Prompt'), 0) AS tpm_sent,
    coalesce(sum(m.tokens) FILTER (WHERE m.type = 'Completion'), 0) AS tpm_recv
FROM llm.token_usage_metrics AS m
INNER JOIN llm.models_of_recent_usage() AS r
    ON r.metric_id = m.id
WHERE m.created_at >= now() - interval '1 minute'
GROUP BY
    r.model_id,
    m.user_id;

COMMENT ON VIEW llm.inference_metrics IS
    'Tokens of the last minute by model and person, of the measurements that the caller sees.';
COMMENT ON COLUMN llm.inference_metrics.model_id IS
    'The model.';
COMMENT ON COLUMN llm.inference_metrics.user_id IS
    'The person who talked to it, or for whom a key did.';
COMMENT ON COLUMN llm.inference_metrics.tpm_sent IS
    'Tokens sent to the model in the last minute.';
COMMENT ON COLUMN llm.inference_metrics.tpm_recv IS
    'Tokens that came back from it in the last minute.';

GRANT SELECT ON llm.inference_metrics
    TO application_user, application_readonly, application_system;

-- migrate:down
DROP VIEW llm.inference_metrics;
