"""Aggregates, groups and windows."""

from tests.quern.analysis.nullability.precision.query import TrickyQuery
from tests.quern.analysis.nullability.precision.schema import NO_TICKETS

GROUPING = (
    TrickyQuery(
        "aggregates_over_what_may_be_nothing",
        "N0000N",
        """SELECT count(*), sum(t.price), min(t.seat), string_agg(t.buyer, ','), array_agg(t.seat),
            coalesce(sum(t.price), 0)
        FROM ticket AS t""",
        "a count; what takes the place of NULL",
        (NO_TICKETS,),
    ),
    TrickyQuery(
        "aggregates_of_groups",
        "NNN00N",
        """SELECT t.concert_id, count(t.buyer), sum(t.price), max(t.sold), string_agg(t.buyer, ','),
            array_agg(t.buyer)
        FROM ticket AS t GROUP BY t.concert_id""",
        "a group has rows, and price is NOT NULL",
    ),
    TrickyQuery(
        "having_over_everything",
        "NN0",
        """SELECT sum(t.price), max(t.seat), max(t.sold) FROM ticket AS t
        HAVING sum(t.price) > 0 AND count(*) > 0""",
        "HAVING needs the sum, and a count above zero a row",
        ("UPDATE ticket SET buyer = NULL, sold = NULL",),
    ),
    TrickyQuery(
        "having_a_count",
        "NNN",
        """SELECT t.concert_id, max(t.buyer), min(t.sold) FROM ticket AS t
        GROUP BY t.concert_id HAVING count(t.buyer) > 0 OR max(t.buyer) > ''""",
        "a counted buyer is there to be the greatest, and the CHECK gives it a time",
    ),
    TrickyQuery(
        "filtered_aggregates",
        "N0NN",
        """SELECT count(*) FILTER (WHERE t.sold > now()),
            sum(t.price) FILTER (WHERE t.sold > now()),
            coalesce(sum(t.price) FILTER (WHERE t.sold > now()), 0), bool_or(t.price > 1)
        FROM ticket AS t GROUP BY t.concert_id""",
        "a count; what takes the place of NULL; a comparison of what is NOT NULL",
    ),
    TrickyQuery(
        "boolean_aggregates",
        "0NN",
        """SELECT bool_and(r.stars > 3), every(r.stars IS NOT NULL),
            bool_or(coalesce(r.stars, 0) > 1)
        FROM review AS r GROUP BY r.id""",
        "a test is never NULL",
    ),
    TrickyQuery(
        "collections",
        "00NNN",
        """SELECT array_agg(c.title), json_agg(c.discount), coalesce(array_agg(c.title), '{}'),
            coalesce(jsonb_agg(c.id), '[]'), ARRAY(SELECT t.seat FROM ticket AS t)
        FROM concert AS c WHERE c.id > 99""",
        "what takes the place of NULL; ARRAY is an array, if an empty one",
    ),
    TrickyQuery(
        "collections_of_groups",
        "NNNNN",
        """SELECT json_agg(c.discount), jsonb_object_agg(c.title, c.discount),
            string_agg(c.title, ', ' ORDER BY c.id), range_agg(c.runs), array_agg(c.subtitle)
        FROM concert AS c GROUP BY c.state""",
        "a group has rows; a range of NOT NULL bounds is no NULL",
    ),
    TrickyQuery(
        "statistics",
        "0NN0N",
        """SELECT stddev(c.price), stddev_pop(c.price), avg(c.price), corr(c.price, c.id),
            regr_count(c.price, c.discount)
        FROM concert AS c GROUP BY c.id""",
        "one value is enough for these",
    ),
    TrickyQuery(
        "ordered_sets",
        "NN0N",
        """SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY c.price),
            mode() WITHIN GROUP (ORDER BY c.title),
            percentile_disc(0.5) WITHIN GROUP (ORDER BY c.discount),
            rank(15) WITHIN GROUP (ORDER BY c.price)
        FROM concert AS c GROUP BY c.id""",
        "a group has rows",
    ),
    TrickyQuery(
        "rollup",
        "0NN0N",
        """SELECT h.venue_id, count(*), grouping(h.venue_id), sum(h.seats),
            coalesce(h.venue_id::text, 'all')
        FROM hall AS h GROUP BY ROLLUP (h.venue_id)""",
        "a count; what takes the place of NULL",
        ("UPDATE hall SET seats = NULL",),
    ),
    TrickyQuery(
        "rollup_over_nothing",
        "00",
        "SELECT t.concert_id, sum(t.price) FROM ticket AS t GROUP BY ROLLUP (t.concert_id)",
        "",
        (NO_TICKETS,),
    ),
    TrickyQuery(
        "grouping_sets_that_share_a_column",
        "N0NN",
        """SELECT v.city, v.name, count(*), sum(v.id)
        FROM venue AS v GROUP BY GROUPING SETS ((v.city, v.name), (v.city))""",
        "in each set; no set is empty, so that each group has rows",
    ),
    TrickyQuery(
        "cube_of_expressions",
        "00N",
        """SELECT upper(c.title), c.state, max(c.price)
        FROM concert AS c GROUP BY CUBE (upper(c.title), c.state) HAVING max(c.price) > 0""",
        "HAVING needs it",
    ),
    TrickyQuery(
        "grouped_by_what_where_asks_for",
        "NN",
        """SELECT t.buyer, date_trunc('month', t.sold) FROM ticket AS t
        WHERE t.buyer IS NOT NULL AND t.sold < now() GROUP BY 1, 2""",
        "WHERE needs both",
    ),
    TrickyQuery(
        "grouped_by_the_key",
        "N0N0N",
        """SELECT c.title, c.subtitle, count(t.seat), sum(t.price), coalesce(sum(t.price), 0)
        FROM concert AS c LEFT JOIN ticket AS t ON t.concert_id = c.id GROUP BY c.id""",
        "NOT NULL; a count; what takes the place of NULL",
    ),
    TrickyQuery(
        "aggregates_over_a_left_join",
        "0N0N",
        """SELECT max(t.price), array_agg(t.seat), array_agg(t.seat) FILTER (WHERE t.seat > 0),
            min(c.price)
        FROM concert AS c LEFT JOIN ticket AS t ON t.concert_id = c.id GROUP BY c.state""",
        "an array of NULL is an array; NOT NULL, of the side that is kept",
        (NO_TICKETS,),
    ),
    TrickyQuery(
        "ranks",
        "NNNNN",
        """SELECT row_number() OVER w, rank() OVER w, ntile(4) OVER w, percent_rank() OVER w,
            cume_dist() OVER w
        FROM ticket AS t WINDOW w AS (ORDER BY t.price)""",
        "ranks are numbers",
    ),
    TrickyQuery(
        "neighbours",
        "00NNN",
        """SELECT lag(c.price) OVER w, lead(c.title, 2) OVER w, lag(c.price, 1, c.price) OVER w,
            lead(c.price, 1, 0.0) OVER w, coalesce(lag(c.id) OVER w, 0)
        FROM concert AS c WINDOW w AS (ORDER BY c.starts)""",
        "the third argument stands in",
    ),
    TrickyQuery(
        "values_of_a_frame",
        "NNN00",
        """SELECT first_value(c.price) OVER w, last_value(c.title) OVER w,
            nth_value(c.price, 1) OVER w, nth_value(c.price, 2) OVER w,
            first_value(c.discount) OVER w
        FROM concert AS c WINDOW w AS (ORDER BY c.starts)""",
        "the frame goes from the first row to this one",
        ("UPDATE concert SET discount = NULL",),
    ),
    TrickyQuery(
        "aggregates_as_windows",
        "NN0N0N",
        """SELECT sum(c.price) OVER (), count(*) FILTER (WHERE c.price > 15) OVER (),
            sum(c.price) FILTER (WHERE c.price > 99) OVER (),
            max(c.title) OVER (ORDER BY c.id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW),
            avg(c.discount) OVER (PARTITION BY c.id), sum(count(*)) OVER ()
        FROM concert AS c GROUP BY c.id""",
        "the frame holds the row itself",
    ),
    TrickyQuery(
        "frames_without_the_row",
        "000N",
        """SELECT avg(c.price) OVER (ORDER BY c.id ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING),
            sum(c.price) OVER (ORDER BY c.id ROWS UNBOUNDED PRECEDING EXCLUDE CURRENT ROW),
            first_value(c.title) OVER (ORDER BY c.id ROWS BETWEEN 1 FOLLOWING AND 2 FOLLOWING),
            count(c.title) OVER (ORDER BY c.id ROWS BETWEEN 1 FOLLOWING AND 2 FOLLOWING)
        FROM concert AS c""",
        "a count",
    ),
    TrickyQuery(
        "distinct_on",
        "N0N",
        """SELECT DISTINCT ON (t.concert_id) t.concert_id, t.buyer, t.price
        FROM ticket AS t ORDER BY t.concert_id, t.sold DESC""",
        "NOT NULL",
    ),
    TrickyQuery(
        "distinct_and_bits",
        "NNNN0",
        """SELECT count(DISTINCT t.buyer), sum(DISTINCT t.price), bit_or(t.seat),
            avg(coalesce(t.seat, 0)), max(DISTINCT t.buyer)
        FROM ticket AS t GROUP BY t.concert_id""",
        "a group has rows",
    ),
    TrickyQuery(
        "any_value",
        "N0",
        "SELECT any_value(c.title), any_value(c.subtitle) FROM concert AS c GROUP BY c.id",
        "a group has rows",
        since=16,
    ),
    TrickyQuery(
        "a_sum_of_constants",
        "NN",
        "SELECT sum(n), max(n) FROM (VALUES (1), (2)) AS v (n)",
        "two rows, none of them NULL",
    ),
    TrickyQuery(
        "an_aggregate_of_an_aggregate",
        "N0N",
        """SELECT x.state, max(x.total), count(*)
        FROM (
            SELECT c.state, sum(c.discount) AS total FROM concert AS c GROUP BY c.state, c.id
        ) AS x
        GROUP BY x.state""",
        "NOT NULL through the sub-query",
        ("UPDATE concert SET discount = NULL",),
    ),
    TrickyQuery(
        "shares",
        "NN0",
        """SELECT c.id, round(100.0 * c.price / sum(c.price) OVER (), 1),
            100 * c.price / nullif(sum(c.discount) OVER (), 0)
        FROM concert AS c""",
        "a division by what is no NULL gives a number or an error",
        ("UPDATE concert SET discount = 0",),
    ),
    TrickyQuery(
        "grouped_without_aggregates",
        "N0N",
        """SELECT c.state, c.artist_id, c.state::text || '!'
        FROM concert AS c GROUP BY c.state, c.artist_id""",
        "NOT NULL",
    ),
)
