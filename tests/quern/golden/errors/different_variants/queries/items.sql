-- name: list_items :many
SELECT CASE WHEN id > 0 THEN 1
    ELSE :other::bigint -- @if other
    END AS number
FROM shop.items
