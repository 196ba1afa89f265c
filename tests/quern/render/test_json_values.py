"""JSON, read with orjson and without: the same."""

import json
import math

import orjson
import pytest

from quern.render.runtime import json_values
from quern.render.runtime.json_values import json_text, read_json

TEXTS = [
    *("null", "true", "0", "-0", "1.5", "1e-400", '""', "[]", "{}"),
    *('"é 日本 🙂"', '"\\ud83d\\ude42"', '"\\\\u0000"', '{"": [{"a": null}]}'),
    *("9223372036854775807", "-9223372036854775809", "18446744073709551616", str(2**70)),
    *("[1, 12345678901234567890123]", '{"a": 0.12345678901234567890123}'),
    *("1e400", "[-1e400, 1]", '"12345678901234567890"', '{"a": 1, "a": 2}'),
]


@pytest.fixture(params=["orjson", "json"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With orjson, and as if it were not installed."""
    loads = orjson.loads if request.param == "orjson" else None
    monkeypatch.setattr(json_values, "quick_loads", loads)


def test_orjson_is_found() -> None:
    assert json_values.quick_loads is orjson.loads


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("text", TEXTS)
def test_json_is_read_as_python_s_own_module_reads_it(text: str) -> None:
    found, expected = read_json(text), json.loads(text)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.usefixtures("way")
def test_what_is_no_json_is_an_error() -> None:
    with pytest.raises(ValueError, match="line 1 column 2"):
        read_json("{")


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_json_refuses_what_json_has_not(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_text({"a": value})


def test_json_is_written_with_text_as_it_is() -> None:
    assert json_text({"ä": ["🙂", None, True]}) == '{"ä": ["🙂", null, true]}'
