-- name: list_items :many
SELECT id FROM shop.items
WHERE id > :after -- @if after
LIMIT :after;

-- name: list_between :many
SELECT id FROM shop.items
WHERE id BETWEEN :first AND :last -- @if first
