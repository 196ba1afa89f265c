-- name: add_item :exec
INSERT INTO shop.items (id, id) VALUES (1, 2);
