"""What statements that write return."""

from tests.quern.analysis.nullability.precision.query import TrickyQuery

STATEMENTS = (
    TrickyQuery(
        "insert",
        "NN0N",
        """INSERT INTO artist (id, name, nick) VALUES (9, 'Di', 'D')
        RETURNING id, name, rating, nick""",
        "NOT NULL; what was written",
    ),
    TrickyQuery(
        "insert_of_defaults",
        "NN0NN",
        """INSERT INTO venue (id, name, city) VALUES (9, 'Cave', 'Bern')
        RETURNING tags, meta, capacity, name || city, cardinality(tags)""",
        "NOT NULL",
    ),
    TrickyQuery(
        "insert_of_parameters",
        "N0",
        "INSERT INTO artist (id, name, nick) VALUES ($1, $2, $3) RETURNING name, nick",
        "NOT NULL",
        values=(9, "Di", None),
    ),
    TrickyQuery(
        "insert_past_a_trigger",
        "NN0",
        """INSERT INTO journal (what, at, concert_id) VALUES ('timeless', now(), 1)
        RETURNING id, what, at""",
        "NOT NULL, whatever the trigger does",
    ),
    TrickyQuery(
        "insert_of_a_query",
        "NN0",
        """INSERT INTO artist (id, name, nick, email)
        SELECT a.id + 100, a.name, upper(a.name), a.nick FROM artist AS a
        RETURNING id, nick, email""",
        "NOT NULL; what was written",
    ),
    TrickyQuery(
        "insert_with_generated_columns",
        "NNN0",
        """INSERT INTO concert (id, hall_id, title, starts, price)
        VALUES (9, 1, 'Rain', now(), 5)
        RETURNING state, full_title, runs, long_title""",
        "generated from what is NOT NULL or stood in for",
    ),
    TrickyQuery(
        "upsert",
        "NN0NN",
        """INSERT INTO artist (id, name, nick) VALUES (2, 'Bo', 'B')
        ON CONFLICT (id) DO UPDATE SET nick = EXCLUDED.nick
        RETURNING name, nick, rating, xmax = 0, nick || name""",
        "what was written, in both cases; a comparison of what each row has",
    ),
    TrickyQuery(
        "upsert_that_keeps",
        "N0N",
        """INSERT INTO artist (id, name, nick) VALUES (2, 'Bo', 'B')
        ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name
        RETURNING id, nick, name""",
        "NOT NULL",
    ),
    TrickyQuery(
        "upsert_that_counts",
        "0N",
        """INSERT INTO artist AS a (id, name, rating) VALUES (2, 'Bo', 1)
        ON CONFLICT (id) DO UPDATE SET rating = a.rating + 1
        RETURNING rating, coalesce(rating, 0)""",
        "what takes the place of NULL",
    ),
    TrickyQuery(
        "insert_unless_there",
        "NN",
        """INSERT INTO artist (id, name, nick) VALUES (9, 'Di', 'D')
        ON CONFLICT DO NOTHING RETURNING nick, id""",
        "what was written",
    ),
    TrickyQuery(
        "update",
        "N0NN",
        """UPDATE artist SET nick = upper(name), rating = coalesce(rating, 0) + 1
        RETURNING nick, email, rating, name""",
        "what was written",
    ),
    TrickyQuery(
        "update_of_some_rows",
        "N0N",
        """UPDATE artist SET rating = NULL WHERE nick IS NOT NULL AND rating > 1
        RETURNING nick, rating, id""",
        "WHERE needs it, and it is not written",
    ),
    TrickyQuery(
        "update_from",
        "NN0N",
        """UPDATE concert AS c SET subtitle = a.name FROM artist AS a WHERE a.id = c.artist_id
        RETURNING c.subtitle, c.artist_id, a.nick, a.name || c.long_title""",
        "what was written, also in the generated column; WHERE needs the artist",
        ("UPDATE artist SET nick = NULL",),
    ),
    TrickyQuery(
        "delete",
        "N0N",
        "DELETE FROM review WHERE stars IS NULL RETURNING id, stars, body",
        "NOT NULL",
    ),
    TrickyQuery(
        "delete_of_some_rows",
        "NN",
        "DELETE FROM review WHERE stars < 9 RETURNING stars, body",
        "WHERE needs it",
    ),
    TrickyQuery(
        "delete_using",
        "N0N",
        """DELETE FROM review AS r USING ticket AS t
        WHERE t.concert_id = r.concert_id AND t.seat = r.seat
        RETURNING t.price, t.buyer, r.body""",
        "NOT NULL; no outer join",
        ("UPDATE ticket SET buyer = NULL, sold = NULL",),
    ),
    TrickyQuery(
        "insert_in_a_common_table_expression",
        "NN0",
        """WITH made AS (
            INSERT INTO artist (id, name, nick, manager_id) VALUES (9, 'Di', 'D', NULL)
            RETURNING id, nick, manager_id
        )
        SELECT m.id, m.nick, a.name FROM made AS m LEFT JOIN artist AS a ON a.id = m.manager_id""",
        "what was written",
    ),
    TrickyQuery(
        "moved_rows",
        "NN0",
        """WITH gone AS (DELETE FROM review RETURNING body, concert_id, stars)
        INSERT INTO journal (what, concert_id, details)
        SELECT g.body, g.concert_id, to_jsonb(g.stars) FROM gone AS g
        RETURNING what, concert_id, details""",
        "NOT NULL",
    ),
    TrickyQuery(
        "update_and_select",
        "NN0",
        """WITH raised AS (
            UPDATE concert SET price = price + 1, discount = coalesce(discount, 0)
            WHERE state = 'planned' RETURNING id, discount, subtitle
        )
        SELECT r.id, r.discount, r.subtitle FROM raised AS r""",
        "what was written",
    ),
    TrickyQuery(
        "merge",
        "NN0",
        """MERGE INTO artist AS a
        USING (VALUES (2, 'Bo'), (9, 'Di')) AS v (id, name) ON v.id = a.id
        WHEN MATCHED THEN UPDATE SET name = v.name
        WHEN NOT MATCHED THEN INSERT (id, name) VALUES (v.id, v.name)
        RETURNING merge_action(), a.name, a.nick""",
        "the action; NOT NULL",
        since=17,
    ),
    TrickyQuery(
        "old_and_new",
        "NN00N",
        """UPDATE artist SET nick = name
        RETURNING new.nick, old.name, old.nick, old.email, new.id""",
        "what was written; NOT NULL before and after",
        since=18,
    ),
    TrickyQuery(
        "no_old_row",
        "0N0",
        """INSERT INTO artist (id, name) VALUES (2, 'Bo')
        ON CONFLICT (id) DO UPDATE SET name = 'Bob' RETURNING old.id, new.id, old.name""",
        "NOT NULL",
        (
            "SET CONSTRAINTS ALL IMMEDIATE; UPDATE artist SET manager_id = NULL; "
            "DELETE FROM artist WHERE id = 2",
        ),
        since=18,
    ),
    TrickyQuery(
        "insert_into_a_domain",
        "N0",
        """INSERT INTO hall (id, venue_id, name, seats, floor) VALUES (9, 1, 'Attic', NULL, 3)
        RETURNING floor, seats""",
        "a CHECK",
    ),
)
