import codecs
from pathlib import Path

import pytest

from quern.errors import ConfigError
from quern.source.files import Sources, load_queries

QUERY = "-- name: a :one\nSELECT 1;\n"


def _write(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / "queries" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def _load(root: Path, files: dict[str, str | bytes]) -> Sources:
    return load_queries(_write(root, files), root / "queries")


def test_a_file_becomes_a_module_of_its_folders(tmp_path: Path) -> None:
    sources = _load(tmp_path, {"iam/users.sql": QUERY})
    assert [query.qualified_name for query in sources.queries] == ["iam.users.a"]


@pytest.mark.parametrize(
    ("name", "module"),
    [("a.sql", ("a",)), ("a/b.sql", ("a", "b")), ("a/b/c.sql", ("a", "b", "c"))],
)
def test_a_file_may_sit_at_any_depth(tmp_path: Path, name: str, module: tuple[str, ...]) -> None:
    assert [file.module for file in _load(tmp_path, {name: QUERY}).files] == [module]


def test_files_come_sorted(tmp_path: Path) -> None:
    sources = _load(tmp_path, {"b.sql": QUERY, "a/z.sql": QUERY, "a/b/c.sql": QUERY})
    assert [str(file.path) for file in sources.files] == [
        "queries/a/b/c.sql",
        "queries/a/z.sql",
        "queries/b.sql",
    ]


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    assert _load(tmp_path, {"a.sql": QUERY, "readme.md": "x", "b.sql~": "x"}).diagnostics == ()


def test_files_are_shown_relative_to_the_project(tmp_path: Path) -> None:
    (found,) = _load(tmp_path, {"iam/a.sql": "SELECT 1"}).diagnostics
    assert found.file == Path("queries/iam/a.sql")


def test_a_folder_outside_the_project_is_shown_whole(tmp_path: Path) -> None:
    _write(tmp_path, {"a.sql": QUERY})
    (file,) = load_queries(tmp_path / "project", tmp_path / "queries").files
    assert file.path == tmp_path / "queries" / "a.sql"


def test_a_missing_folder_is_a_mistake_in_the_settings(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_queries(tmp_path, tmp_path / "queries")
    assert caught.value.render() == (
        "error: there is no folder queries\n"
        "  hint: make it, or name another one by queries in [tool.codegen] of pyproject.toml"
    )


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    sources = _load(tmp_path, {"a.sql": codecs.BOM_UTF8 + QUERY.encode()})
    assert sources.diagnostics == ()
    assert sources.queries[0].name_location.column == 10


def test_a_text_is_not_changed(tmp_path: Path) -> None:
    text = "-- name: a :one\r\nSELECT 'a\r\n\tb\n é';\r\n"
    assert _load(tmp_path, {"a.sql": text}).files[0].text == text


@pytest.mark.parametrize(
    ("content", "message", "place"),
    [
        pytest.param(
            b"-- name: a :one\n-- d\xe9j\xe0\nSELECT 1",
            "the file is not UTF-8: byte 0xe9 at offset 20",
            (2, 5),
            id="Latin-1",
        ),
        pytest.param(
            codecs.BOM_UTF8 + "-- é\n-- ".encode() + b"\xff",
            "the file is not UTF-8: byte 0xff at offset 12",
            (2, 4),
            id="after a byte order mark",
        ),
        pytest.param(
            codecs.BOM_UTF16_LE + QUERY.encode("utf-16-le"),
            "the file is not UTF-8: byte 0xff at offset 0",
            (1, 1),
            id="UTF-16",
        ),
        pytest.param(
            b"-- \xc3", "the file is not UTF-8: byte 0xc3 at offset 3", (1, 4), id="cut at the end"
        ),
    ],
)
def test_a_file_that_is_not_utf_8_is_reported(
    tmp_path: Path, content: bytes, message: str, place: tuple[int, int]
) -> None:
    (found,) = _load(tmp_path, {"a.sql": content}).diagnostics
    assert found.location is not None
    assert (found.code, found.message, found.hint) == ("not-utf-8", message, "save it as UTF-8")
    assert (found.location.line, found.location.column) == place


def test_a_nul_character_is_reported(tmp_path: Path) -> None:
    (found,) = _load(tmp_path, {"a.sql": "-- name: a :one\nSELECT a\0, b"}).diagnostics
    assert found.location is not None
    assert found.code == "nul-character"
    assert (found.location.line, found.location.column) == (2, 9)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        pytest.param("a-b.sql", "a-b", id="dash"),
        pytest.param("2fa.sql", "2fa", id="digit first"),
        pytest.param("a b.sql", "a b", id="space"),
        pytest.param("v1.2.sql", "v1.2", id="dot"),
        pytest.param("class.sql", "class", id="keyword"),
        pytest.param("_private.sql", "_private", id="underscore first"),
        pytest.param("i-am/users.sql", "i-am", id="folder"),
        pytest.param(".hidden/users.sql", ".hidden", id="hidden folder"),
    ],
)
def test_a_path_that_cannot_be_a_module_is_reported(tmp_path: Path, name: str, part: str) -> None:
    (found,) = _load(tmp_path, {name: QUERY}).diagnostics
    assert found.render() == (
        f"error[bad-module]: {part} cannot be the name of a Python module\n"
        f"  --> queries/{name}\n"
        "  = hint: use letters, digits and _, starting with a letter, and no keyword of Python"
    )


