-- name: list_items :many
-- @param titel: what it is called
-- @param other: what else
SELECT id FROM shop.items WHERE title = :title;
