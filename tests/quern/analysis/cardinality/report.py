"""What the rules say of random queries, held against the numbers of rows that were seen."""

from collections import Counter
from dataclasses import dataclass, field

from tests.quern.analysis.cardinality.trial import RowTrial


@dataclass
class Report:
    """What was found in some trials.

    :ivar refused: queries that the server does not take
    :ivar seen: runs, by what was claimed and whether there was no row, one or several
    :ivar failures: broken claims, in words
    """

    queries: int = 0
    refused: int = 0
    seen: Counter[str] = field(default_factory=Counter[str])
    failures: list[str] = field(default_factory=list[str])

    def add(self, trial: RowTrial) -> None:
        """Judge the queries of a trial, and count."""
        self.queries += len(trial) + trial.refused
        self.refused += trial.refused
        for number, counted in enumerate(trial.counted):
            claim = trial.judge(number, trial.catalog)
            broken = counted.broken(claim)
            if broken is not None:
                values, rows = broken
                self.failures.append(
                    f"seed {trial.seed}: {rows} row(s), though claimed to be {claim.rows}: "
                    f"{claim.why}\n{counted.sql}\nparameters: {list(values)}"
                )
            self.seen.update(
                f"{claim.rows}, {'more rows' if rows > 1 else f'{rows} row(s)'}"
                for _, rows in counted.runs
            )

    def __str__(self) -> str:
        return "\n".join(
            (
                f"{self.queries} queries, {self.refused / max(1, self.queries):.1%} refused; "
                f"{self.seen.total()} runs, {len(self.failures)} claims broken; claimed and seen:",
                *(f"  {count:6} {words}" for words, count in self.seen.most_common()),
            )
        )
