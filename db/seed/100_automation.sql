-- When automations run, and runs in each status. The secret of the web hook is qd-hook-secret.
INSERT INTO automation.automation_cron_triggers (
    id, team_id, prompt_id, cron_expression, created_at
)
VALUES
    (7001, 2001, 5006, '0 6 * * *', now() - interval '60 days'),
    (7002, 2002, 5007, '30 17 * 3-5 *', now() - interval '45 days');

INSERT INTO automation.automation_webhook_triggers (id, team_id, prompt_id, secret, created_at)
VALUES
    (
        7101, 2001, 5006, encode(sha256('qd-hook-secret'), 'hex'),
        now() - interval '30 days'
    );

INSERT INTO automation.automation_runs (
    id, team_id, prompt_id, status, scheduled_for, created_at, started_at, completed_at,
    claimed_by, heartbeat_at, attempts, error
)
VALUES
    (
        7201, 2001, 5006, 'Completed', now() - interval '2 days', now() - interval '2 days',
        now() - interval '2 days' + interval '2 seconds',
        now() - interval '2 days' + interval '14 seconds', 'worker-1',
        now() - interval '2 days' + interval '12 seconds', 1, NULL
    ),
    (
        7202, 2001, 5006, 'Completed', now() - interval '1 day', now() - interval '1 day',
        now() - interval '1 day' + interval '61 seconds',
        now() - interval '1 day' + interval '75 seconds', 'worker-2',
        now() - interval '1 day' + interval '72 seconds', 2, 'the model did not answer in time'
    ),
    (
        7203, 2001, 5006, 'Failed', now() - interval '3 days', now() - interval '3 days',
        now() - interval '3 days' + interval '9 minutes',
        now() - interval '3 days' + interval '10 minutes', 'worker-1',
        now() - interval '3 days' + interval '9 minutes', 3, 'the weather service answers 503'
    ),
    (
        7204, 2001, 5006, 'Running', now() - interval '20 seconds', now() - interval '20 seconds',
        now() - interval '15 seconds', NULL, 'worker-2', now() - interval '2 seconds', 1, NULL
    ),
    (
        7205, 2002, 5007, 'Pending', now() + interval '1 hour', now() - interval '5 minutes', NULL,
        NULL, NULL, NULL, 0, NULL
    );
