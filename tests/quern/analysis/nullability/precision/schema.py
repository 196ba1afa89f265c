"""The schema of the tricky set: concerts, the halls they are in, and the tickets to them."""

SCHEMA = """
CREATE TYPE state AS ENUM ('planned', 'running', 'done');
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE DOMAIN label AS text NOT NULL;
CREATE TYPE address AS (street text, city text);

CREATE TABLE venue (
    id int PRIMARY KEY,
    name text NOT NULL,
    city text NOT NULL,
    capacity int,
    opened date,
    place address,
    tags text[] NOT NULL DEFAULT '{}',
    meta jsonb NOT NULL DEFAULT '{}',
    hours int4range
);

CREATE TABLE hall (
    id int PRIMARY KEY,
    venue_id int NOT NULL REFERENCES venue,
    name text NOT NULL,
    seats positive,
    floor smallint CHECK (floor IS NOT NULL),
    UNIQUE (venue_id, name)
);

CREATE TABLE artist (
    id int PRIMARY KEY,
    name text NOT NULL,
    nick text,
    born date,
    manager_id int REFERENCES artist,
    email text UNIQUE,
    rating numeric
);

CREATE TABLE concert (
    id int PRIMARY KEY,
    hall_id int NOT NULL REFERENCES hall,
    artist_id int REFERENCES artist,
    title text NOT NULL,
    subtitle text,
    starts timestamptz NOT NULL,
    ends timestamptz,
    state state NOT NULL DEFAULT 'planned',
    price numeric(10, 2) NOT NULL,
    discount numeric,
    runs tstzrange GENERATED ALWAYS AS (tstzrange(starts, ends)) STORED,
    full_title text GENERATED ALWAYS AS (title || coalesce(': ' || subtitle, '')) STORED,
    long_title text GENERATED ALWAYS AS (title || ': ' || subtitle) STORED
);

CREATE TABLE ticket (
    concert_id int REFERENCES concert ON DELETE CASCADE,
    seat int,
    buyer text,
    price numeric NOT NULL,
    sold timestamptz,
    PRIMARY KEY (concert_id, seat),
    CHECK ((buyer IS NULL) = (sold IS NULL))
);

CREATE TABLE review (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    concert_id int NOT NULL,
    seat int NOT NULL,
    stars int CHECK (stars BETWEEN 1 AND 5),
    body text NOT NULL,
    FOREIGN KEY (concert_id, seat) REFERENCES ticket
);

CREATE TABLE journal (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz DEFAULT now(),
    what text NOT NULL DEFAULT 'note',
    concert_id int NOT NULL REFERENCES concert DEFERRABLE INITIALLY DEFERRED,
    details jsonb
);

CREATE FUNCTION forget_the_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.what = 'timeless' THEN
        NEW.at := NULL;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER forget BEFORE INSERT OR UPDATE ON journal
    FOR EACH ROW EXECUTE FUNCTION forget_the_time();

CREATE TABLE badge (id int PRIMARY KEY, word label);

CREATE TABLE vehicle (plate text NOT NULL, axles int);
CREATE TABLE truck (load int NOT NULL) INHERITS (vehicle);

CREATE TABLE sale (day date NOT NULL, amount numeric, note text) PARTITION BY RANGE (day);
CREATE TABLE sale_early PARTITION OF sale FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
CREATE TABLE sale_late PARTITION OF sale FOR VALUES FROM ('2024-01-01') TO (MAXVALUE);

CREATE VIEW upcoming AS
SELECT c.id, c.title, c.subtitle, h.name AS hall, a.name AS artist
FROM concert AS c
JOIN hall AS h ON h.id = c.hall_id
LEFT JOIN artist AS a ON a.id = c.artist_id
WHERE c.state = 'planned';

CREATE VIEW revenue AS
SELECT c.id, c.title, count(t.seat) AS sold, sum(t.price) AS total, max(t.sold) AS latest
FROM concert AS c
LEFT JOIN ticket AS t ON t.concert_id = c.id
GROUP BY c.id;

CREATE MATERIALIZED VIEW program AS
SELECT c.id, c.title FROM concert AS c;

CREATE FUNCTION shout(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT
RETURN upper($1) || '!';

CREATE FUNCTION known_as(a artist) RETURNS text LANGUAGE sql STABLE
RETURN coalesce(a.nick, a.name);

CREATE FUNCTION half(int) RETURNS int LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
    RETURN CASE WHEN $1 % 2 = 0 THEN $1 / 2 END;
END
$$;

CREATE FUNCTION price_of(int) RETURNS numeric LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT price FROM concert WHERE id = $1;
END;

CREATE FUNCTION concerts_in(int) RETURNS TABLE (id int, title text, subtitle text)
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT c.id, c.title, c.subtitle FROM concert AS c WHERE c.hall_id = $1;
END;
"""

