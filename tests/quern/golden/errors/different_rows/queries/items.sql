-- name: list_items :many
-- @returns Item
SELECT id, title FROM shop.items;

-- name: get_item :one
-- @returns Item
SELECT id, upper(title) AS title FROM shop.items WHERE id = :id;

-- name: find_item :one
-- @returns Item
SELECT id FROM shop.items WHERE title = :title;
