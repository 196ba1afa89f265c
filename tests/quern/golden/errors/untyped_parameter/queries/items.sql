-- name: list_items :many
SELECT id
FROM shop.items
WHERE :title IS NULL OR title = title;
