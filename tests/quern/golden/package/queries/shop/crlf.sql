-- name: get_lines :one
-- Two lines,
-- and CRLF.
SELECT 'a
b' AS lines,
    :value::text AS value; -- done

-- name: get_more :many
	SELECT 1
