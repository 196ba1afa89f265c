"""What is never NULL because of what a function, a slice or an aggregate is given."""

from tests.quern.analysis.nullability.cases.case import Case

CASES = (
    # fields of times
    Case(
        "growing field of a time",
        "NNN",
        "SELECT extract(epoch FROM placed), extract(isoyear FROM placed), "
        "date_part('century', placed) FROM purchase",
        "of infinity it is infinite",
    ),
    Case(
        "field of a time",
        "00",
        "SELECT extract(day FROM placed), date_part('hour', placed) FROM purchase",
        "infinity has no day",
    ),
    Case(
        "growing field of what may be NULL",
        "0",
        "SELECT extract(epoch FROM lower(sold)) FROM product",
        "an empty range has no lower bound",
    ),
    Case(
        "computed field of a time",
        "0",
        "SELECT date_part(lower('DAY'), placed) FROM purchase",
        "it may be any",
    ),
    # built-in functions
    Case(
        "uuid of a time that may be NULL",
        "0N",
        "SELECT uuidv7(nullif(now() - now(), now() - now())), uuidv7(now() - now())",
        "strict",
        since=18,
    ),
    Case(
        "number from a range that may be NULL",
        "0N",
        "SELECT random(1, x), random(1, y) FROM a WHERE y > 0",
        "strict",
        since=17,
    ),
    Case(
        "array with elements left out",
        "NN0",
        "SELECT array_remove(tags, nick), array_positions(tags, nick), array_remove(notes, nick) "
        "FROM customer",
        "only the array counts",
    ),
    Case(
        "trimmed and padded",
        "NN0",
        "SELECT trim(email), lpad(email, 9), trim(nick) FROM customer",
        "a text of a text",
    ),
    Case(
        "written number and time",
        "N0",
        "SELECT to_char(amount, '999'), to_char(placed, 'YYYY') FROM purchase",
        "infinity is written as NULL",
    ),
    Case(
        "times that overlap",
        "N0",
        "SELECT (placed, placed) OVERLAPS (now(), now()), "
        "(placed, placed) OVERLAPS (now(), nullif(now(), now())) FROM purchase WHERE id = 1",
        "of four values",
    ),
    Case(
        "setting",
        "N0",
        "SELECT current_setting('TimeZone'), current_setting('no.such', true)",
        "an error, unless told otherwise",
    ),
    # paths into JSON
    Case(
        "path that exists",
        "N",
        "SELECT jsonb_path_exists(profile, '$.a') FROM customer",
        "true or false",
    ),
    Case(
        "path with errors kept silent",
        "00",
        "SELECT jsonb_path_exists(profile, 'strict $.a.b', '{}', true), "
        "jsonb_path_exists(profile, 'strict $.a.b', silent => true) FROM customer",
        "NULL for an error",
    ),
    Case(
        "JSON_EXISTS told to be unknown",
        "00",
        "SELECT JSON_EXISTS(profile, 'strict $.a' UNKNOWN ON ERROR), "
        "JSON_EXISTS(nullif(profile, profile), '$') FROM customer",
        "NULL for an error, and for NULL",
        since=17,
    ),
    Case(
        "JSON_EXISTS with an error",
        "NNN",
        "SELECT JSON_EXISTS(profile, '$.a' ERROR ON ERROR), "
        "JSON_EXISTS(profile, 'strict $.a' TRUE ON ERROR), "
        "JSON_EXISTS(profile, 'strict $.a' FALSE ON ERROR) FROM customer",
        "true or false",
        since=17,
    ),
    Case(
        "a truth value in JSON",
        "0",
        "SELECT JSON_VALUE(profile, '$.z' RETURNING boolean ERROR ON ERROR) FROM customer",
        "may not be there",
        since=17,
    ),
    Case(
        "JSON_EXISTS along a path that may be NULL",
        "0",
        "SELECT JSON_EXISTS(profile, nullif('$'::jsonpath::text, '$')::jsonpath) FROM customer",
        "NULL without a path",
        since=17,
    ),
    Case(
        "EXISTS columns of JSON_TABLE",
        "N00?",
        "SELECT t.e, t.u, t.n, t.i FROM customer, JSON_TABLE(profile, '$' COLUMNS ("
        "e boolean EXISTS PATH '$.a', u boolean EXISTS PATH 'strict $.a' UNKNOWN ON ERROR, "
        "i integer EXISTS PATH '$.a', "
        "NESTED PATH '$.b[*]' COLUMNS (n boolean EXISTS PATH '$'))) AS t",
        "of the top path, as a truth value",
        since=17,
    ),
    # functions that return nothing
    Case("nothing by PL/pgSQL", "NN", "SELECT act(), act_on(1)", "an empty value, no NULL"),
    Case("nothing of NULL", "0", "SELECT act_on(x) FROM a", "strict, and not called"),
    Case("nothing with a default", "0", "SELECT act_on_both(y) FROM a", "the default is NULL"),
    Case("nothing in SQL", "0", "SELECT act_in_sql()", "NULL there"),
    Case("something by PL/pgSQL", "0", "SELECT give(x) FROM a", "may be NULL"),
    # slices
    Case("slice", "N0", "SELECT parts[1:1], parts[1] FROM product", "empty, if there is nothing"),
    Case("slice without bounds", "NN", "SELECT tags[:], tags[2:] FROM customer", "open ends"),
    Case("slice up to NULL", "00", "SELECT parts[x:2], parts[1:x] FROM product, a", "no bound"),
    Case("slice of NULL", "0", "SELECT notes[1:1] FROM customer", "no array"),
    # windows
    Case(
        "first value",
        "N0",
        "SELECT nth_value(y, 1) OVER w, nth_value(x, 1) OVER w FROM a "
        "WINDOW w AS (ORDER BY y DESC, x ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)",
        "in each frame",
    ),
    Case(
        "first value of a frame that may be empty",
        "00",
        "SELECT nth_value(y, 1) OVER (ORDER BY id ROWS BETWEEN 1 FOLLOWING AND 2 FOLLOWING), "
        "nth_value(y, 1) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING EXCLUDE CURRENT ROW) FROM a",
        "there may be none",
    ),
    # aggregates of what is there
    Case(
        "aggregates of VALUES",
        "N0",
        "SELECT sum(v.n), max(v.m) FROM (VALUES (1, NULL::integer), (2, NULL)) AS v (n, m)",
        "rows are there",
    ),
    Case(
        "aggregates of some VALUES",
        "00",
        "SELECT sum(v.n), sum(v.n) FILTER (WHERE v.n > 5) FROM (VALUES (1), (2)) AS v (n) "
        "WHERE v.n > 5",
        "none may be left",
    ),
    Case("aggregate without FROM", "N", "SELECT max(1)", "one row"),
    Case(
        "aggregates of a join that keeps VALUES",
        "N0",
        "SELECT max(v.n), max(a.y) FROM (VALUES (1)) AS v (n) LEFT JOIN a ON a.id = 77",
        "the row that is kept",
    ),
    Case(
        "JSON aggregates",
        "NN00",
        "SELECT (SELECT JSON_ARRAYAGG(x) FROM a GROUP BY y LIMIT 1) IS NULL, "
        "x.j, (SELECT JSON_ARRAYAGG(n.x) FROM nobody AS n), "
        "(SELECT JSON_OBJECTAGG(n.id: n.x) FROM nobody AS n) "
        "FROM (SELECT JSON_ARRAYAGG(a.x) AS j FROM a GROUP BY a.y) AS x",
        "a group has rows",
        since=16,
    ),
    Case(
        "JSON aggregates that leave NULL out",
        "NN",
        "SELECT JSON_OBJECTAGG(a.y: a.x ABSENT ON NULL WITH UNIQUE KEYS RETURNING jsonb), "
        "JSON_ARRAYAGG(a.x ABSENT ON NULL RETURNING jsonb) FROM a GROUP BY a.y",
        "empty, if nothing is left",
        since=16,
    ),
)
