-- name: list_items :many
SELEC id FROM shop.items;
