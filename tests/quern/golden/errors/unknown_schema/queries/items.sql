-- name: total :one
SELECT shp.total(1);

-- name: sum :one
SELECT nowhere.total(1);
