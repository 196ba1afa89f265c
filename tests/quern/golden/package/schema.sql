CREATE SCHEMA shop;
CREATE SCHEMA "class";
CREATE SCHEMA "Große Liste";

CREATE TYPE shop.colour AS ENUM ('red', 'light blue', 'a"b\c', '', 'NULL', '{x,y}', 'ß', '1st', 'None');
COMMENT ON TYPE shop.colour IS 'What it looks like; "quoted", and a \ backslash.';
CREATE TYPE "class"."none" AS ENUM ('a', 'A');
CREATE TYPE "Große Liste"."größe" AS ENUM ('klein', 'groß');
CREATE TYPE "Große Liste"."row" AS ENUM ('x');
CREATE TYPE shop."any" AS ENUM ('y');
CREATE TYPE shop.sequence AS ENUM ('z');
CREATE TYPE "class".colour AS ENUM ('other');

CREATE DOMAIN shop.percentage AS numeric(5, 2) CHECK (VALUE BETWEEN 0 AND 100);
CREATE DOMAIN shop.shade AS shop.colour;

CREATE TABLE shop.every_type (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    a_bool boolean NOT NULL,
    a_int2 smallint NOT NULL,
    a_int4 integer NOT NULL,
    a_int8 bigint NOT NULL,
    an_oid oid NOT NULL,
    a_float4 real NOT NULL,
    a_float8 double precision NOT NULL,
    a_numeric numeric NOT NULL,
    a_text text NOT NULL,
    a_varchar varchar(20) NOT NULL,
    a_bpchar char(3) NOT NULL,
    a_char "char" NOT NULL,
    a_name name NOT NULL,
    a_bytea bytea NOT NULL,
    a_date date NOT NULL,
    a_time time NOT NULL,
    a_timetz timetz NOT NULL,
    a_timestamp timestamp NOT NULL,
    a_timestamptz timestamptz NOT NULL,
    an_interval interval NOT NULL,
    a_uuid uuid NOT NULL,
    a_json json NOT NULL,
    a_jsonb jsonb NOT NULL,
    an_enum shop.colour NOT NULL,
    a_domain shop.percentage NOT NULL,
    a_shade shop.shade NOT NULL,
    bools boolean[] NOT NULL,
    int2s smallint[] NOT NULL,
    ints integer[] NOT NULL,
    int8s bigint[] NOT NULL,
    oids oid[] NOT NULL,
    floats real[] NOT NULL,
    doubles double precision[] NOT NULL,
    numerics numeric[] NOT NULL,
    texts text[] NOT NULL,
    varchars varchar(20)[] NOT NULL,
    bpchars char(3)[] NOT NULL,
    chars "char"[] NOT NULL,
    names name[] NOT NULL,
    byteas bytea[] NOT NULL,
    dates date[] NOT NULL,
    times time[] NOT NULL,
    timetzs timetz[] NOT NULL,
    timestamps timestamp[] NOT NULL,
    timestamptzs timestamptz[] NOT NULL,
    intervals interval[] NOT NULL,
    uuids uuid[] NOT NULL,
    jsons json[] NOT NULL,
    jsonbs jsonb[] NOT NULL,
    enums shop.colour[] NOT NULL
);
COMMENT ON COLUMN shop.every_type.a_bool IS 'True or false; a comment with """ quotes, a \ and {{ braces }} that is so long that it must be wrapped over two lines.';
COMMENT ON COLUMN shop.every_type.a_int2 IS 'Several

paragraphs.';

CREATE TABLE shop.nothing (
    id integer PRIMARY KEY,
    a_bool boolean,
    a_int8 bigint,
    a_float8 double precision,
    a_numeric numeric,
    a_text text,
    a_bytea bytea,
    a_date date,
    a_timestamptz timestamptz,
    an_interval interval,
    a_uuid uuid,
    a_jsonb jsonb,
    an_enum shop.colour,
    ints integer[],
    texts text[],
    jsonbs jsonb[],
    enums shop.colour[]
);

CREATE TABLE "Große Liste"."odd names" (
    "class" integer NOT NULL,
    "None" integer NOT NULL,
    "1st" integer NOT NULL,
    "größe" "Große Liste"."größe" NOT NULL,
    "with space" text,
    "with""quote" text,
    "back\slash" text,
    "%s" text,
    "{{ jinja }}" text,
    "ﬁ" text,
    "fi" text,
    "_private" text,
    "__dunder__" text,
    "日本" text NOT NULL,
    "!" text,
    "camelCase" text
);

CREATE TABLE shop.attributes (
    model_config text NOT NULL,
    model_fields text NOT NULL,
    model_dump text NOT NULL,
    json text NOT NULL,
    copy text NOT NULL,
    dict text NOT NULL,
    schema text NOT NULL,
    validate text NOT NULL,
    construct text NOT NULL,
    self text NOT NULL,
    cls text NOT NULL,
    values text NOT NULL,
    conn text NOT NULL,
    _runtime text NOT NULL,
    date date NOT NULL,
    time time NOT NULL,
    datetime timestamp NOT NULL,
    int integer NOT NULL,
    str text NOT NULL,
    float double precision NOT NULL,
    bool boolean NOT NULL,
    bytes bytea NOT NULL,
    list integer[] NOT NULL,
    "Decimal" numeric NOT NULL,
    "UUID" uuid NOT NULL,
    "Colour" shop.colour NOT NULL,
    "JsonValue" jsonb NOT NULL,
    another_date date NOT NULL,
    another_int integer,
    another_list text[] NOT NULL
);

CREATE TYPE shop.empty AS ENUM ();
CREATE TYPE shop.a_long_name_of_an_enum_type AS ENUM ('a');
CREATE TABLE shop.long_names (
    a_long_name_of_a_column_that_goes_on shop.a_long_name_of_an_enum_type,
    the_same_once_more shop.a_long_name_of_an_enum_type[],
    nobody shop.empty
);

CREATE TABLE shop.log (
    id bigint NOT NULL,
    at timestamptz NOT NULL,
    level shop.colour NOT NULL,
    rate shop.percentage,
    message text NOT NULL,
    count integer,
    date date,
    due date,
    data jsonb NOT NULL,
    extra json,
    texts text[] NOT NULL
);
