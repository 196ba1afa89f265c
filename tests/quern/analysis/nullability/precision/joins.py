"""Joins, and what WHERE says of them."""

from tests.quern.analysis.nullability.precision.query import TrickyQuery
from tests.quern.analysis.nullability.precision.schema import NO_TICKETS

JOINS = (
    TrickyQuery(
        "left_join",
        "N00",
        """SELECT c.title, a.name, a.nick
        FROM concert AS c LEFT JOIN artist AS a ON a.id = c.artist_id""",
        "NOT NULL, of the side that is kept",
    ),
    TrickyQuery(
        "left_join_compared_in_where",
        "NNN0",
        """SELECT c.title, a.name, a.rating, a.nick
        FROM concert AS c LEFT JOIN artist AS a ON a.id = c.artist_id
        WHERE a.rating > 4""",
        "no null-extended row passes a comparison",
        ("UPDATE artist SET nick = NULL",),
    ),
    TrickyQuery(
        "left_join_with_or_in_where",
        "NN0",
        """SELECT a.id, a.name, a.nick
        FROM concert AS c LEFT JOIN artist AS a ON a.id = c.artist_id
        WHERE a.name LIKE 'B%' OR a.nick = 'A'""",
        "either side of OR is about the artist",
        ("UPDATE concert SET artist_id = 2",),
    ),
    TrickyQuery(
        "left_join_with_is_not_null",
        "NN0",
        """SELECT a.id, a.name, a.born
        FROM concert AS c LEFT JOIN artist AS a ON a.id = c.artist_id
        WHERE a.id IS NOT NULL""",
        "the row is there",
        ("UPDATE artist SET born = NULL",),
    ),
    TrickyQuery(
        "anti_join",
        "N00",
        """SELECT c.id, c.artist_id, a.name
        FROM concert AS c LEFT JOIN artist AS a ON a.id = c.artist_id
        WHERE a.id IS NULL""",
        "the side that is kept",
    ),
    TrickyQuery(
        "left_join_along_a_foreign_key",
        "NN0",
        """SELECT h.name, v.name, v.capacity
        FROM hall AS h LEFT JOIN venue AS v ON v.id = h.venue_id""",
        "each hall has its venue",
    ),
    TrickyQuery(
        "left_join_along_a_foreign_key_and_more",
        "N0",
        """SELECT h.name, v.name
        FROM hall AS h LEFT JOIN venue AS v ON v.id = h.venue_id AND v.city = 'Oslo'""",
        "the side that is kept",
    ),
    TrickyQuery(
        "left_joins_in_a_chain_of_foreign_keys",
        "NNN0",
        """SELECT c.title, h.name, v.city, v.opened
        FROM concert AS c
        LEFT JOIN hall AS h ON h.id = c.hall_id
        LEFT JOIN venue AS v ON v.id = h.venue_id""",
        "each key has its row",
    ),
    TrickyQuery(
        "left_join_along_a_key_of_two_columns",
        "NN0N0",
        """SELECT r.body, t.price, t.buyer, c.title, c.ends
        FROM review AS r
        LEFT JOIN ticket AS t ON t.concert_id = r.concert_id AND t.seat = r.seat
        LEFT JOIN concert AS c ON t.concert_id = c.id""",
        "each key has its row",
        (
            "UPDATE ticket SET buyer = NULL, sold = NULL",
            "UPDATE concert SET ends = NULL",
        ),
    ),
    TrickyQuery(
        "left_join_along_a_deferred_key",
        "N0",
        "SELECT j.what, c.title FROM journal AS j LEFT JOIN concert AS c ON c.id = j.concert_id",
        "the side that is kept",
        ("INSERT INTO journal (concert_id) VALUES (99)",),
    ),
    TrickyQuery(
        "right_join",
        "0N0",
        """SELECT t.seat, c.title, t.price
        FROM ticket AS t RIGHT JOIN concert AS c ON t.concert_id = c.id""",
        "the side that is kept",
    ),
    TrickyQuery(
        "full_join_using",
        "N00",
        "SELECT id, h.name, c.title FROM hall AS h FULL JOIN concert AS c USING (id)",
        "one of the two ids is there",
        (
            "INSERT INTO hall VALUES (9, 1, 'Ninth', NULL, 1)",
            "DELETE FROM journal; "
            "INSERT INTO concert (id, hall_id, title, starts, price) VALUES (8, 1, 'x', now(), 1)",
        ),
    ),
    TrickyQuery(
        "full_join_of_which_one_side_is_asked_for",
        "NN0",
        """SELECT id, h.name, a.name
        FROM hall AS h FULL JOIN artist AS a USING (id)
        WHERE h.floor >= 0""",
        "h is there, and gives the id",
        ("INSERT INTO hall VALUES (9, 1, 'Ninth', NULL, 1)",),
    ),
    TrickyQuery(
        "full_join_either_name",
        "N0",
        """SELECT coalesce(h.name, a.name), greatest(h.seats, a.rating)
        FROM hall AS h FULL JOIN artist AS a ON a.id = h.id""",
        "one side is there, and both names are NOT NULL",
    ),
    TrickyQuery(
        "left_join_of_a_join",
        "NNN0",
        """SELECT c.title, t.seat, r.stars, t.buyer
        FROM concert AS c
        LEFT JOIN (ticket AS t JOIN review AS r ON r.concert_id = t.concert_id AND r.seat = t.seat)
            ON t.concert_id = c.id
        WHERE r.stars >= 4""",
        "the review is there, and with it the ticket",
        ("UPDATE ticket SET buyer = NULL, sold = NULL",),
    ),
    TrickyQuery(
        "left_join_followed_by_an_inner_one",
        "NNNN0",
        """SELECT c.title, a.name, a.manager_id, m.name, m.nick
        FROM concert AS c
        LEFT JOIN artist AS a ON a.id = c.artist_id
        JOIN artist AS m ON m.id = a.manager_id""",
        "the inner join needs the artist and its manager",
    ),
    TrickyQuery(
        "left_join_to_itself",
        "N0NN",
        """SELECT a.name, m.name, coalesce(m.name, a.name),
            CASE WHEN m.id IS NOT NULL THEN m.name ELSE a.name END
        FROM artist AS a LEFT JOIN artist AS m ON m.id = a.manager_id""",
        "a.name is there, and m.name where m.id is",
    ),
    TrickyQuery(
        "lateral_aggregates",
        "NN0",
        """SELECT c.id, x.n, x.dearest
        FROM concert AS c
        CROSS JOIN LATERAL (
            SELECT count(*) AS n, max(t.price) AS dearest
            FROM ticket AS t WHERE t.concert_id = c.id
        ) AS x""",
        "a count",
        (NO_TICKETS,),
    ),
    TrickyQuery(
        "left_join_lateral_that_always_has_a_row",
        "N0N",
        """SELECT x.n, x.latest, x.n > 0
        FROM concert AS c
        LEFT JOIN LATERAL (
            SELECT count(*) AS n, max(t.sold) AS latest
            FROM ticket AS t WHERE t.concert_id = c.id
        ) AS x ON true""",
        "an ungrouped aggregate has a row",
        (NO_TICKETS,),
    ),
    TrickyQuery(
        "left_join_lateral_with_limit",
        "N00",
        """SELECT c.title, x.seat, x.price
        FROM concert AS c
        LEFT JOIN LATERAL (
            SELECT t.seat, t.price FROM ticket AS t WHERE t.concert_id = c.id
            ORDER BY t.price LIMIT 1
        ) AS x ON true""",
        "the side that is kept",
    ),
    TrickyQuery(
        "left_join_of_values",
        "NN0",
        """SELECT v.name, k.n, k.word
        FROM venue AS v LEFT JOIN (VALUES (1, 'one'), (2, NULL)) AS k (n, word) ON true""",
        "VALUES has rows",
    ),
    TrickyQuery(
        "left_join_of_a_series_of_constants",
        "NN",
        "SELECT v.name, g FROM venue AS v LEFT JOIN generate_series(1, 3) AS g ON true",
        "the series has three rows",
    ),
    TrickyQuery(
        "join_using",
        "NN00",
        "SELECT concert_id, seat, stars, buyer FROM review JOIN ticket USING (concert_id, seat)",
        "NOT NULL keys",
        ("UPDATE ticket SET buyer = NULL, sold = NULL",),
    ),
    TrickyQuery(
        "left_join_with_arithmetic_in_where",
        "NN",
        """SELECT t.price, t.seat
        FROM concert AS c LEFT JOIN ticket AS t ON t.concert_id = c.id
        WHERE t.price + c.price > 10""",
        "a sum with NULL is no number above ten",
    ),
    TrickyQuery(
        "compared_with_an_array",
        "NNN",
        "SELECT t.buyer, t.seat, t.sold FROM ticket AS t WHERE t.buyer = ANY ($1::text[])",
        "= ANY of NULL is not true; the CHECK makes sold go with buyer",
        values=(["A", "eve"],),
    ),
    TrickyQuery(
        "negations",
        "NNN",
        """SELECT a.nick, a.email, a.rating FROM artist AS a
        WHERE NOT (a.nick = 'x') AND a.email <> 'y' AND a.rating NOT IN (1, 2)""",
        "none of them is true of NULL",
    ),
    TrickyQuery(
        "conditions_that_null_passes",
        "000",
        """SELECT a.nick, a.email, a.rating FROM artist AS a
        WHERE (a.nick = 'x') IS NOT TRUE AND a.email IS DISTINCT FROM 'y'
            AND (a.rating > 1) IS NOT FALSE""",
        "",
    ),
    TrickyQuery(
        "conditions_that_null_does_not_pass",
        "NNN",
        """SELECT a.nick, a.email, a.rating FROM artist AS a
        WHERE (a.nick = 'x') IS NOT NULL AND a.email IS NOT DISTINCT FROM a.name || '@'
            AND (a.rating > 1) IS TRUE""",
        "each needs a value",
        ("UPDATE artist SET email = name || '@'",),
    ),
    TrickyQuery(
        "coalesce_in_where",
        "NN0",
        """SELECT a.nick, a.rating, a.email FROM artist AS a
        WHERE coalesce(a.nick, '') <> '' AND coalesce(a.rating > 1, false)
            AND coalesce(a.email, 'none') <> ''""",
        "what stands in for NULL does not pass",
        ("UPDATE artist SET email = NULL",),
    ),
    TrickyQuery(
        "sub_queries_in_where",
        "NNN0",
        """SELECT a.nick, a.email, a.manager_id, a.rating FROM artist AS a
        WHERE a.nick IN (SELECT t.buyer FROM ticket AS t)
            AND EXISTS (SELECT FROM badge AS b WHERE b.word < a.email)
            AND a.manager_id = (SELECT max(m.id) FROM artist AS m)
            OR a.nick IN ('x') AND a.email LIKE '%' AND a.manager_id > 0""",
        "each needs a value, on both sides of OR",
        ("UPDATE artist SET nick = 'x', email = id || 'e', manager_id = 1, rating = NULL",),
    ),
    TrickyQuery(
        "not_in_what_may_be_empty",
        "0",
        "SELECT a.nick FROM artist AS a WHERE a.nick NOT IN (SELECT t.buyer FROM ticket AS t)",
        "",
        (NO_TICKETS,),
    ),
    TrickyQuery(
        "a_check_of_two_columns",
        "NN",
        "SELECT t.buyer, t.sold FROM ticket AS t WHERE t.buyer IS NOT NULL",
        "the CHECK makes sold go with buyer",
    ),
    TrickyQuery(
        "compared_times",
        "NNN",
        """SELECT c.ends, c.ends - c.starts, c.ends > now() FROM concert AS c
        WHERE c.ends > c.starts + interval '1 minute'""",
        "a comparison needs a value",
    ),
    TrickyQuery(
        "unnested_column",
        "N0N",
        """SELECT v.name, t.tag, t.n
        FROM venue AS v CROSS JOIN unnest(v.tags) WITH ORDINALITY AS t (tag, n)""",
        "the ordinality",
        ("UPDATE venue SET tags = '{NULL}'",),
    ),
    TrickyQuery(
        "unnested_column_kept",
        "N00",
        """SELECT v.name, t.tag, t.n
        FROM venue AS v LEFT JOIN unnest(v.tags) WITH ORDINALITY AS t (tag, n) ON true""",
        "the side that is kept",
    ),
    TrickyQuery(
        "constant_of_a_nulled_sub_query",
        "N0NN",
        """SELECT c.id, x.found, coalesce(x.found, false), x.found IS TRUE
        FROM concert AS c
        LEFT JOIN (SELECT r.concert_id, true AS found FROM review AS r) AS x
            ON x.concert_id = c.id""",
        "what takes the place of NULL",
    ),
    TrickyQuery(
        "left_join_of_groups",
        "N0N0",
        """SELECT c.title, x.n, coalesce(x.n, 0), x.total
        FROM concert AS c
        LEFT JOIN (
            SELECT t.concert_id, count(*) AS n, sum(t.price) AS total
            FROM ticket AS t GROUP BY t.concert_id
        ) AS x ON x.concert_id = c.id""",
        "what takes the place of NULL",
    ),
    TrickyQuery(
        "left_join_with_a_condition_on_the_kept_side",
        "N0N0",
        """SELECT c.title, h.name, v.name, v.capacity
        FROM concert AS c
        LEFT JOIN hall AS h ON h.id = c.hall_id AND c.state = 'done'
        JOIN venue AS v ON v.id = coalesce(h.venue_id, 2)""",
        "an inner join",
    ),
    TrickyQuery(
        "sample_of_a_table",
        "N0",
        """SELECT h.name, v.name
        FROM hall AS h LEFT JOIN venue AS v TABLESAMPLE bernoulli (0) ON v.id = h.venue_id""",
        "the side that is kept",
    ),
    TrickyQuery(
        "an_optional_filter",
        "0N",
        """SELECT a.nick, a.name FROM artist AS a
        WHERE ($1::text IS NULL OR a.nick = $1) AND ($2::text IS NULL OR a.name = $2)""",
        "NOT NULL",
        values=(None, None),
    ),
    TrickyQuery(
        "whole_rows",
        "N0N",
        """SELECT c, a, a IS NULL
        FROM concert AS c LEFT JOIN artist AS a ON a.id = c.artist_id""",
        "the row of the side that is kept; a test",
    ),
)
