-- name: list_items :many
SELECT id FROM shop.items AS a JOIN shop.items AS b USING (title);
