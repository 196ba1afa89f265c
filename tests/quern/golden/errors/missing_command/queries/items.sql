-- name: list_items
SELECT id FROM shop.items;
