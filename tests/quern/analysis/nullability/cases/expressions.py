"""Expressions."""

from tests.quern.analysis.nullability.cases.case import Case

CASES = (
    Case("constants", "N0", "SELECT 1, NULL", "as written"),
    Case("strict operators", "N0", "SELECT y + 1, x + y FROM a", "NULL only for NULL"),
    Case("strict functions", "N0", "SELECT lower(email), lower(nick) FROM customer", "the same"),
    Case(
        "strict functions that give null",
        "00000",
        "SELECT array_length('{}'::integer[], 1), substring(email FROM 'zzz'), "
        "profile -> 'zzz', current_setting('no.such', true), "
        "jsonb_path_query_first(profile, '$.z') "
        "FROM customer",
        "strict is not never-null",
    ),
    Case(
        "casts that give null",
        "00",
        "SELECT made::timestamp::time, ('null'::jsonb)::integer FROM product",
        "infinity has no time of day",
        since=18,
    ),
    Case("cast of infinity", "0", "SELECT made::timestamp::time FROM product", "no time of day"),
    Case("extract", "0N", "SELECT extract(month FROM made), made::text FROM product", "infinity"),
    Case("bounds of a range", "00", "SELECT lower(sold), upper(sold) FROM product", "empty range"),
    Case("to_char", "0", "SELECT to_char(placed, '') FROM purchase", "an empty format"),
    Case("array_position", "0", "SELECT array_position(parts, 9) FROM product", "not found"),
    Case("cardinality", "N", "SELECT cardinality(parts) FROM product", "but this one gives 0"),
    Case("concat", "NN", "SELECT concat(nick), concat(nick, email) FROM customer", "of NULL: ''"),
    Case("concat variadic", "0", "SELECT concat(VARIADIC notes) FROM customer", "NULL array"),
    Case(
        "concat_ws",
        "N0",
        "SELECT concat_ws('-', nick), concat_ws(nick, 'x') FROM customer",
        "NULL only for a NULL separator",
    ),
    Case("format", "N0", "SELECT format('%s', nick), format(nick) FROM customer", "its format"),
    Case("format variadic", "?", "SELECT format('x', VARIADIC notes) FROM customer", "variadic"),
    Case(
        "counting nulls",
        "NN0",
        "SELECT num_nulls(nick), num_nonnulls(nick), num_nulls(VARIADIC notes) FROM customer",
        "but of a NULL array",
    ),
    Case(
        "json builders",
        "NN",
        "SELECT jsonb_build_object('a', nick), jsonb_build_array(nick) FROM customer",
        "of NULL: null",
    ),
    Case("to_jsonb", "0", "SELECT to_jsonb(nick) FROM customer", "of NULL: NULL"),
    Case(
        "array functions",
        "N0N",
        "SELECT array_append(notes, 'x'), array_cat(notes, notes), "
        "array_cat(notes, tags) FROM customer",
        "NULL only if all are",
    ),
    Case(
        "user's function",
        "0NN0",
        "SELECT quiet(y - 1), lenient(x), sure(y), sure(x) FROM a",
        "by its body, and by its arguments if it is strict",
    ),
    Case("user's operator", "N0", "SELECT x === 1, y ==== 1 FROM a", "by the body behind it"),
    Case(
        "coalesce",
        "N0",
        "SELECT coalesce(nick, email), coalesce(nick, phone || NULL) FROM customer",
        "any argument",
    ),
    Case(
        "greatest and least",
        "NN0",
        "SELECT greatest(x, y), least(NULL, y), greatest(x, NULL) FROM a",
        "any argument",
    ),
    Case("nullif", "?0", "SELECT nullif(y, 99), nullif(y, 1) FROM a", "always doubtful"),
    Case(
        "is null",
        "NNN",
        "SELECT x IS NULL, (x > 1) IS TRUE, x IS DISTINCT FROM 1 FROM a",
        "true or false",
    ),
    Case(
        "and, or",
        "0N0",
        "SELECT x > 1 AND y > 0, y > 1 OR y < 9, x > 1 OR y > 5 FROM a",
        "unknown if an arm is",
    ),
    Case(
        "null or equal",
        "N0",
        "SELECT x IS NULL OR x = 1, x IS NOT NULL OR x = 1 FROM a",
        "the second arm matters only if the first is false",
    ),
    Case(
        "not null and equal",
        "N0",
        "SELECT x IS NOT NULL AND x = 1, x IS NULL AND x = 1 FROM a",
        "the same for AND",
    ),
    Case(
        "case",
        "N00",
        "SELECT CASE WHEN x > 1 THEN 1 ELSE 2 END, CASE WHEN x > 1 THEN 1 END, "
        "CASE WHEN y > 1 THEN x ELSE 1 END FROM a",
        "all branches, and ELSE",
    ),
    Case(
        "case with facts",
        "NN0",
        "SELECT CASE WHEN x IS NOT NULL THEN x ELSE 0 END, "
        "CASE WHEN x IS NULL THEN 0 ELSE x END, CASE WHEN x > 1 THEN 0 ELSE x END FROM a",
        "a branch knows its condition, and that those before failed",
    ),
    Case(
        "case with value",
        "N0",
        "SELECT CASE x WHEN 1 THEN x ELSE 0 END, CASE x WHEN 1 THEN 0 ELSE x END FROM a",
        "the value was equal",
    ),
    Case(
        "case with a converted value",
        "0",
        "SELECT CASE v WHEN 1 THEN v ELSE ROW(1)::cover END "
        "FROM (VALUES (NULL::cover), (ROW(3)::cover)) AS t (v)",
        "what converts it gives a value for NULL",
    ),
    Case(
        "case with volatile",
        "0N",
        "SELECT CASE WHEN moody(1) IS NULL THEN 0 ELSE moody(1) END, i "
        "FROM generate_series(1, 60) AS i",
        "the next call may give NULL",
    ),
    Case(
        "case presence",
        "N0",
        "SELECT CASE WHEN b.x IS NOT NULL THEN b.y ELSE 0 END, "
        "CASE WHEN b.x IS NULL THEN b.y ELSE 0 END FROM a LEFT JOIN b ON b.id = a.id",
        "a value of one column shows that the row is there",
    ),
    Case("array constructors", "NN", "SELECT ARRAY[x], ARRAY(SELECT x FROM nobody) FROM a", "none"),
    Case("subscript", "00", "SELECT parts[1], (ARRAY[1])[2] FROM product", "may reach nothing"),
    Case("row comparison", "?", "SELECT (y, 1) < (2, 3) FROM a", "not looked into"),
    Case("row equality", "N0", "SELECT (y, 1) = (2, 3), (x, 1) = (2, 1) FROM a", "AND of pairs"),
    Case("in a list", "N0", "SELECT y IN (1, 2), y IN (1, NULL) FROM a", "elements count too"),
    Case(
        "any of an array",
        "N00",
        "SELECT y = ANY ('{1}'), y = ANY ('{9,NULL}'), x = ANY ('{1}') FROM a",
        "elements of a constant",
    ),
    Case("any of a column", "0", "SELECT 5 = ANY (parts) FROM product", "its elements may be NULL"),
    Case(
        "in a sub-query",
        "N00",
        "SELECT y IN (SELECT y FROM b), y + 9 IN (SELECT x FROM b), x IN (SELECT y FROM b) FROM a",
        "both sides count",
    ),
    Case(
        "all of a sub-query",
        "N0",
        "SELECT y > ALL (SELECT y FROM b), x > ALL (SELECT y FROM b) FROM a",
        "both sides count",
    ),
    Case(
        "exists", "NN", "SELECT EXISTS (SELECT x FROM b), NOT EXISTS (SELECT FROM nobody)", "sure"
    ),
    Case(
        "cast to a domain",
        "NN0",
        "SELECT d.nick::given_text, d.nick::given_layer, "
        "c.nick::short_text FROM adult AS c LEFT JOIN LATERAL (SELECT c.email AS nick) AS d "
        "ON true",
        "a NOT NULL domain refuses NULL",
    ),
    Case(
        "cast to a NOT NULL domain",
        "NNN",
        "SELECT coalesce(nick, '')::short_text, "
        "upper(nullif(email, ''))::given_text, upper(nullif(email, ''))::given_layer FROM customer",
        "it refuses NULL",
    ),
    Case("casts", "NN0", "SELECT y::text, ARRAY[x]::text[], x::text FROM a", "as the argument"),
    Case(
        "values of the session",
        "NNN?",
        "SELECT current_date, current_user, now(), current_schema",
        "but no schema may exist",
    ),
    Case(
        "no schema",
        "0",
        "SELECT current_schema",
        "but no schema may exist",
        before="SET LOCAL search_path = nowhere",
    ),
    Case("collate", "N0", 'SELECT email COLLATE "C", nick COLLATE "C" FROM customer', "as it is"),
    Case(
        "named arguments",
        "N0",
        "SELECT make_interval(days => y), make_interval(days => x) FROM a",
        "in whatever order",
    ),
    Case(
        "json constructors",
        "NN",
        "SELECT JSON_OBJECT('a': nick), JSON_ARRAY(nick) FROM customer",
        "never NULL",
        since=16,
    ),
    Case(
        "json aggregates",
        "0N",
        "SELECT JSON_ARRAYAGG(x), JSON_OBJECTAGG('a': 1) FROM nobody",
        "no row, no value",
        since=99,
    ),
    Case(
        "json of a query",
        "0",
        "SELECT JSON_ARRAY(SELECT x FROM nobody)",
        "no row, no value",
        since=16,
    ),
    Case(
        "json test",
        "N0",
        "SELECT email IS JSON, nick IS JSON FROM customer",
        "of NULL: NULL",
        since=16,
    ),
    Case(
        "json conversions",
        "N0",
        "SELECT JSON_SCALAR(y), JSON_SCALAR(x) FROM a",
        "as the value",
        since=17,
    ),
    Case(
        "json query",
        "0N",
        "SELECT JSON_VALUE(profile, '$.a'), JSON_EXISTS(profile, '$.a') FROM customer",
        "may find nothing",
        since=17,
    ),
    # sets in the target list
    Case("series in the target list", "N", "SELECT generate_series(1, 2)", "one set gives no NULL"),
    Case("two sets", "?0", "SELECT generate_series(1, 2), generate_series(1, 1)", "padded"),
    Case("computed set", "N", "SELECT 1 + generate_series(1, 2)", "still one set"),
    Case("user's set in the target list", "0", "SELECT numbers(2)", "nothing is known"),
    Case("string_to_table", "N", "SELECT string_to_table('a,b', ',')", "gives no NULL"),
    Case("string_to_table with null", "0", "SELECT string_to_table('a,b', ',', 'a')", "told so"),
    # elements of arrays
    Case(
        "unnest of a constant",
        "N0",
        "SELECT u, v FROM unnest('{1,2}'::integer[]) AS u, unnest('{NULL}'::integer[]) AS v",
        "its elements",
    ),
    Case("unnest of a column", "0", "SELECT unnest(parts) FROM product", "may be NULL"),
    Case("unnest of a constructor", "N", "SELECT unnest(ARRAY[y, 1]) FROM a", "each element"),
    Case("unnest of a constructor with null", "0", "SELECT unnest(ARRAY[y, x]) FROM a", "each"),
    Case("unnest of an aggregate", "N", "SELECT unnest(array_agg(y)) FROM a", "its values"),
    Case("unnest of an aggregate with null", "0", "SELECT unnest(array_agg(x)) FROM a", "also"),
    Case(
        "unnest of an aggregate of arrays",
        "0",
        "SELECT unnest(array_agg(ARRAY[x])) FROM a",
        "the elements of its arrays",
    ),
    Case("unnest of a sub-query", "N", "SELECT unnest(ARRAY(SELECT y FROM a))", "its values"),
    Case("unnest of a sub-query with null", "0", "SELECT unnest(ARRAY(SELECT x FROM a))", "also"),
    Case(
        "unnest of a sub-query of arrays",
        "0",
        "SELECT unnest(ARRAY(SELECT ARRAY[x] FROM a))",
        "the elements of its arrays",
    ),
    Case("unnest of nested constructors", "0", "SELECT unnest(ARRAY[[1, 2], [3, NULL]])", "deep"),
    Case(
        "unnest of a split",
        "N",
        "SELECT unnest(string_to_array(email, '@')) FROM customer",
        "parts of a text",
    ),
    Case(
        "unnest of a split with null",
        "0",
        "SELECT unnest(string_to_array('a,b', ',', 'a'))",
        "told so",
    ),
    Case("unnest of a cast", "N", "SELECT unnest(ARRAY[1, 2]::text[])", "each cast gives a value"),
    Case(
        "unnest of the greatest",
        "0",
        "SELECT unnest(s.e) FROM (SELECT greatest(v.a, ARRAY[NULL, 9]) AS e "
        "FROM (SELECT ARRAY[1] AS a) AS v) AS s",
        "the elements of one argument are not those of another",
    ),
    Case(
        "unnest of a scalar sub-query",
        "N",
        "SELECT unnest(s.e) FROM (SELECT (SELECT v.a FROM (SELECT ARRAY[1] AS a) AS v) AS e) AS s",
        "its column's elements",
    ),
    Case("unnest of a checked column", "N", "SELECT unnest(marks) FROM marked", "a CHECK says so"),
    Case(
        "checked column beside another array",
        "0",
        "SELECT unnest(v.x) FROM marked AS m "
        "CROSS JOIN LATERAL (VALUES (m.marks), (ARRAY[NULL::integer])) AS v (x)",
        "no CHECK speaks of the other",
    ),
    Case(
        "elements of equal rows",
        "0",
        "SELECT (CASE WHEN scale(n) = 2 THEN 5 END IS NOT NULL) "
        "AND 3 = ANY (array_agg(CASE WHEN scale(n) = 2 THEN 5 END)) "
        "FROM (VALUES (1.00), (1.0)) AS t (n) GROUP BY n",
        "a branch speaks of one row of the group; 1.0 equals 1.00",
    ),
)
