import pytest

from quern.source.lexer import tokenize
from quern.source.placeholders import (
    EmbedPlace,
    Placeholder,
    PlaceholderError,
    find_placeholders,
)


def _found(sql: str) -> list[tuple[str, str]]:
    """Return the names and the texts that stand for something else."""
    tokens = list(tokenize(sql))
    return [
        (
            place.name if isinstance(place, Placeholder) else place.relation,
            "".join(token.text for token in tokens[place.tokens]),
        )
        for place in find_placeholders(tokens)
    ]


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        pytest.param("SELECT :a, @b", [("a", ":a"), ("b", "@b")], id="house and sqlc"),
        pytest.param("SELECT $2", [("2", "$2")], id="numbered"),
        pytest.param("SELECT sqlc.arg(a)", [("a", "sqlc.arg(a)")], id="arg"),
        pytest.param("SELECT sqlc.arg('a b'), 1", None, id="no name in quotes"),
        pytest.param("SELECT SQLC . ARG ( 'a' )", [("a", "SQLC . ARG ( 'a' )")], id="spaced"),
        pytest.param('sqlc.arg("a")', [("a", 'sqlc.arg("a")')], id="quoted name"),
        pytest.param("sqlc.narg(a)::text", [("a", "sqlc.narg(a)")], id="narg before a cast"),
        pytest.param(
            "x IN (sqlc.slice(ids)) AND y",
            [("ids", "IN (sqlc.slice(ids))")],
            id="slice",
        ),
        pytest.param(
            "x NOT IN ( sqlc.slice('ids') )",
            [("ids", "NOT IN ( sqlc.slice('ids') )")],
            id="slice that is excluded",
        ),
        pytest.param("SELECT sqlc.embed(u), 1", [("u", "sqlc.embed(u)")], id="embed"),
        pytest.param(
            'SELECT sqlc.embed(public."U")',
            [('public."U"', 'sqlc.embed(public."U")')],
            id="embed with a schema",
        ),
        pytest.param("SELECT sqlc.users.id FROM sqlc.users", [], id="a schema named sqlc"),
        pytest.param("SELECT 'sqlc.arg(a)', \"sqlc\".arg(1)", [], id="in quotes"),
        pytest.param("x IN (SELECT sqlc.arg(a))", [("a", "sqlc.arg(a)")], id="IN a query"),
        pytest.param("NOT IN (:a)", [("a", ":a")], id="IN with a plain parameter"),
    ],
)
def test_places_are_found(sql: str, found: list[tuple[str, str]] | None) -> None:
    if found is None:
        with pytest.raises(PlaceholderError, match="name of one parameter"):
            _found(sql)
    else:
        assert _found(sql) == found


@pytest.mark.parametrize(
    ("sql", "message", "hint"),
    [
        pytest.param(
            "SELECT sqlc.args(a)",
            "there is no macro sqlc.args",
            "did you mean sqlc.arg?",
            id="name",
        ),
        pytest.param(
            "SELECT sqlc.arg()",
            "sqlc.arg takes the name of one parameter",
            "write sqlc.arg(name)",
            id="no argument",
        ),
        pytest.param(
            "SELECT sqlc.narg(a, b)",
            "sqlc.narg takes the name of one parameter",
            "write sqlc.narg(name)",
            id="two arguments",
        ),
        pytest.param(
            "SELECT sqlc.slice(a)",
            "sqlc.slice stands only in IN (…)",
            "write column IN (sqlc.slice(names)), or column = ANY (:names)",
            id="slice elsewhere",
        ),
        pytest.param(
            "SELECT sqlc.embed(1)",
            "sqlc.embed takes a table of FROM, or its alias",
            "write sqlc.embed(u)",
            id="embed of a number",
        ),
    ],
)
def test_a_wrong_macro_is_reported(sql: str, message: str, hint: str) -> None:
    with pytest.raises(PlaceholderError) as raised:
        _found(sql)
    assert (raised.value.mistake.message, raised.value.mistake.hint) == (message, hint)


def test_narg_may_be_null() -> None:
    (place,) = find_placeholders(list(tokenize("sqlc.narg(a)")))
    assert isinstance(place, Placeholder)
    assert place.nullable


def test_an_embed_is_no_parameter() -> None:
    (place,) = find_placeholders(list(tokenize("sqlc.embed(a)")))
    assert isinstance(place, EmbedPlace)
