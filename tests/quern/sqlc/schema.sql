-- The schema of a music festival.
CREATE TYPE artist_kind AS ENUM ('solo', 'band', 'sound-system');

CREATE TYPE "TicketState" AS ENUM ('reserved', 'paid', 'used');

CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');

CREATE TABLE artists (
    id bigserial PRIMARY KEY,
    name text NOT NULL,
    kind artist_kind NOT NULL,
    bio text,
    tags text[] NOT NULL DEFAULT '{}',
    links jsonb NOT NULL DEFAULT '{}',
    "createdAt" timestamptz NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX artists_name ON artists (lower(name));

CREATE TABLE stages (
    id serial PRIMARY KEY,
    slug varchar(40) NOT NULL UNIQUE,
    capacity integer NOT NULL CHECK (capacity > 0),
    location point
);

CREATE TABLE sets (
    artist_id bigint NOT NULL REFERENCES artists (id) ON DELETE CASCADE,
    stage_id integer REFERENCES stages (id),
    starts_at timestamptz NOT NULL,
    minutes smallint NOT NULL DEFAULT 60,
    PRIMARY KEY (artist_id, starts_at)
);

CREATE TABLE tickets (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    holder email NOT NULL,
    price numeric(8, 2) NOT NULL,
    state "TicketState" NOT NULL DEFAULT 'reserved',
    used_at timestamptz
);

CREATE VIEW program AS
SELECT a.name AS artist, st.slug AS stage, s.starts_at, s.minutes
FROM sets s
JOIN artists a ON a.id = s.artist_id
LEFT JOIN stages st ON st.id = s.stage_id;

CREATE FUNCTION greet(who text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT 'Hello ' || who $$;
