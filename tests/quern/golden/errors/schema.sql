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
ALTER TABLE shop.items ADD COLUMN other text;

CREATE VIEW shop.titles AS SELECT id, title FROM shop.items;

CREATE TABLE shop.secured (id integer);
CREATE TABLE shop.ruled (id integer);
CREATE RULE elsewhere AS ON INSERT TO shop.ruled DO INSTEAD INSERT INTO shop.secured VALUES (NEW.id);

ALTER TABLE shop.secured ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY positive ON shop.secured USING (id > 0);

GRANT USAGE ON SCHEMA shop TO application_readonly;
GRANT SELECT (id, title) ON shop.items TO application_readonly;
