"""Types of Postgres to types of Python."""

import pytest

from quern.connection import Connection
from quern.model.types.built_in import BUILT_IN
from quern.model.types.python_type import UnsupportedTypeError
from quern.render.runtime.values import LOADED
from tests.postgres import Databases
from tests.quern.base_types import database_of, make_base_type
from tests.quern.model.types.conftest import FindType


@pytest.fixture(autouse=True)
def schema(session: Connection) -> None:
    """Types of one's own."""
    session.execute("CREATE TYPE colour AS ENUM ('red')")
    session.execute("CREATE TYPE pair AS (a integer, b colour)")
    session.execute("CREATE DOMAIN shade AS colour")
    session.execute("CREATE DOMAIN list AS integer[]")
    session.execute("CREATE DOMAIN deep AS list")
    session.execute("CREATE DOMAIN short AS text")
    session.execute("CREATE TYPE textrange AS RANGE (subtype = text)")


@pytest.mark.parametrize(
    ("name", "annotation"),
    [
        ("boolean", "bool"),
        ("smallint", "int"),
        ("integer", "int"),
        ("bigint", "int"),
        ("oid", "int"),
        ("real", "float"),
        ("double precision", "float"),
        ("numeric", "Decimal"),
        ("text", "str"),
        ("varchar", "str"),
        ("char(3)", "str"),
        ('"char"', "str"),
        ("name", "str"),
        ("bytea", "bytes"),
        ("date", "date"),
        ("time", "time"),
        ("timetz", "time"),
        ("timestamp", "datetime"),
        ("timestamptz", "datetime"),
        ("interval", "timedelta"),
        ("uuid", "UUID"),
        ("json", "JsonValue"),
        ("jsonb", "JsonValue"),
        ("inet", "_runtime.Inet"),
        ("cidr", "_runtime.Cidr"),
        ("macaddr", "str"),
        ("macaddr8", "str"),
        ("bit(3)", "str"),
        ("bit varying", "str"),
        ("tsvector", "str"),
        ("tsquery", "str"),
        ("xml", "str"),
        ("money", "str"),
        ("point", "str"),
        ("polygon", "str"),
        ("pg_lsn", "str"),
        ("xid8", "str"),
        ("regclass", "str"),
        ("jsonpath", "str"),
        ("int2vector", "str"),
        ("void", "None"),
        ("vector", "list[float]"),
        ("halfvec", "list[float]"),
        ("sparsevec", "_runtime.SparseVector"),
        ("int4range", "_runtime.Range[int]"),
        ("tstzrange", "_runtime.Range[datetime]"),
        ("int4multirange", "list[_runtime.Range[int]]"),
        ("textrange", "_runtime.Range[str]"),
        ("integer[]", "list[int | None]"),
        ("numeric[]", "list[Decimal | None]"),
        ("jsonb[]", "list[JsonValue]"),
        ("int4range[]", "list[_runtime.Range[int] | None]"),
        ("vector[]", "list[list[float] | None]"),
        ("colour", "Colour"),
        ("colour[]", "list[Colour | None]"),
        ("pair", "Pair"),
        ("pair[]", "list[Pair | None]"),
        ("shade", "Colour"),
        ("shade[]", "list[Colour | None]"),
        ("short[]", "list[str | None]"),
        ("deep", "list[int | None]"),
        ("deep[]", "list[list[int | None] | None]"),
    ],
)
def test_each_type_has_its_python_type(python_type: FindType, name: str, annotation: str) -> None:
    assert python_type(name).result == annotation


@pytest.mark.parametrize(
    ("name", "annotation"),
    [
        ("integer[]", "Sequence[int | None]"),
        ("vector", "Sequence[float]"),
        ("int4range", "Range[int]"),
        ("int4multirange", "Sequence[Range[int]]"),
    ],
)
def test_a_parameter_may_be_of_a_wider_type(
    python_type: FindType, name: str, annotation: str
) -> None:
    assert python_type(name).parameter == annotation


@pytest.mark.parametrize("name", ["record", "anyelement", "cstring", "trigger"])
def test_a_pseudo_type_is_refused(python_type: FindType, name: str) -> None:
    with pytest.raises(UnsupportedTypeError):
        python_type(name)


@pytest.mark.parametrize("name", ["pg_node_tree", "gtsvector", "holder", "holder[]"])
def test_a_type_without_a_python_type_is_refused_by_name(
    session: Connection, python_type: FindType, name: str
) -> None:
    session.execute("CREATE TYPE holder AS (inner_one gtsvector)")
    with pytest.raises(UnsupportedTypeError) as caught:
        python_type(name)
    assert caught.value.type.name in {"pg_node_tree", "gtsvector"}


def test_a_type_of_ones_own_with_the_name_of_a_built_in_one_is_not_taken_for_it(
    session: Connection, python_type: FindType
) -> None:
    session.execute("CREATE SCHEMA mine")
    session.execute("CREATE TYPE mine.int4 AS ENUM ('a')")
    assert python_type("mine.int4").result == "Int4"


@pytest.mark.parametrize(
    ("name", "annotation"), [("citext", "str"), ("hstore", "dict[str, str | None]")]
)
def test_a_type_of_an_extension_is_known_by_its_name(
    databases: Databases, clean_url: str, python_type: FindType, name: str, annotation: str
) -> None:
    with databases.server.administrator(database_of(clean_url)) as administrator:
        make_base_type(administrator, name)
        try:
            assert python_type(name).result == annotation
        finally:
            administrator.execute(f"DROP TYPE {name} CASCADE".encode())


def test_what_the_runtime_lets_psycopg_load_is_what_the_generator_takes_as_loaded() -> None:
    loaded = {name for name, found in BUILT_IN.items() if found.loaded}
    assert loaded == {name.strip('"') for name in LOADED}
