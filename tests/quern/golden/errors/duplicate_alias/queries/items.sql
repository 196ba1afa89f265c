-- name: list_items :many
SELECT 1 FROM shop.items, shop.items;
