-- name: make_view :exec
CREATE VIEW shop.view AS SELECT :number::int AS number;
