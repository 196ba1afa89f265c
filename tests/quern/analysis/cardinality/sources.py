"""Cases: sub-queries, WITH, VALUES and functions in FROM."""

from tests.quern.analysis.cardinality.case import MANY, MAYBE, ONE, Case

CASES = [
    Case("no FROM", "SELECT 1 AS x", ONE, "there is no FROM", 1),
    Case("no FROM, but WHERE", "SELECT 1 AS x WHERE $1", MAYBE, "no FROM", 0, ("false",)),
    Case("one row of VALUES", "VALUES ($1::int)", ONE, "VALUES has 1 row", 1, ("1",)),
    Case("two rows of VALUES", "VALUES (1), (2)", MANY, "VALUES has 2 rows", 2),
    Case(
        "VALUES in FROM",
        "SELECT u.name FROM (VALUES ($1::int)) AS v (id) JOIN users AS u ON u.id = v.id",
        MAYBE,
        "unique key users_pkey is fixed",
        1,
        ("1",),
    ),
    Case(
        "a function that returns no set gives a row, whatever it finds",
        "SELECT id FROM first_user()",
        ONE,
        "first_user is a function that returns no set",
        1,
    ),
    Case(
        "its column can fix a key",
        "SELECT u.name FROM user_one() AS x JOIN users AS u ON u.id = x",
        MAYBE,
        "users_pkey is fixed",
        1,
    ),
    Case(
        "a set-returning function",
        "SELECT n FROM generate_series(1, 2) AS n",
        MANY,
        "n is a set-returning function",
        2,
    ),
    Case(
        "ROWS FROM with one",
        "SELECT * FROM ROWS FROM (user_one(), generate_series(1, 2))",
        MANY,
        "set-returning function",
        2,
    ),
    Case(
        "JSON makes tables of any size",
        "SELECT 1 FROM JSON_TABLE('[1, 2]', '$[*]' COLUMNS (n integer PATH '$')) AS t",
        MANY,
        "gives any number of rows",
        2,
        since=17,
    ),
    Case(
        "an aggregate in FROM",
        "SELECT u.id FROM (SELECT max(id) AS id FROM users) AS m JOIN users AS u ON u.id = m.id",
        MAYBE,
        "users_pkey is fixed",
        1,
    ),
    Case(
        "a grouped sub-query joined by what it groups by",
        """SELECT u.name, c.n FROM users AS u
        LEFT JOIN (SELECT user_id, count(*) AS n FROM posts GROUP BY user_id) AS c
            ON c.user_id = u.id
        WHERE u.id = $1""",
        MAYBE,
        "the columns of GROUP BY are fixed",
        1,
        ("1",),
    ),
    Case(
        "and by something else",
        """SELECT u.name FROM users AS u
        JOIN (SELECT user_id, count(*) AS n FROM posts GROUP BY user_id) AS c ON c.n > u.id
        WHERE u.id = $1""",
        MANY,
        "GROUP BY may make several groups",
        1,
        ("1",),
    ),
    Case(
        "UNION ALL repeats what is fixed",
        """SELECT x.id FROM (SELECT id FROM users UNION ALL SELECT id FROM users) AS x
        WHERE x.id = $1""",
        MANY,
        "UNION",
        2,
        ("1",),
    ),
    Case(
        "a set-returning function beside a key repeats it",
        """SELECT x.id FROM (SELECT id, generate_series(1, 2) FROM users) AS x
        WHERE x.id = $1""",
        MANY,
        "set-returning function",
        2,
        ("1",),
    ),
    Case(
        "a WITH query of one row",
        """WITH t AS (SELECT team_id FROM users WHERE id = $1)
        SELECT slug FROM teams JOIN t ON t.team_id = teams.id""",
        MAYBE,
        "teams_pkey is fixed",
        1,
        ("1",),
    ),
    Case(
        "a WITH query is computed once, volatile or not",
        """WITH n AS (SELECT next_number() AS id)
        SELECT u.id FROM users AS u JOIN n ON n.id = u.id""",
        MAYBE,
        "users_pkey is fixed",
        1,
    ),
    Case(
        "of two nested WITH queries the inner one counts",
        """WITH t AS (SELECT 1 AS id)
        SELECT x.id FROM (WITH t AS (SELECT id FROM users) SELECT id FROM t) AS x""",
        MANY,
        "users_pkey is not fixed",
        4,
    ),
    Case(
        "a recursive WITH query goes on",
        """WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3)
        SELECT n FROM t""",
        MANY,
        "is recursive",
        3,
    ),
    Case(
        "a WITH query that inserts one row",
        """WITH x AS (INSERT INTO teams VALUES (9, 'z', 'x') RETURNING id)
        SELECT id FROM x""",
        ONE,
        "one row is inserted",
        1,
    ),
    Case(
        "a claimed job, by a WITH query",
        """WITH next AS (SELECT id FROM posts LIMIT 1 FOR UPDATE SKIP LOCKED)
        UPDATE posts SET pinned = true FROM next WHERE posts.id = next.id RETURNING posts.id""",
        MAYBE,
        "posts_pkey is fixed",
        1,
    ),
    Case(
        "a claimed job, by a scalar sub-query",
        """UPDATE posts SET pinned = true
        WHERE id = (SELECT id FROM posts LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id""",
        MAYBE,
        "posts_pkey is fixed",
        1,
    ),
]
