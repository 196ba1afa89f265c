"""Types that the user names."""

import pytest

from quern.connection import Connection
from quern.model.types.python_type import Import
from quern.model.types.user_types import UserTypes
from tests.quern.model.types.conftest import FindType


def _named(name: str, python: str) -> UserTypes:
    return UserTypes(types={name: python})


def test_json_is_made_of_its_text(python_type: FindType) -> None:
    found = python_type("jsonb", _named("pg_catalog.jsonb", "app.json.Json"))
    assert found.result == found.parameter == "Json"
    assert found.decode == "_runtime.validated_json({}, Json)"
    assert found.encode == "_runtime.dumped_json({}, Json)"
    assert found.result_imports == {Import("app.json", "Json")}


def test_what_psycopg_loads_is_validated_as_it_is_loaded(python_type: FindType) -> None:
    found = python_type("integer", _named("pg_catalog.int4", "app.types.UserId"))
    assert found.decode == "_runtime.validated({}, UserId)"
    assert found.encode == "_runtime.dumped({}, UserId)"


def test_within_others_it_is_made_of_what_the_text_gives(python_type: FindType) -> None:
    found = python_type("integer", _named("pg_catalog.int4", "app.types.UserId"))
    assert found.read == "_runtime.validated(int({}), UserId)"
    assert found.write == "_runtime.to_text(_runtime.dumped({}, UserId))"


def test_a_domain_may_be_mapped_apart_from_what_it_is_over(
    session: Connection, python_type: FindType
) -> None:
    session.execute("CREATE DOMAIN email AS text")
    named = _named("public.email", "app.types.Email")
    assert python_type("email", named).result == "Email"
    assert python_type("text", named).result == "str"
    assert python_type("email[]", named).result == "list[Email | None]"


def test_an_unknown_type_may_be_taken_as_text(python_type: FindType) -> None:
    found = python_type("gtsvector", _named("pg_catalog.gtsvector", "str"))
    assert (found.result, found.decode, found.encode) == ("str", None, None)


@pytest.mark.parametrize("name", ["bool", "bytes", "float", "int"])
def test_a_built_in_type_needs_no_import(python_type: FindType, name: str) -> None:
    found = python_type("text", _named("pg_catalog.text", name))
    assert found.result == name
    assert not found.result_imports
