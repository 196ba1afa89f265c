-- name: ListItems :many
SELECT id FROM shop.items;

-- name: import :many
SELECT id FROM shop.items;
