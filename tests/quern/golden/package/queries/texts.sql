-- name: get_quotes :one
-- A docstring with """triple quotes""", a \backslash, {braces}, %percent and "a quote at its end"
--
--   indented, with a trailing \
SELECT
    'it''s' AS single,
    E'new\nline \\ \x41' AS escaped,
    $$ """ ''' \ $$ AS triple,
    $tag$ $$ {{ jinja }} {% raw %} {# no #} $tag$ AS jinja,
    '%s %(name)s %% {0} {name} ${x}' AS formats,
    U&'\00e4' AS unicode,
    'é 日本 🙂' AS beyond,
    5 % 3 AS modulo,
    '  
' AS blank;

-- name: ends_in_a_quote :one
SELECT 1 AS "x""";

-- name: ends_in_three :one
SELECT '"""' AS "a", 'b' AS """";

-- name: operators :one
-- Ends in a backslash \
SELECT
    '{"a": 1}'::jsonb ? :key AS has,
    '{"a": 1}'::jsonb @> :part AS contains,
    ARRAY[1, 2] @> :numbers AS holds, -- a comment with :no_parameter and $1
    (ARRAY[1, 2, 3])[1:2] AS slice /* "a" */;

-- name: do_nothing :exec
-- "
DELETE FROM shop.nothing WHERE false;

-- name: no_docstring :execrows
DELETE FROM shop.nothing WHERE id = $1 AND a_int8 = $2;
