"""Values at the edges of every type, by the type's name in SQL."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from ipaddress import (
    IPv4Address,
    IPv4Interface,
    IPv4Network,
    IPv6Address,
    IPv6Interface,
    IPv6Network,
)
from typing import Any
from uuid import UUID

from psycopg.types.range import Range

ODD_ZONE = timezone(timedelta(hours=-3, minutes=-30))
TEXTS = [
    *("", "NULL", "null", '"', "\\", '\\"', "{}", "{a,b}", "a,b", " ", "\n", "é 日本 🙂", "%s"),
    *("(a,b)", "[a,b)", "''", "empty", '""', "\t\\t", "=>", ";", "'", "\r\n"),
]
MOMENTS = [
    datetime(1, 1, 2, tzinfo=UTC),
    datetime(9999, 12, 30, 23, 59, 59, 999999, tzinfo=UTC),
    datetime(2024, 2, 29, 1, 2, 3, 4, tzinfo=ODD_ZONE),
]

#: What the tests need beside the built-in types.
SCHEMA = """
CREATE TYPE colour AS ENUM ('red', 'light blue', 'a"b\\c', '', 'NULL', '{x,y}', '(x,y)', 'ß');
CREATE TYPE "a-colour" AS ENUM ('red');
CREATE TYPE a_colour AS ENUM ('green');
CREATE DOMAIN percentage AS numeric(5, 2) CHECK (VALUE BETWEEN 0 AND 100);
CREATE DOMAIN shade AS colour;
CREATE DOMAIN numbers AS integer[];
CREATE DOMAIN settings AS jsonb;
CREATE TYPE text_range AS RANGE (subtype = text, collation = "C");
CREATE TYPE colour_range AS RANGE (subtype = colour);
CREATE TYPE percentage_range AS RANGE (subtype = percentage);
CREATE TYPE inner_one AS (a integer, b text);
CREATE TYPE odd AS ("class" integer, "With Space" text, model_config text, "date" date, due date);
CREATE TYPE single AS (only_one text);
CREATE TYPE inner_range AS RANGE (subtype = inner_one);
"""

#: Values that come back equal to what they were, of the same types.
VALUES: dict[str, list[Any]] = {
    "boolean": [True, False],
    "smallint": [-(2**15), 2**15 - 1, 0],
    "integer": [-(2**31), 2**31 - 1, 0],
    "bigint": [-(2**63), 2**63 - 1, 0],
    "oid": [0, 2**32 - 1],
    "real": [0.5, 0.1, -0.0, 3.4028235e38, 1e-45, float("inf"), float("-inf")],
    "double precision": [0.1, 5e-324, 1.7976931348623157e308, float("inf"), float("-inf")],
    "numeric": [
        Decimal("0.10"),
        Decimal("1E+30"),
        Decimal("-12345678901234567890.123456789"),
        Decimal("Infinity"),
        Decimal("-Infinity"),
    ],
    "text": TEXTS,
    "varchar": TEXTS,
    "varchar(20)": ["", "twenty characters!!!", "日本"],
    "char(3)": ["abc", "   ", 'é\\"'],
    '"char"': ["a", "\\", '"', ""],
    "name": ["", "a name", "n" * 63],
    "citext": TEXTS,
    "bytea": [b"", bytes(range(256)), b"\\x00"],
    "date": [date.min, date.max, date(2024, 2, 29)],
    "time": [time.min, time.max],
    "timetz": [time(12, 30, tzinfo=UTC), time(0, 0, 0, 1, tzinfo=ODD_ZONE)],
    "timestamp": [datetime.min, datetime.max],
    "timestamptz": MOMENTS,
    "interval": [
        timedelta(0),
        timedelta(microseconds=-1),
        timedelta(days=-1, seconds=1),
        timedelta(days=10**6, microseconds=999999),
    ],
    "uuid": [UUID(int=0), UUID(int=2**128 - 1)],
    "json": [None, True, 0, 0.1, 2**70, "", 'é\\"\n', [], {}, {"a": [1, None, {"b": "{}"}]}],
    "jsonb": [None, False, 2**70, -(2**63), "\\", [[]], [None], {"": None, "ä": '"'}],
    "inet": [
        IPv4Address("10.0.0.1"),
        IPv4Interface("10.1.2.3/8"),
        IPv6Address("::1"),
        IPv6Interface("fe80::1/64"),
    ],
    "cidr": [IPv4Network("0.0.0.0/0"), IPv4Network("10.1.2.3/32"), IPv6Network("fe80::/64")],
    "macaddr": ["00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff"],
    "macaddr8": ["00:00:00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff:ff:ff"],
    "bit(3)": ["000", "101"],
    "bit varying": ["", "1", "10" * 50],
    "tsvector": ["", "'a':1A,2 'é''b'"],
    "tsquery": ["", "'a' & !'b c'"],
    "money": ["$0.00", "-$1.00"],
    "point": ["(1,2)", "(-0.5,1e+300)"],
    "line": ["{1,2,3}"],
    "lseg": ["[(0,0),(1,1)]"],
    "box": ["(1,1),(0,0)", "(2,3),(-1,-1)"],
    "path": ["((0,0),(1,1))", "[(0,0),(1,1)]"],
    "polygon": ["((0,0),(1,1),(1,0))"],
    "circle": ["<(0,0),1>"],
    "pg_lsn": ["0/0", "FFFFFFFF/FFFFFFFF"],
    "xid": ["0", "4294967295"],
    "xid8": ["18446744073709551615"],
    "cid": ["0", "4294967295"],
    "tid": ["(0,1)"],
    "regclass": ["pg_class"],
    "regtype": ["timestamp with time zone", "integer"],
    "jsonpath": ['$."a"'],
    "int2vector": ["", "1 2"],
    "hstore": [{}, {"a": None}, {text: text for text in TEXTS}, {"NULL": "NULL", "b": ""}],
    "int4range": [
        Range(-(2**31), 2**31 - 1),
        Range(1, None),
        Range(None, 1, "()"),
        Range(None, None, "()"),
        Range(empty=True),
    ],
    "int8range": [Range(-(2**63), 2**63 - 1)],
    "numrange": [Range(Decimal("0.1"), Decimal("Infinity"), "[]"), Range(empty=True)],
    "daterange": [Range(date.min, date.max), Range(None, date(2024, 2, 29), "()")],
    "tsrange": [Range(datetime.min, datetime.max, "(]")],
    "tstzrange": [Range(MOMENTS[0], MOMENTS[1], "[]"), Range(MOMENTS[2], None)],
    "text_range": [Range(low, low + "x", "[]") for low in TEXTS],
    "percentage_range": [Range(Decimal("0.00"), Decimal("99.50"), "()")],
    "int4multirange": [[], [Range(1, 3), Range(5, None)], [Range(None, None, "()")]],
    "tstzmultirange": [[Range(MOMENTS[0], MOMENTS[2]), Range(MOMENTS[1], None)]],
    "text_multirange": [[Range("a", 'b",)'), Range("c\\", "d")]],
    "vector": [[1.0, -2.5, 0.1], [3.4028235e38], [1e-45, 0.0]],
    "vector(3)": [[0.0, 1.0, 2.0]],
    "halfvec": [[65504.0, 0.5, -1.0]],
    "percentage": [Decimal("0.00"), Decimal("100.00")],
    "numbers": [[], [1, None, 2**31 - 1]],
    "settings": [None, {"a": [1]}],
}

#: Types whose values are lists, or may be: arrays of them have one dimension for the caller.
LISTS = frozenset(
    {
        *("json", "jsonb", "settings", "numbers", "vector", "vector(3)", "halfvec"),
        *("int4multirange", "tstzmultirange", "text_multirange"),
    }
)
