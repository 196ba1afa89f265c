-- name: lock_items :many
SELECT colour FROM shop.items GROUP BY colour FOR UPDATE;
