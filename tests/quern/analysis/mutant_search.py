"""Which mutants of the rules do random queries notice?

All mutants are tried on the same trials. One that claims too much is caught once a query breaks a
claim of it; one that proves too little, once a claim is missing that the rules make.
"""

import signal
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any, Generic, TypeAlias, TypeVar

from tests.quern.analysis.mutant import Line, Mutant
from tests.quern.analysis.trial import Trial

ClaimsT = TypeVar("ClaimsT")
#: What :func:`sys.settrace` takes: it returns itself, or another one.
_Tracer: TypeAlias = Callable[[FrameType, str, Any], Any]

#: A mutant that takes longer over one query does not end.
_SECONDS_FOR_A_QUERY = 5


@dataclass
class Outcome:
    """What became of a mutant.

    :ivar queries: how many queries it was tried on, until it was caught
    :ivar concerned: how many of them are judged by the lines that it edits
    :ivar how: how it was caught, or None
    """

    mutant: Mutant
    queries: int = 0
    concerned: int = 0
    how: str | None = None


class MutantSearch:
    """Tries mutants on trials."""

    def __init__(self, mutants: Iterable[Mutant]) -> None:
        self.outcomes = [Outcome(mutant) for mutant in mutants]

    @property
    def waiting(self) -> list[Outcome]:
        """Those that are not caught yet."""
        return [outcome for outcome in self.outcomes if outcome.how is None]

    @property
    def catalog_mutants(self) -> list[Mutant]:
        """Those of them for which the catalogue has to be read."""
        return [outcome.mutant for outcome in self.waiting if outcome.mutant.is_query]

    def add(self, trial: Trial[ClaimsT]) -> None:
        """Try the mutants that are left on a trial."""
        lines = frozenset[Line]().union(*(o.mutant.lines or () for o in self.waiting))
        truths = [_judge(trial, number, lines) for number in range(len(trial))]
        for outcome in self.waiting:
            _try_mutant(outcome, trial, truths)


@dataclass(frozen=True)
class _Truth(Generic[ClaimsT]):
    """What the rules claim of a query, and which of their lines ran."""

    claims: ClaimsT
    lines: frozenset[Line]


def _judge(trial: Trial[ClaimsT], number: int, lines: frozenset[Line]) -> _Truth[ClaimsT]:
    """Judge a query by the rules, and note which of some lines run."""
    files = {filename for filename, _ in lines}
    seen: set[Line] = set()

    def note_line(frame: FrameType, event: str, _argument: object) -> _Tracer:
        if event == "line":
            seen.add((frame.f_code.co_filename, frame.f_lineno))
        return note_line

    def note_call(frame: FrameType, _event: str, _argument: object) -> _Tracer | None:
        return note_line if frame.f_code.co_filename in files else None

    before = sys.gettrace()
    sys.settrace(note_call)
    try:
        claims = trial.judge(number, trial.catalog)
    finally:
        sys.settrace(before)
    return _Truth(claims, lines & seen)


def _try_mutant(outcome: Outcome, trial: Trial[ClaimsT], truths: Sequence[_Truth[ClaimsT]]) -> None:
    mutant, lines = outcome.mutant, outcome.mutant.lines
    catalog = trial.mutant_catalogs.get(mutant, trial.catalog)
    if mutant.is_query and catalog == trial.catalog:
        outcome.queries += len(truths)
        return
    with mutant.applied():
        for number, truth in enumerate(truths):
            outcome.queries += 1
            if lines is not None and not lines & truth.lines:
                continue
            outcome.concerned += 1
            if not mutant.proves_less and not trial.can_break(number, truth.claims):
                continue
            try:
                with _time_limit():
                    claims = trial.judge(number, catalog)
            except _TooLongError:
                outcome.how = "it does not end"
            except (LookupError, RecursionError) as error:
                outcome.how = f"it ends in {type(error).__name__}"
            else:
                if mutant.proves_less and trial.loses(truth.claims, claims):
                    outcome.how = "a proof is lost"
                elif not mutant.proves_less and trial.breaks(number, claims):
                    outcome.how = "a claim is broken"
            if outcome.how is not None:
                return


class _TooLongError(Exception):
    """A mutant does not come to an end."""


@contextmanager
def _time_limit() -> Generator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, _SECONDS_FOR_A_QUERY)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
