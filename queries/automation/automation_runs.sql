-- name: get_run :one
-- Get a run of a prompt of the current user's teams.
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
FROM automation.automation_runs
WHERE id = :run_id;

-- name: list_runs :many
-- List the runs of a prompt, newest first, one page at a time.
--
-- For members of the prompt's team who see it.
-- @param after_id?
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: rows a page
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
FROM automation.automation_runs
WHERE prompt_id = :prompt_id
    AND id < coalesce(:after_id, 2147483648)
    AND status = :status  -- @if status
ORDER BY id DESC
LIMIT :limit;

-- name: create_run :one
-- Put a run of a prompt of the current user's teams in the queue.
--
-- None when there is no such prompt for the current user; one that another team shares is an error
-- (SQLSTATE 42501).
-- @param scheduled_for?
-- @param scheduled_for: from when on a worker may take it; None for at once
INSERT INTO automation.automation_runs (team_id, prompt_id, scheduled_for)
SELECT
    p.team_id,
    p.id,
    coalesce(:scheduled_for, now())
FROM assistants.prompts AS p
WHERE p.id = :prompt_id
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

-- name: reschedule_run :one
-- Put a run that waits off, or forward.
--
-- None when there is no such run for the current user, or a worker took it already.
-- @param scheduled_for: from when on a worker may take it
UPDATE automation.automation_runs
SET scheduled_for = :scheduled_for
WHERE id = :run_id
    AND status = 'Pending'
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

-- name: delete_run :execrows
-- Delete a run, and so take it out of the queue.
--
-- A worker that has it finds out at its next heartbeat.
DELETE FROM automation.automation_runs
WHERE id = :run_id;
