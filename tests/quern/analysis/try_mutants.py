"""Random queries, run once, and every mutant of the rules judged by them.

``python -m tests.quern.analysis.try_mutants --minutes 10 --seed 1`` runs on the server that
:mod:`tests.postgres` chooses, and prints which mutants were caught and after how many queries.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from tests import postgres
from tests.postgres import Databases
from tests.quern.analysis.cardinality.mutants import MUTANTS as ROW_MUTANTS
from tests.quern.analysis.cardinality.trial import try_seed as try_rows
from tests.quern.analysis.mutant import Mutant
from tests.quern.analysis.mutant_search import MutantSearch, Outcome
from tests.quern.analysis.nullability.mutants import MUTANTS as NULL_MUTANTS
from tests.quern.analysis.nullability.trial import try_seed as try_nulls
from tests.quern.analysis.trial import LostServerError


@dataclass(frozen=True)
class _Subject:
    """Mutants, and what tries all that are left on a seed in the database of a URL."""

    name: str
    search: MutantSearch
    try_seed: Callable[[str, int], None]


def main() -> int:
    """Run until all mutants are caught or the time is over."""
    parser = argparse.ArgumentParser(
        prog="just mutants", description="Try the mutants of the rules on random queries."
    )
    parser.add_argument("--minutes", type=float, default=10, help="at most, of each kind (10)")
    parser.add_argument("--seed", type=int, default=1, help="the first seed (1)")
    parser.add_argument("--only", metavar="WORDS", default="", help="mutants whose names have them")
    parser.add_argument("--what", choices=["nullability", "cardinality", "both"], default="both")
    arguments = parser.parse_args()
    with postgres.start() as server:
        databases = Databases(server)
        name = databases.empty()
        with databases.server.administrator() as connection:
            version = connection.info.server_version // 10000
        for subject in _subjects(version, arguments.only):
            if arguments.what in {subject.name, "both"} and subject.search.outcomes:
                seeds = _try(subject, server.owner_url(name), arguments.seed, arguments.minutes)
                words = f"{subject.name}, seeds {arguments.seed} to {seeds} on {server.words}"
                print(f"{words}:\n{_table(subject.search.outcomes)}\n", flush=True)
        databases.drop(name)
    return 0


def _subjects(version: int, only: str) -> tuple[_Subject, ...]:
    def chosen(mutants: Sequence[Mutant]) -> MutantSearch:
        return MutantSearch(m for m in mutants if m.since <= version <= m.until and only in m.name)

    nulls, rows = chosen(NULL_MUTANTS), chosen(ROW_MUTANTS)
    return (
        _Subject("nullability", nulls, partial(_try_nulls, nulls)),
        _Subject("cardinality", rows, partial(_try_rows, rows)),
    )


def _try_nulls(search: MutantSearch, url: str, seed: int) -> None:
    search.add(try_nulls(url, seed, mutants=search.catalog_mutants))


def _try_rows(search: MutantSearch, url: str, seed: int) -> None:
    search.add(try_rows(url, seed, mutants=search.catalog_mutants))


def _try(subject: _Subject, url: str, first_seed: int, minutes: float) -> int:
    """Try seeds, and return the last one."""
    end = time.monotonic() + minutes * 60
    seed = first_seed
    while True:
        try:
            subject.try_seed(url, seed)
        except LostServerError as lost:
            print(f"seed {seed}: the server went away over\n{lost}\n", flush=True)
            return seed
        if not subject.search.waiting or time.monotonic() > end:
            return seed
        seed += 1


def _table(outcomes: Sequence[Outcome]) -> str:
    """Return a line for each mutant, and how many were caught."""
    width = max(len(outcome.mutant.name) for outcome in outcomes)
    lines = [f"{'mutant':{width}}  queries  caught"]
    lines += [f"{o.mutant.name:{width}}  {o.queries:7}  {_words(o)}" for o in outcomes]
    caught = sum(outcome.how is not None for outcome in outcomes)
    return "\n".join((*lines, f"{caught} of {len(outcomes)} mutants caught"))


def _words(outcome: Outcome) -> str:
    return outcome.how or f"NO; {outcome.concerned} queries went by it"


if __name__ == "__main__":
    sys.exit(main())
