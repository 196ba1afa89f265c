"""Values to call functions with: of each type those at its edges, and some in between.

Numbers stay small, since some functions make as much of a thing as they are told.
"""

from collections.abc import Mapping, Sequence

_INTEGERS = ("0", "1", "-1", "2", "7", "100")
_FLOATS = ("0", "NaN", "Infinity", "-Infinity", "-1.5", "0.5", "1")
_MOMENTS = ("infinity", "-infinity", "2020-02-29 23:59:60", "0044-03-15 BC", "1970-01-01")
_JSON = (
    "null",
    "{}",
    "[]",
    "[1, null]",
    '{"a": null}',
    '{"a": {"b": [1]}}',
    '"x"',
    "1",
    "true",
    "[[], {}]",
    "[1]",
)
_IN_TIME = ("empty", "(,)", "[2020-01-01,infinity)", "[2020-01-01,2020-01-02]")

#: Values by the name of their type. A function that does not take a value fails, which tells
#: nothing, so that texts are also what some functions want: a field, a unit, a format, a name.
VALUES: Mapping[str, Sequence[str]] = {
    "bool": ("false", "true"),
    "int2": _INTEGERS,
    "int4": _INTEGERS,
    "int8": (*_INTEGERS, "5000000000"),
    "float4": _FLOATS,
    "float8": (*_FLOATS, "1e300"),
    "numeric": ("0", "NaN", "Infinity", "-Infinity", "-2", "1.50", "1e20", "0.5", "7"),
    "money": ("0", "-1", "100", "0.01"),
    "text": (
        *("", "a", "abc", "1", "%", "(b)?", "a,b", " ", "é", "null", "{}"),
        *("UTC", "epoch", "day", "hour", "hex", "simple", "english", "UTF8", "en-x-icu", "NFC"),
        *("YYYY-MM-DD", "999D9", "a & b", "{a,b}", '{"a": null}', "$.a", "a.b", "integer", "i"),
        *("pg_class", "pg_catalog", "postgres", "server_version", "12:30", "2020-01-01"),
    ),
    "varchar": ("", "a", "abc  ", "%"),
    "bpchar": ("", "a", "a  "),
    "name": ("", "a", "pg_class", "UTF8", "LATIN1"),
    "char": ("", "a", "i"),
    "bytea": ("", "\\x00ff", "\\x616263", "\\x80", "\\x01", "\\x0102030405060708"),
    "date": ("infinity", "-infinity", "2020-02-29", "0044-03-15 BC"),
    "timestamp": _MOMENTS,
    "timestamptz": _MOMENTS,
    "time": ("00:00", "24:00", "12:30:01.5"),
    "timetz": ("00:00+00", "12:00+02", "24:00-15:59"),
    "interval": ("0", "1 day", "-1 month", "1 year 2 hours", "-5 seconds", "infinity"),
    "json": _JSON,
    "jsonb": _JSON,
    "jsonpath": ("$", "$.a", "$[0] > 1", "strict $.a.b", "$.a.b[*]"),
    "uuid": (
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "0190163d-8694-739b-aea5-966c26f8ad91",
        "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
    ),
    "inet": ("::1", "10.0.0.0/8", "0.0.0.0/0", "10.0.0.1"),
    "cidr": ("::/0", "10.0.0.0/8", "10.0.0.1/32"),
    "macaddr": ("00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", "08:00:2b:01:02:03"),
    "macaddr8": ("00:00:00:00:00:00:00:00", "08:00:2b:01:02:03:04:05", "ff:ff:ff:ff:ff:ff:ff:ff"),
    "bit": ("1", "0", "101", "11110000", "00001111"),
    "varbit": ("", "101", "0"),
    "tsvector": ("", "a b", "a:1A b:2"),
    "tsquery": ("", "a", "a & !b", "a <-> b"),
    "int4range": ("empty", "(,)", "[1,2)", "[5,)"),
    "int8range": ("empty", "(,)", "[1,2)", "[5,)"),
    "numrange": ("empty", "(,)", "[1,2.5]", "[NaN,)"),
    "daterange": _IN_TIME,
    "tsrange": _IN_TIME,
    "tstzrange": _IN_TIME,
    "int4multirange": ("{}", "{(,)}", "{[1,2),[5,9)}", "{[5,)}"),
    "int8multirange": ("{}", "{(,)}", "{[1,2)}", "{[5,)}"),
    "nummultirange": ("{}", "{(,)}", "{[1,2)}", "{[5,)}"),
    "datemultirange": ("{}", "{(,)}", "{[2020-01-01,infinity)}"),
    "tsmultirange": ("{}", "{(,)}", "{[2020-01-01,infinity)}"),
    "tstzmultirange": ("{}", "{(,)}", "{[2020-01-01,infinity)}"),
    "_int4": ("{}", "{NULL}", "{1,2}", "{{1,2},{3,NULL}}", "[5:6]={7,8}"),
    "_int8": ("{}", "{NULL}", "{1}"),
    "_text": ("{}", "{NULL}", "{a}", "{a,NULL,b}", "{a,b}", "{{a,b},{c,d}}"),
    "_float4": ("{}", "{NULL}", "{0.1,0.2,0.4,1}", "{0,0,0,0}", "{1,1,1,NaN}"),
    "_float8": ("{}", "{NULL}", "{0.5,1}"),
    "_numeric": ("{}", "{NULL}", "{1,NaN}"),
    "_char": ("{}", "{a}", "{NULL}"),
    "_name": ("{}", "{a}"),
    "_oid": ("{}", "{0}"),
    "oid": ("0", "1259", "16", "11"),
    "xid": ("1", "0", "3", "500"),
    "xid8": ("1", "0", "3", "500"),
    "cid": ("1", "0"),
    "tid": ("(0,1)", "(9,9)", "(0,0)"),
    "pg_lsn": ("0/0", "16/B374D848", "FFFFFFFF/FFFFFFFF"),
    "regclass": ("pg_class", "0"),
    "regtype": ("integer", "0"),
    "regproc": ("now", "0"),
    "regprocedure": ("now()", "0"),
    "regoper": ("0",),
    "regoperator": ("+(integer,integer)", "0"),
    "regnamespace": ("pg_catalog", "0"),
    "regrole": ("0", "10"),
    "regcollation": ("default", "0"),
    "regconfig": ("simple", "english"),
    "regdictionary": ("simple",),
    "oidvector": ("", "1 2", "0"),
    "int2vector": ("", "1 2"),
    "aclitem": ("=r/pg_monitor", "pg_monitor=r/pg_monitor"),
    "refcursor": ("", "x"),
    "pg_snapshot": ("10:20:10,14", "1:1:"),
    "txid_snapshot": ("10:20:10,14", "1:1:"),
    "record": ("(1,)", "(2,3)", "(1,3)"),
    "feeling": ("sad", "glad"),
    "point": ("(0,0)", "(1,1)", "(NaN,0)", "(Infinity,1)", "(-3,0.5)"),
    "line": ("{1,0,0}", "{0,1,-1}", "{1,1,NaN}", "{1,2,3}"),
    "lseg": ("[(0,0),(1,1)]", "[(0,0),(0,0)]", "[(NaN,0),(1,2)]", "[(0,1),(1,2)]"),
    "box": ("(0,0),(1,1)", "(5,5),(6,6)", "(NaN,NaN),(0,0)", "(0,0),(0,0)"),
    "path": ("[(0,0),(1,1)]", "((0,0),(1,1),(1,0))", "[(NaN,0)]", "[(0,0)]"),
    "polygon": ("((0,0),(1,1))", "((5,5),(6,6),(7,0))", "((NaN,0))", "((0,0))"),
    "circle": ("<(0,0),1>", "<(9,9),0>", "<(NaN,0),2>", "<(0,0),Infinity>"),
}
#: How a type is written that is not one of ``pg_catalog``; what these are is made beforehand.
WRITTEN = {"feeling": "pg_temp.feeling", "record": "pg_temp.anything"}

