"""Types of Postgres to types of Python."""

import pytest

from quern.analysis.catalog.catalog import PgType, TypeKind, read_catalog
from quern.connection import Connection
from quern.model.types import (
    IMPORTED_NAMES,
    PythonType,
    TypeMapper,
    UnsupportedTypeError,
    enum_aliases,
    enum_class,
)


def _python_type(connection: Connection, name: str) -> PythonType:
    """Return the Python type of a type of the server."""
    row = connection.execute("SELECT %s::regtype::oid::integer", [name]).fetchone()
    assert row is not None
    types = read_catalog(connection, [row[0]], [], []).types
    return TypeMapper(types).python_type(types[row[0]])


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
        ("integer[]", "list[int | None]"),
        ("numeric[]", "list[Decimal | None]"),
        ("jsonb[]", "list[JsonValue]"),
        ("colour", "Colour"),
        ("colour[]", "list[Colour | None]"),
        ("shade", "Colour"),
        ("deep", "list[int | None]"),
    ],
)
def test_each_type_has_its_python_type(session: Connection, name: str, annotation: str) -> None:
    session.execute("CREATE TYPE colour AS ENUM ('red')")
    session.execute("CREATE DOMAIN shade AS colour")
    session.execute("CREATE DOMAIN list AS integer[]")
    session.execute("CREATE DOMAIN deep AS list")
    assert _python_type(session, name).result == annotation


def test_a_list_is_given_as_any_sequence(session: Connection) -> None:
    assert _python_type(session, "integer[]").parameter == "Sequence[int | None]"


@pytest.mark.parametrize(
    "name",
    [
        *("point", "money", "inet", "xml", "tsvector", "bit(3)", "int4range", "int4multirange"),
        *("record", "void", "pair", "pair[]", "short[]", "int2vector", "vector"),
    ],
)
def test_a_type_without_a_python_type_is_refused(session: Connection, name: str) -> None:
    session.execute("CREATE TYPE pair AS (a integer)")
    session.execute("CREATE DOMAIN short AS text")
    with pytest.raises(UnsupportedTypeError):
        _python_type(session, name)


def test_a_type_of_ones_own_with_the_name_of_a_built_in_one_is_not_taken_for_it(
    session: Connection,
) -> None:
    session.execute("CREATE SCHEMA mine")
    session.execute("CREATE TYPE mine.text AS (a integer)")
    with pytest.raises(UnsupportedTypeError):
        _python_type(session, "mine.text")


def _enum(oid: int, schema: str, name: str) -> PgType:
    kind: TypeKind = "enum"
    return PgType(oid, schema, name, kind, name, 0, 0, ("a",), None)


def test_an_enum_class_lies_in_the_module_of_its_schema() -> None:
    found = enum_class(_enum(1, "my schema", "team_role"))
    assert (found.module, found.name) == (".my_schema.enums", "TeamRole")


@pytest.mark.parametrize("name", ["any", "sequence", "decimal", "connection", "str_enum", "none"])
def test_an_enum_class_takes_no_name_that_modules_import(name: str) -> None:
    found = enum_class(_enum(1, "s", name)).name
    assert found.endswith("_")
    assert found not in IMPORTED_NAMES


def test_enums_of_one_name_in_a_module_are_known_by_their_schemas() -> None:
    types = [_enum(1, "iam", "status"), _enum(2, "llm", "status"), _enum(3, "llm", "kind")]
    assert enum_aliases(types) == {1: "IamStatus", 2: "LlmStatus"}


def test_an_alias_is_what_annotations_say() -> None:
    status = _enum(1, "iam", "status")
    found = TypeMapper({1: status}, {1: "IamStatus"}).python_type(status)
    (needed,) = found.result_imports
    assert (found.result, found.decode) == ("IamStatus", "IamStatus({})")
    assert (needed.name, needed.alias) == ("Status", "IamStatus")
