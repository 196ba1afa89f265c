-- name: list_items :many
-- @returns Sequence
SELECT id, title FROM shop.items;

-- name: list_colours :many
-- @returns Colour
SELECT id, colour FROM shop.items;
