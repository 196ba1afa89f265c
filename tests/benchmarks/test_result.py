"""Bars, and figures in words."""

import pytest

from tests.benchmarks.result import Bar, figure


@pytest.mark.parametrize(("measured", "held"), [(0.84, True), (0.85, True), (0.86, False)])
def test_an_upper_bar_is_held_up_to_its_limit(measured: float, held: bool) -> None:
    assert Bar("work", "at most", 0.85, "s", measured).held is held


@pytest.mark.parametrize(("measured", "held"), [(1.5, False), (1.6, True), (1.7, True)])
def test_a_lower_bar_is_held_from_its_limit_on(measured: float, held: bool) -> None:
    assert Bar("work", "at least", 1.6, "x", measured).held is held


def test_what_was_not_measured_is_neither_held_nor_missed() -> None:
    assert Bar("work", "at most", 1, "s", None).held is None


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.012345, "0.0123"), (0.5, "0.500"), (9.876, "9.88"), (99.96, "100"), (12345.6, "12346")],
)
def test_a_figure_has_three_digits_and_no_exponent(value: float, text: str) -> None:
    assert figure(value) == text
