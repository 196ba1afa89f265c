"""The database that the hand-written cases speak of: a shop, with a thing for every trap."""

#: Runs on every version.
SCHEMA = """
CREATE DOMAIN given_text AS text NOT NULL;
CREATE DOMAIN given_layer AS given_text;
CREATE DOMAIN short_text AS text CHECK (length(VALUE) < 100);
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TYPE pair AS (one integer, two text);
CREATE TYPE single AS (value integer);

CREATE FUNCTION quiet(integer) RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT RETURN nullif($1, 0);
CREATE FUNCTION lenient(integer) RETURNS integer
    LANGUAGE sql IMMUTABLE RETURN coalesce($1, 7);
CREATE FUNCTION sure(integer) RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT RETURN coalesce($1, 7);
CREATE FUNCTION moody(integer) RETURNS integer
    LANGUAGE plpgsql VOLATILE STRICT AS $moody$
    DECLARE
        calls integer := coalesce(nullif(current_setting('moody.calls', true), '')::integer, 0) + 1;
    BEGIN
        PERFORM set_config('moody.calls', calls::text, false);
        RETURN CASE WHEN calls % 7 NOT IN (3, 4) THEN $1 END;
    END $moody$;
CREATE FUNCTION act() RETURNS void LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION act_in_sql() RETURNS void LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION act_on(integer) RETURNS void LANGUAGE plpgsql STRICT AS 'BEGIN END';
CREATE FUNCTION act_on_both(integer, integer DEFAULT NULL) RETURNS void
    LANGUAGE plpgsql STRICT AS 'BEGIN END';
CREATE FUNCTION give(integer) RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN $1; END';
CREATE FUNCTION one_single() RETURNS single
    LANGUAGE sql IMMUTABLE RETURN ROW(NULL)::single;
CREATE FUNCTION numbers(integer) RETURNS SETOF integer
    LANGUAGE sql STABLE AS 'SELECT nullif(i, 1) FROM generate_series(1, $1) AS i';
CREATE FUNCTION same_or_null(integer, integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE RETURN coalesce($1 = $2, true);
CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = integer, FUNCTION = same_or_null);
CREATE FUNCTION same_strict(integer, integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT RETURN nullif($1 = $2, false);
CREATE OPERATOR ==== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = same_strict);
CREATE TYPE cover AS (inside integer);
CREATE FUNCTION uncover(cover) RETURNS integer
    LANGUAGE sql IMMUTABLE RETURN coalesce(($1).inside, 1);
CREATE TYPE wrap AS (inside integer, more integer);
CREATE FUNCTION unwrap(cover) RETURNS wrap
    LANGUAGE sql IMMUTABLE RETURN NULL::wrap;
CREATE CAST (cover AS wrap) WITH FUNCTION unwrap(cover) AS IMPLICIT;
CREATE AGGREGATE last(integer) (sfunc = int4larger, stype = integer);
CREATE CAST (cover AS integer) WITH FUNCTION uncover(cover) AS IMPLICIT;

CREATE TABLE country (
    code text PRIMARY KEY,
    name text NOT NULL,
    motto text
);
CREATE TABLE customer (
    id integer PRIMARY KEY,
    email text NOT NULL,
    nick text,
    age integer,
    active boolean,
    agreed boolean NOT NULL,
    country text REFERENCES country,
    referrer integer REFERENCES customer,
    tags text[] NOT NULL,
    notes text[],
    profile jsonb NOT NULL,
    mood mood NOT NULL,
    contact pair,
    greeting text GENERATED ALWAYS AS ('Hello ' || email) STORED,
    initial text GENERATED ALWAYS AS (left(nick, 1)) STORED,
    title text GENERATED ALWAYS AS (coalesce(nick, email)) STORED,
    phone text CHECK (phone IS NOT NULL),
    CONSTRAINT fax_checked CHECK (nick IS NULL OR length(nick) > 0)
);
CREATE TABLE product (
    id integer PRIMARY KEY,
    name text NOT NULL,
    price numeric NOT NULL,
    weight double precision,
    parts integer[] NOT NULL,
    made date NOT NULL,
    sold tstzrange NOT NULL,
    shape text CHECK (shape IS NOT NULL AND shape <> '')
);
CREATE TABLE purchase (
    id integer PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customer,
    product_id integer REFERENCES product,
    later_id integer NOT NULL REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    unchecked_id integer NOT NULL,
    amount integer NOT NULL,
    discount integer,
    placed timestamptz NOT NULL,
    old_note text
);
CREATE TABLE warehouse (
    region integer,
    number integer,
    name text NOT NULL,
    PRIMARY KEY (region, number)
);
CREATE TABLE stock (
    id integer PRIMARY KEY,
    region integer NOT NULL,
    number integer NOT NULL,
    other_number integer,
    quantity integer,
    FOREIGN KEY (region, number) REFERENCES warehouse,
    FOREIGN KEY (region, other_number) REFERENCES warehouse
);
CREATE TABLE secret (
    id integer PRIMARY KEY,
    word text NOT NULL
);
CREATE TABLE keeper (
    id integer PRIMARY KEY,
    secret_id integer NOT NULL REFERENCES secret
);
ALTER TABLE secret ENABLE ROW LEVEL SECURITY;
CREATE POLICY first_only ON secret USING (id = 1);

-- triggers
CREATE FUNCTION forget() RETURNS trigger
    LANGUAGE plpgsql AS 'BEGIN NEW.text := NULL; RETURN NEW; END';
CREATE FUNCTION nothing() RETURNS trigger
    LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TABLE on_insert (id integer PRIMARY KEY, text text);
CREATE TRIGGER forget BEFORE INSERT ON on_insert FOR EACH ROW EXECUTE FUNCTION forget();
CREATE TABLE on_update (id integer PRIMARY KEY, text text, long
    text GENERATED ALWAYS AS (text || '!') STORED);
CREATE TRIGGER forget BEFORE UPDATE ON on_update FOR EACH ROW EXECUTE FUNCTION forget();
CREATE TABLE on_neither (id integer PRIMARY KEY, text text, long
    text GENERATED ALWAYS AS (text || '!') STORED);
CREATE TRIGGER forget BEFORE INSERT OR UPDATE ON on_neither FOR
    EACH ROW EXECUTE FUNCTION forget();
ALTER TABLE on_neither DISABLE TRIGGER forget;
CREATE TRIGGER told AFTER INSERT OR UPDATE ON on_neither FOR EACH ROW EXECUTE FUNCTION nothing();
CREATE TRIGGER said BEFORE INSERT ON on_neither FOR EACH STATEMENT EXECUTE FUNCTION nothing();
CREATE TABLE counted (id integer PRIMARY KEY, text text DEFAULT 'none', plain text,
    seen integer NOT NULL DEFAULT 0);

-- inheritance
CREATE TABLE animal (id integer NOT NULL REFERENCES product, name text CHECK (name IS NOT NULL),
    sound text, own text CHECK (own IS NOT NULL) NO INHERIT);
CREATE TABLE cat (lives integer) INHERITS (animal);
CREATE TABLE loner (id integer, own text, CONSTRAINT own_given
    CHECK (own IS NOT NULL) NO INHERIT);
CREATE TABLE parent_of_trigger (id integer PRIMARY KEY, text text);
CREATE TABLE child_with_trigger () INHERITS (parent_of_trigger);
CREATE TRIGGER forget BEFORE INSERT OR UPDATE ON child_with_trigger
    FOR EACH ROW EXECUTE FUNCTION forget();
CREATE TABLE base (id integer, a text NOT NULL, up text GENERATED ALWAYS AS (a || '!') STORED);
CREATE TABLE derived (up text GENERATED ALWAYS AS (nullif(a, a)) STORED) INHERITS (base);

-- partitions
CREATE TABLE event (id integer NOT NULL, kind text NOT NULL, text text,
    product_id integer NOT NULL REFERENCES product, PRIMARY KEY (id,
    kind)) PARTITION BY LIST (kind);
CREATE TABLE event_a PARTITION OF event FOR VALUES IN ('a');
CREATE TABLE event_b PARTITION OF event FOR VALUES IN ('b');
CREATE TABLE reaction (id integer PRIMARY KEY, event_id integer NOT NULL, kind text NOT NULL,
    FOREIGN KEY (event_id, kind) REFERENCES event);
CREATE TABLE moved (id integer NOT NULL, text text, kind text NOT NULL) PARTITION BY LIST (kind);
CREATE TABLE moved_a PARTITION OF moved FOR VALUES IN ('a');
CREATE TABLE moved_b PARTITION OF moved FOR VALUES IN ('b');
CREATE TRIGGER forget BEFORE INSERT ON moved_b FOR EACH ROW EXECUTE FUNCTION forget();

-- views
CREATE VIEW adult AS SELECT id, email, nick, age FROM customer WHERE age IS NOT NULL;
CREATE VIEW everyone AS SELECT c.id, p.id AS purchase_id, c.email
    FROM customer AS c LEFT JOIN purchase AS p ON p.customer_id = c.id;
CREATE VIEW careful WITH (security_barrier) AS SELECT id, nick
    FROM customer WHERE nick IS NOT NULL;
CREATE MATERIALIZED VIEW summary AS SELECT id, email FROM customer;
CREATE VIEW handled AS SELECT id, email FROM customer;
CREATE FUNCTION handle() RETURNS trigger
    LANGUAGE plpgsql AS 'BEGIN NEW.email := NULL; RETURN NEW; END';
CREATE TRIGGER handle INSTEAD OF INSERT OR UPDATE ON handled
    FOR EACH ROW EXECUTE FUNCTION handle();
CREATE VIEW counters AS SELECT id, text, seen FROM counted;
CREATE VIEW ruled AS SELECT id, text FROM counted;
CREATE RULE ruled AS ON INSERT TO ruled DO INSTEAD
    INSERT INTO counted (id, text) VALUES (NEW.id, NEW.text) RETURNING id, text;


CREATE TABLE a (id integer PRIMARY KEY, x integer, y integer NOT NULL);
CREATE TABLE b (id integer PRIMARY KEY, x integer, y integer NOT NULL, a_id integer REFERENCES a);
CREATE TABLE c (id integer PRIMARY KEY, x integer, y integer NOT NULL,
    b_id integer NOT NULL REFERENCES b);
CREATE TABLE nobody (id integer PRIMARY KEY, x integer, y integer NOT NULL);

CREATE TABLE domained (id integer PRIMARY KEY, word given_text);
CREATE TABLE legacy (id integer, word text NOT NULL);
CREATE TABLE legacy_child () INHERITS (legacy);
CREATE TABLE owner (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE unkept (owner_id integer NOT NULL REFERENCES owner);
CREATE TABLE unkept_parts (owner_id integer NOT NULL REFERENCES owner) PARTITION BY LIST (owner_id);
CREATE TABLE unkept_part PARTITION OF unkept_parts DEFAULT;
CREATE FUNCTION stay() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TABLE staying (owner_id integer NOT NULL REFERENCES owner ON DELETE CASCADE);
CREATE TRIGGER stay BEFORE DELETE ON staying FOR EACH ROW EXECUTE FUNCTION stay();
CREATE TABLE unchanged (owner_id integer NOT NULL REFERENCES owner ON UPDATE CASCADE);
CREATE TRIGGER stay BEFORE UPDATE ON unchanged FOR EACH ROW EXECUTE FUNCTION stay();
CREATE TABLE kept_by_rule (owner_id integer NOT NULL REFERENCES owner ON DELETE CASCADE);
CREATE RULE stay AS ON DELETE TO kept_by_rule WHERE old.owner_id > 1 DO INSTEAD NOTHING;
CREATE TABLE stamped (owner_id integer NOT NULL REFERENCES owner ON DELETE CASCADE);
CREATE TRIGGER stay BEFORE UPDATE ON stamped FOR EACH ROW EXECUTE FUNCTION stay();
CREATE TABLE marked (
    id integer PRIMARY KEY,
    marks integer[] CHECK (array_position(marks, NULL) IS NULL)
);
"""

