-- name: count_items :one
SELECT count(*) FROM (SELECT sqlc.embed(i) FROM shop.items AS i) AS x
