CREATE SCHEMA shop;
CREATE SCHEMA locked;
REVOKE ALL ON SCHEMA locked FROM CURRENT_USER;

CREATE TYPE shop.colour AS ENUM ('red', 'green');
CREATE TYPE shop.pair AS (a integer, b integer);

CREATE TABLE shop.items (
    id integer PRIMARY KEY,
    title text NOT NULL,
    colour shop.colour,
    place point,
    numbers integer[]
);
