"""Queries in queries, and what gives rows beside tables."""

from tests.quern.analysis.nullability.precision.query import TrickyQuery
from tests.quern.analysis.nullability.precision.schema import NO_CONCERTS

NESTING = (
    TrickyQuery(
        "scalar_sub_queries",
        "N00NN0",
        """SELECT (SELECT count(*) FROM ticket AS t WHERE t.concert_id = c.id),
            (SELECT max(t.price) FROM ticket AS t WHERE t.concert_id = c.id),
            (SELECT t.price FROM ticket AS t WHERE t.concert_id = c.id LIMIT 1),
            (SELECT coalesce(sum(t.price), 0) FROM ticket AS t WHERE t.concert_id = c.id),
            (SELECT c.title || '?'), (SELECT c.subtitle)
        FROM concert AS c""",
        "an aggregate without groups and a SELECT without FROM give a row",
    ),
    TrickyQuery(
        "a_scalar_sub_query_along_a_foreign_key",
        "NN0",
        """SELECT h.name, (SELECT v.name FROM venue AS v WHERE v.id = h.venue_id),
            (SELECT v.capacity FROM venue AS v WHERE v.id = h.venue_id)
        FROM hall AS h""",
        "each hall has its venue",
    ),
    TrickyQuery(
        "tests_of_sub_queries",
        "NNN0N",
        """SELECT EXISTS (SELECT FROM ticket AS t WHERE t.concert_id = c.id),
            NOT EXISTS (SELECT FROM review AS r WHERE r.concert_id = c.id),
            c.id IN (SELECT t.concert_id FROM ticket AS t),
            c.id IN (SELECT d.artist_id FROM concert AS d),
            c.price >= ALL (SELECT d.price FROM concert AS d)
        FROM concert AS c""",
        "no NULL on either side",
    ),
    TrickyQuery(
        "sub_query_in_from",
        "N0NN",
        """SELECT x.title, x.subtitle, x.label, x.cheap
        FROM (
            SELECT c.title, c.subtitle, coalesce(c.subtitle, 'none') AS label, c.price < 20 AS cheap
            FROM concert AS c
            WHERE c.price > 1
        ) AS x
        WHERE x.label <> ''""",
        "NOT NULL, through the sub-query",
    ),
    TrickyQuery(
        "facts_about_a_sub_query_in_from",
        "NN",
        """SELECT x.nick, x.total
        FROM (
            SELECT a.nick, sum(c.discount) AS total
            FROM artist AS a JOIN concert AS c ON c.artist_id = a.id GROUP BY a.nick
        ) AS x
        WHERE x.nick > '' AND x.total > 0""",
        "WHERE needs both",
    ),
    TrickyQuery(
        "common_table_expressions",
        "N0N0",
        """WITH sold AS (
            SELECT t.concert_id, count(*) AS n, max(t.buyer) AS buyer FROM ticket AS t
            GROUP BY t.concert_id
        ), best AS MATERIALIZED (
            SELECT s.concert_id, s.n, s.buyer FROM sold AS s WHERE s.n > 0
        )
        SELECT b.n, b.buyer, c.title, s.n
        FROM best AS b JOIN concert AS c ON c.id = b.concert_id
        LEFT JOIN sold AS s ON s.concert_id = b.concert_id + 1""",
        "a count; NOT NULL",
        ("", "UPDATE ticket SET buyer = NULL, sold = NULL"),
    ),
    TrickyQuery(
        "a_tree",
        "NNNN0",
        """WITH RECURSIVE tree AS (
            SELECT a.id, a.name, 0 AS depth, ARRAY[a.id] AS path, NULL::text AS boss
            FROM artist AS a WHERE a.manager_id IS NULL
            UNION ALL
            SELECT a.id, a.name, tree.depth + 1, tree.path || a.id, tree.name
            FROM artist AS a JOIN tree ON tree.id = a.manager_id
        )
        SELECT id, name, depth, path, boss FROM tree""",
        "each is no NULL at the root, nor from there on",
    ),
    TrickyQuery(
        "a_series",
        "N0",
        """WITH RECURSIVE n (i, j) AS (
            VALUES (1, 1) UNION ALL SELECT n.i + 1, nullif(n.j + 1, 4) FROM n WHERE n.i < 9
        )
        SELECT i, j FROM n""",
        "one more than what is no NULL",
    ),
    TrickyQuery(
        "a_tree_in_order_without_circles",
        "NNNN",
        """WITH RECURSIVE tree (id, name) AS (
            SELECT a.id, a.name FROM artist AS a WHERE a.manager_id IS NULL
            UNION ALL
            SELECT a.id, a.name FROM artist AS a JOIN tree ON tree.id = a.manager_id
        ) SEARCH DEPTH FIRST BY id SET place CYCLE id SET circle USING path
        SELECT id, name, place, circle FROM tree""",
        "SEARCH and CYCLE make their columns of values",
    ),
    TrickyQuery(
        "unions",
        "N0N",
        """SELECT c.id, c.subtitle, 'concert' AS kind FROM concert AS c
        UNION ALL
        SELECT v.id, v.name, 'venue' FROM venue AS v""",
        "no NULL on either side",
    ),
    TrickyQuery(
        "a_union_with_null",
        "NN0",
        """SELECT v.id, v.name, v.city FROM venue AS v
        UNION
        SELECT h.id, h.name, NULL FROM hall AS h""",
        "no NULL on either side",
    ),
    TrickyQuery(
        "an_intersection",
        "NN",
        """SELECT a.nick, a.id FROM artist AS a
        INTERSECT
        SELECT t.buyer, t.seat FROM ticket AS t WHERE t.buyer IS NOT NULL""",
        "no NULL on one side",
    ),
    TrickyQuery(
        "differences",
        "N0",
        """SELECT c.title, c.subtitle FROM concert AS c
        EXCEPT
        SELECT v.name, v.name FROM venue AS v""",
        "no NULL on the left",
    ),
    TrickyQuery(
        "values",
        "N0N",
        """SELECT k.n, k.word, k.day
        FROM (VALUES (1, 'one', now()), (2, NULL, now())) AS k (n, word, day)""",
        "no NULL in any row",
    ),
    TrickyQuery(
        "bare_values",
        "NN0",
        "VALUES (1, 'one', 1.0), (2, lower('TWO'), NULL)",
        "no NULL in any row",
    ),
    TrickyQuery(
        "a_view",
        "NN0N0",
        "SELECT u.id, u.title, u.subtitle, u.hall, u.artist FROM upcoming AS u",
        "NOT NULL, through the view",
    ),
    TrickyQuery(
        "a_view_with_conditions",
        "NNN",
        """SELECT u.title, u.subtitle, u.artist FROM upcoming AS u
        WHERE u.subtitle > '' AND u.artist LIKE '%'""",
        "WHERE needs both",
        ("UPDATE concert SET subtitle = 'late', artist_id = 1",),
    ),
    TrickyQuery(
        "a_view_with_groups",
        "NN00N",
        "SELECT r.title, r.sold, r.total, r.latest, coalesce(r.total, 0) FROM revenue AS r",
        "NOT NULL; a count; what takes the place of NULL",
    ),
    TrickyQuery(
        "a_materialized_view",
        "0",
        "SELECT p.title FROM program AS p",
        "",
        (
            # It keeps what the table held before its column became NOT NULL.
            "ALTER TABLE concert ALTER title DROP NOT NULL; "
            "INSERT INTO concert (id, hall_id, starts, price) VALUES (7, 1, now(), 1); "
            "REFRESH MATERIALIZED VIEW program; DELETE FROM concert WHERE id = 7; "
            "SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE concert ALTER title SET NOT NULL",
        ),
    ),
    TrickyQuery(
        "sets_in_the_target_list",
        "00N",
        "SELECT generate_series(1, v.id), unnest(v.tags), v.name FROM venue AS v",
        "NOT NULL",
    ),
    TrickyQuery(
        "one_set_in_the_target_list",
        "NN",
        "SELECT generate_series(1, v.id), v.name FROM venue AS v",
        "a series has no NULL",
    ),
    TrickyQuery(
        "rows_from",
        "00N",
        """SELECT x.n, x.tag, x.place
        FROM venue AS v, ROWS FROM (generate_series(1, v.id), unnest(v.tags))
            WITH ORDINALITY AS x (n, tag, place)""",
        "the ordinality",
    ),
    TrickyQuery(
        "unnested_parameters",
        "00",
        "SELECT x.id, x.name FROM unnest($1::int[], $2::text[]) AS x (id, name)",
        "",
        values=([1, None], ["a"]),
    ),
    TrickyQuery(
        "json_spread_out",
        "NNN0",
        """SELECT e.key, e.value, t.key, t.value
        FROM venue AS v, jsonb_each(v.meta) AS e, jsonb_each_text(v.meta) AS t""",
        "a member has a name, and as JSON a value",
        ("""UPDATE venue SET meta = '{"a": null}'""",),
    ),
    TrickyQuery(
        "json_elements",
        "NN0",
        """SELECT e.value, e.value -> 'a' IS NULL, t.value
        FROM jsonb_array_elements('[1, null]') AS e, jsonb_array_elements_text('[1, null]') AS t""",
        "an element is JSON; a test",
    ),
    TrickyQuery(
        "json_records",
        "00",
        "SELECT r.a, r.b FROM jsonb_to_recordset($1::jsonb) AS r (a int, b text)",
        "",
        values=('[{"a": 1}, {"b": "x"}]',),
    ),
    TrickyQuery(
        "matches_and_words",
        "NN0",
        """SELECT w.word, m.groups, m.groups[1]
        FROM concert AS c, string_to_table(c.title, ' ') AS w (word),
            regexp_matches(c.title, '(x)|n', 'g') AS m (groups)""",
        "a part of a text; an array of groups",
    ),
    TrickyQuery(
        "a_function_of_rows",
        "NN0",
        "SELECT x.id, x.title, x.subtitle FROM concerts_in(2) AS x",
        "its body gives what is NOT NULL",
    ),
    TrickyQuery(
        "json_table",
        "N0N",
        """SELECT j.n, j.a, j.has
        FROM venue AS v, JSON_TABLE(v.meta, '$[*]' COLUMNS (
            n FOR ORDINALITY, a text PATH '$.b', has boolean EXISTS PATH '$.a'
        )) AS j""",
        "the ordinality; whether there is something",
        since=17,
    ),
    TrickyQuery(
        "json_queries",
        "0N0",
        """SELECT JSON_VALUE(v.meta, '$.a'), JSON_EXISTS(v.meta, '$.a'), JSON_QUERY(v.meta, '$.b')
        FROM venue AS v""",
        "whether there is something",
        since=17,
    ),
    TrickyQuery(
        "json_constructors",
        "NNN0N",
        """SELECT JSON_OBJECT('a': v.capacity), JSON_ARRAY(v.capacity, v.name),
            v.meta IS JSON OBJECT,
            JSON_ARRAYAGG(v.capacity) FILTER (WHERE v.capacity > 9999), JSON_ARRAYAGG(v.name)
        FROM venue AS v GROUP BY v.id""",
        "JSON is made of NULL too; a test; a group has rows",
        since=16,
    ),
    TrickyQuery(
        "partitions_and_children",
        "N00N0N",
        """SELECT s.day, s.amount, s.note, v.plate, v.axles, k.load
        FROM sale AS s, vehicle AS v, truck AS k""",
        "NOT NULL in every partition and child",
        ("UPDATE sale SET amount = NULL",),
    ),
    TrickyQuery(
        "system_columns",
        "NNN",
        "SELECT v.ctid, v.tableoid::regclass, v.xmin FROM venue AS v",
        "each row has them",
    ),
    TrickyQuery(
        "a_page_with_its_total",
        "NN0",
        """WITH found AS (SELECT c.id, c.title, c.artist_id FROM concert AS c)
        SELECT (SELECT count(*) FROM found), f.title, f.artist_id
        FROM found AS f ORDER BY f.id LIMIT 10 OFFSET 0""",
        "a count; NOT NULL",
    ),
    TrickyQuery(
        "aggregates_without_rows_in_sub_queries",
        "N00",
        """SELECT x.n, x.total, y.state
        FROM (SELECT count(*) AS n, sum(c.price) AS total FROM concert AS c) AS x
        LEFT JOIN (SELECT c.state FROM concert AS c GROUP BY c.state) AS y ON true""",
        "a count",
        (NO_CONCERTS,),
    ),
)