#: What a child table may do until version 17.
BEFORE_18 = """
ALTER TABLE legacy_child ALTER word DROP NOT NULL;
INSERT INTO legacy_child VALUES (1, NULL);
"""

#: What version 18 brought.
SINCE_18 = """
CREATE TABLE unvalidated (id integer PRIMARY KEY, late text);
INSERT INTO unvalidated VALUES (1, NULL);
ALTER TABLE unvalidated ADD CONSTRAINT late_given NOT NULL late NOT VALID;
CREATE TABLE computed (
    id integer PRIMARY KEY,
    x integer,
    sure integer GENERATED ALWAYS AS (id + 1) VIRTUAL,
    unsure integer GENERATED ALWAYS AS (x + 1) VIRTUAL
);
INSERT INTO computed VALUES (1, NULL);
CREATE TABLE unenforced (
    id integer PRIMARY KEY,
    loose text CHECK (loose IS NOT NULL) NOT ENFORCED,
    product_id integer NOT NULL REFERENCES product NOT ENFORCED
);
INSERT INTO unenforced VALUES (1, NULL, 77);
"""

#: Triggers of the server take a superuser.
UNKEPT = """
ALTER TABLE unkept DISABLE TRIGGER ALL;
ALTER TABLE unkept_part DISABLE TRIGGER ALL;
INSERT INTO unkept VALUES (1);
INSERT INTO unkept_parts VALUES (1);
"""

