from pathlib import Path

import pytest

from quern.errors import Diagnostic
from quern.source.parser import parse_file
from quern.source.query import SourceQuery
from quern.source.span import SourceText
from quern.source.statement import Variant

_HEAD = """-- name: search :many
-- @order newest: created_at DESC, id
-- @order email: email
"""
_BODY = """SELECT id
FROM users
WHERE true
  AND email = :email -- @if email
  -- @if first, last
  AND first = :first
  AND last = :last
  -- @end
ORDER BY created_at DESC, id  -- @order
LIMIT :limit;
"""
_SEARCH = _HEAD + _BODY


def _parse(text: str) -> tuple[SourceQuery | None, list[Diagnostic]]:
    parsed = parse_file(SourceText(Path("a.sql"), text), ("a",))
    return (parsed.queries[0] if parsed.queries else None), list(parsed.diagnostics)


def _query(text: str) -> SourceQuery:
    query, diagnostics = _parse(text)
    assert diagnostics == []
    assert query is not None
    return query


def _variant(text: str, *conditions: tuple[str, ...], order: str | None = None) -> Variant:
    return _query(text).statement.variant(conditions, order)


def test_the_whole_statement_is_what_the_file_says() -> None:
    written = _BODY.removesuffix(";\n")
    for number, name in enumerate(("email", "first", "last", "limit"), 1):
        written = written.replace(f":{name}", f"${number}")
    assert _query(_SEARCH).sql == written


def test_a_marked_line_is_left_out_whole() -> None:
    text = "-- name: a :many\nSELECT 1\nWHERE true\n  AND :x = 1 -- @if x\nLIMIT 1"
    assert _variant(text).sql == "SELECT 1\nWHERE true\nLIMIT 1"


def test_a_block_is_left_out_with_its_marks() -> None:
    text = "-- name: a :many\nSELECT 1\n-- @if x\nWHERE :x\n  = 1\n-- @end\nLIMIT 1"
    assert _variant(text).sql == "SELECT 1\nLIMIT 1"


def test_a_marked_last_line_may_end_the_statement() -> None:
    text = "-- name: a :many\nSELECT 1\nLIMIT :n; -- @if n"
    assert _variant(text).sql == "SELECT 1\n"


def test_the_first_line_may_be_marked() -> None:
    text = "-- name: a :many\nWITH t AS (SELECT :x) -- @if x\nSELECT 1"
    assert _variant(text).sql == "SELECT 1"


def test_numbers_are_the_same_in_all_variants() -> None:
    assert _variant(_SEARCH, ("first", "last"), order="email").sql.count("$3") == 1


def test_a_variant_tells_the_parameters_that_only_others_use() -> None:
    assert _variant(_SEARCH, ("email",), order="newest").unused == {2, 3}


def test_the_orders_take_the_marked_line() -> None:
    assert _variant(_SEARCH, order="email").sql == (
        "SELECT id\nFROM users\nWHERE true\nORDER BY email\nLIMIT $4"
    )


def test_the_order_that_is_written_is_the_default() -> None:
    text = _SEARCH.replace("ORDER BY created_at DESC, id  --", "ORDER BY email --")
    assert _query(text).statement.orders == ("email", "newest")


def test_an_order_may_take_parameters() -> None:
    text = "-- name: a :many\n-- @order d: x <-> :q\n-- @order x: x\nSELECT 1\nORDER BY x -- @order"
    assert _variant(text, order="d").sql == "SELECT 1\nORDER BY x <-> $1"


def test_a_condition_may_have_several_parts() -> None:
    text = "-- name: a :many\nSELECT 1 FROM t\nJOIN u ON :x -- @if x\nWHERE y\nAND z -- @if x\n"
    assert _query(text).statement.conditions == (("x",),)
    assert _variant(text).sql == "SELECT 1 FROM t\nWHERE y\n"


def test_all_combinations_are_variants_and_each_order_with_all_and_none() -> None:
    found = [(len(v.conditions), v.order) for v in _query(_SEARCH).statement.variants()]
    assert found == [
        (2, "newest"),
        (1, "newest"),
        (1, "newest"),
        (0, "newest"),
        (2, "email"),
        (0, "email"),
    ]


def test_a_statement_without_marks_is_its_only_variant() -> None:
    statement = _query("-- name: a :one\nSELECT :x").statement
    assert [variant.sql for variant in statement.variants()] == ["SELECT $1"]


