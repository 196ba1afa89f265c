-- name: move_item :exec
UPDATE shop.items SET place = :place WHERE id = :id;