#: What every state of the database starts from: NULL in few places.
DATA = """
INSERT INTO venue (id, name, city, capacity, opened, place, tags, meta, hours) VALUES
    (1, 'Arena', 'Oslo', 900, '1990-05-01', ('Main', 'Oslo'), '{big,old}', '{"a": "1"}', '[9,22)'),
    (2, 'Barn', 'Rome', NULL, NULL, NULL, DEFAULT, DEFAULT, NULL);
INSERT INTO hall (id, venue_id, name, seats, floor) VALUES
    (1, 1, 'Red', 500, 0), (2, 1, 'Blue', NULL, 1), (3, 2, 'Hay', 40, 0);
INSERT INTO artist (id, name, nick, born, manager_id, email, rating) VALUES
    (1, 'Ada', 'A', '1970-01-01', NULL, 'ada@example.org', 9),
    (2, 'Bo', NULL, NULL, 1, NULL, NULL),
    (3, 'Cy', 'C', '1980-01-01', 2, 'cy@example.org', 5);
INSERT INTO concert (id, hall_id, artist_id, title, subtitle, starts, ends, state, price, discount)
VALUES
    (1, 1, 1, 'Dawn', 'live', '2024-05-01 20:00Z', '2024-05-01 22:00Z', 'done', 20, 2),
    (2, 2, 3, 'Dusk', NULL, '2030-05-02 20:00Z', NULL, 'planned', 30, NULL),
    (3, 3, NULL, 'Noon', 'again', '2030-05-03 12:00Z', '2030-05-03 14:00Z', 'planned', 10, 1);
INSERT INTO ticket (concert_id, seat, buyer, price, sold) VALUES
    (1, 1, 'A', 20, '2024-01-01'), (1, 2, 'eve', 18, '2024-01-02'), (2, 1, NULL, 30, NULL);
INSERT INTO review (concert_id, seat, stars, body) VALUES (1, 1, 5, 'fine'), (1, 2, NULL, 'loud');
INSERT INTO journal (what, concert_id, details) VALUES ('opened', 1, '{"by": "ada"}');
INSERT INTO badge VALUES (1, 'crew');
INSERT INTO vehicle VALUES ('X1', NULL);
INSERT INTO truck VALUES ('T1', 3, 7);
INSERT INTO sale VALUES ('2023-03-03', 5, 'early'), ('2025-05-05', NULL, NULL);
REFRESH MATERIALIZED VIEW program;
"""

#: A state without tickets and what hangs on them.
NO_TICKETS = "DELETE FROM review; DELETE FROM ticket"
#: A state with no row but venues and halls.
NO_CONCERTS = (
    "DELETE FROM review; DELETE FROM ticket; DELETE FROM journal; "
    "DELETE FROM concert; DELETE FROM artist"
)
#: A concert without end and beginning, as far as timestamps go.
ENDLESS = "UPDATE concert SET starts = '-infinity', ends = 'infinity' WHERE id = 1"
