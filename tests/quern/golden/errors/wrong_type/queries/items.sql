-- name: add_item :exec
INSERT INTO shop.items (id, title) VALUES (now(), :title);
