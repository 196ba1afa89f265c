-- name: list_items :many
-- @order title: title, id
SELECT id FROM shop.items
ORDER BY title, id
