-- API keys in each state. Only their SHA-256 is stored; the keys are those hashed here.
-- Each person's are added on behalf of that person, for the audit trail.
CREATE TEMPORARY TABLE demo_keys ON COMMIT DROP AS
SELECT *
FROM (
    VALUES
        (
            2501, 2001, 1003, 5001, 'Web site', 'qd-tides-key', 'The guide on our web site.', 60,
            'active', NULL::interval, interval '10 minutes', NULL::interval, 1000000, 250000,
            '{chat}'
        ),
        (
            2502, 2001, 1004, NULL, 'Tools of the harbour office', 'qd-piers-key', NULL, 0,
            'active', interval '275 days', interval '2 hours', NULL, NULL, 0, '{}'
        ),
        (
            2503, 2002, 1005, 5004, 'Garden centre', 'qd-apple-key', 'The advisor at the till.',
            10, 'active', interval '30 days', interval '1 day', NULL, 500000, 499000, '{chat}'
        ),
        (
            2504, 2002, 1007, NULL, 'Last season', 'qd-stale-key', NULL, 0, 'active',
            interval '-5 days', interval '6 days', NULL, NULL, 0, '{}'
        ),
        (
            2505, 2001, 1004, NULL, 'Paused', 'qd-pause-key', NULL, 0, 'disabled', NULL, NULL,
            NULL, NULL, 0, '{embed}'
        ),
        (
            2506, 2001, 1003, NULL, 'Lost with a laptop', 'qd-ended-key', NULL, 0, 'revoked', NULL,
            interval '41 days', interval '40 days', NULL, 0, '{}'
        )
) AS k (
    id, team_id, user_id, prompt_id, name, key, description, rate_limit, status, expires_in,
    used_ago, deleted_ago, quota, used_quota, scopes
);

DO $do$
DECLARE
    person integer;
BEGIN
    FOREACH person IN ARRAY ARRAY[1003, 1004, 1005, 1007] LOOP
        PERFORM set_config('app.user_id', person::text, true);

        INSERT INTO iam.api_keys (
            id, external_id, team_id, user_id, prompt_id, name, api_key, key_prefix, description,
            rate_limit, status, expires_at, last_used_at, deleted_at, quota, used_quota, scopes,
            created_at, updated_at
        )
        SELECT
            k.id,
            ('00000000-0000-4000-8000-00000000' || k.id)::uuid,
            k.team_id,
            k.user_id,
            k.prompt_id,
            k.name,
            encode(sha256(convert_to(k.key, 'UTF8')), 'hex'),
            left(k.key, 8),
            k.description,
            k.rate_limit,
            k.status,
            now() + k.expires_in,
            now() - k.used_ago,
            now() - k.deleted_ago,
            k.quota,
            k.used_quota,
            k.scopes::text[],
            now() - interval '90 days',
            now() - coalesce(k.deleted_ago, interval '90 days')
        FROM demo_keys AS k
        WHERE k.user_id = person;
    END LOOP;

    PERFORM set_config('app.user_id', '', true);
END
$do$;
