"""JSON, read as Python's own parser reads it."""

import importlib.util
import json
import math
from types import ModuleType
from typing import Any

import pytest

from quern.render.runtime import json_values
from quern.render.runtime.json_values import read_json

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


@pytest.fixture(params=["part in C", "public encoder"])
def written(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, with Python's encoder used in either way."""
    with monkeypatch.context() as patch:
        if request.param == "public encoder":
            patch.delattr("json.encoder.c_make_encoder")
        spec = importlib.util.find_spec(json_values.__name__)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_json_refuses_what_json_has_not(written: ModuleType, value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        written.json_text({"a": value})


def test_json_is_written_with_text_as_it_is(written: ModuleType) -> None:
    assert written.json_text({"ä": ["🙂", None, True]}) == '{"ä": ["🙂", null, true]}'


@pytest.mark.parametrize(
    "value",
    [{}, [], 'a\t"\\\x00\x7f', 10**30, -0.0, 1e-7, (1, (2,)), {1: {None: {True: []}}}, None],
    ids=repr,
)
def test_json_is_written_as_python_s_own_module_writes_it(written: ModuleType, value: Any) -> None:
    assert written.json_text(value) == json.dumps(value, ensure_ascii=False, allow_nan=False)


@pytest.mark.parametrize("value", [{1, 2}, [object()], {"a": b"b"}], ids=repr)
def test_json_refuses_what_is_no_json_value(written: ModuleType, value: Any) -> None:
    with pytest.raises(TypeError, match="is not JSON serializable"):
        written.json_text(value)


def test_json_that_holds_itself_is_an_error(written: ModuleType) -> None:
    value: list[Any] = []
    value.append(value)
    with pytest.raises((ValueError, RecursionError)):
        written.json_text(value)
