-- name: list-items :many
SELECT id FROM shop.items;

-- name: import :many
SELECT id FROM shop.items;
