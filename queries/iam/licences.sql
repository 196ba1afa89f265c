-- name: get_first_registration :one
-- When the oldest account was made, and how many whole days ago.
--
-- Both are None while there is no account.
-- @role system
SELECT
    min(created_at) AS first_registered_at,
    extract(DAY FROM now() - min(created_at))::integer AS days_since
FROM iam.users;
