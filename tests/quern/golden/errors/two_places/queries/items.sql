-- name: list_items :many
SELECT id FROM shop.items;

-- name: list_titles :many
SELECT title FROM shop.items;

-- name: get_item :one
SELECT id FROM shop.items WHERE id = :id;

-- name: list_items :many
SELECT title FROM shop.items;
