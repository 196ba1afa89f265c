-- name: list_items :many
-- Only words.

-- name: get_item :one
SELECT id FROM shop.items WHERE id = :id;
