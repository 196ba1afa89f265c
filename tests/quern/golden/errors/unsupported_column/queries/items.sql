-- name: list_items :many
SELECT id, place FROM shop.items;

-- name: list_spots :many
SELECT ARRAY[(title, place)::shop.spot] AS spots FROM shop.items;

-- name: list_rows :many
SELECT (id, title) AS item FROM shop.items;
