-- name: list_items :many
-- @role nobody_at_all
SELECT id FROM shop.items;
