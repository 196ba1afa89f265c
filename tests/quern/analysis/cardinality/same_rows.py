"""Cases: what is the same in all rows, in some, or only seems to be."""

from tests.quern.analysis.cardinality.case import MANY, MAYBE, NESTED_LOOPS, Case

CASES = [
    Case(
        "a boolean column as a condition leaves one value",
        "SELECT DISTINCT active FROM users WHERE active",
        MAYBE,
        "the columns of DISTINCT are fixed",
        1,
    ),
    Case(
        "and what is computed from it",
        "SELECT DISTINCT NOT active AS x FROM users WHERE active",
        MAYBE,
        "the columns of DISTINCT are fixed",
        1,
    ),
    Case(
        "IS TRUE leaves one value",
        "SELECT DISTINCT active FROM users WHERE active IS TRUE",
        MAYBE,
        "the columns of DISTINCT are fixed",
        1,
    ),
    Case(
        "IS NOT TRUE leaves two",
        """SELECT DISTINCT x.b FROM (SELECT nullif(active OR id = 1, true) AS b FROM users
        UNION ALL SELECT NULL) AS x WHERE x.b IS NOT TRUE""",
        MANY,
        "UNION",
        2,
    ),
    Case(
        "ALL of no row is true of any",
        "SELECT id FROM users WHERE id = ALL (SELECT id FROM users WHERE id = 99)",
        MANY,
        "users_pkey is not fixed",
        4,
    ),
    Case(
        "a strict function of a row that may be missing fixes a key: NULL is in none",
        """SELECT DISTINCT u.id FROM posts AS p LEFT JOIN teams AS t ON t.id = 1 AND p.pinned
        JOIN users AS u ON u.id IS NOT DISTINCT FROM abs(t.id)""",
        MAYBE,
        "the columns of DISTINCT are fixed",
        1,
    ),
    Case(
        "but is not the same in all rows",
        """SELECT DISTINCT abs(t.id) AS x FROM posts AS p
        LEFT JOIN teams AS t ON t.id = 1 AND p.pinned""",
        MANY,
        "posts_pkey is not fixed",
        2,
    ),
    Case(
        "nor does a function that is not strict fix a key",
        """SELECT DISTINCT s.id FROM posts AS p LEFT JOIN teams AS t ON t.id = 1 AND p.pinned
        JOIN teams AS s ON s.id = num_nulls(t.id) + 1""",
        MANY,
        "is not fixed",
        2,
    ),
    Case(
        "one volatile row, joined and computed again",
        """SELECT DISTINCT v.id FROM users AS u LEFT JOIN (SELECT next_number() AS id) AS n ON true
        JOIN users AS v ON v.id IS NOT DISTINCT FROM n.id""",
        MANY,
        "is not fixed",
        4,
        before=NESTED_LOOPS,
    ),
    Case(
        "a row that is there or not by what a volatile one says",
        """SELECT DISTINCT t.id FROM users AS u
        LEFT JOIN ((SELECT next_number() AS id) AS n LEFT JOIN teams AS t ON t.id = 1 AND n.id > 2)
            ON true""",
        MANY,
        "is not fixed",
        2,
        before=NESTED_LOOPS,
    ),
    Case(
        "one locked row, which may be another when it is computed again",
        """SELECT u.id FROM users AS u
        JOIN (SELECT id FROM posts LIMIT 1 FOR UPDATE SKIP LOCKED) AS p ON p.id = u.id""",
        MANY,
        "users_pkey is not fixed",
        1,
    ),
    Case(
        "a condition around a sub-query fixes what is computed in it",
        """SELECT x.active FROM (SELECT DISTINCT active, NOT active AS not_active FROM users) AS x
        WHERE x.active""",
        MAYBE,
        "the columns of DISTINCT are fixed",
        1,
    ),
    Case(
        "values that are equal may differ when something is computed of them",
        """SELECT x.b FROM (SELECT DISTINCT balance AS b, balance::text AS t FROM users) AS x
        WHERE x.b = 1""",
        MANY,
        "users_pkey is not fixed",
        2,
    ),
    Case(
        "a condition around a sub-query fixes an expression that it groups by",
        """SELECT x.n FROM (SELECT lower(name) AS name, count(*) AS n FROM users
        GROUP BY lower(name)) AS x WHERE x.name = $1""",
        MAYBE,
        "the columns of GROUP BY are fixed",
        1,
        ("ann",),
    ),
    Case(
        "a condition around it that some rows meet with NULL fixes none",
        """SELECT DISTINCT x.team_id FROM posts AS p LEFT JOIN teams AS t ON t.id = 1 AND p.pinned
        JOIN (SELECT DISTINCT team_id FROM users) AS x ON x.team_id IS NOT DISTINCT FROM t.id""",
        MANY,
        "is not fixed",
        2,
    ),
]
