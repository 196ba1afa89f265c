"""JSON, read as Python's own parser reads it."""

import json
import math

import pytest

from quern.render.runtime.json_values import json_text, read_json

TEXTS = [
    *("null", "true", "0", "-0", "1.5", "1e-400", '""', "[]", "{}"),
    *('"é 日本 🙂"', '"\\ud83d\\ude42"', '"\\\\u0000"', '{"": [{"a": null}]}'),
    *("9223372036854775807", "-9223372036854775809", "18446744073709551616", str(2**70)),
    *("[1, 12345678901234567890123]", '{"a": 0.12345678901234567890123}'),
    *('"\\ud800"', "[" * 300 + "]" * 300),
    *("1e400", "[-1e400, 1]", '"12345678901234567890"', '{"a": 1, "a": 2}'),
]


@pytest.mark.parametrize("text", TEXTS)
def test_json_is_read_as_python_s_own_module_reads_it(text: str) -> None:
    found, expected = read_json(text), json.loads(text)
    assert found == expected
    assert type(found) is type(expected)


def test_what_is_no_json_is_an_error() -> None:
    with pytest.raises(ValueError, match="line 1 column 2"):
        read_json("{")


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_json_refuses_what_json_has_not(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_text({"a": value})


def test_json_is_written_with_text_as_it_is() -> None:
    assert json_text({"ä": ["🙂", None, True]}) == '{"ä": ["🙂", null, true]}'
