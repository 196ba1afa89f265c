"""Import lines."""

import subprocess
import sys
from pathlib import Path

import pytest

from quern.model.types.python_type import Import
from quern.render.imports import import_lines


@pytest.mark.parametrize(
    ("module", "path", "expected"),
    [
        (".", ("users",), "."),
        (".", ("iam", "users"), ".."),
        (".", ("aio", "iam", "users"), "..."),
        (".iam.enums", ("iam", "users"), ".enums"),
        (".iam.enums", ("users",), ".iam.enums"),
        (".iam.enums", ("llm", "models"), "..iam.enums"),
        (".iam.enums", ("iam", "deep", "users"), "..enums"),
        (".iam.users", ("aio", "iam", "users"), "...iam.users"),
        (".aio.enums", ("aio", "iam", "users"), "..enums"),
        (".users", ("aio", "users"), "..users"),
        ("uuid", ("iam", "users"), "uuid"),
    ],
)
def test_a_module_of_the_package_is_imported_from_where_it_lies(
    module: str, path: tuple[str, ...], expected: str
) -> None:
    assert import_lines([Import(module, "x")], path) == [f"from {expected} import x"]


NAMES = [
    Import("typing", "Any"),
    Import("typing", "Final"),
    Import("collections.abc", "Sequence"),
    Import("datetime", "timedelta"),
    Import("datetime", "date"),
    Import("uuid", "UUID"),
    Import("psycopg", "Connection"),
    Import("pydantic", "JsonValue"),
    Import(".", "_runtime"),
    Import(".iam.enums", "Role"),
    Import(".iam.enums", "Status", "IamStatus"),
    Import(".Zoo.enums", "Status", "ZooStatus"),
    Import(".Zoo.enums", "Animal", "ZooAnimal"),
    Import(".llm.enums", "Model"),
    Import(".llm.enums", "ALL"),
    Import(".llm.models", "first"),
    Import(
        ".llm.models", "read_a_long_name_of_an_enum_type", "_read_a_very_long_name_of_an_enum_type"
    ),
    *(Import("app.types", f"Kind{number}") for number in (2, 10, 1)),
    *(Import(".llm.models", f"AVeryLongNameOfAModel{number}") for number in range(6)),
]


@pytest.mark.parametrize("path", [("top",), ("llm", "topic"), ("aio", "llm", "deep", "topic")])
def test_lines_are_sorted_and_wrapped_as_the_linter_wants_them(path: tuple[str, ...]) -> None:
    used = ", ".join(item.alias or item.name for item in NAMES)
    source = "\n".join(import_lines(NAMES, path)) + f"\n\nprint({used})\n"
    ruff = Path(sys.executable).parent / "ruff"
    command = [str(ruff), "check", "--isolated", "--line-length", "100", "--select", "I", "-"]
    result = subprocess.run(command, input=source, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout.strip()) == (0, "All checks passed!")


def test_the_order_of_what_is_needed_does_not_matter() -> None:
    assert import_lines(NAMES, ("a",)) == import_lines(reversed(NAMES), ("a",))