_ZONES = ("UTC", "Europe/Oslo", "+02", "nowhere")
_FIELDS = ("microseconds", "second", "minute", "hour", "day", "week", "month", "quarter", "year")
_FIELDS_OF_TIME = (*_FIELDS, "decade", "century", "millennium", "dow", "doy", "isoyear", "epoch")
_BOUNDS = ("[)", "[]", "()", "(]", "x")
#: Values that a function wants for the number of an argument, if it is of a type.
WANTED: Mapping[tuple[str, int, str], Sequence[str]] = {
    ("date_trunc", 0, "text"): (*_FIELDS_OF_TIME, "julian"),
    ("date_trunc", 2, "text"): _ZONES,
    ("date_part", 0, "text"): (*_FIELDS_OF_TIME, "julian", "timezone"),
    ("extract", 0, "text"): (*_FIELDS_OF_TIME, "julian", "timezone"),
    ("timezone", 0, "text"): _ZONES,
    ("timezone", 0, "interval"): ("0", "2 hours", "-05:30", "1 day"),
    ("encode", 1, "text"): ("hex", "base64", "escape", "x"),
    ("decode", 1, "text"): ("hex", "base64", "escape", "x"),
    ("normalize", 1, "text"): ("NFC", "NFD", "NFKC", "NFKD", "x"),
    ("is_normalized", 1, "text"): ("NFC", "NFD", "NFKC", "NFKD", "x"),
    ("regexp_replace", 3, "text"): ("", "g", "i", "ng", "x"),
    ("regexp_replace", 3, "int4"): ("1", "2", "9"),
    ("regexp_replace", 4, "int4"): ("0", "1", "3"),
    ("regexp_replace", 5, "text"): ("", "g", "i", "ng", "x"),
    ("regexp_instr", 4, "int4"): ("0", "1"),
    ("regexp_instr", 5, "text"): ("", "i", "c", "x"),
    ("regexp_instr", 6, "int4"): ("0", "1"),
    ("nextval", 0, "regclass"): ("numbers",),
    ("currval", 0, "regclass"): ("numbers",),
    ("setval", 0, "regclass"): ("numbers",),
    ("setval", 1, "int8"): ("1", "2", "7", "5000000000"),
    ("current_setting", 0, "text"): ("TimeZone", "search_path", "work_mem", "role", "no.such"),
    ("set_config", 0, "text"): ("application_name", "application_name", "brute.force"),
    **{
        (name, n, "name"): ("UTF8", "LATIN1", "SQL_ASCII")
        for name in ("convert", "convert_from", "convert_to", "length")
        for n in (1, 2)
    },
    ("make_timestamptz", 6, "text"): _ZONES,
    ("setweight", 1, "char"): ("A", "B", "C", "D"),
    **{
        (name, 2, "text"): ("[)", "[]", "()", "(]", "x")
        for name in ("int4range", "int8range", "numrange", "daterange", "tsrange", "tstzrange")
    },
}

