-- name: get_things :many
-- Things, with what goes with them.
-- @deprecated use search_things
SELECT t.id, sqlc.embed(twin), sqlc.embed(named)
FROM shop.every_type AS t
LEFT JOIN shop.every_type AS twin ON twin.id = t.id + 1
JOIN (SELECT id, a_text FROM shop.every_type) AS named ON named.id = t.id;

-- name: get_thing :one
SELECT * FROM shop.every_type WHERE id = :id;
