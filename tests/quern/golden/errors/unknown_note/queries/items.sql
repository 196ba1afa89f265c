-- name: list_items :many
-- @column colours!
SELECT id, colour FROM shop.items WHERE id > 1;
