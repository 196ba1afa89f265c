"""Rows that are made without validation, held against rows that are validated."""

import copy
import pickle
from collections.abc import Callable
from types import ModuleType
from typing import Any

import psycopg
import pytest
from pydantic import BaseModel, ValidationError, create_model

from tests.quern.projects import Project


@pytest.fixture(params=[1, 2, 3], ids=["values", "nulls", "more values"])
def trusted(
    request: pytest.FixtureRequest, conn: psycopg.Connection, runs: ModuleType
) -> BaseModel:
    """A row as it comes from the server."""
    row: BaseModel = runs.get_number(conn, id=request.param)
    return row


@pytest.fixture
def validated(trusted: BaseModel) -> BaseModel:
    """A row with the same values that went through pydantic."""
    return type(trusted).model_validate(_values(trusted))


def _values(row: BaseModel) -> dict[str, Any]:
    return {name: getattr(row, name) for name in type(row).model_fields}


def test_both_are_equal(trusted: BaseModel, validated: BaseModel) -> None:
    assert trusted == validated
    assert validated == trusted


def test_rows_with_other_values_differ(trusted: BaseModel) -> None:
    assert trusted != trusted.model_copy(update={"note": "other"})


def test_both_hash_alike(trusted: BaseModel, validated: BaseModel) -> None:
    def outcome(row: BaseModel) -> object:
        try:
            return hash(row)
        except TypeError as error:  # a list has no hash
            return str(error)

    assert outcome(trusted) == outcome(validated)


def test_both_dump_alike(trusted: BaseModel, validated: BaseModel) -> None:
    assert trusted.model_dump() == validated.model_dump()
    assert trusted.model_dump(mode="json") == validated.model_dump(mode="json")
    assert trusted.model_dump_json() == validated.model_dump_json()


@pytest.mark.parametrize("option", ["exclude_unset", "exclude_none", "exclude_defaults"])
def test_both_dump_alike_with_what_is_left_out(
    trusted: BaseModel, validated: BaseModel, option: str
) -> None:
    options: dict[str, Any] = {option: True}
    assert trusted.model_dump(**options) == validated.model_dump(**options)


def test_both_have_all_fields_set(trusted: BaseModel, validated: BaseModel) -> None:
    assert trusted.model_fields_set == validated.model_fields_set
    assert trusted.model_fields_set == set(type(trusted).model_fields)


def test_both_have_no_extra_fields(trusted: BaseModel, validated: BaseModel) -> None:
    assert trusted.model_extra is None
    assert validated.model_extra is None


def test_both_are_shown_alike(trusted: BaseModel, validated: BaseModel) -> None:
    assert repr(trusted) == repr(validated)
    assert str(trusted) == str(validated)


def test_both_give_their_fields_in_order(trusted: BaseModel, validated: BaseModel) -> None:
    assert [*trusted] == [*validated]


def _model(row: BaseModel) -> type[BaseModel]:
    return type(row)


DUPLICATES: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "pickle": lambda row: pickle.loads(pickle.dumps(row)),  # noqa: S301 - our own bytes
    "model_copy": lambda row: row.model_copy(),
    "deep model_copy": lambda row: row.model_copy(deep=True),
    "through a dump": lambda row: _model(row).model_validate(row.model_dump()),
    "through JSON": lambda row: _model(row).model_validate_json(row.model_dump_json()),
    "through itself": lambda row: _model(row).model_validate(row),
}


@pytest.mark.parametrize("way", [*DUPLICATES])
def test_a_duplicate_is_equal_and_has_all_fields_set(trusted: BaseModel, way: str) -> None:
    found = DUPLICATES[way](trusted)
    assert found == trusted
    assert found.model_fields_set == trusted.model_fields_set
    assert found.model_dump_json() == trusted.model_dump_json()


def test_a_deep_copy_has_lists_of_its_own(conn: psycopg.Connection, runs: ModuleType) -> None:
    row = runs.get_number(conn, id=1)
    assert copy.deepcopy(row).ints is not row.ints
    assert row.model_copy(deep=True).ints is not row.ints


def test_a_row_cannot_be_changed(trusted: BaseModel) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        trusted.note = "other"  # type: ignore[attr-defined]  # the class is made at run time


def test_an_attribute_that_does_not_exist_is_an_error_as_everywhere(
    trusted: BaseModel, validated: BaseModel
) -> None:
    def message(row: BaseModel) -> str:
        with pytest.raises(AttributeError) as caught:
            _ = row.nothing  # type: ignore[attr-defined]  # that is the point
        return str(caught.value)

    assert message(trusted) == message(validated)


def test_a_row_nested_in_a_model_is_taken_as_it_is(trusted: BaseModel) -> None:
    page: Any = create_model("Page", row=(type(trusted), ...))
    made = page(row=trusted)
    assert made.row is trusted
    assert made.model_dump() == {"row": trusted.model_dump()}
    assert page.model_validate_json(made.model_dump_json()) == made


def test_the_schema_of_a_model_can_be_made(trusted: BaseModel) -> None:
    schema: dict[str, Any] = type(trusted).model_json_schema()
    assert schema["properties"]["colour"]["anyOf"][1] == {"type": "null"}


def test_values_of_another_type_are_refused_when_validated(runs: ModuleType) -> None:
    with pytest.raises(ValidationError):
        runs.ListNumbersRow(id="one", note=None, colour=None)


def test_rows_of_one_shape_and_different_queries_differ(
    conn: psycopg.Connection, package: Project, runs: ModuleType
) -> None:
    other: Any = package.module("_runtime").Row
    row = runs.list_numbers(conn)[0]
    assert isinstance(row, other)
    assert row != runs.get_number(conn, id=1)
