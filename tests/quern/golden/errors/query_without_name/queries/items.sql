SELECT id FROM shop.items;

-- name: get_item :one
SELECT id FROM shop.items WHERE id = :id;
