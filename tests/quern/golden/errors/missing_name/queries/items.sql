-- name: :many
SELECT id FROM shop.items;
