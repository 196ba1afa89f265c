-- name: list_cron_triggers :many
-- List the times at which a prompt runs, oldest trigger first.
--
-- For members of the prompt's team who see it.
-- @returns CronTrigger
SELECT
    id,
    prompt_id,
    team_id,
    cron_expression,
    next_run_at,
    created_at
FROM automation.automation_cron_triggers
WHERE prompt_id = :prompt_id
ORDER BY id;

-- name: get_cron_trigger :one
-- Get a cron trigger of a prompt of the current user's teams.
-- @returns CronTrigger
SELECT
    id,
    prompt_id,
    team_id,
    cron_expression,
    next_run_at,
    created_at
FROM automation.automation_cron_triggers
WHERE id = :cron_trigger_id;

-- name: create_cron_trigger :one
-- Let a prompt of the current user's teams run at certain times.
--
-- None when there is no such prompt for the current user; one that another team shares is an error
-- (SQLSTATE 42501), what is no cron expression a check violation.
-- @returns CronTrigger
-- @param cron_expression: five fields in UTC, or a name like @daily
INSERT INTO automation.automation_cron_triggers (team_id, prompt_id, cron_expression)
SELECT
    p.team_id,
    p.id,
    :cron_expression
FROM assistants.prompts AS p
WHERE p.id = :prompt_id
RETURNING
    id,
    prompt_id,
    team_id,
    cron_expression,
    next_run_at,
    created_at;

-- name: set_cron_expression :one
-- Change the times of a cron trigger, which count from now on.
--
-- None when the prompt has no such trigger for the current user; what is no cron expression is a
-- check violation.
-- @returns CronTrigger
-- @param cron_expression: five fields in UTC, or a name like @daily
UPDATE automation.automation_cron_triggers
SET cron_expression = :cron_expression
WHERE id = :cron_trigger_id
    AND prompt_id = :prompt_id
RETURNING
    id,
    prompt_id,
    team_id,
    cron_expression,
    next_run_at,
    created_at;

-- name: delete_cron_trigger :execrows
-- Delete a cron trigger of a prompt; runs that it has put in the queue stay there.
DELETE FROM automation.automation_cron_triggers
WHERE id = :cron_trigger_id
    AND prompt_id = :prompt_id;

-- name: list_webhook_triggers :many
-- List the calls from outside that make a prompt run, oldest first, without their secrets.
--
-- For members of the prompt's team who see it.
-- @returns WebhookTrigger
SELECT
    id,
    prompt_id,
    team_id,
    created_at
FROM automation.automation_webhook_triggers
WHERE prompt_id = :prompt_id
ORDER BY id;

-- name: create_webhook_trigger :one
-- Let a call from outside make a prompt of the current user's teams run.
--
-- None when there is no such prompt for the current user; one that another team shares is an error
-- (SQLSTATE 42501).
-- @returns WebhookTrigger
-- @param secret_hash: SHA-256 of the secret in lower-case hexadecimal, never the secret
INSERT INTO automation.automation_webhook_triggers (team_id, prompt_id, secret)
SELECT
    p.team_id,
    p.id,
    :secret_hash
FROM assistants.prompts AS p
WHERE p.id = :prompt_id
RETURNING
    id,
    prompt_id,
    team_id,
    created_at;

-- name: set_webhook_trigger_secret :execrows
-- Replace the secret of a call from outside; the old one works no more.
-- @param secret_hash: SHA-256 of the secret in lower-case hexadecimal, never the secret
UPDATE automation.automation_webhook_triggers
SET secret = :secret_hash
WHERE id = :webhook_trigger_id
    AND prompt_id = :prompt_id;

-- name: delete_webhook_trigger :execrows
-- Delete a call from outside; runs that it has put in the queue stay there.
DELETE FROM automation.automation_webhook_triggers
WHERE id = :webhook_trigger_id
    AND prompt_id = :prompt_id;

-- name: find_webhook_trigger_by_hash :one
-- Find the trigger that a secret belongs to, without the secret.
-- @role system
-- @returns WebhookTrigger
-- @param secret_hash: SHA-256 of the secret in lower-case hexadecimal
SELECT
    id,
    prompt_id,
    team_id,
    created_at
FROM automation.automation_webhook_triggers
WHERE secret = :secret_hash;
