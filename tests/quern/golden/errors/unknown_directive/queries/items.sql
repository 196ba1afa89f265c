-- name: list_items :many
-- @return Item
-- @cached
SELECT id FROM shop.items;

-- name: list_more :mny
SELECT id FROM shop.items;
