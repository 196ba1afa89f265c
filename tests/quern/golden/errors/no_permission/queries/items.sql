-- name: list_items :many
SELECT * FROM locked.things;
