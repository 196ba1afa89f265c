-- name: list_items :many
SELECT id, count(*) FROM shop.items;
