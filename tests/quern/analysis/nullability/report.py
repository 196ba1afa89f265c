"""What the rules say of random queries, held against what was seen."""

from collections import Counter
from dataclasses import dataclass, field

from tests.quern.analysis.nullability.trial import NullTrial, Observed

#: So many rows without NULL make a column that may be NULL by its verdict worth a look.
_MANY_ROWS = 8


@dataclass(frozen=True)
class Failure:
    """A column that was claimed never NULL, and was."""

    seed: int
    sql: str
    values: list[object]
    column: int
    why: str

    def __str__(self) -> str:
        return (
            f"seed {self.seed}: column {self.column} is NULL, though claimed never to be: "
            f"{self.why}\n{self.sql}\nparameters: {self.values}"
        )


@dataclass
class Report:
    """What was found in some trials.

    :ivar refused: queries that the server does not take
    :ivar failed: runs that ended in an error, say a division by zero
    :ivar claims: columns claimed never NULL, for which rows were seen
    :ivar cautious: columns that may be NULL by the verdict, but never were, in several rows
    """

    queries: int = 0
    refused: int = 0
    runs: int = 0
    failed: int = 0
    claims: int = 0
    nullable: int = 0
    cautious: int = 0
    failures: list[Failure] = field(default_factory=list)
    refusals: Counter[str] = field(default_factory=Counter[str])
    doubts: Counter[str] = field(default_factory=Counter[str])

    def add(self, trial: NullTrial) -> None:
        """Judge the queries of a trial, and count."""
        self.queries += len(trial) + len(trial.refusals)
        self.refused += len(trial.refusals)
        self.refusals.update(message[:60] for message in trial.refusals)
        self.runs += trial.runs
        self.failed += trial.failed
        for number, found in enumerate(trial.observed):
            self._judge(trial, number, found)

    def _judge(self, trial: NullTrial, number: int, found: Observed) -> None:
        verdicts = trial.judge(number, trial.catalog)
        query = found.query
        self.failures += (
            Failure(
                trial.seed, query.sql, query.values, column + 1, f"{what}: {verdicts[column].why}"
            )
            for column, what in found.broken(verdicts)
        )
        for column, verdict in enumerate(verdicts) if found.rows else ():
            if column in found.nulls:
                self.nullable += 1
            elif verdict.never_null:
                self.claims += 1
            elif found.rows >= _MANY_ROWS:
                self.cautious += 1
                self.doubts[verdict.why.split(":")[-1].strip()[:50]] += 1

    def __str__(self) -> str:
        proven = self.claims + self.cautious
        counted = (
            f"{self.queries} queries, {self.refused / max(1, self.queries):.1%} refused; "
            f"{self.runs} runs, {self.failed / max(1, self.runs):.1%} failed; "
            f"{self.claims} claims checked, {len(self.failures)} broken; "
            f"{self.nullable} columns seen NULL; of those never seen NULL "
            f"{self.claims / max(1, proven):.1%} were proven"
        )
        return "\n".join(
            (
                counted,
                *_most_common("refused", self.refusals),
                *_most_common("unproven", self.doubts),
            )
        )


def _most_common(title: str, counted: Counter[str]) -> list[str]:
    lines = [f"  {count:6} {words}" for words, count in counted.most_common(12)]
    return [f"most often {title}:", *lines]
