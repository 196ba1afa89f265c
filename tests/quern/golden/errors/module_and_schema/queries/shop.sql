-- name: list_colours :many
SELECT colour FROM shop.items;
