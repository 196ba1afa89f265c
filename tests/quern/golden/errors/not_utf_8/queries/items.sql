-- name: list_items :many
-- Größe
SELECT id FROM shop.items;
