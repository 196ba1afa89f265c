-- name: move_item :exec
UPDATE shop.items SET place = :place WHERE id = :id;

-- name: compare_items :many
SELECT id FROM shop.items WHERE (id, title) IS DISTINCT FROM :item::record;