@pytest.mark.parametrize("order", ["newest", "email"])
def test_a_position_in_a_variant_leads_back_to_the_file(order: str) -> None:
    variant = _variant(_SEARCH, ("first", "last"), order=order)
    for word in ("LIMIT", "$3", "first =", "WHERE"):
        written = word.replace("$3", ":last")
        assert variant.offsets.to_file(variant.sql.index(word)) == _SEARCH.index(written)


def test_a_position_in_another_order_leads_to_its_directive() -> None:
    variant = _variant(_SEARCH, order="email")
    offset = variant.sql.index("email")
    assert variant.offsets.to_file(offset) == _SEARCH.index("email: email") + len("email: ")


_STATEMENT = "-- name: a :many\nSELECT 1\n"
_ORDERED = "-- name: a :many\n-- @order x: x, y\nSELECT 1\n"


@pytest.mark.parametrize(
    ("text", "code", "message", "marked"),
    [
        pytest.param(
            _STATEMENT + "AND 1 -- @if",
            "bad-mark",
            "-- @if names no parameter",
            "-- @if",
            id="no name",
        ),
        pytest.param(
            _STATEMENT + "-- @if x\nAND :x",
            "bad-mark",
            "the part that -- @if opens has no end",
            "-- @if x",
            id="no end",
        ),
        pytest.param(
            _STATEMENT + "AND 1 -- @end",
            "bad-mark",
            "-- @end closes no part",
            "-- @end",
            id="no start",
        ),
        pytest.param(
            _STATEMENT + "-- @if x\nAND :x -- @if x\n-- @end",
            "bad-mark",
            "a mark inside a part that -- @if opened",
            "-- @if x",
            id="nested",
        ),
        pytest.param(
            _STATEMENT + "AND :x = '\n' -- @if x",
            "bad-mark",
            "a marked line cuts through '…",
            "-- @if x",
            id="a string over two lines",
        ),
        pytest.param(
            _STATEMENT + ";\n-- @if x\n-- @end",
            "bad-mark",
            "a mark on a line without code",
            "-- @if x",
            id="no code",
        ),
        pytest.param(
            _STATEMENT + "AND :y -- @if x",
            "unknown-parameter",
            "the query has no parameter x",
            "-- @if x",
            id="unknown parameter",
        ),
        pytest.param(
            _STATEMENT + "AND :x -- @if x\nLIMIT :x",
            "bad-condition",
            "x decides on this part, yet it is used outside of it too",
            "-- @if x",
            id="used outside",
        ),
        pytest.param(
            _STATEMENT + "AND :x = :y -- @if x",
            "bad-condition",
            "y is used only where x is given",
            ":y",
            id="another parameter inside",
        ),
        pytest.param(
            _STATEMENT + "\n".join(f"AND :p{n} -- @if p{n}" for n in range(7)),
            "too-many-parts",
            "7 conditions make 128 statements; 6 are allowed",
            "-- @if p6",
            id="too many",
        ),
        pytest.param(
            _ORDERED,
            "unused-order",
            "no line is marked with -- @order",
            "x, y",
            id="orders without a line",
        ),
        pytest.param(
            _STATEMENT + "ORDER BY x -- @order",
            "bad-mark",
            "-- @order without a list of orders",
            "-- @order",
            id="a line without orders",
        ),
        pytest.param(
            _ORDERED + "ORDER BY x -- @order",
            "bad-mark",
            "the ORDER BY line is none of the orders: x",
            "-- @order",
            id="no default",
        ),
        pytest.param(
            _ORDERED + "LIMIT 1 -- @order",
            "bad-mark",
            "-- @order marks a line that is no ORDER BY",
            "-- @order",
            id="no ORDER BY",
        ),
        pytest.param(
            _ORDERED + "ORDER BY x, y -- @order z: y",
            "bad-mark",
            "an order is listed inside the statement",
            "-- @order z: y",
            id="an order below the header",
        ),
    ],
)
def test_a_wrong_mark_is_reported(text: str, code: str, message: str, marked: str) -> None:
    query, (found, *_) = _parse(text)
    assert query is None
    assert (found.code, found.message) == (code, message)
    assert found.location is not None
    assert found.location.marked_text == marked
