-- name: add_items :batch
UPDATE shop.items SET title = :title
WHERE true
  AND id = :id -- @if id
