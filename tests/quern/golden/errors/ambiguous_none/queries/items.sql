-- name: find_colour :one
SELECT colour FROM shop.items WHERE id = :id;
