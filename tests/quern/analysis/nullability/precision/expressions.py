"""Expressions over columns."""

from tests.quern.analysis.nullability.precision.query import TrickyQuery
from tests.quern.analysis.nullability.precision.schema import ENDLESS

EXPRESSIONS = (
    TrickyQuery(
        "case",
        "0NNNN0",
        """SELECT CASE WHEN c.price > 15 THEN c.title END,
            CASE WHEN c.price > 15 THEN c.title ELSE 'cheap' END,
            CASE WHEN c.subtitle IS NULL THEN 'none' ELSE c.subtitle END,
            CASE c.subtitle WHEN 'live' THEN c.subtitle ELSE c.title END,
            CASE WHEN c.subtitle IS NOT NULL AND length(c.subtitle) > 3 THEN c.subtitle
                 ELSE c.title END,
            CASE WHEN c.subtitle = 'live' THEN c.title ELSE c.subtitle END
        FROM concert AS c""",
        "each branch gives a value where it is taken",
    ),
    TrickyQuery(
        "stand_ins",
        "N00NN0",
        """SELECT coalesce(c.subtitle, c.title), coalesce(c.subtitle, c.long_title),
            nullif(c.title, 'Dusk'), coalesce(nullif(c.subtitle, ''), c.title),
            greatest(c.discount, c.price), least(c.discount, c.discount + 1)
        FROM concert AS c""",
        "one argument is NOT NULL",
    ),
    TrickyQuery(
        "text_operators",
        "0NNNN",
        """SELECT c.subtitle || '!', c.title || '!', concat(c.subtitle, '!'),
            concat_ws(', ', c.title, c.subtitle), format('%s: %s', c.title, c.subtitle)
        FROM concert AS c""",
        "concat and format take NULL for nothing",
    ),
    TrickyQuery(
        "tests",
        "N0NNNN",
        """SELECT c.subtitle IS NULL, c.subtitle = 'live', c.subtitle IS DISTINCT FROM 'live',
            (c.subtitle = 'live') IS TRUE, num_nulls(c.subtitle, c.discount), c.title LIKE '%n%'
        FROM concert AS c""",
        "tests of NULL are true or false",
    ),
    TrickyQuery(
        "arithmetic",
        "0NNNNN0",
        """SELECT c.price - c.discount, c.price * 2, c.price - coalesce(c.discount, 0), -c.price,
            round(c.price)::int, abs(c.price) ^ 2, c.discount::float8
        FROM concert AS c""",
        "NOT NULL in, a number out",
    ),
    TrickyQuery(
        "logic",
        "0NN0NN",
        """SELECT c.discount > 1 AND c.price > 1,
            c.discount IS NULL OR c.discount >= 0, c.discount IS NOT NULL AND c.discount > 1,
            NOT c.discount > 1, c.state IN ('planned', 'done'), c.price BETWEEN 1 AND 20
        FROM concert AS c""",
        "where discount is NULL the other side decides",
    ),
    TrickyQuery(
        "lists",
        "00NN",
        """SELECT c.id IN (1, NULL), c.id = ANY (ARRAY[1, c.artist_id]), c.id IN (1, 2),
            c.title <> ALL (ARRAY['x', 'y'])
        FROM concert AS c""",
        "no NULL in the list",
    ),
    TrickyQuery(
        "rows",
        "N00NN",
        """SELECT ROW(v.capacity, v.id), v.place, (v.place).city, ROW(v.capacity) IS NULL, v
        FROM venue AS v""",
        "a row of NULLs is a row",
    ),
    TrickyQuery(
        "arrays",
        "NN00N0NN",
        """SELECT v.tags, ARRAY[v.capacity], v.tags[1], array_length(v.tags, 1),
            cardinality(v.tags), 'old' = ANY (v.tags),
            coalesce(array_length(v.tags, 1), 0), v.tags[1:2]
        FROM venue AS v""",
        "an array, if an empty one; a slice of nothing is empty",
        ("UPDATE venue SET tags = '{NULL}' WHERE id = 1",),
    ),
    TrickyQuery(
        "array_functions",
        "NNNN00N",
        """SELECT v.tags || 'new'::text, array_append(v.tags, NULL), array_to_string(v.tags, ','),
            v.tags @> ARRAY['old'], array_position(v.tags, 'none'), array_upper(v.tags, 1),
            array_remove(v.tags, 'old')
        FROM venue AS v""",
        "from an array, an array, a text or a truth value",
    ),
    TrickyQuery(
        "split_text",
        "N0NN",
        """SELECT string_to_array(c.title, ','), (string_to_array(c.title, ','))[1],
            split_part(c.title, ',', 2), regexp_split_to_array(c.title, 'a')
        FROM concert AS c""",
        "an array, if an empty one; the empty text",
        ("UPDATE concert SET title = ''",),
    ),
    TrickyQuery(
        "json_members",
        "00N00N",
        """SELECT v.meta -> 'a', v.meta ->> 'a', v.meta ? 'a', (v.meta ->> 'a')::int,
            v.meta #>> '{b,c}', coalesce((v.meta ->> 'a')::int, 0)
        FROM venue AS v""",
        "a test; what takes the place of NULL",
    ),
    TrickyQuery(
        "json_built",
        "NN0NNNN",
        """SELECT jsonb_build_object('a', v.capacity), to_jsonb(v.name), to_jsonb(v.capacity),
            row_to_json(v), json_build_array(v.capacity), v.meta || '{"b": 1}', v.meta - 'a'
        FROM venue AS v""",
        "NULL becomes the null of JSON",
    ),
    TrickyQuery(
        "json_functions",
        "NN0N0N0",
        """SELECT jsonb_typeof(v.meta), jsonb_set(v.meta, '{a}', '1'),
            jsonb_set(v.meta, '{a}', to_jsonb(v.capacity)), v.meta @> '{"a": 1}',
            jsonb_path_query_first(v.meta, '$.a'), jsonb_path_exists(v.meta, '$.a'),
            v.meta @? 'strict $.b'
        FROM venue AS v""",
        "of JSON that is there",
    ),
    TrickyQuery(
        "ranges",
        "0000NN",
        """SELECT v.hours, lower(v.hours), v.hours @> 10, upper(int4range(v.id, v.capacity)),
            isempty(int4range(v.id, NULL)), int4range(v.id, v.capacity)
        FROM venue AS v""",
        "a range without a bound is a range",
        ("UPDATE venue SET capacity = NULL",),
    ),
    TrickyQuery(
        "generated_columns",
        "NN0N0N",
        """SELECT c.runs, c.full_title, c.long_title, isempty(c.runs), upper(c.runs),
            c.runs && tstzrange(now(), NULL)
        FROM concert AS c""",
        "generated from what is NOT NULL or stood in for",
    ),
    TrickyQuery(
        "times",
        "NNNN0N",
        """SELECT date_trunc('day', c.starts), c.starts + interval '1 day', c.starts::date,
            c.starts AT TIME ZONE 'UTC', c.ends - c.starts, extract(epoch FROM c.starts)
        FROM concert AS c""",
        "also of infinity",
        ("UPDATE concert SET starts = 'infinity', ends = NULL",),
    ),
    TrickyQuery(
        "times_of_infinity",
        "0000",
        """SELECT extract(day FROM c.starts), date_part('dow', c.starts), c.starts::time,
            to_char(c.starts, 'YYYY-MM-DD')
        FROM concert AS c""",
        "",
        (ENDLESS,),
    ),
    TrickyQuery(
        "dates",
        "0N0NN",
        """SELECT a.born + 1, make_date(2020, a.id, 1), age(now(), a.born), current_date,
            isfinite(coalesce(a.born, 'infinity'))
        FROM artist AS a""",
        "made of what is NOT NULL",
    ),
    TrickyQuery(
        "texts",
        "NNNNNN0",
        """SELECT upper(c.title), left(c.title, 3), replace(c.title, 'a', 'b'), md5(c.title),
            substring(c.title FROM 1 FOR 2), strpos(c.title, 'n'), substring(c.title FROM '(x+)')
        FROM concert AS c""",
        "from a text, a text or a number",
    ),
    TrickyQuery(
        "patterns",
        "N00NN",
        """SELECT regexp_replace(c.title, 'a+', 'b'), regexp_match(c.title, 'x'),
            (regexp_match(c.title, '(a)|n'))[1], c.title ~ '^D', c.title SIMILAR TO '(D|N)%'
        FROM concert AS c""",
        "a match is found or not",
    ),
    TrickyQuery(
        "quoted",
        "0NNN",
        """SELECT quote_literal(c.subtitle), quote_nullable(c.subtitle), quote_ident(c.title),
            to_char(c.price, '999D99')
        FROM concert AS c""",
        "the word NULL is a text",
    ),
    TrickyQuery(
        "text_search",
        "NNNNN",
        """SELECT to_tsvector('simple', c.title), to_tsvector('simple', c.title) @@ query,
            ts_rank(to_tsvector('simple', c.title), query), ts_headline('simple', c.title, query),
            query
        FROM concert AS c, websearch_to_tsquery('simple', 'dawn or noon') AS query
        WHERE to_tsvector('simple', c.title) @@ query""",
        "of texts that are NOT NULL",
    ),
    TrickyQuery(
        "settings",
        "0NNNNN",
        """SELECT current_setting('precision.none', true), current_setting('TimeZone'),
            current_user, version(), pg_typeof(NULL), random() < 2""",
        "each says something",
    ),
    TrickyQuery(
        "addresses",
        "0N",
        "SELECT inet_client_addr(), pg_backend_pid()",
        "a number",
    ),
    TrickyQuery(
        "domains",
        "00NNN",
        """SELECT h.seats, h.seats::int, h.floor, h.name::label, coalesce(h.seats, 1::positive)
        FROM hall AS h""",
        "a CHECK; a cast of NULL to the domain fails; what takes the place of NULL",
    ),
    TrickyQuery(
        "a_domain_that_is_not_null",
        "N0",
        "SELECT b.id, b.word FROM badge AS b",
        "NOT NULL",
        ("INSERT INTO badge VALUES (2, (SELECT word FROM badge WHERE false))",),
    ),
    TrickyQuery(
        "functions_of_the_schema",
        "N0N0",
        """SELECT shout(c.title), shout(c.subtitle), known_as(a), half(c.id)
        FROM concert AS c JOIN artist AS a ON a.id = c.artist_id""",
        "STRICT, and its body gives a text for a text; a name stands in",
    ),
    TrickyQuery(
        "a_function_that_looks_up",
        "0N",
        "SELECT price_of(t.seat), coalesce(price_of(t.seat), 0) FROM ticket AS t",
        "what takes the place of NULL",
        ("INSERT INTO ticket VALUES (1, 77, NULL, 1, NULL)",),
    ),
    TrickyQuery(
        "facts_of_where_in_expressions",
        "NNN0",
        """SELECT c.price - c.discount, upper(c.subtitle) || c.title, c.long_title, c.ends
        FROM concert AS c WHERE c.discount > 0 AND c.subtitle <> ''""",
        "WHERE needs discount and subtitle, from which the generated column is made",
        ("UPDATE concert SET ends = NULL",),
    ),
    TrickyQuery(
        "parameters",
        "NNN0",
        """SELECT $1::int + 1, c.title || $2::text, coalesce(c.subtitle, $2::text),
            nullif($1::int, c.id)
        FROM concert AS c WHERE c.id = $1""",
        "a parameter that is compared is given",
        values=(1, "x"),
    ),
)
