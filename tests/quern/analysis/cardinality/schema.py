"""The schema and the rows on which the claims about the number of rows are tried."""

SCHEMA = """
CREATE TABLE teams (
    id integer PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    region text COLLATE "C" NOT NULL
);
CREATE TABLE users (
    id integer PRIMARY KEY,
    email text UNIQUE,
    name text NOT NULL,
    team_id integer REFERENCES teams,
    active boolean NOT NULL,
    balance numeric
);
CREATE TABLE profiles (user_id integer PRIMARY KEY REFERENCES users, bio text);
CREATE TABLE posts (
    id bigint PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users,
    slot smallint,
    pinned boolean NOT NULL,
    UNIQUE (user_id, slot)
);
INSERT INTO teams VALUES (1, 'a', 'x'), (2, 'b', 'x');
INSERT INTO users VALUES
    (1, 'ann@x', 'Ann', 1, true, 1.0),
    (2, 'bob@x', 'Bob', 1, true, 1.00),
    (3, NULL, 'Ann', 2, false, NULL),
    (4, NULL, 'Cat', NULL, true, 2);
INSERT INTO profiles VALUES (1, 'hi'), (2, NULL);
INSERT INTO posts VALUES
    (1, 1, 1, true), (2, 1, 2, false), (3, 2, 1, true), (4, 1, NULL, false), (5, 1, NULL, false);

-- keys that do not hold, or not for all rows
CREATE TABLE deferred (id integer PRIMARY KEY, k integer UNIQUE DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE partial (id integer PRIMARY KEY, k integer, gone boolean NOT NULL);
CREATE UNIQUE INDEX partial_k_key ON partial (k) WHERE NOT gone;
INSERT INTO partial VALUES (1, 1, true), (2, 1, true), (3, 1, false);
CREATE TABLE expressions (id integer PRIMARY KEY, k text);
CREATE UNIQUE INDEX expressions_key ON expressions ((k || id::text));
INSERT INTO expressions VALUES (1, 'a'), (2, 'a');
CREATE TABLE mails (id integer PRIMARY KEY, email varchar(99), label text, gone timestamptz);
CREATE UNIQUE INDEX mails_lower_key ON mails (lower(email));
CREATE UNIQUE INDEX mails_both_key ON mails (label, lower(email)) WHERE gone IS NULL AND id > 0;
CREATE UNIQUE INDEX mails_label_key ON mails ((label COLLATE "C" || '!')) NULLS NOT DISTINCT;
INSERT INTO mails VALUES
    (1, 'Ann@x', 'a', NULL), (2, 'bob@x', 'b', now()), (3, NULL, 'c', NULL), (4, NULL, NULL, NULL);
CREATE TABLE filled (id integer PRIMARY KEY, k integer, other integer);
CREATE UNIQUE INDEX filled_key ON filled ((coalesce(k, 0)));
CREATE UNIQUE INDEX filled_other_key ON filled (other) WHERE other IS NOT NULL;
INSERT INTO filled VALUES (1, NULL, NULL), (2, 1, 1), (3, 2, NULL);
CREATE TABLE shared (e text, x integer, y integer, z integer);
CREATE UNIQUE INDEX shared_x_key ON shared (lower(e), x);
CREATE UNIQUE INDEX shared_y_key ON shared (lower(e), y);
CREATE UNIQUE INDEX shared_z_key ON shared (lower(e)) WHERE e IS NOT NULL AND z > 0;
INSERT INTO shared VALUES ('A', 1, 1, 1), ('a', 2, 2, 0), ('a', 3, 3, NULL);
CREATE TABLE plain (k integer, kind text);
CREATE INDEX plain_k ON plain (k);
INSERT INTO plain VALUES (1, 'a'), (1, 'b'), (2, 'a');
CREATE TABLE one_null (k integer, v text, UNIQUE NULLS NOT DISTINCT (k));
INSERT INTO one_null VALUES (NULL, 'a'), (1, 'b');
CREATE TYPE amount AS (value numeric);
CREATE TABLE amounts (a amount);
CREATE UNIQUE INDEX amounts_key ON amounts (a record_image_ops);
INSERT INTO amounts VALUES (ROW(1.0)), (ROW(1.00)), (NULL), (ROW(NULL));
CREATE TYPE point_on AS (x integer, y integer);
CREATE TABLE points (p point_on);
CREATE UNIQUE INDEX points_key ON points (p) WHERE p IS NOT NULL;
INSERT INTO points VALUES (ROW(1, NULL)), (ROW(1, NULL));
CREATE TABLE moments (at timestamp UNIQUE);
INSERT INTO moments VALUES ('2024-03-31 02:30'), ('2024-03-31 03:30');
CREATE FUNCTION oid_text(anyelement) RETURNS text LANGUAGE sql IMMUTABLE
    AS $$SELECT CASE WHEN pg_typeof($1) = 'oid'::regtype THEN $1::text ELSE 'other' END$$;
CREATE TABLE relabelled (k integer);
CREATE UNIQUE INDEX relabelled_key ON relabelled (oid_text(k::oid));
INSERT INTO relabelled VALUES (1), (2);
CREATE TABLE included (k integer, v integer);
CREATE UNIQUE INDEX included_key ON included (k) INCLUDE (v);
INSERT INTO included VALUES (1, 1), (2, 1);
CREATE TABLE patterns (k varchar(20));
CREATE UNIQUE INDEX patterns_key ON patterns (k varchar_pattern_ops);
INSERT INTO patterns VALUES ('a'), ('b');

-- inheritance and partitions
CREATE TABLE parents (id integer PRIMARY KEY, kind text NOT NULL);
CREATE TABLE children () INHERITS (parents);
INSERT INTO parents VALUES (1, 'parent');
INSERT INTO children VALUES (1, 'child');
CREATE TABLE parted (id integer PRIMARY KEY, kind text) PARTITION BY RANGE (id);
CREATE TABLE parted_low PARTITION OF parted FOR VALUES FROM (0) TO (10);
CREATE TABLE parted_high PARTITION OF parted FOR VALUES FROM (10) TO (100);
INSERT INTO parted VALUES (1, 'a'), (11, 'a');
CREATE TABLE half_parted (id integer NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE half_parted_low PARTITION OF half_parted FOR VALUES FROM (0) TO (10);
CREATE UNIQUE INDEX half_parted_key ON ONLY half_parted (id);
INSERT INTO half_parted VALUES (1), (1);

-- triggers, rules, policies
CREATE FUNCTION drop_row() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE FUNCTION keep_row() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE guarded (id integer PRIMARY KEY, v integer);
INSERT INTO guarded VALUES (1, 1);
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON guarded FOR EACH ROW EXECUTE FUNCTION drop_row();
CREATE TABLE guarded_update (id integer PRIMARY KEY, v integer);
INSERT INTO guarded_update VALUES (1, 1);
CREATE TRIGGER guard BEFORE UPDATE ON guarded_update FOR EACH ROW EXECUTE FUNCTION drop_row();
CREATE TABLE guarded_parts (id integer) PARTITION BY LIST (id);
CREATE TABLE guarded_part PARTITION OF guarded_parts DEFAULT;
CREATE TRIGGER guard BEFORE INSERT ON guarded_part FOR EACH ROW EXECUTE FUNCTION drop_row();
CREATE TABLE audited (id integer PRIMARY KEY);
CREATE TRIGGER audit AFTER INSERT ON audited FOR EACH ROW EXECUTE FUNCTION drop_row();
CREATE VIEW user_emails AS SELECT id, email, name, team_id, active FROM users WHERE active;
CREATE VIEW people AS
    SELECT u.id, u.name, p.slot FROM users AS u JOIN posts AS p ON p.user_id = u.id;
CREATE TRIGGER people_change INSTEAD OF INSERT ON people FOR EACH ROW EXECUTE FUNCTION drop_row();
CREATE TRIGGER people_set INSTEAD OF UPDATE ON people FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE VIEW guarded_people AS SELECT id, name FROM users;
CREATE TRIGGER people_set INSTEAD OF UPDATE ON guarded_people
    FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE VIEW ruled AS SELECT id, kind FROM parents;
CREATE RULE ruled_insert AS ON INSERT TO ruled DO INSTEAD
    INSERT INTO plain SELECT NEW.id, n::text FROM generate_series(1, 2) AS n
    RETURNING k, kind;
CREATE VIEW ruled_values AS SELECT k, kind FROM plain;
CREATE RULE ruled_values_insert AS ON INSERT TO ruled_values DO INSTEAD
    INSERT INTO plain VALUES (NEW.k, NEW.kind) RETURNING k, kind;
CREATE TABLE silent (id integer);
CREATE RULE silent_insert AS ON INSERT TO silent DO INSTEAD NOTHING;
CREATE TABLE hidden (id integer PRIMARY KEY);
INSERT INTO hidden VALUES (1);
ALTER TABLE hidden ENABLE ROW LEVEL SECURITY;
ALTER TABLE hidden FORCE ROW LEVEL SECURITY;
CREATE POLICY hide ON hidden USING (id > 1) WITH CHECK (true);

-- functions
CREATE SEQUENCE numbers;
CREATE FUNCTION next_number() RETURNS integer LANGUAGE sql VOLATILE
    AS $$SELECT nextval('numbers')::integer$$;
CREATE FUNCTION user_one() RETURNS integer LANGUAGE sql STABLE AS 'SELECT 1';
CREATE FUNCTION all_users() RETURNS SETOF users LANGUAGE sql STABLE AS 'SELECT * FROM users';
CREATE FUNCTION first_user() RETURNS users LANGUAGE sql STABLE
    AS 'SELECT * FROM users WHERE id = 99';
"""
