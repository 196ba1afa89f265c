"""The types, functions and operators that each random schema has."""

# ruff: noqa: S608 - to make SQL at random is what this is for

from random import Random

PRELUDE = """
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TYPE pair AS (one integer, two text);
CREATE TYPE single AS (value integer);
CREATE DOMAIN given AS integer NOT NULL;
CREATE DOMAIN given_again AS given CHECK (VALUE < 5000);
CREATE DOMAIN small AS integer CHECK (VALUE < 1000);
CREATE FUNCTION lenient(given integer) RETURNS integer
    LANGUAGE sql IMMUTABLE AS 'SELECT coalesce(given, 7)';
CREATE FUNCTION picky(integer) RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT AS 'SELECT nullif($1, 1)';
CREATE FUNCTION exact(integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT RETURN $1 + 1;
CREATE FUNCTION sure(integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT
    RETURN coalesce($1, 7);
CREATE FUNCTION wild(integer) RETURNS integer
    LANGUAGE plpgsql VOLATILE AS 'BEGIN RETURN CASE WHEN random() < 0.5 THEN $1 END; END';
CREATE FUNCTION several(integer) RETURNS SETOF integer
    LANGUAGE sql STABLE AS 'SELECT nullif(i, 1) FROM generate_series(1, $1) AS i';
CREATE FUNCTION one_single(integer) RETURNS single LANGUAGE sql IMMUTABLE RETURN ROW($1)::single;
CREATE FUNCTION a_pair(integer) RETURNS pair LANGUAGE sql IMMUTABLE RETURN ROW($1, NULL)::pair;
CREATE FUNCTION pairs(integer) RETURNS TABLE (k integer, v text)
    LANGUAGE sql STABLE AS 'SELECT i, nullif(i, 1)::text FROM generate_series(1, $1) AS i';
CREATE FUNCTION same_or_null(integer, integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE RETURN coalesce($1 = $2, true);
CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = integer, FUNCTION = same_or_null);
CREATE TYPE cover AS (inside integer);
CREATE TYPE wrap AS (inside integer, more integer);
CREATE FUNCTION unwrap(cover) RETURNS wrap LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN ($1).inside > 0 THEN ROW(1, 2)::wrap END;
CREATE CAST (cover AS wrap) WITH FUNCTION unwrap(cover) AS IMPLICIT;
"""

_ARGUMENTS = ("$1", "coalesce($1, $2)", "$1 + $2", "nullif($1, $2)", "lenient($1)", "1", "abs($2)")
_CONDITIONS = ("$1 IS NOT NULL", "$1 > $2", "$1 = $2 OR $2 IS NULL", "EXISTS (SELECT $1)", "true")


def random_functions(random: Random, tables: list[str]) -> list[str]:
    """Return definitions of the functions ``body0(integer, integer)`` to ``body2``, in SQL.

    :param tables: what their bodies may read; each has the integer ``id``
    """
    return [_function(random, number, tables) for number in range(3)]


def _function(random: Random, number: int, tables: list[str]) -> str:
    value, other = random.choice(_ARGUMENTS), random.choice(_ARGUMENTS)
    condition = random.choice(_CONDITIONS)
    query = random.choice(
        [
            f"SELECT {value}",
            f"SELECT {value} WHERE {condition}",
            f"SELECT CASE WHEN {condition} THEN {value} ELSE {other} END",
            f"SELECT count(*)::integer FROM {random.choice(tables)} AS t WHERE {condition}",
            f"SELECT max(t.id) FROM {random.choice(tables)} AS t",
            f"SELECT coalesce(max(t.id), {value}) FROM {random.choice(tables)} AS t",
            f"SELECT {value} FROM {random.choice(tables)} AS t WHERE t.id = $1 LIMIT 1",
            f"SELECT {value} UNION ALL SELECT {other}",
            f"SELECT {other}; SELECT {value}",
        ]
    )
    body = random.choice([f"AS '{query}'", f"AS '{query}'", f"BEGIN ATOMIC {query}; END"])
    strict = random.choice(["", "STRICT "])
    volatility = random.choice(["STABLE", "VOLATILE"])
    return (
        f"CREATE FUNCTION body{number}(integer, integer DEFAULT 1) RETURNS integer "
        f"LANGUAGE sql {volatility} {strict}{body}"
    )
