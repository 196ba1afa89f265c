-- name: claim_runs :many
-- Take runs that are due, those that wait longest first, for a worker to work on.
--
-- Runs that another worker is just taking are passed over, so that nobody waits. Who takes a run
-- says with `heartbeat_run` that it is alive, and ends it with `complete_run`, `fail_run` or
-- `retry_run`. Each needs the number of the attempt (`attempts` of the row), without which somebody
-- who stalled would end the attempt of somebody else.
-- @role system
-- @param worker!
-- @param worker: name of the worker
-- @param limit: runs to take at most
WITH due AS (
    SELECT id
    FROM automation.automation_runs
    WHERE status = 'Pending'
        AND scheduled_for <= now()
    ORDER BY scheduled_for, id
    LIMIT :limit
    FOR UPDATE SKIP LOCKED
),

claimed AS (
    UPDATE automation.automation_runs AS r
    SET
        status = 'Running',
        started_at = now(),
        claimed_by = :worker,
        heartbeat_at = now(),
        attempts = r.attempts + 1
    FROM due
    WHERE r.id = due.id
    RETURNING
        r.id,
        r.prompt_id,
        r.status,
        r.started_at,
        r.completed_at,
        r.created_at,
        r.team_id,
        r.scheduled_for,
        r.claimed_by,
        r.heartbeat_at,
        r.attempts,
        r.error
)

SELECT
    id,
    prompt_id,
    status,
    started_at,
    completed_at,
    created_at,
    team_id,
    scheduled_for,
    claimed_by,
    heartbeat_at,
    attempts,
    error
FROM claimed
ORDER BY scheduled_for, id;

-- name: heartbeat_run :execrows
-- Say that the worker of a run is alive; 0 when it is not its run any more, so that it should stop.
-- @role system
-- @param attempt: number of the attempt, as given by `claim_runs`
UPDATE automation.automation_runs
SET heartbeat_at = now()
WHERE id = :run_id
    AND status = 'Running'
    AND claimed_by = :worker
    AND attempts = :attempt;

-- name: complete_run :execrows
-- End a run that is done; 0 when it is not the worker's any more.
-- @role system
-- @param attempt: number of the attempt, as given by `claim_runs`
UPDATE automation.automation_runs
SET
    status = 'Completed',
    completed_at = greatest(now(), started_at)
WHERE id = :run_id
    AND status = 'Running'
    AND claimed_by = :worker
    AND attempts = :attempt;

-- name: fail_run :execrows
-- Give a run up; 0 when it is not the worker's any more.
-- @role system
-- @param error!
-- @param error: why, without content and secrets: members of the team read it
-- @param attempt: number of the attempt, as given by `claim_runs`
UPDATE automation.automation_runs
SET
    status = 'Failed',
    completed_at = greatest(now(), started_at),
    error = :error
WHERE id = :run_id
    AND status = 'Running'
    AND claimed_by = :worker
    AND attempts = :attempt;

-- name: retry_run :execrows
-- Put a run whose attempt failed in the queue again; 0 when it is not the worker's any more.
-- @role system
-- @param scheduled_for: from when on a worker may take it again
-- @param error!
-- @param error: why, without content and secrets: members of the team read it
-- @param attempt: number of the attempt, as given by `claim_runs`
UPDATE automation.automation_runs
SET
    status = 'Pending',
    scheduled_for = :scheduled_for,
    claimed_by = NULL,
    heartbeat_at = NULL,
    error = :error
WHERE id = :run_id
    AND status = 'Running'
    AND claimed_by = :worker
    AND attempts = :attempt;

-- name: requeue_stalled_runs :execrows
-- Put runs whose worker gave no sign of life for some time in the queue again.
--
-- Those with attempts left: `fail_stalled_runs` gives the others up.
-- @role system
-- @param stalled_for: how long without a heartbeat; several times what lies between two
-- @param max_attempts: how many times a run is taken at most
WITH stalled AS (
    SELECT id
    FROM automation.automation_runs
    WHERE status = 'Running'
        AND heartbeat_at < now() - :stalled_for::interval
        AND attempts < :max_attempts
    FOR UPDATE SKIP LOCKED
)

UPDATE automation.automation_runs AS r
SET
    status = 'Pending',
    claimed_by = NULL,
    heartbeat_at = NULL,
    error = 'the worker gave no sign of life'
FROM stalled
WHERE r.id = stalled.id;

-- name: fail_stalled_runs :execrows
-- Give up runs whose worker gave no sign of life for some time, and that have no attempt left.
-- @role system
-- @param stalled_for: how long without a heartbeat; several times what lies between two
-- @param max_attempts: how many times a run is taken at most
WITH stalled AS (
    SELECT id
    FROM automation.automation_runs
    WHERE status = 'Running'
        AND heartbeat_at < now() - :stalled_for::interval
        AND attempts >= :max_attempts
    FOR UPDATE SKIP LOCKED
)

UPDATE automation.automation_runs AS r
SET
    status = 'Failed',
    completed_at = greatest(now(), r.started_at),
    error = 'the worker gave no sign of life'
FROM stalled
WHERE r.id = stalled.id;

-- name: enqueue_cron_runs :many
-- Put a run in the queue for each cron trigger that is due, and set when it is due next.
--
-- Gives the new runs. Times that were missed make one run and not one each, and triggers that
-- another worker is just at are passed over.
-- @role system
-- @param limit: triggers to look after at most, those due longest first
WITH due AS (
    SELECT id
    FROM automation.automation_cron_triggers
    WHERE next_run_at <= now()
    ORDER BY next_run_at, id
    LIMIT :limit
    FOR UPDATE SKIP LOCKED
),

advanced AS (
    UPDATE automation.automation_cron_triggers AS t
    SET next_run_at = automation.next_run(t.cron_expression, now())
    FROM due
    WHERE t.id = due.id
    RETURNING
        t.team_id,
        t.prompt_id
)

INSERT INTO automation.automation_runs (team_id, prompt_id)
SELECT
    a.team_id,
    a.prompt_id
FROM advanced AS a
RETURNING
    id,
    prompt_id,
    status,
    started_at,
    completed_at,
    created_at,
    team_id,
    scheduled_for,
    claimed_by,
    heartbeat_at,
    attempts,
    error;

-- name: enqueue_webhook_run :one
-- Put a run in the queue for a call from outside; None when no trigger has its secret.
-- @role system
-- @param secret_hash: SHA-256 of the secret in lower-case hexadecimal
INSERT INTO automation.automation_runs (team_id, prompt_id)
SELECT
    t.team_id,
    t.prompt_id
FROM automation.automation_webhook_triggers AS t
WHERE t.secret = :secret_hash
RETURNING
    id,
    prompt_id,
    status,
    started_at,
    completed_at,
    created_at,
    team_id,
    scheduled_for,
    claimed_by,
    heartbeat_at,
    attempts,
    error;
