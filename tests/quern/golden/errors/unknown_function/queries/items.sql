-- name: list_items :many
SELECT uper(title) FROM shop.items;
