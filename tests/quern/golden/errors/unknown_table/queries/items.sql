-- name: list_items :many
SELECT id FROM shop.item;

-- name: list_others :many
SELECT id FROM items;

-- name: list_more :many
SELECT id FROM nowhere.near;
