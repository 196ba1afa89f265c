"""Modules, rows and functions from analysed queries."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

import pytest

from quern.analysis.analyse import analyse
from quern.analysis.server import open_session
from quern.database import Database
from quern.errors import Diagnostic
from quern.model.functions import CopyCall, Function
from quern.model.package import Package, build_package
from quern.model.rows import Field, RowModel
from quern.source.files import load_queries
from tests.quern.projects import Project

MakeProject = Callable[[str, Mapping[str, str]], Project]

SCHEMA = """
CREATE SCHEMA shop;
CREATE TYPE shop.colour AS ENUM ('red', 'RED', 'light red');
COMMENT ON TYPE shop.colour IS 'What it looks like.';
CREATE TYPE shop.unused AS ENUM ('a');
CREATE TABLE shop.items (
    id integer PRIMARY KEY, title text NOT NULL, colour shop.colour, date date, due date
);
"""


def _package(project: Project) -> Package:
    """Build the package of a project whose queries are sound."""
    config = project.config
    sources = load_queries(config.root, config.queries_folder)
    with open_session(Database(project.url, "test")) as connection:
        analysis = analyse(connection, sources.queries)
    package, mistakes = build_package(sources, analysis)
    assert mistakes == []
    return package


def _warnings(project: Project) -> tuple[Diagnostic, ...]:
    """Run a project whose queries are sound, and return what it warns of."""
    return project.run().warnings


@pytest.fixture
def functions(project: MakeProject) -> Callable[[str], list[Function]]:
    """Makes the functions of one file of queries."""

    def make(queries: str) -> list[Function]:
        package = _package(project(SCHEMA, {"items.sql": queries}))
        return [*package.queries[0].functions]

    return make


Functions = Callable[[str], list[Function]]


@pytest.mark.parametrize(
    ("query", "annotation"),
    [
        (":one\nSELECT id FROM shop.items WHERE id = :id", "int | None"),
        (":one\nSELECT id, colour FROM shop.items WHERE id = :id", "QueryRow | None"),
        (":one\nSELECT count(*) FROM shop.items", "int"),
        (":many\nSELECT id FROM shop.items", "list[int]"),
        (":many\nSELECT due FROM shop.items", "list[date | None]"),
        (":many\nSELECT id, title FROM shop.items", "list[QueryRow]"),
        (":many\n-- @returns Item\nSELECT id FROM shop.items", "list[Item]"),
        (":exec\nDELETE FROM shop.items", "None"),
        (":exec\nDELETE FROM shop.items RETURNING id", "None"),
        (":execrows\nDELETE FROM shop.items", "int"),
        (":one\nSELECT '{}'::jsonb", "JsonValue"),
        (":one!\nSELECT due FROM shop.items WHERE id = :id", "date | None"),
        (":one!\nSELECT id, title FROM shop.items WHERE id = :id", "QueryRow"),
        (":stream\nSELECT id FROM shop.items", "int"),
        (":batch\nDELETE FROM shop.items WHERE id = :id", "int"),
        (":batch\nDELETE FROM shop.items WHERE id = :id RETURNING title", "list[str]"),
        (":batchone\nSELECT title FROM shop.items WHERE id = :id", "list[str | None]"),
        (":batchone\nSELECT count(*) FROM shop.items WHERE id = :id", "list[int]"),
        (":batchmany\nSELECT id FROM shop.items WHERE due = :due", "list[list[int]]"),
        (":copy\nINSERT INTO shop.items (id) VALUES (:id)", "int"),
    ],
)
def test_each_command_returns_its_kind(functions: Functions, query: str, annotation: str) -> None:
    (function,) = functions(f"-- name: query {query};\n")
    assert function.return_annotation == annotation


def test_arguments_are_in_the_order_of_first_use_with_their_types(functions: Functions) -> None:
    (function,) = functions(
        "-- name: query :exec\n"
        "UPDATE shop.items SET title = :title, due = :due WHERE id = :id AND title <> :title;\n"
    )
    assert [(a.name, a.annotation) for a in function.arguments] == [
        ("title", "str"),
        ("due", "date | None"),
        ("id", "int"),
    ]


def test_arguments_have_names_of_their_own(functions: Functions) -> None:
    (function,) = functions(
        "-- name: query :one\nSELECT :class::text, :class_::text, :conn::text;\n"
    )
    assert [argument.name for argument in function.arguments] == ["class_", "class__", "conn_"]


def test_a_function_takes_no_name_of_a_type_that_its_module_uses(functions: Functions) -> None:
    names = [
        f.name
        for f in functions(
            "".join(
                f"-- name: {name} :many\nSELECT id FROM shop.items;\n"
                for name in ("list", "date", "str")
            )
        )
    ]
    assert names == ["list_", "date_", "str_"]


def test_a_query_takes_no_name_of_a_class_that_its_module_uses(functions: Functions) -> None:
    found = functions(
        "-- name: uuid :many\nSELECT gen_random_uuid();\n"
        "-- name: item :many\n-- @returns ITEM\nSELECT id FROM shop.items;\n"
    )
    assert [function.constant for function in found] == ["UUID_", "ITEM_"]


def test_a_field_hides_no_type_that_another_field_is_of(functions: Functions) -> None:
    (function,) = functions("-- name: query :many\nSELECT date, due FROM shop.items;\n")
    assert isinstance(function.row, RowModel)
    assert [field.name for field in function.row.fields] == ["date_", "due"]


def test_a_field_that_is_the_only_one_of_its_type_keeps_its_name(functions: Functions) -> None:
    (function,) = functions("-- name: query :many\nSELECT date, id FROM shop.items;\n")
    assert isinstance(function.row, RowModel)
    assert [field.name for field in function.row.fields] == ["date", "id"]


def test_a_row_of_one_column_is_its_value(functions: Functions) -> None:
    (function,) = functions("-- name: query :many\nSELECT title FROM shop.items;\n")
    assert isinstance(function.row, Field)
    assert function.row.annotation == "str"


def test_queries_that_return_one_name_share_one_row_model(functions: Functions) -> None:
    first, second = functions(
        "-- name: one_item :one\n-- @returns Item\n"
        "SELECT id, title FROM shop.items WHERE id = :id;\n"
        "-- name: list_items :many\n-- @returns Item\nSELECT id, title FROM shop.items;\n"
    )
    assert isinstance(first.row, RowModel)
    assert first.row is second.row
    assert first.row.queries == ("one_item", "list_items")


def test_row_models_have_names_of_their_own(functions: Functions) -> None:
    found = functions(
        "-- name: get_item :many\n-- @returns GetItemsRow\nSELECT id, title FROM shop.items;\n"
        "-- name: get_items :many\nSELECT id, due FROM shop.items;\n"
    )
    assert [function.row_annotation for function in found] == ["GetItemsRow", "GetItemsRow_2"]


def test_only_enums_that_functions_use_have_classes(project: MakeProject) -> None:
    package = _package(
        project(SCHEMA, {"items.sql": "-- name: q :many\nSELECT colour FROM shop.items;\n"})
    )
    (module,) = package.enums
    assert [(enum.name, enum.type.comment) for enum in module.classes] == [
        ("Colour", "What it looks like.")
    ]


def test_labels_that_differ_in_case_alone_are_numbered(project: MakeProject) -> None:
    package = _package(
        project(SCHEMA, {"items.sql": "-- name: q :many\nSELECT colour FROM shop.items;\n"})
    )
    assert package.enums[0].classes[0].members == (
        ("RED", "red"),
        ("RED_2", "RED"),
        ("LIGHT_RED", "light red"),
    )


def test_an_enum_that_only_exec_would_return_has_no_class(project: MakeProject) -> None:
    package = _package(
        project(SCHEMA, {"items.sql": "-- name: q :exec\nSELECT colour FROM shop.items;\n"})
    )
    assert package.enums == ()


def test_modules_are_in_the_order_of_their_paths(project: MakeProject) -> None:
    query = "-- name: q :many\nSELECT 1;\n"
    package = _package(project("", {"b.sql": query, "a/z.sql": query, "a/b/c.sql": query}))
    assert [module.path for module in package.queries] == [("a", "b", "c"), ("a", "z"), ("b",)]


def test_a_shared_row_is_nullable_where_one_of_its_queries_is(functions: Functions) -> None:
    found = functions(
        "-- name: due_items :many\n-- @returns Item\n"
        "SELECT id, due FROM shop.items WHERE due IS NOT NULL;\n"
        "-- name: list_items :many\n-- @returns Item\nSELECT id, due FROM shop.items;\n"
    )
    row = found[0].row
    assert isinstance(row, RowModel)
    assert [field.annotation for field in row.fields] == ["int", "date | None"]


def test_one_of_many_rows_is_a_warning_that_says_why(project: MakeProject) -> None:
    text = "-- name: q :one\nSELECT id, title FROM shop.items;\n"
    (warning,) = _warnings(project(SCHEMA, {"items.sql": text}))
    assert (warning.severity, warning.code) == ("warning", "one-of-many")
    assert "nothing fixes id" in warning.message


def test_a_nullable_value_of_one_row_at_most_is_a_warning(project: MakeProject) -> None:
    text = "-- name: q :one\nSELECT due FROM shop.items WHERE id = :id;\n"
    (warning,) = _warnings(project(SCHEMA, {"items.sql": text}))
    assert (warning.severity, warning.code) == ("warning", "ambiguous-none")


def test_a_nullable_value_of_exactly_one_row_is_no_warning(project: MakeProject) -> None:
    text = "-- name: q :one\nSELECT max(due) FROM shop.items;\n"
    assert _warnings(project(SCHEMA, {"items.sql": text})) == ()


def test_the_parameters_of_many_runs_are_fields_with_names_of_their_own(
    functions: Functions,
) -> None:
    (function,) = functions(
        "-- name: query :batch\nSELECT :count::integer, :_index::text, :class::text, :date::date,"
        " :due::date, :class::text;\n"
    )
    assert function.parameters is not None
    assert [(f.name, f.annotation) for f in function.parameters.fields] == [
        ("count_", "int"),
        ("index_", "str"),
        ("class_", "str"),
        ("date_", "date"),
        ("due", "date"),
    ]


@pytest.mark.parametrize(
    ("columns", "types"),
    [
        ("id, title, colour", ("int4", "text", "text")),
        ("id, date", ("int4", "date")),
        ("id, numbers", ()),
        ("id, ratio", ()),
        ("id, code", ()),
        ("id, share", ("int4", "numeric")),
        ("id, data", ("int4", "jsonb")),
    ],
)
def test_rows_are_copied_in_binary_form_where_all_types_have_a_safe_one(
    project: MakeProject, columns: str, types: tuple[str, ...]
) -> None:
    schema = f"""{SCHEMA}
        CREATE DOMAIN share AS numeric(3, 2);
        ALTER TABLE shop.items ADD numbers integer[], ADD ratio real, ADD code char(3),
            ADD share share, ADD data jsonb;
        """
    values = ", ".join(f":{column}" for column in columns.split(", "))
    query = f"-- name: q :copy\nINSERT INTO shop.items ({columns}) VALUES ({values});\n"
    (function,) = _package(project(schema, {"items.sql": query})).queries[0].functions
    assert function.copy == CopyCall(f"shop.items ({columns})", types)


def test_where_the_first_of_several_rows_is_taken_several_are_no_warning(
    project: MakeProject,
) -> None:
    made = project(SCHEMA, {"items.sql": "-- name: q :one\nSELECT id, title FROM shop.items;\n"})
    (made.root / "pyproject.toml").write_text('[tool.codegen]\none = "first"\n')
    result = made.run()
    assert result.warnings == ()
    assert "(conn, Q, first=True)" in result.files[PurePosixPath("items.py")]
