-- name: list_items :many
SELECT id FROM shop.items WHERE id = ANY (sqlc.slice(ids));

-- name: list_more :many
SELECT id FROM shop.items WHERE id = sqlc.arg(id + 1);
