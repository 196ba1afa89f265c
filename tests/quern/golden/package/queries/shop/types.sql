-- name: add_every_type :one
-- Store one value of each type.
INSERT INTO shop.every_type (
    a_bool, a_int2, a_int4, a_int8, an_oid, a_float4, a_float8, a_numeric, a_text, a_varchar,
    a_bpchar, a_char, a_name, a_bytea, a_date, a_time, a_timetz, a_timestamp, a_timestamptz,
    an_interval, a_uuid, a_json, a_jsonb, an_enum, a_domain, a_shade,
    bools, int2s, ints, int8s, oids, floats, doubles, numerics, texts, varchars, bpchars, chars,
    names, byteas, dates, times, timetzs, timestamps, timestamptzs, intervals, uuids, jsons, jsonbs,
    enums
)
VALUES (
    :a_bool, :a_int2, :a_int4, :a_int8, :an_oid, :a_float4, :a_float8, :a_numeric, :a_text,
    :a_varchar, :a_bpchar, :a_char, :a_name, :a_bytea, :a_date, :a_time, :a_timetz, :a_timestamp,
    :a_timestamptz, :an_interval, :a_uuid, :a_json, :a_jsonb, :an_enum, :a_domain, :a_shade,
    :bools, :int2s, :ints, :int8s, :oids, :floats, :doubles, :numerics, :texts, :varchars, :bpchars,
    :chars, :names, :byteas, :dates, :times, :timetzs, :timestamps, :timestamptzs, :intervals,
    :uuids, :jsons, :jsonbs, :enums
)
RETURNING *;

-- name: list_every_type :many
SELECT *
FROM shop.every_type
ORDER BY id;

-- name: set_nothing :exec
-- Store a row in which anything may be missing.
INSERT INTO shop.nothing
VALUES (
    :id, :a_bool, :a_int8, :a_float8, :a_numeric, :a_text, :a_bytea, :a_date, :a_timestamptz,
    :an_interval, :a_uuid, :a_jsonb, :an_enum, :ints, :texts, :jsonbs, :enums
);

-- name: get_nothing :one
SELECT * FROM shop.nothing WHERE id = :id;

-- name: list_enums :many
-- Rows of one value that is made of what arrives.
SELECT an_enum FROM shop.every_type ORDER BY id;

-- name: list_maybe_enums :many
SELECT an_enum FROM shop.nothing ORDER BY id;

-- name: list_enum_lists :many
SELECT enums FROM shop.nothing ORDER BY id;

-- name: list_texts :many
SELECT a_text FROM shop.nothing ORDER BY id;

-- name: echo_other_enums :one
-- Enums of one name, or with names that Python or the module has already.
SELECT
    :none::"class"."none" AS none_value,
    :any::shop."any" AS any_value,
    :sequence::shop.sequence AS sequence_value,
    :colour::"class".colour AS other_colour,
    :shop_colours::shop.colour[] AS colours,
    :row::"Große Liste"."row" AS row_value;
