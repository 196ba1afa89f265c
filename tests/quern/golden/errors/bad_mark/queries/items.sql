-- name: list_items :many
SELECT id FROM shop.items
WHERE true
  AND id > :after -- @if

-- name: list_more :many
SELECT id FROM shop.items
-- @if title
WHERE title = :title

-- name: list_sorted :many
-- @order title: title, id
SELECT id FROM shop.items
ORDER BY id -- @order
