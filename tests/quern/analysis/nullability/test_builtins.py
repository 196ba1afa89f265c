"""The built-ins that are listed as NULL only for NULL, called with values.

This is a check of ``never_null.json``, not the way in which it was derived.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

import psycopg
import pytest

from quern.analysis.catalog.catalog import read_catalog
from quern.analysis.catalog.functions import Function
from quern.analysis.nullability.builtins import never_null_rule
from quern.connection import Connection

_COMBINATIONS = 40

#: Values by type, awkward ones first.
_VALUES: dict[str, Sequence[str]] = {
    "bool": ("false", "true"),
    "int2": ("0", "-1", "2"),
    "int4": ("0", "-1", "2", "7"),
    "int8": ("0", "-1", "3"),
    "float4": ("0", "NaN", "Infinity", "-1.5"),
    "float8": ("0", "NaN", "Infinity", "-Infinity", "1.5"),
    "numeric": ("0", "NaN", "Infinity", "-2", "1.50"),
    "money": ("0", "-1"),
    "text": ("", "a", "abc", "1", "%", "(b)?"),
    "varchar": ("", "a"),
    "bpchar": ("", "a"),
    "name": ("", "pg_class"),
    "char": ("", "a"),
    "bytea": ("", "\\x00ff"),
    "date": ("infinity", "-infinity", "2020-01-01"),
    "timestamp": ("infinity", "-infinity", "2020-01-01"),
    "timestamptz": ("infinity", "-infinity", "2020-01-01"),
    "time": ("00:00", "24:00"),
    "timetz": ("00:00+00", "12:00+02"),
    "interval": ("0", "1 day", "-1 month"),
    "json": ("null", "{}", "[]", '{"a": null}'),
    "jsonb": ("null", "{}", "[]", '{"a": null}', "1"),
    "jsonpath": ("$", "$.a", "$[0] > 1"),
    "uuid": ("00000000-0000-0000-0000-000000000000",),
    "inet": ("::1", "10.0.0.0/8"),
    "cidr": ("::/0", "10.0.0.0/8"),
    "macaddr": ("00:00:00:00:00:00",),
    "macaddr8": ("00:00:00:00:00:00:00:00",),
    "bit": ("1", "0"),
    "varbit": ("", "101"),
    "tsvector": ("", "a b"),
    "tsquery": ("", "a"),
    "int4range": ("empty", "(,)", "[1,2)"),
    "int8range": ("empty", "(,)"),
    "numrange": ("empty", "(,)"),
    "daterange": ("empty", "(,)"),
    "tsrange": ("empty", "(,)"),
    "tstzrange": ("empty", "(,)"),
    "int4multirange": ("{}", "{(,)}"),
    "_int4": ("{}", "{NULL}", "{1,2}", "{{1},{2}}"),
    "_text": ("{}", "{NULL}", "{a}"),
    "oid": ("0", "1259"),
    "xid": ("1",),
    "xid8": ("1",),
    "cid": ("1",),
    "tid": ("(0,1)",),
    "pg_lsn": ("0/0",),
    "regclass": ("pg_class",),
    "regtype": ("integer",),
    "regconfig": ("simple",),
    "oidvector": ("", "1 2"),
}
#: For polymorphic arguments, a type for each.
_POLYMORPHIC = {
    "anyarray": "_int4",
    "anyelement": "int4",
    "anynonarray": "int4",
    "anyrange": "int4range",
    "anymultirange": "int4multirange",
    "anycompatible": "int4",
    "anycompatiblearray": "_int4",
    "anycompatiblenonarray": "int4",
    "anycompatiblerange": "int4range",
    "anycompatiblemultirange": "int4multirange",
    "any": "int4",
}
#: These wait, or write outside the transaction.
_NOT_CALLED = frozenset({"nextval", "setval", "currval", "lastval"})

_BUILT_INS = """
SELECT p.oid, p.proname, ARRAY(
    SELECT t.typname::text
    FROM unnest(p.proargtypes) WITH ORDINALITY AS a (oid, n)
    JOIN pg_type AS t ON t.oid = a.oid
    ORDER BY a.n
), p.provariadic <> 0
FROM pg_proc AS p
WHERE p.oid < 16384
  AND p.prokind = 'f'
  AND NOT p.proretset
ORDER BY p.oid
"""

# Says for each call whether it gives NULL; one that fails gives nothing.
_CALLER = """
CREATE FUNCTION pg_temp.gives_null(calls text[]) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    call text;
    found boolean;
BEGIN
    FOREACH call IN ARRAY calls LOOP
        BEGIN
            -- Not IS NULL alone: a row of NULLs is no NULL.
            EXECUTE 'SELECT ' || call || ' IS NOT DISTINCT FROM NULL' INTO found;
            IF found THEN
                RETURN NEXT call;
            ELSE
                RETURN NEXT NULL;
            END IF;
        EXCEPTION WHEN OTHERS THEN
            NULL;
        END;
    END LOOP;
END
$$
"""


def _calls(name: str, types: Sequence[str], *, variadic: bool) -> Iterator[str]:
    known = [_POLYMORPHIC.get(type_name, type_name) for type_name in types]
    if any(type_name not in _VALUES for type_name in known):
        return
    values: Iterable[tuple[str, ...]] = product(*(_VALUES[type_name] for type_name in known))
    for combination in islice(values, _COMBINATIONS):
        arguments = [
            "'{}'::{}".format(value.replace("'", "''"), f'pg_catalog."{type_name}"')
            for value, type_name in zip(combination, known, strict=True)
        ]
        if variadic:
            arguments[-1] = f"VARIADIC {arguments[-1]}"
        yield f'pg_catalog."{name}"({", ".join(arguments)})'


def _listed(connection: Connection) -> Iterator[tuple[Function, list[str]]]:
    rows = connection.execute(_BUILT_INS).fetchall()
    functions = read_catalog(connection, (), (), [row[0] for row in rows]).functions
    for oid, name, types, variadic in rows:
        is_strict = oid in functions and never_null_rule(functions[oid]) == "strict"
        if is_strict and name not in _NOT_CALLED:
            yield functions[oid], list(_calls(name, types, variadic=variadic))


@pytest.fixture(scope="module")
def connection(
    request: pytest.FixtureRequest,
) -> Iterator[Connection]:
    databases = request.getfixturevalue("databases")
    name = databases.empty()
    with psycopg.connect(databases.server.owner_url(name), autocommit=True) as found:
        found.execute(_CALLER)
        found.execute("SET statement_timeout = '20s'")
        yield found
    databases.drop(name)


def test_what_is_listed_gives_no_null_for_values(connection: Connection) -> None:
    calls = [call for _, made in _listed(connection) for call in made]
    answers = connection.execute("SELECT pg_temp.gives_null(%s)", [calls]).fetchall()
    assert [call for (call,) in answers if call is not None] == []
    assert len(answers) > len(calls) / 2


def test_most_of_the_list_can_be_called(connection: Connection) -> None:
    listed = list(_listed(connection))
    assert sum(1 for _, calls in listed if calls) > 0.7 * len(listed)
