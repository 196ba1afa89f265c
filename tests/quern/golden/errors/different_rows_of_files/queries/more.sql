-- name: list_more :many
-- @returns Item
SELECT id, colour FROM shop.items;
