"""The classes of enum and composite types, and their names."""

import pytest

from quern.analysis.catalog.catalog import PgType, TypeKind
from quern.model.types.classes import class_aliases, type_classes
from quern.model.types.python_type import IMPORTED_NAMES, Import


def _type(oid: int, schema: str, name: str, kind: TypeKind = "enum") -> PgType:
    return PgType(oid, schema, name, kind, name, 0, 0, ("a",), None)


def _name(schema: str, name: str, kind: TypeKind = "enum") -> Import:
    return type_classes([_type(1, schema, name, kind)])[1].name


def test_an_enum_class_lies_in_the_module_of_its_schema() -> None:
    found = _name("my schema", "team_role")
    assert (found.module, found.name) == (".my_schema.enums", "TeamRole")


def test_a_composite_class_lies_in_a_module_beside_that() -> None:
    found = _name("my schema", "postal_address", "composite")
    assert (found.module, found.name) == (".my_schema.composites", "PostalAddress")


def test_functions_that_read_and_write_are_named_after_their_class() -> None:
    found = type_classes([_type(1, "s", "postal_address", "composite")])[1]
    assert found.read == Import(".s.composites", "read_postal_address")
    assert found.write == Import(".s.composites", "write_postal_address")


@pytest.mark.parametrize("name", ["any", "sequence", "decimal", "connection", "str_enum", "none"])
def test_a_class_takes_no_name_that_modules_import(name: str) -> None:
    found = _name("s", name).name
    assert found.endswith("_")
    assert found not in IMPORTED_NAMES


def test_types_of_a_schema_whose_names_come_to_one_have_distinct_classes() -> None:
    types = [_type(1, "s", "my-e"), _type(2, "s", "my_e"), _type(3, "s", "my e", "composite")]
    names = {oid: found.name.name for oid, found in type_classes(types).items()}
    assert names == {2: "MyE", 3: "MyE_2", 1: "MyE_3"}


def test_functions_of_classes_that_differ_in_case_have_distinct_names() -> None:
    types = [_type(1, "s", "ABCd"), _type(2, "s", "abCd"), _type(3, "s", "AbCd")]
    found = type_classes(types).values()
    assert len({type_class.read.name for type_class in found}) == 3


def test_classes_of_schemas_whose_modules_have_one_name_are_distinct() -> None:
    found = type_classes([_type(1, "my schema", "kind"), _type(2, "my_schema", "kind")])
    assert len({type_class.name for type_class in found.values()}) == 2


def test_classes_of_one_name_in_a_module_are_known_by_their_schemas() -> None:
    ours, theirs = Import(".iam.enums", "Status"), Import(".llm.models", "Status")
    alone = Import(".llm.enums", "Kind")
    assert class_aliases([ours, theirs, alone]) == {ours: "IamStatus", theirs: "LlmStatus"}


def test_a_class_with_the_name_of_a_library_s_is_known_by_its_module() -> None:
    user = Import("app.types", "date")
    assert class_aliases([Import("datetime", "date"), user]) == {user: "Typesdate"}


def test_a_module_s_own_class_keeps_its_name() -> None:
    own, other = Import(".a.models", "Pair"), Import(".b.models", "Pair")
    assert class_aliases([own, other], [own]) == {other: "BPair"}


def test_readers_are_private_where_they_are_imported() -> None:
    found = type_classes([_type(1, "iam", "status")])[1]
    assert found.known_as({}).read.used_name == "_read_status"
    assert found.known_as({found.name: "IamStatus"}).read.used_name == "_read_iam_status"
