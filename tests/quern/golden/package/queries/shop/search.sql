-- name: search_things :many
-- Things that fit, by the filters that are given.
-- @param title: part of the title
-- @order newest: id DESC
-- @order title: a_text, id
SELECT id, a_text, a_date
FROM shop.every_type
WHERE a_bool
  AND a_text ILIKE :title  -- @if title
  -- @if since, until
  AND a_date >= :since
  AND a_date < :until
  -- @end
ORDER BY id DESC  -- @order
LIMIT :limit;
