-- name: add_item :exec
INSERT INTO shop.items (titel) VALUES (:title);

-- name: rename_item :exec
UPDATE shop.items SET titel = :title WHERE id = :id;

-- name: list_items :many
SELECT itm.id FROM shop.items AS itms;

-- name: red_items :many
SELECT id FROM shop.items WHERE colour = 'rad';

-- name: pad :one
SELECT lpad('a'::bytea);

-- name: cut :one
SELECT substrng('a', 1);

-- name: convert :one
SELECT 'a'::shop.color;
