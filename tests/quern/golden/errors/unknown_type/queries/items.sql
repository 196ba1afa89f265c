-- name: list_items :many
SELECT id::color FROM shop.items;
