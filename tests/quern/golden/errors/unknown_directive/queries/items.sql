-- name: list_items :many
-- @return Item
-- @cached
SELECT id FROM shop.items;
