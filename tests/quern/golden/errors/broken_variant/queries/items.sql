-- name: list_items :many
SELECT i.id FROM shop.items AS i
JOIN shop.items AS j ON j.id = :other -- @if other
WHERE j.title <> ''