#: For polymorphic arguments, one type for all of them in a call; each stands for itself below.
_BOUND = (
    {"anyarray": "_int4", "anyelement": "int4", "anynonarray": "int4", "anycompatible": "int4"},
    {"anyarray": "_text", "anyelement": "text", "anynonarray": "text", "anycompatible": "text"},
)
_BOUND_EVERYWHERE = {
    "anyrange": "int4range",
    "anymultirange": "int4multirange",
    "anycompatiblerange": "int4range",
    "anycompatiblemultirange": "int4multirange",
    "any": "int4",
    "anyenum": "feeling",
}


def bindings(types: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the types to call a function with, for those of its arguments.

    Those that are polymorphic are bound, in one way or two. Where ranges are among them, their
    elements decide.

    :returns: none if a type has no values here
    """
    with_ranges = any("range" in name and name.startswith("any") for name in types)
    found: list[tuple[str, ...]] = []
    for bound in _BOUND[:1] if with_ranges else _BOUND:
        known = {**bound, **_BOUND_EVERYWHERE}
        known["anycompatiblearray"] = bound["anyarray"]
        known["anycompatiblenonarray"] = bound["anynonarray"]
        names = tuple(known.get(name, name) for name in types)
        if names not in found and all(name in VALUES for name in names):
            found.append(names)
    return found
