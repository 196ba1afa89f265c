"""``:one!``: the row, or an error."""

from types import ModuleType

import pytest

from tests.quern.render.commands.callers import Caller

TWO_ITEMS = "INSERT INTO items (id, title) VALUES (1, 'a'), (2, 'a')"


def test_the_row_is_returned(caller: Caller) -> None:
    caller.execute(TWO_ITEMS)
    assert caller.call("get_item", id=2).title == "a"


def test_no_row_is_an_error_that_says_which_query_it_is(
    caller: Caller, runtime: ModuleType
) -> None:
    with pytest.raises(runtime.NoRowError, match="no row where one is expected") as caught:
        caller.call("get_item", id=2)
    assert "runs.get_item (queries/runs.sql:" in caught.value.__notes__[0]


def test_two_rows_are_an_error(caller: Caller, runtime: ModuleType) -> None:
    caller.execute(TWO_ITEMS)
    with pytest.raises(runtime.TooManyRowsError, match="2 rows where one is expected"):
        caller.call("get_titled", title="a")


@pytest.mark.parametrize("function", ["fetch_one", "fetch_optional"])
def test_the_first_of_two_rows_is_returned_where_that_is_asked_for(
    caller: Caller, runs: ModuleType, function: str
) -> None:
    caller.execute(TWO_ITEMS)
    assert caller.call_runtime(function, runs.GET_TITLED, ("a",), first=True) == 1
