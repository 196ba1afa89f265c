"""Cases: joins, of which every relation counts."""

from tests.quern.analysis.cardinality.case import MANY, MAYBE, Case

CASES = [
    Case(
        "a key equals a column of a relation of one row",
        "SELECT t.slug FROM users AS u JOIN teams AS t ON t.id = u.team_id WHERE u.id = $1",
        MAYBE,
        "unique key users_pkey is fixed and unique key teams_pkey is fixed",
        1,
        ("1",),
    ),
    Case(
        "what is equal to something fixed is fixed, across relations",
        """SELECT p.bio FROM users AS u JOIN profiles AS p ON p.user_id = u.id
        WHERE p.user_id = $1""",
        MAYBE,
        "unique key users_pkey is fixed and unique key profiles_pkey is fixed",
        1,
        ("1",),
    ),
    Case(
        "columns that none of the relations fixes alone",
        """SELECT a.id FROM posts AS a JOIN posts AS b ON b.user_id = a.user_id AND b.slot = a.slot
        WHERE a.user_id = 1 AND b.slot = 1""",
        MAYBE,
        "unique key posts_user_id_slot_key is fixed",
        1,
    ),
    Case(
        "one relation without a fixed key is enough for many",
        "SELECT p.id FROM users AS u JOIN posts AS p ON p.user_id = u.id WHERE u.id = $1",
        MANY,
        "posts_pkey is not fixed: nothing fixes id",
        4,
        ("1",),
    ),
    Case(
        "a cross join",
        "SELECT u.id FROM users AS u, teams AS t WHERE u.id = $1",
        MANY,
        "teams_pkey is not fixed",
        2,
        ("1",),
    ),
    Case(
        "a left join to a key gives one row, with or without a partner",
        "SELECT p.bio FROM users AS u LEFT JOIN profiles AS p ON p.user_id = u.id WHERE u.id = $1",
        MAYBE,
        "unique key users_pkey is fixed and unique key profiles_pkey is fixed",
        1,
        ("3",),
    ),
    Case(
        "a chain of left joins",
        """SELECT t.slug, p.bio FROM posts AS x LEFT JOIN users AS u ON u.id = x.user_id
        LEFT JOIN teams AS t ON t.id = u.team_id
        LEFT JOIN LATERAL (SELECT max(bio) AS bio FROM profiles WHERE user_id = u.id) AS p ON true
        WHERE x.id = $1""",
        MAYBE,
        "teams_pkey is fixed and an aggregate without GROUP BY",
        1,
        ("1",),
    ),
    Case(
        "a left join by something else than a key",
        "SELECT p.id FROM users AS u LEFT JOIN posts AS p ON p.user_id = u.id WHERE u.id = $1",
        MANY,
        "posts_pkey is not fixed",
        4,
        ("1",),
    ),
    Case(
        "the condition of a left join does not hold for the rows of its left side",
        "SELECT u.id FROM users AS u LEFT JOIN profiles AS p ON u.id = $1 AND p.user_id = $1",
        MANY,
        "users_pkey is not fixed",
        4,
        ("1",),
    ),
    Case(
        "a right join is a left one from the other side",
        "SELECT p.bio FROM profiles AS p RIGHT JOIN users AS u ON p.user_id = u.id WHERE u.id = $1",
        MAYBE,
        "users_pkey is fixed",
        1,
        ("1",),
    ),
    Case(
        "and the condition of a right join does not hold for its right side",
        "SELECT u.id FROM profiles AS p RIGHT JOIN users AS u ON u.id = $1 AND p.user_id = $1",
        MANY,
        "users_pkey is not fixed",
        4,
        ("1",),
    ),
    Case(
        "WHERE on the missing side of a left join makes it an inner one",
        """SELECT u.id FROM users AS u LEFT JOIN profiles AS p ON p.user_id = u.id
        WHERE p.user_id = 1""",
        MAYBE,
        "users_pkey is fixed",
        1,
    ),
    Case(
        "a full join gives unmatched rows of both sides",
        """SELECT 1 FROM (SELECT 1 AS x) AS a
        FULL JOIN (SELECT 2 AS x) AS b ON a.x = b.x""",
        MANY,
        "a full join",
        2,
    ),
    Case(
        "WHERE on one side makes it a left join",
        """SELECT 1 FROM users AS u FULL JOIN profiles AS p ON p.user_id = u.id
        WHERE u.id = $1""",
        MAYBE,
        "users_pkey is fixed",
        1,
        ("3",),
    ),
    Case(
        "WHERE on what USING merges fixes neither side",
        "SELECT 1 FROM users AS u FULL JOIN teams AS t USING (id) WHERE id = $1 OR true",
        MANY,
        "is not fixed",
        4,
        ("1",),
    ),
    Case(
        "a volatile value that joins is computed for each row",
        "SELECT u.id FROM users AS u, LATERAL (SELECT next_number() + u.id * 0 AS n) AS x "
        "WHERE u.id = x.n",
        MANY,
        "users_pkey is not fixed",
        4,
    ),
    Case(
        "a value of one row that is taken from the relation that it is to fix",
        "SELECT u.id FROM users AS u, LATERAL (SELECT u.id AS n) AS x WHERE u.id = x.n",
        MANY,
        "users_pkey is not fixed",
        4,
    ),
    Case(
        "the same through a function",
        "SELECT u.id FROM users AS u, abs(u.id) AS x WHERE u.id = x",
        MANY,
        "users_pkey is not fixed",
        4,
    ),
    Case(
        "equal by one equality, a key by another",
        """SELECT e.k FROM users AS u JOIN patterns AS e ON e.k = left(u.balance::text, 0) || 'a'
        WHERE u.balance = 1""",
        MANY,
        "is not fixed",
        2,
    ),
]
