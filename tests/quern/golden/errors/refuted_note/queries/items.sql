-- name: list_items :many
-- @column colour!
SELECT id, colour FROM shop.items;
