-- name: list_odd_names :many
SELECT * FROM "Große Liste"."odd names" ORDER BY "class";

-- name: add_odd_name :execrows
-- @param class: a keyword
-- @param größe: beyond ASCII
INSERT INTO "Große Liste"."odd names" ("class", "None", "1st", "größe", "日本", "back\slash", "%s")
VALUES (:class, :None, :import, :größe, :日本, :conn, :_runtime);

-- name: add_attributes :one
-- @returns Attributes
INSERT INTO shop.attributes
VALUES (
    :model_config, :model_fields, :model_dump, :json, :copy, :dict, :schema, :validate, :construct,
    :self, :cls, :values, :conn, :_runtime, :date, :time, :datetime, :int, :str, :float, :bool,
    :bytes, :list, :Decimal, :UUID, :Colour, :JsonValue, :another_date, :another_int, :another_list
)
RETURNING *;

-- name: list_attributes :many
-- @returns Attributes
SELECT * FROM shop.attributes;

-- name: two_of_a_name :one
SELECT 1, 2, 3 AS id, 4 AS id, 5 AS "ID", 6 AS "column_1", 7 AS "!", 8 AS "?column?";

-- name: get_list :many
-- @param list!: a list of them
SELECT date FROM shop.attributes WHERE another_int = ANY (:list::int[]);

-- name: date :one
SELECT date FROM shop.attributes LIMIT 1;

-- name: uuid :one
SELECT "UUID" FROM shop.attributes LIMIT 1;

-- name: list :many
SELECT another_list FROM shop.attributes;

-- name: print :exec
SELECT :sys::text, :LIST_ATTRIBUTES::text;

-- name: a_function_with_a_name_that_is_very_long_indeed_and_goes_on_and_on_to_the_edge_of_it :many
-- A summary that is longer than one line can be, since it goes on and on, and so it must be wrapped.
-- @param a_parameter_with_a_name_that_is_very_long_indeed_and_goes_on_and_on_to_the_edge_of: what it is, in words that need more than one line
SELECT another_int
FROM shop.attributes
WHERE another_int = :a_parameter_with_a_name_that_is_very_long_indeed_and_goes_on_and_on_to_the_edge_of;
