-- name: list_items :many
SELECT id
FROM shop.items
WHERE title = :a_rather_long_name AND 'größe 🙂' <> :b AND	titel = :c;
