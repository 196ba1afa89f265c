-- name: second :one
SELECT now()::integer;
