-- name: list_items :many
-- @returns item
SELECT id FROM shop.items;

-- name: get_item :one
-- @param
SELECT id FROM shop.items WHERE id = :id;
