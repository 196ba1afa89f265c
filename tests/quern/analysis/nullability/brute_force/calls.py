"""Calling built-in functions with values, to see which of them give NULL."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from quern.connection import Connection
from tests.quern.analysis.nullability.brute_force.values import VALUES, WANTED, WRITTEN, bindings


@dataclass(frozen=True)
class BuiltIn:
    """A built-in function.

    :ivar types: the names of its arguments' types
    :ivar in_expressions: whether it is behind an operator or a cast
    """

    oid: int
    name: str
    types: tuple[str, ...]
    result: str
    strict: bool
    in_expressions: bool
    variadic: bool

    def __str__(self) -> str:
        return f"{self.name}({', '.join(self.types)})"


@dataclass(frozen=True)
class Tally:
    """What came of calling a function.

    :ivar possible: how many combinations of values there are
    :ivar succeeded: how many calls gave a value or NULL, and did not fail
    :ivar nulls: those that gave NULL; for one of each set of NULL arguments, the call
    """

    function: BuiltIn
    possible: int
    succeeded: int
    nulls: dict[frozenset[int], str]


_BUILT_INS = """
SELECT
    p.oid,
    p.proname,
    ARRAY(
        SELECT t.typname::text
        FROM unnest(p.proargtypes) WITH ORDINALITY AS a (oid, n)
        JOIN pg_catalog.pg_type AS t ON t.oid = a.oid
        ORDER BY a.n
    ),
    r.typname,
    p.proisstrict,
    EXISTS (SELECT FROM pg_catalog.pg_operator AS o WHERE o.oprcode = p.oid)
    OR EXISTS (SELECT FROM pg_catalog.pg_cast AS c WHERE c.castfunc = p.oid),
    p.provariadic <> 0
FROM pg_catalog.pg_proc AS p
JOIN pg_catalog.pg_type AS r ON r.oid = p.prorettype
WHERE p.oid < 16384
  AND p.pronamespace = 'pg_catalog'::regnamespace
  AND p.prokind = 'f'
  AND NOT p.proretset
ORDER BY p.oid
"""

# Not IS NULL alone: a row of NULLs is no NULL.
_CALLER = """
CREATE OR REPLACE FUNCTION pg_temp.outcomes(calls text[]) RETURNS SETOF boolean
LANGUAGE plpgsql AS $$
DECLARE
    call text;
    found boolean;
BEGIN
    FOREACH call IN ARRAY calls LOOP
        BEGIN
            EXECUTE 'SELECT ' || call || ' IS NOT DISTINCT FROM NULL' INTO found;
            RETURN NEXT found;
        EXCEPTION WHEN OTHERS THEN
            RETURN NEXT NULL;
        END;
    END LOOP;
END
$$
"""


def built_ins(connection: Connection) -> list[BuiltIn]:
    """Return the functions that the server has by itself, but for sets, aggregates and windows."""
    rows = connection.execute(_BUILT_INS).fetchall()
    return [BuiltIn(row[0], row[1], tuple(row[2]), *row[3:]) for row in rows]


def prepare(connection: Connection) -> None:
    """Make ready to call functions: few seconds for each, and the helper that calls them."""
    connection.execute(_CALLER)
    connection.execute("CREATE TYPE pg_temp.feeling AS ENUM ('sad', 'glad')")
    connection.execute("CREATE TYPE pg_temp.anything AS (one integer, two integer)")
    connection.execute("CREATE SEQUENCE pg_temp.numbers")
    connection.execute("SELECT nextval('numbers')")
    connection.execute("SET statement_timeout = '20s'")
    connection.execute("SET client_min_messages = error")


def call(connection: Connection, function: BuiltIn, most: int) -> Tally:
    """Call a function with up to so many combinations of values.

    If there are more, they are drawn by lot, the same each time. A function that is not strict gets
    NULL among its values as well.
    """
    made = list(_combinations(function, most))
    texts = [_text(function, types, values) for types, values in made]
    outcomes = connection.execute("SELECT * FROM pg_temp.outcomes(%s)", [texts]).fetchall()
    nulls: dict[frozenset[int], str] = {}
    for (_, values), text, (outcome,) in zip(made, texts, outcomes, strict=True):
        if outcome:
            given = frozenset(n for n, value in enumerate(values) if value is None)
            nulls.setdefault(given, text)
    succeeded = sum(1 for (outcome,) in outcomes if outcome is not None)
    possible = sum(_possible(function, types) for types in bindings(function.types))
    return Tally(function, possible, succeeded, nulls)


def _choices(function: BuiltIn, types: Sequence[str]) -> list[Sequence[str | None]]:
    """Return the values for each argument."""
    found = [WANTED.get((function.name, n, name), VALUES[name]) for n, name in enumerate(types)]
    return [values if function.strict else (*values, None) for values in found]


def _possible(function: BuiltIn, types: Sequence[str]) -> int:
    return prod(len(values) for values in _choices(function, types))


def _combinations(
    function: BuiltIn, most: int
) -> Iterator[tuple[tuple[str, ...], tuple[str | None, ...]]]:
    found = bindings(function.types)
    for types in found:
        choices = _choices(function, types)
        share = most // len(found)
        if _possible(function, types) <= share:
            for values in product(*choices):
                yield types, values
            continue
        lots = random.Random(function.oid)  # noqa: S311 - the same each time
        for _ in range(share):
            yield types, tuple(lots.choice(choice) for choice in choices)


def _text(function: BuiltIn, types: Sequence[str], values: Sequence[str | None]) -> str:
    arguments = [
        ("NULL" if value is None else "'{}'".format(value.replace("'", "''")))
        + "::"
        + WRITTEN.get(type_name, f'pg_catalog."{type_name}"')
        for type_name, value in zip(types, values, strict=True)
    ]
    if function.variadic:
        arguments[-1] = f"VARIADIC {_as_array(arguments[-1], types[-1])}"
    return f'pg_catalog."{function.name}"({", ".join(arguments)})'


def _as_array(argument: str, type_name: str) -> str:
    """Return an array for VARIADIC, also where that stands for ``any``."""
    return argument if type_name.startswith("_") else f"ARRAY[{argument}, {argument}]"
