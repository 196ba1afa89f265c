-- name: get_log :one!
-- The row, or an error.
SELECT id, message FROM shop.log WHERE id = :id;

-- name: get_texts :one!
SELECT texts FROM shop.log WHERE id = :id;

-- name: count_logs :one!
SELECT count(*) FROM shop.log;

-- name: stream_logs :stream
-- All rows of some levels.
-- @param levels: which
SELECT id, level, message FROM shop.log WHERE level = ANY (:levels) ORDER BY id;

-- name: stream_messages_of_everything_that_was_ever_logged :stream
SELECT message FROM shop.log;

-- name: add_logs :batch
-- @param message: what to say
INSERT INTO shop.log (id, at, level, message, count, date, due, data, texts)
VALUES (:id, :at, :level, :message, :count, :date, :due, :data, :texts);

-- name: add_numbered_logs :batch
INSERT INTO shop.log (id, at, level, message, data, texts)
VALUES (:id, now(), :level, :message, '{}', '{}')
RETURNING id, at;

-- name: touch_logs :batchexec
UPDATE shop.log SET count = count + 1 WHERE id = $1;

-- name: find_messages :batchone
SELECT message FROM shop.log WHERE id = :id LIMIT 1;

-- name: count_levels :batchone
SELECT count(*) FROM shop.log WHERE level = :level;

-- name: list_by_level :batchmany
SELECT id, message FROM shop.log WHERE level = :level ORDER BY id;

-- name: copy_logs :copy
-- Load what was logged.
INSERT INTO shop.log (id, at, level, rate, message, count, date, due, data, extra, texts)
VALUES (:id, :at, :level, :rate, :message, :count, :date, :due, :data, :extra, :texts);

-- name: copy_plain_logs :copyfrom
INSERT INTO shop.log (id, at, level, rate, message, count, data, "texts")
VALUES ($8, $2, $3, $4, $5, $6, $7, $1);

-- name: copy_items :copy
INSERT INTO shop.nothing (id, a_bool, a_int8, a_float8, a_numeric, a_text, a_bytea, a_date, a_timestamptz, a_uuid, a_jsonb, an_enum)
VALUES (:id, :a_bool, :a_int8, :a_float8, :a_numeric, :a_text, :a_bytea, :a_date, :a_timestamptz, :a_uuid, :a_jsonb, :an_enum);

-- name: copy_long_names :copy
INSERT INTO shop.long_names (a_long_name_of_a_column_that_goes_on)
VALUES (:a_long_name_of_a_parameter_that_goes_on_and_on);

-- name: run_it :execresult
DELETE FROM shop.log WHERE id = :id;
