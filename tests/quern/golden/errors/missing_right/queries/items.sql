-- name: list_items :many
-- @role application_readonly
SELECT id, title, colour, numbers FROM shop.items WHERE id = :id;

-- name: delete_items :execrows
-- @role application_readonly
DELETE FROM shop.items;
