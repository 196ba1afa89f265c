-- name: x :many
SELECT 1;
