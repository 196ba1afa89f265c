import pytest

from quern.source.header import Header, is_header, read_header
from quern.source.lexer import Token, TokenKind
from quern.source.query import Command


def _read(text: str) -> Header:
    kind = TokenKind.BLOCK_COMMENT if text.startswith("/*") else TokenKind.LINE_COMMENT
    token = Token(kind, text, 0)
    assert is_header(token)
    return read_header(token)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("-- name: find_user :one", id="line comment"),
        pytest.param("/* name: find_user :one */", id="block comment"),
        pytest.param("/*name:find_user:one*/", id="block comment without spaces"),
        pytest.param("# name: find_user :one", id="hash"),
    ],
)
def test_a_header_has_several_forms(text: str) -> None:
    found = _read(text)
    assert (found.name, found.command, found.mistakes) == ("find_user", Command.ONE, [])


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("GetAuthor", "get_author"),
        ("getAuthor", "get_author"),
        ("GetUserByID", "get_user_by_id"),
        ("ListUsersByIDs", "list_users_by_ids"),
        ("ListIDsOfUsers", "list_ids_of_users"),
        ("ListASections", "list_a_sections"),
        ("ListHTTPRequests", "list_http_requests"),
        ("ListV2Items", "list_v2_items"),
        ("get_author", "get_author"),
        ("Get_Author", "get_author"),
        ("A", "a"),
    ],
)
def test_a_name_becomes_snake_case(written: str, name: str) -> None:
    assert _read(f"-- name: {written} :one").name == name


def test_a_camel_case_name_may_become_a_keyword() -> None:
    (mistake,) = _read("-- name: Import :exec").mistakes
    assert mistake.message == "import is a keyword of Python"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("/* find_user :one */", id="no name:"),
        pytest.param("/*\n-- name: find_user :one */", id="a query commented out"),
        pytest.param("/* name: find_user :one\nSELECT 1 */", id="over several lines"),
        pytest.param("-- the name: find_user :one", id="words before"),
    ],
)
def test_other_comments_are_no_headers(text: str) -> None:
    kind = TokenKind.BLOCK_COMMENT if text.startswith("/*") else TokenKind.LINE_COMMENT
    assert not is_header(Token(kind, text, 0))


def test_text_in_a_block_header_is_reported() -> None:
    (mistake,) = _read("/* name: a :one the user */").mistakes
    assert (mistake.code, mistake.start, mistake.end) == ("bad-header", 15, 25)
