-- name: list_items :many
SELECT id FROM shop.items WHERE title = 'a;

-- name: get_item :one
SELECT id FROM shop.items WHERE titel = 'b';

-- name: last :one
SELECT id /* FROM shop.items
