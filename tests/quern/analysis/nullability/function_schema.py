"""The functions in SQL that the hand-written cases speak of, besides those of :mod:`.schema`."""

FUNCTIONS = """
SET check_function_bodies = off;
CREATE SCHEMA other;

-- names
CREATE FUNCTION by_number(integer) RETURNS integer LANGUAGE sql
    AS 'SELECT coalesce($1, 7)';
CREATE FUNCTION by_name(given integer) RETURNS integer LANGUAGE sql
    AS 'SELECT coalesce(GIVEN, "given", 7);';
CREATE FUNCTION by_long_name("Given" integer) RETURNS integer LANGUAGE sql
    AS 'SELECT coalesce(by_long_name."Given", 7) -- or 7';
CREATE FUNCTION echo(given integer) RETURNS integer LANGUAGE sql AS 'SELECT given';
CREATE FUNCTION column_first(x integer) RETURNS integer LANGUAGE sql
    AS 'SELECT x FROM (VALUES (NULL::integer)) AS v (x)';
CREATE FUNCTION name_of_column(given integer) RETURNS integer LANGUAGE sql
    AS 'SELECT given FROM (SELECT given UNION ALL SELECT NULL ORDER BY 1 NULLS FIRST) AS s LIMIT 1';
CREATE FUNCTION any_of(given text[]) RETURNS boolean LANGUAGE sql
    AS $$SELECT '{1}' = ANY (given)$$;
CREATE FUNCTION condition_on(given integer) RETURNS integer LANGUAGE sql
    AS 'SELECT CASE WHEN given IS NOT NULL THEN given ELSE 0 END';
CREATE FUNCTION field_of(given pair) RETURNS integer LANGUAGE sql AS 'SELECT given.one';

-- search paths
CREATE FUNCTION counts_some_a() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM a';
CREATE FUNCTION counts_a() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.a';
CREATE FUNCTION counts_own_a() RETURNS bigint LANGUAGE sql SET search_path = public
    AS 'SELECT count(*) FROM a';
CREATE FUNCTION pick(integer) RETURNS integer LANGUAGE sql AS 'SELECT coalesce($1, 7)';
CREATE FUNCTION other.pick(integer) RETURNS integer LANGUAGE sql AS 'SELECT nullif($1, $1)';
CREATE FUNCTION picks_other(integer) RETURNS integer LANGUAGE sql SET search_path = other, public
    AS 'SELECT pick($1)';
CREATE FUNCTION calls_by_other_path(integer) RETURNS integer LANGUAGE sql SET search_path = other
    AS 'SELECT public.by_name($1)';
CREATE FUNCTION calls_by_no_path(integer) RETURNS integer LANGUAGE sql SET search_path = ''
    AS 'SELECT public.by_name($1)';
CREATE FUNCTION by_user_path() RETURNS bigint LANGUAGE sql SET search_path = "$user", public
    AS 'SELECT count(*) FROM a';
CREATE FUNCTION by_setting(integer) RETURNS boolean LANGUAGE sql SET transform_null_equals = on
    AS 'SELECT $1 = NULL';

-- results
CREATE FUNCTION strict_text(integer) RETURNS integer LANGUAGE sql STRICT
    AS 'SELECT coalesce($1, 7)';
CREATE FUNCTION without_row() RETURNS integer LANGUAGE sql AS 'SELECT 1 WHERE false';
CREATE FUNCTION two_statements(integer) RETURNS integer LANGUAGE sql
    AS 'SELECT 1; SELECT coalesce($1, 7)';
CREATE FUNCTION same_as(anyelement) RETURNS anyelement LANGUAGE sql
    AS 'SELECT coalesce($1, $1)';
CREATE FUNCTION oid_only(anyelement) RETURNS integer LANGUAGE sql IMMUTABLE
    AS $$SELECT CASE WHEN pg_typeof($1) = 'oid'::regtype THEN 1 END$$;
CREATE FUNCTION time_of(timestamp) RETURNS time LANGUAGE sql RETURN $1;
CREATE FUNCTION time_of_text(timestamp) RETURNS time LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION text_of(varchar) RETURNS text LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION wrapped() RETURNS wrap LANGUAGE sql AS 'SELECT ROW(1)::public.cover';
CREATE FUNCTION size_of(VARIADIC integer[]) RETURNS integer LANGUAGE sql
    AS 'SELECT cardinality($1)';
CREATE FUNCTION by_default(integer DEFAULT NULL) RETURNS integer LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION counts_down(n integer) RETURNS integer LANGUAGE sql
    AS 'SELECT CASE WHEN n > 0 THEN public.counts_down(n - 1) ELSE 1 END';
CREATE FUNCTION definer() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = ''
    AS 'SELECT count(*) FROM public.secret';
CREATE FUNCTION echo_given(given_text) RETURNS text LANGUAGE sql RETURN $1;
CREATE FUNCTION echo_given_text(given_text) RETURNS text LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION acts_by_text() RETURNS void LANGUAGE sql STABLE AS 'SELECT public.act()';
CREATE FUNCTION acts_by_tree() RETURNS void LANGUAGE sql STABLE RETURN act();

-- rows
CREATE FUNCTION counted_to(n integer) RETURNS SETOF integer LANGUAGE sql
    AS 'SELECT i FROM generate_series(1, n) AS i';
CREATE FUNCTION strictly_counted_to(n integer) RETURNS SETOF integer LANGUAGE sql STRICT
    AS 'SELECT n FROM generate_series(1, 2)';
CREATE FUNCTION loosely_counted_to(n integer) RETURNS SETOF integer LANGUAGE sql
    AS 'SELECT n FROM generate_series(1, 2)';
CREATE FUNCTION named_customers() RETURNS TABLE (one integer, two text) LANGUAGE sql
    AS 'SELECT id, nick FROM public.customer';
CREATE FUNCTION whole_customers() RETURNS SETOF customer LANGUAGE sql
    AS 'SELECT * FROM public.customer';
CREATE FUNCTION ages() RETURNS SETOF integer LANGUAGE sql AS 'SELECT age FROM public.adult';
CREATE FUNCTION two_values(OUT one integer, OUT two integer) LANGUAGE sql
    AS 'SELECT 1, NULL::integer';
CREATE FUNCTION no_values(OUT one integer, OUT two integer) LANGUAGE sql
    AS 'SELECT 1, 2 WHERE false';
CREATE FUNCTION strict_values(integer, OUT one integer, OUT two integer) LANGUAGE sql STRICT
    AS 'SELECT 1, 2';
CREATE FUNCTION times(OUT one time, OUT two integer) LANGUAGE sql
    AS $$SELECT timestamp 'infinity', 1$$;

-- changes
CREATE FUNCTION replaced(integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN $1;
CREATE TABLE computed_before (
    x integer,
    y integer GENERATED ALWAYS AS (replaced(x)) STORED
);
INSERT INTO computed_before VALUES (NULL);
CREATE OR REPLACE FUNCTION replaced(integer) RETURNS integer LANGUAGE sql IMMUTABLE
    RETURN coalesce($1, 7);
CREATE FUNCTION forgets(given integer) RETURNS text LANGUAGE sql
    AS $$INSERT INTO public.on_insert (id, text) VALUES (given, 'x') RETURNING text$$;
CREATE FUNCTION keeps(given integer) RETURNS text LANGUAGE sql
    AS $$INSERT INTO public.counted (id, text) VALUES (given, 'x') RETURNING text$$;
CREATE FUNCTION may_keep(given integer) RETURNS text LANGUAGE sql
    AS $$INSERT INTO public.counted (id, text) VALUES (given, 'x')
        ON CONFLICT DO NOTHING RETURNING text$$;
CREATE TABLE through_table (id integer PRIMARY KEY);
CREATE FUNCTION leave_out() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER leave_out BEFORE INSERT ON through_table
    FOR EACH ROW EXECUTE FUNCTION leave_out();
CREATE VIEW through AS SELECT * FROM through_table;
CREATE FUNCTION keeps_through(integer) RETURNS integer LANGUAGE sql
    BEGIN ATOMIC INSERT INTO through VALUES ($1) RETURNING 5; END;
CREATE TABLE by_rule (id integer PRIMARY KEY);
CREATE RULE other AS ON INSERT TO by_rule DO INSTEAD
    INSERT INTO counted VALUES (new.id) RETURNING nullif(1, 1);
CREATE FUNCTION keeps_by_rule(integer) RETURNS SETOF integer LANGUAGE sql
    BEGIN ATOMIC INSERT INTO by_rule VALUES ($1) RETURNING id; END;
CREATE TABLE by_policy (id integer PRIMARY KEY, text text NOT NULL, remark text);
ALTER TABLE by_policy ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY most ON by_policy USING (id < 1000) WITH CHECK (id < 1000);
CREATE FUNCTION keeps_by_policy(integer) RETURNS SETOF by_policy LANGUAGE sql
    BEGIN ATOMIC
        INSERT INTO by_policy VALUES ($1, 'x')
        ON CONFLICT (id) DO UPDATE SET remark = NULL
        RETURNING id, text, remark;
    END;
CREATE FUNCTION finds_by_policy(integer) RETURNS text LANGUAGE sql
    BEGIN ATOMIC UPDATE by_policy SET remark = NULL WHERE id = $1 RETURNING text; END;
RESET check_function_bodies;
"""
