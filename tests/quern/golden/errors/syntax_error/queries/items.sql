-- name: list_items :many
SELECT id,
    title,
FROM shop.items;
