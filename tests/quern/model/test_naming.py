"""Names of Postgres to names of Python."""

import pytest
from pydantic import BaseModel

from quern.model.naming import (
    argument_name,
    class_name,
    constant_name,
    distinct_all,
    field_name,
    module_name,
    python_name,
)
from quern.model.rows import MODEL_ATTRIBUTES

ODD = [
    *("", " ", "_", "__", "_1", "1", "1st", "a b", "a-b", "a$b", "%", "?column?", '"', "\\"),
    *("{{ x }}", "class", "None", "none", "true", "async"),
    *("é", "日本", "ﬁ", "½", "²", "€", "🙂", "ª", "İ"),
]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("team_user", "TeamUser"),
        ("team", "Team"),
        ("TeamUser", "TeamUser"),
        ("HTTP_status", "HTTPStatus"),
        ("my-type 2", "MyType2"),
        ("2fa", "Type_2fa"),
        ("_", "Type_"),
        ("none", "None_"),
        ("größe", "Größe"),
        ("ﬁrst", "First"),
    ],
)
def test_a_class_is_in_camel_case(name: str, expected: str) -> None:
    assert class_name(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("active", "ACTIVE"),
        ("TeamManager", "TEAM_MANAGER"),
        ("HTTPError", "HTTP_ERROR"),
        ("light blue", "LIGHT_BLUE"),
        ("2nd", "VALUE_2ND"),
        ("", "VALUE_"),
        ("!", "VALUE_"),
        ("None", "NONE"),
        ("ß", "SS"),
    ],
)
def test_a_constant_is_in_upper_case(name: str, expected: str) -> None:
    assert constant_name(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("iam", "iam"), ("class", "class_"), ("My Schema", "My_Schema"), ("1", "schema_1")],
)
def test_a_module_is_named_as_the_schema_as_far_as_python_allows(name: str, expected: str) -> None:
    assert module_name(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("email", "email"),
        ("camelCase", "camelCase"),
        ("with space", "with_space"),
        ("class", "class_"),
        ("None", "None_"),
        ("1st", "column_1st"),
        ("?column?", "column_3"),
        ("!", "column_3"),
        ("_private", "private"),
        ("__dunder__", "dunder"),
        ("trailing_", "trailing"),
        ("json", "json_"),
        ("model_fields", "model_fields_"),
        ("ﬁ", "fi"),
        ("日本", "日本"),
    ],
)
def test_a_field_is_named_as_the_column_as_far_as_pydantic_allows(name: str, expected: str) -> None:
    assert field_name(name, 3, MODEL_ATTRIBUTES) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("email", "email"),
        ("_private", "_private"),
        ("class", "class_"),
        ("conn", "conn_"),
        ("ﬁ", "fi"),
        ("a€b", "a_b"),
        ("€", "parameter_"),
    ],
)
def test_an_argument_is_named_as_the_parameter_as_far_as_python_allows(
    name: str, expected: str
) -> None:
    assert argument_name(name, {"conn"}) == expected


@pytest.mark.parametrize("name", ODD)
def test_every_name_can_be_assigned_to(name: str) -> None:
    for made in (
        class_name(name),
        constant_name(name),
        module_name(name),
        field_name(name, 1, ()),
        argument_name(name, ()),
    ):
        namespace: dict[str, object] = {}
        exec(f"{made} = 1", namespace)  # noqa: S102 - the name is ours
        assert namespace[made] == 1


def test_no_field_has_the_name_of_an_attribute_of_models() -> None:
    assert {name for name in dir(BaseModel) if not name.startswith("_")} <= MODEL_ATTRIBUTES


def test_a_taken_name_gets_underscores_until_it_is_free() -> None:
    assert python_name("a", {"a", "a_"}) == "a__"


def test_names_that_were_given_already_are_numbered() -> None:
    assert distinct_all(["a", "a", "a_2", "a"]) == ["a", "a_2", "a_2_2", "a_3"]
