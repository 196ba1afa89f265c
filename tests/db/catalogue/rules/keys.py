"""Keys, constraints and the values of columns."""

from tests.db.catalogue.rules.rule import Rule

KEYS = [
    Rule(
        "a foreign key has an index that starts with its columns",
        """
        SELECT format('%s %I', c.conrelid::regclass, c.conname)
        FROM pg_constraint AS c
        INNER JOIN our_tables AS t
            ON t.oid = c.conrelid
        WHERE c.contype = 'f'
            AND NOT EXISTS (
                SELECT
                FROM pg_index AS i
                WHERE i.indrelid = c.conrelid
                    AND i.indpred IS NULL
                    AND i.indisvalid
                    AND i.indnkeyatts >= cardinality(c.conkey)
                    -- In any order: all of them are compared for equality.
                    AND (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] @> c.conkey
            )
        """,
        {
            "CREATE TABLE iam.scratch (user_id integer REFERENCES iam.users)": (
                "iam.scratch scratch_user_id_fkey"
            ),
            """
            CREATE TABLE iam.scratch (user_id integer REFERENCES iam.users, b integer);
            CREATE INDEX ON iam.scratch (b, user_id);
            CREATE INDEX ON iam.scratch (user_id) WHERE b IS NULL;
            CREATE INDEX ON iam.scratch ((user_id + 0), user_id);
            """: "iam.scratch scratch_user_id_fkey",
            """
            CREATE TABLE iam.scratch (
                user_id integer,
                team_id integer,
                FOREIGN KEY (user_id, team_id) REFERENCES iam.team_users
            );
            CREATE INDEX ON iam.scratch (user_id);
            CREATE INDEX ON iam.scratch (team_id) INCLUDE (user_id);
            """: "iam.scratch scratch_user_id_team_id_fkey",
        },
    ),
    Rule(
        "a foreign key that sets null leaves alone what may not be null",
        """
        SELECT format('%s %I', c.conrelid::regclass, c.conname)
        FROM pg_constraint AS c
        INNER JOIN our_tables AS t
            ON t.oid = c.conrelid
        INNER JOIN pg_attribute AS a
            ON a.attrelid = c.conrelid AND a.attnum = ANY (coalesce(c.confdelsetcols, c.conkey))
        WHERE c.contype = 'f'
            AND c.confdeltype = 'n'
            AND a.attnotnull
        """,
        {
            """
            CREATE TABLE iam.scratch (
                user_id integer NOT NULL,
                team_id integer,
                FOREIGN KEY (user_id, team_id) REFERENCES iam.team_users ON DELETE SET NULL
            )
            """: "iam.scratch scratch_user_id_team_id_fkey",
        },
    ),
    Rule(
        "a constraint is valid",
        """
        SELECT format('%s %I', c.conrelid::regclass, c.conname)
        FROM pg_constraint AS c
        INNER JOIN our_tables AS t
            ON t.oid = c.conrelid
        WHERE NOT c.convalidated
        """,
        {
            "ALTER TABLE iam.users ADD CONSTRAINT scratch CHECK (id > 0) NOT VALID": (
                "iam.users scratch"
            ),
        },
    ),
    Rule(
        "a table has a primary key",
        """
        SELECT t.oid::regclass::text
        FROM our_tables AS t
        WHERE NOT EXISTS (
            SELECT FROM pg_index AS i WHERE i.indrelid = t.oid AND i.indisprimary
        )
        """,
        {"CREATE TABLE iam.scratch (id integer UNIQUE)": "iam.scratch"},
    ),
    Rule(
        "a whole number as the only column of a primary key is an identity or refers to another",
        """
        SELECT a.name
        FROM our_columns AS a
        INNER JOIN pg_index AS i
            ON i.indrelid = a.attrelid AND i.indisprimary
        WHERE i.indnkeyatts = 1
            AND i.indkey[0] = a.attnum
            AND a.atttypid IN ('integer'::regtype, 'bigint'::regtype, 'smallint'::regtype)
            AND a.attidentity = ''
            AND NOT EXISTS (
                SELECT
                FROM pg_constraint AS c
                WHERE c.contype = 'f'
                    AND c.conrelid = a.attrelid
                    AND a.attnum = ANY (c.conkey)
            )
        """,
        {
            "CREATE TABLE iam.scratch (id integer PRIMARY KEY)": "iam.scratch.id",
            "CREATE TABLE iam.scratch (id bigserial PRIMARY KEY)": "iam.scratch.id",
        },
    ),
    Rule(
        "a column takes its numbers from an identity and not from a default",
        """
        SELECT a.name
        FROM our_columns AS a
        INNER JOIN pg_attrdef AS d
            ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE pg_get_expr(d.adbin, d.adrelid) ~ 'nextval'
        """,
        {"CREATE TABLE iam.scratch (number serial)": "iam.scratch.number"},
    ),
    Rule(
        "an array refuses NULL among its elements",
        """
        SELECT a.name
        FROM our_columns AS a
        INNER JOIN pg_type AS t
            ON t.oid = a.atttypid AND t.typelem <> 0 AND t.typlen = -1
        WHERE t.typcategory = 'A'
            AND NOT EXISTS (
                SELECT
                FROM pg_constraint AS c
                WHERE c.contype = 'c'
                    AND c.conrelid = a.attrelid
                    AND a.attnum = ANY (c.conkey)
                    AND pg_get_constraintdef(c.oid)
                        ~ format('array_position\\(%I, NULL::[^)]+\\) IS NULL', a.attname)
            )
        """,
        {
            "CREATE TABLE iam.scratch (words text[])": "iam.scratch.words",
            "CREATE TABLE iam.scratch (words text[] CHECK (cardinality(words) > 0))": (
                "iam.scratch.words"
            ),
        },
    ),
]
