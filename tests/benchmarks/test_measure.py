"""Rounds and ratios; how long anything takes is not looked at."""

from collections.abc import Callable

from tests.benchmarks.measure import Contestant, Times, interleave, timed


def test_each_contestant_has_one_turn_in_each_round_and_in_the_warm_up() -> None:
    turns: list[str] = []

    def sample(name: str) -> Callable[[], float]:
        def take_turn() -> float:
            turns.append(name)
            return 1.0

        return take_turn

    interleave([Contestant(name, sample(name)) for name in "abc"], rounds=20, seconds=60)
    rounds = ["".join(turns[start : start + 3]) for start in range(0, len(turns), 3)]
    assert len(rounds) == 21
    assert {"".join(sorted(each)) for each in rounds} == {"abc"}
    assert len(set(rounds)) == 6  # all orders


def test_no_round_begins_after_the_time_but_three_there_are() -> None:
    times = interleave([Contestant("a", lambda: 1.0)], rounds=9, seconds=0, warm_up=0)
    assert len(times.rounds["a"]) == 3


def test_a_ratio_compares_within_each_round() -> None:
    # The machine was ten times slower in the second round and three times in the last.
    times = Times({"mine": [2, 20, 6], "other": [1, 10, 3]})
    assert times.ratio("mine", "other") == 2


def test_one_slow_round_does_not_change_the_time_of_a_contestant() -> None:
    assert Times({"a": [1, 50, 1]}).seconds("a") == 1


def test_what_comes_before_the_work_is_done_each_time() -> None:
    done: list[str] = []
    sample = timed(lambda: done.append("work"), before=lambda: done.append("before"))
    sample()
    sample()
    assert done == ["before", "work", "before", "work"]
