-- name: list_items :manny
SELECT id FROM shop.items;

-- name: get_item :thing
SELECT id FROM shop.items;