DATA = """
INSERT INTO country VALUES ('de', 'Germany', NULL), ('fr', 'France', 'liberty');
INSERT INTO customer (id, email, nick, age, active, agreed, country, referrer, tags, notes,
    profile, mood, contact, phone) VALUES
    (1, 'a@x', 'ann', 30, true, true, 'de', NULL, '{red,NULL}', '{one}', '{"a": null}', 'glad',
    '(1,x)', '1'),
    (2, 'b@x', NULL, NULL, NULL, false, NULL, 1, '{}', NULL, 'null', 'sad', NULL, '2'),
    (3, 'c@x', NULL, 20, false, true, 'fr', 2, '{blue}', '{NULL}', '{"a": 1, "b": [1]}', 'sad',
    '(,)', '3'),
    (4, 'd@x', 'dan', NULL, true, true, NULL, NULL, '{}', '{}', '[]', 'glad', '(,y)', '4');
INSERT INTO product VALUES
    (1, 'pen', 1.50, 0.1, '{1,2}', '2020-01-01', '[2020-01-01,)', 'long'),
    (2, 'ink', 'NaN', NULL, '{}', 'infinity', 'empty', 'wet'),
    (3, 'pad', 2, 'NaN', '{NULL}', '2021-05-05', '[2020-01-01,2020-02-01)', 'flat');
INSERT INTO purchase VALUES
    (1, 1, 1, 1, 1, 5, NULL, '2020-01-01', 'x'),
    (2, 1, NULL, 2, 2, 3, 1, 'infinity', NULL),
    (3, 3, 3, 3, 3, 0, 0, '2021-01-01', NULL);
INSERT INTO warehouse VALUES (1, 1, 'north'), (1, 2, 'south');
INSERT INTO stock VALUES (1, 1, 1, 2, NULL), (2, 1, 2, NULL, 4);
INSERT INTO secret VALUES (1, 'hush'), (2, 'shh');
INSERT INTO keeper VALUES (1, 1), (2, 2);
INSERT INTO on_insert VALUES (1, 'x');
INSERT INTO on_update VALUES (1, 'x');
INSERT INTO on_neither VALUES (1, 'x');
INSERT INTO counted VALUES (1, 'one', NULL, 0), (2, NULL, 'two', 0);
INSERT INTO animal VALUES (1, 'rex', 'woof', 'bone');
INSERT INTO cat VALUES (99, 'tom', NULL, NULL, 9);
INSERT INTO loner VALUES (1, 'x');
INSERT INTO parent_of_trigger VALUES (1, 'x');
INSERT INTO child_with_trigger VALUES (2, 'x');
INSERT INTO base (id, a) VALUES (1, 'x');
INSERT INTO derived (id, a) VALUES (2, 'x');
INSERT INTO event VALUES (1, 'a', NULL, 1), (2, 'b', 'x', 2);
INSERT INTO reaction VALUES (1, 1, 'a'), (2, 2, 'b');
INSERT INTO moved VALUES (1, 'x', 'a');
INSERT INTO a VALUES (1, 1, 1), (2, NULL, 2), (3, 3, 3);
INSERT INTO b VALUES (1, NULL, 1, 1), (2, 2, 2, NULL), (4, 4, 4, 2), (7, NULL, 7, NULL);
INSERT INTO c VALUES (1, 1, 1, 1), (2, NULL, 2, 4), (5, 5, 5, 2);
INSERT INTO purchase VALUES (4, 4, 1, 1, 77, 1, NULL, '2022-01-01', NULL);
INSERT INTO domained VALUES (1, 'x');
INSERT INTO domained (id, word) SELECT 2, (SELECT word FROM domained WHERE false);
INSERT INTO legacy VALUES (1, 'x');
INSERT INTO marked VALUES (1, '{1,2}'), (2, NULL);
REFRESH MATERIALIZED VIEW summary;
"""

#: Constraints that what is there breaks.
NOT_VALID = """
ALTER TABLE purchase ADD FOREIGN KEY (unchecked_id) REFERENCES product NOT VALID;
ALTER TABLE purchase ADD CHECK (old_note IS NOT NULL) NOT VALID;
"""
