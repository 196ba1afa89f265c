"""Contestants take turns in rounds, so that what else the machine does hits all of them alike."""

import gc
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

#: A median of fewer says little.
_FEWEST_ROUNDS = 3


@dataclass(frozen=True)
class Contestant:
    """One of those that do the same work.

    :ivar sample: does the work once; returns how long one unit of it took, in seconds
    """

    name: str
    sample: Callable[[], float]


@dataclass(frozen=True)
class Times:
    """How long each contestant took in each round, in seconds."""

    rounds: Mapping[str, Sequence[float]]

    def seconds(self, name: str) -> float:
        """Return the median of a contestant's times."""
        return median(self.rounds[name])

    def ratio(self, name: str, to: str) -> float:
        """Return the median, over the rounds, of a contestant's time to another's in that round."""
        return median(
            mine / other for mine, other in zip(self.rounds[name], self.rounds[to], strict=True)
        )


def timed(
    work: Callable[[], object], *, units: int = 1, before: Callable[[], object] | None = None
) -> Callable[[], float]:
    """Return a function that does some work and returns how long a unit of it took, in seconds.

    Garbage is collected first, so that nobody pays for another's.

    :param units: how many units of work (calls, say) there are in it
    :param before: called first, untimed
    """

    def sample() -> float:
        if before is not None:
            before()
        gc.collect()
        started = time.perf_counter()
        work()
        return (time.perf_counter() - started) / units

    return sample


def interleave(
    contestants: Sequence[Contestant], *, rounds: int, seconds: float, warm_up: int = 1
) -> Times:
    """Let each contestant do its work once a round, in an order drawn anew for each.

    In a fixed order one would always find the caches as the same other left them; back and forth,
    the first and the last would find them as they left them themselves.

    :param rounds: at most so many
    :param seconds: no round begins after this time, as soon as there are three
    :param warm_up: rounds before, not counted, for caches and prepared statements
    """
    draw = random.Random(1)  # noqa: S311 - no secret, and the same in each run
    found: dict[str, list[float]] = {contestant.name: [] for contestant in contestants}
    for _ in range(warm_up):
        for contestant in contestants:
            contestant.sample()
    gc.collect()
    gc.freeze()  # what is there stays: it makes the collections before each sample quick
    try:
        end = time.monotonic() + seconds
        for number in range(rounds):
            if number >= _FEWEST_ROUNDS and time.monotonic() > end:
                break
            for contestant in draw.sample(contestants, len(contestants)):
                found[contestant.name].append(contestant.sample())
    finally:
        gc.unfreeze()
    return Times(found)
