"""Grouping, aggregates and window functions."""

from tests.quern.analysis.nullability.cases.case import Case

CASES = (
    Case("aggregates of nothing", "N00", "SELECT count(*), sum(y), max(y) FROM nobody", "no row"),
    Case(
        "aggregates of groups",
        "NNN0",
        "SELECT y, sum(y), max(y), sum(x) FROM a GROUP BY y",
        "each group has a row",
    ),
    Case("aggregate of one group", "?", "SELECT sum(y) FROM a", "here there are rows"),
    Case(
        "filter",
        "N0",
        "SELECT count(*) FILTER (WHERE y > 9), sum(y) FILTER (WHERE y > 9) FROM a GROUP BY id",
        "may leave no row",
    ),
    Case(
        "group by nothing", "0", "SELECT sum(y) FROM nobody GROUP BY ()", "the empty grouping set"
    ),
    Case(
        "having count", "NN", "SELECT sum(y), max(y) FROM a HAVING count(*) > 0", "drops the empty"
    ),
    Case("having count of enough", "N", "SELECT sum(y) FROM a HAVING count(*) >= 2", "also"),
    Case("having count of none", "0", "SELECT sum(y) FROM nobody HAVING count(*) >= 0", "keeps it"),
    Case(
        "having count or", "0", "SELECT sum(y) FROM nobody HAVING count(*) > 0 OR true", "keeps it"
    ),
    Case("having the aggregate", "N", "SELECT sum(x) FROM a HAVING sum(x) > 0", "the same one"),
    Case(
        "having another aggregate", "0", "SELECT sum(x) FROM a GROUP BY id HAVING max(y) > 0", "no"
    ),
    Case(
        "having without group by",
        "0",
        "SELECT (SELECT 1 WHERE $1 = 1) FROM nobody HAVING true",
        "one group of no rows",
        values=(2,),
    ),
    Case(
        "statistics",
        "00N",
        "SELECT stddev_samp(y), var_samp(y), stddev_pop(y) FROM a GROUP BY id",
        "of one value there is no sample",
    ),
    Case(
        "correlation",
        "00N",
        "SELECT corr(y, y), regr_slope(y, y), regr_count(y, y) FROM a GROUP BY id",
        "of one pair neither",
    ),
    Case("array_agg", "N0", "SELECT array_agg(x), min(x) FROM a GROUP BY id", "of NULL: {NULL}"),
    Case("json_agg of nothing", "0", "SELECT jsonb_agg(y) FROM nobody", "no row"),
    Case(
        "string_agg",
        "NN0",
        "SELECT string_agg(email, ','), string_agg(email, nick), "
        "string_agg(nick, ',') FROM customer GROUP BY id",
        "its first argument",
    ),
    Case(
        "percentiles",
        "N0N",
        "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY y), "
        "percentile_cont(NULL::float) WITHIN GROUP (ORDER BY y), mode() WITHIN GROUP (ORDER BY y) "
        "FROM a GROUP BY id",
        "fractions count as well",
    ),
    Case(
        "hypothetical ranks",
        "NN",
        "SELECT rank(1) WITHIN GROUP (ORDER BY y), "
        "percent_rank(1) WITHIN GROUP (ORDER BY y) FROM nobody",
        "of no row: the first",
    ),
    Case(
        "aggregate with facts", "N", "SELECT sum(x) FROM a WHERE x IS NOT NULL GROUP BY y", "WHERE"
    ),
    Case(
        "aggregate of an outer join",
        "N0",
        "SELECT count(b.id), sum(b.y) FROM a LEFT JOIN b ON b.id = a.id GROUP BY a.id",
        "its arguments may be missing",
    ),
    Case(
        "aggregate of the query around",
        "?",
        "SELECT (SELECT sum(a.y)) FROM a GROUP BY id",
        "belongs further out",
    ),
    Case("user's aggregate", "0", "SELECT last(x) FROM a GROUP BY id", "nothing is known of it"),
    # grouping sets
    Case("rollup", "00N", "SELECT id, y, count(*) FROM a GROUP BY ROLLUP (id, y)", "left out"),
    Case("rollup behind a column", "N0", "SELECT id, y FROM a GROUP BY id, ROLLUP (y)", "not that"),
    Case("cube", "00", "SELECT id, y FROM a GROUP BY CUBE (id, y)", "each is left out"),
    Case(
        "grouping sets", "N0", "SELECT id, y FROM a GROUP BY GROUPING SETS ((id, y), (id))", "one"
    ),
    Case(
        "product of grouping sets",
        "0N",
        "SELECT id, y FROM a GROUP BY GROUPING SETS ((id), ()), y",
        "y is in each",
    ),
    Case("grouping() itself", "N", "SELECT grouping(id) FROM a GROUP BY ROLLUP (id)", "a number"),
    Case(
        "aggregate over a grouping set",
        "N",
        "SELECT sum(y) FROM a GROUP BY GROUPING SETS ((id), (y))",
        "arguments are those of the rows",
    ),
    Case(
        "aggregate over the empty set",
        "0",
        "SELECT sum(y) FROM nobody GROUP BY GROUPING SETS ((id), ())",
        "() is a group even of no rows",
    ),
    Case(
        "expression of a grouping set",
        "00",
        "SELECT y + 1, 1 + (y + 1) FROM a GROUP BY ROLLUP (y + 1)",
        "left out as a whole",
    ),
    Case("column in an expression", "0", "SELECT y + 1 FROM a GROUP BY ROLLUP (y)", "y is NULL"),
    Case(
        "coalesce of a grouping set", "N", "SELECT coalesce(y, 0) FROM a GROUP BY ROLLUP (y)", "ok"
    ),
    Case(
        "grouping set with a fact",
        "0",
        "SELECT x FROM a WHERE x IS NOT NULL GROUP BY ROLLUP (x)",
        "WHERE is before grouping",
    ),
    Case(
        "grouping set of a constant",
        "0N",
        "SELECT 1 AS one, count(*) FROM a GROUP BY GROUPING SETS ((), (1)) HAVING count(*) >= 1",
        "the 1 of HAVING is another one",
    ),
    Case(
        "grouping set of a relabelled column",
        "00",
        "SELECT nick::varchar AS name, nick FROM customer "
        "GROUP BY GROUPING SETS ((nick), (nick::varchar)) HAVING nick IS NOT NULL OR true",
        "either is left out of the other's set",
    ),
    Case(
        "grouping set of a relabelled column with having",
        "0?",
        "SELECT nick::varchar AS name, nick FROM customer "
        "GROUP BY GROUPING SETS ((nick), (nick::varchar)) HAVING nick IS NOT NULL",
        "that of one is not that of the other",
    ),
    Case(
        "grouping set of a relabelled column in case",
        "0",
        "SELECT CASE WHEN nick IS NOT NULL THEN nick::varchar ELSE '' END FROM customer "
        "GROUP BY GROUPING SETS ((nick), (nick::varchar))",
        "neither in a branch",
    ),
    Case(
        "grouping set of a relabelled column of a join",
        "0?",
        "SELECT nick::varchar AS name, nick FROM customer LEFT JOIN a USING (id) "
        "GROUP BY GROUPING SETS ((nick), (nick::varchar)) HAVING nick IS NOT NULL",
        "nor through a join",
    ),
    Case(
        "grouping set with having",
        "N",
        "SELECT y FROM a GROUP BY ROLLUP (y) HAVING y IS NOT NULL",
        "HAVING is after it",
    ),
    Case(
        "constant in a grouping set",
        "00",
        "SELECT 'x' AS word, 1 + y FROM a GROUP BY ROLLUP (word, 2)",
        "even a constant is left out",
    ),
    Case(
        "cast in a grouping set",
        "00",
        "SELECT int8(y) + 0, y::int8 FROM a GROUP BY ROLLUP ((y::int8))",
        "however the cast is written",
    ),
    Case("whole row in a grouping set", "0", "SELECT a FROM a GROUP BY ROLLUP (a)", "left out"),
    Case(
        "case in a grouping set",
        "N",
        "SELECT CASE WHEN y IS NULL THEN 0 ELSE y END FROM a GROUP BY ROLLUP (y)",
        "the branch knows",
    ),
    # window functions
    Case(
        "numbers of rows",
        "NNNN",
        "SELECT row_number() OVER w, rank() OVER w, ntile(2) OVER w, "
        "cume_dist() OVER w FROM a WINDOW w AS (ORDER BY id)",
        "sure",
    ),
    Case("ntile of null", "0", "SELECT ntile(NULL::integer) OVER (ORDER BY id) FROM a", "strict"),
    Case(
        "window aggregates",
        "NN0",
        "SELECT sum(y) OVER (), count(x) OVER (), min(x) OVER (PARTITION BY id) FROM a",
        "the frame has the current row",
    ),
    Case(
        "lag",
        "00N",
        "SELECT lag(y) OVER w, lag(y, 1) OVER w, lag(y, 1, 0) OVER w FROM a "
        "WINDOW w AS (ORDER BY id)",
        "at the edge there is only the default",
    ),
    Case(
        "lead with null",
        "00",
        "SELECT lead(x, 1, 0) OVER w, lead(y, 1, NULL) OVER w FROM a WINDOW w AS (ORDER BY id)",
        "each argument counts",
    ),
    Case(
        "first and last",
        "NN0",
        "SELECT first_value(y) OVER w, last_value(y) OVER w, "
        "first_value(x) OVER (PARTITION BY id) FROM a WINDOW w AS (ORDER BY id)",
        "a value",
    ),
    Case("nth_value", "0", "SELECT nth_value(y, 2) OVER (ORDER BY id) FROM a", "may not be there"),
    Case(
        "frame before",
        "00",
        "SELECT sum(y) OVER w, first_value(y) OVER w FROM a WINDOW w AS "
        "(ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING)",
        "without the current row",
    ),
    Case(
        "frame after",
        "0",
        "SELECT sum(y) OVER (ORDER BY id ROWS BETWEEN 1 FOLLOWING AND 2 FOLLOWING) FROM a",
        "without the current row",
    ),
    Case(
        "frame around",
        "N",
        "SELECT sum(y) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM a",
        "with it",
    ),
    Case(
        "frame without current row",
        "0",
        "SELECT sum(y) OVER (PARTITION BY id ROWS BETWEEN "
        "UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) FROM a",
        "EXCLUDE",
    ),
    Case(
        "frame without group",
        "0",
        "SELECT max(y) OVER (PARTITION BY id ORDER BY id ROWS BETWEEN "
        "UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE GROUP) FROM a",
        "EXCLUDE GROUP",
    ),
    Case(
        "frame without ties",
        "N?",
        "SELECT sum(y) OVER w, first_value(y) OVER w FROM a WINDOW w AS "
        "(ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES)",
        "keeps it",
    ),
    Case(
        "range with an offset",
        "?",
        "SELECT sum(y) OVER (ORDER BY id RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM a",
        "an offset may leave the current row out",
    ),
    Case(
        "window with filter",
        "0",
        "SELECT sum(y) FILTER (WHERE y > 1) OVER (ORDER BY id) FROM a",
        "may leave no row",
    ),
    Case(
        "window in case",
        "NN",
        "SELECT CASE WHEN x IS NOT NULL THEN sum(x) OVER () ELSE 0 END, "
        "CASE WHEN x IS NOT NULL THEN max(x) OVER (ORDER BY id) ELSE 0 END FROM a",
        "the current row is in the frame, and it has a value",
    ),
    Case(
        "lag in case",
        "0",
        "SELECT CASE WHEN x IS NOT NULL THEN lag(x, 1, 0) OVER (ORDER BY id) ELSE 0 END FROM a",
        "the branch speaks of this row, lag of another",
    ),
    Case(
        "first_value in case",
        "0",
        "SELECT CASE WHEN x IS NOT NULL THEN first_value(x) OVER "
        "(ORDER BY y = 2 DESC) ELSE 0 END FROM a",
        "the same",
    ),
    Case(
        "window of groups",
        "NN",
        "SELECT y, sum(sum(y)) OVER () FROM a GROUP BY y",
        "after grouping",
    ),
    Case(
        "window of a grouping set",
        "0",
        "SELECT max(y) OVER (PARTITION BY y) FROM a GROUP BY ROLLUP (y)",
        "after grouping",
    ),
)
