CREATE SCHEMA shop;
CREATE SCHEMA locked;
REVOKE ALL ON SCHEMA locked FROM CURRENT_USER;

CREATE TYPE shop.colour AS ENUM ('red', 'green');
CREATE TYPE shop.spot AS (title text, place gtsvector);

CREATE TABLE shop.items (
    id integer PRIMARY KEY,
    title text NOT NULL,
    colour shop.colour,
    place gtsvector,
    numbers integer[]
);

CREATE SCHEMA shop_left;
CREATE SCHEMA shop_right;
CREATE TYPE shop_left.inner_one AS (a integer);
CREATE TYPE shop_right.inner_one AS (a integer);
CREATE TYPE shop_left.outer_one AS (b shop_right.inner_one);
CREATE TYPE shop_right.outer_one AS (b shop_left.inner_one);
