-- name: list_items :many
SELECT id FROM shop.items WHERE id = 'one';

-- name: today :one
SELECT 'soon'::date;

-- name: last_day :one
SELECT '2024-02-31'::date;
