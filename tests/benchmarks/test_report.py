"""Results as Markdown."""

import pytest

from tests.benchmarks.report import render
from tests.benchmarks.result import Bar, Section


def _report(measured: float | None) -> list[str]:
    section = Section(
        title="Work",
        how="By hand.",
        header=("contestant", "s", "ratio"),
        lines=[("quern", "1.00", "1.00"), ("other", "2.00", "2.00")],
        bars=[Bar("work", "at most", 1.5, "s", measured)],
    )
    return render([section], {"CPU": "fast"}, {"Python": "3.11"}).splitlines()


@pytest.mark.parametrize(
    ("measured", "words"),
    [(1.25, "1.25 | yes"), (1.75, "1.75 | **no**"), (None, "not there yet | not measured")],
)
def test_it_is_said_plainly_whether_a_bar_is_held(measured: float | None, words: str) -> None:
    assert f"| work | at most 1.5 s | {words} |" in _report(measured)


def test_a_section_has_all_contestants_in_a_table() -> None:
    lines = _report(1)
    table = lines[lines.index("## Work") + 4 :]
    assert table == [
        "| contestant | s | ratio |",
        "| --- | ---: | ---: |",
        "| quern | 1.00 | 1.00 |",
        "| other | 2.00 | 2.00 |",
    ]
