-- name: first :many
SELECT nothing FROM shop.items;

-- name: second :mayn
SELECT id FROM shop.items;

-- name: third :many
SELECT id FROM shop.itmes;

-- name: fourth :many
SELECT place FROM shop.items;