@pytest.mark.parametrize("name", ["models.sql", "iam/enums.sql", "aio/users.sql"])
def test_a_module_of_the_outputs_own_is_reported(tmp_path: Path, name: str) -> None:
    (found,) = _load(tmp_path, {name: QUERY}).diagnostics
    assert found.code == "bad-module"
    assert found.message.endswith("is the name of a module that the output has for itself")


def test_a_module_that_would_also_be_a_package_is_reported(tmp_path: Path) -> None:
    (found,) = _load(tmp_path, {"iam.sql": QUERY, "iam/users.sql": QUERY}).diagnostics
    assert found.render() == (
        "error[bad-module]: iam would be a module and, for the folder beside it, a package\n"
        "  --> queries/iam.sql\n"
        "  = hint: rename one of them, or move the file into queries/iam"
    )


def test_a_folder_named_like_a_query_file_is_reported(tmp_path: Path) -> None:
    _write(tmp_path, {"b.sql": QUERY})
    (tmp_path / "queries" / "a.sql").mkdir()
    (found,) = load_queries(tmp_path, tmp_path / "queries").diagnostics
    assert found.render() == (
        "error[unreadable]: the file cannot be read: Is a directory\n  --> queries/a.sql"
    )


def test_a_link_that_leads_nowhere_is_reported(tmp_path: Path) -> None:
    _write(tmp_path, {"b.sql": QUERY})
    (tmp_path / "queries" / "a.sql").symlink_to("gone")
    (found,) = load_queries(tmp_path, tmp_path / "queries").diagnostics
    assert (found.code, found.file) == ("unreadable", Path("queries/a.sql"))


def test_two_mistakes_about_one_file_are_both_reported(tmp_path: Path) -> None:
    found = _load(tmp_path, {"a-b.sql": b"\xff"}).diagnostics
    assert [diagnostic.code for diagnostic in found] == ["bad-module", "not-utf-8"]


def test_a_mistake_in_one_file_does_not_hide_the_others(tmp_path: Path) -> None:
    sources = _load(tmp_path, {"a.sql": b"\xff", "b.sql": QUERY, "c.sql": "SELECT 1"})
    assert [query.qualified_name for query in sources.queries] == ["b.a"]
    assert [found.code for found in sources.diagnostics] == ["not-utf-8", "query-without-name"]


def test_one_name_in_two_files_is_two_queries(tmp_path: Path) -> None:
    sources = _load(tmp_path, {"a.sql": QUERY, "b.sql": QUERY})
    assert sources.diagnostics == ()
    assert [query.qualified_name for query in sources.queries] == ["a.a", "b.a"]
