-- name: list_items :many
SELECT id
FROM shop.items
WHERE title = :title
  AND titel = :title;
