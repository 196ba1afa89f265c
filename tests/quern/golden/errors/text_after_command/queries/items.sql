-- name: list_items :many all of them
SELECT id FROM shop.items;
