-- name: list_items :many
SELECT id FROM shop.items WHERE id = $1 AND title = $3;
