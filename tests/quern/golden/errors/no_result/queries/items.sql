-- name: add_item :one
INSERT INTO shop.items (id, title) VALUES (:id, :title);
