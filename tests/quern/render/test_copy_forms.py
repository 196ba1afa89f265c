"""Rows as the text that COPY takes."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import psycopg
import pytest

from quern.render.runtime.copy_forms import MisfitError, text_block

ODD_TEXTS = ["", "\\", "\\N", "\\.", "\t", "\n", "\r", "\r\n", "a\\tb", "'\"", "é🙂", " "]


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([], ""),
        ([(1, "a"), (2, "b")], "1\ta\n2\tb\n"),
        ([(None, "a"), (2, None)], "\\N\ta\n2\t\\N\n"),
        ([(None,), (None,)], "\\N\n\\N\n"),
        ([("\\N",), (None,)], "\\\\N\n\\N\n"),
        ([("a\tb",), ("c",)], "a\\tb\nc\n"),
        ([(1,), (Decimal("1.5"),), (None,), ("\\",)], "1\n1.5\n\\N\n\\\\\n"),
        ([(True,), (False,)], "t\nf\n"),
        ([(b"\x00\xff",)], "\\\\x00ff\n"),
    ],
    ids=repr,
)
def test_rows_are_lines_of_fields(rows: Sequence[Sequence[Any]], text: str) -> None:
    assert text_block(rows) == text


def test_rows_of_other_lengths_are_lines_of_as_many_fields() -> None:
    assert text_block([(1, 2), (3,), ()]) == "1\t2\n3\n\n"


def test_a_value_without_a_text_is_an_error_that_knows_its_row() -> None:
    with pytest.raises(MisfitError, match="no parameter can be of type object") as caught:
        text_block([(1, 2), (1, object()), (1, object())])
    assert caught.value.index == 1


@pytest.mark.parametrize(
    ("type_name", "values"),
    [
        ("text", [*ODD_TEXTS, None]),
        ("text", ["plain", "texts", None]),
        ("bytea", [b"", b"\\\t\n\x00\xff", None]),
        ("uuid", [UUID(int=0), UUID(int=2**128 - 1), None]),
        ("boolean", [True, False, None]),
        ("numeric", [1, Decimal("-1.50"), None, 10**30]),
        ("timestamptz", [datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)]),
        ("date", [date(1, 1, 1), date(9999, 12, 31)]),
    ],
)
def test_the_server_reads_what_was_given(
    module_url: str, type_name: str, values: Sequence[Any]
) -> None:
    with psycopg.connect(module_url) as connection:
        connection.execute(f"CREATE TEMP TABLE loaded (id integer, value {type_name})".encode())
        with connection.cursor().copy("COPY loaded FROM STDIN") as copy:
            copy.write(text_block([*enumerate(values)]))
        found = connection.execute("SELECT value FROM loaded ORDER BY id").fetchall()
        connection.rollback()
    assert [value for (value,) in found] == values
