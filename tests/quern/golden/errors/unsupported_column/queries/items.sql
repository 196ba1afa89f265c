-- name: list_items :many
SELECT id, place FROM shop.items;

-- name: list_pairs :many
SELECT ARRAY[(1, 2)::shop.pair] AS pairs;
