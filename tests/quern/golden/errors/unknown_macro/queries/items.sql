-- name: list_items :many
SELECT id FROM shop.items WHERE id = sqlc.args(id);
