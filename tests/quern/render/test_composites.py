"""The text of composite values."""

import pytest

from quern.render.runtime.composites import composite_text, read_composite


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("()", [None]),
        ('("")', [""]),
        ("(,)", [None, None]),
        ("(1,NULL)", ["1", "NULL"]),
        ('("a,b","(c)")', ["a,b", "(c)"]),
        ('("a""b","c\\\\d")', ['a"b', "c\\d"]),
        ('("line\nfeed"," ")', ["line\nfeed", " "]),
        ('("(""a"")",x)', ['("a")', "x"]),
    ],
)
def test_what_the_server_writes_is_read(text: str, values: list[str | None]) -> None:
    assert read_composite(text, len(values)) == values


@pytest.mark.parametrize(("text", "count"), [("(1)", 2), ("(1,2,3)", 2)])
def test_another_number_of_attributes_is_an_error(text: str, count: int) -> None:
    with pytest.raises(ValueError, match=f"{count} attributes are expected"):
        read_composite(text, count)


def test_none_is_null_and_the_rest_stands_between_quotes() -> None:
    assert composite_text(None, "", 1, 'a"\\') == '(,"","1","a""\\\\")'
