"""What was measured, and the bars that it is held against."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tests.benchmarks.measure import Times


@dataclass(frozen=True)
class Bar:
    """A figure to hold.

    :ivar work: what is done
    :ivar limit: the figure that ``measured`` may reach
    :ivar unit: of both: ``s``, ``MB``, or ``x`` and what it is a multiple of
    :ivar measured: None if what would be measured does not exist yet
    """

    work: str
    sense: Literal["at most", "at least"]
    limit: float
    unit: str
    measured: float | None

    @property
    def held(self) -> bool | None:
        """Whether it is held; None if it was not measured."""
        if self.measured is None:
            return None
        if self.sense == "at most":
            return self.measured <= self.limit
        return self.measured >= self.limit


@dataclass(frozen=True)
class Section:
    """The results of one work, with all contestants.

    :ivar how: how it was measured
    :ivar header: the titles of the table's columns
    :ivar lines: its lines
    """

    title: str
    how: str
    header: Sequence[str]
    lines: Sequence[Sequence[str]]
    bars: Sequence[Bar]


def figure(value: float) -> str:
    """Return a number with three significant digits, without an exponent."""
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:#.3g}".rstrip(".")


def compared(
    times: Times, baseline: str, unit: Literal["µs", "ms", "s"]
) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """Return the table of all contestants: the median time of each, and its ratio to one.

    :param baseline: the contestant whose ratio is 1
    """
    factor = {"µs": 1e6, "ms": 1e3, "s": 1}[unit]
    lines = [
        (name, figure(times.seconds(name) * factor), f"{times.ratio(name, baseline):.2f}")
        for name in times.rounds
    ]
    return ("contestant", unit, "ratio"), lines
