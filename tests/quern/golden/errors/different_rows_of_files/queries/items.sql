-- name: list_items :many
-- @returns Item
SELECT id, title FROM shop.items;
