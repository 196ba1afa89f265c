-- name: list_items :many
SELECT id, titel FROM shop.items;

-- name: get_item :one
SELECT i.id
FROM shop.items AS i
WHERE i.identity = :id;
