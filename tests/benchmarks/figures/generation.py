"""A project of 100, 1000 and 5000 queries, generated, beside what sqlc takes for the same files."""

import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks import child
from tests.benchmarks.bench import Bench
from tests.benchmarks.contestants import package
from tests.benchmarks.measure import Contestant, Times, interleave
from tests.benchmarks.result import Bar, Section, figure
from tests.benchmarks.synthetic import make_project

TABLES = 40
_QUERN = "quern, cold"
_STATIC, _ANALYSED = "sqlc, static", "sqlc, with its database analyser"
_SQLC = """\
version: "2"
sql:
  - engine: postgresql
    schema: schema.sql
    queries: queries
    {database}
    gen:
      {generator}
"""
#: What sqlc writes without a plug-in to download; JSON is its request to plug-ins, and the least.
_GENERATORS = {
    "Go": "go: {package: db, out: sqlc_go}",
    "JSON": "json: {out: sqlc_json, filename: request.json}",
}
#: The sizes, with how many rounds each has.
_SIZES = {100: 5, 1000: 7, 5000: 2}


def measure(bench: Bench) -> list[Section]:
    """Measure each size: nothing is there yet but the migrated database."""
    sections: list[Section] = []
    for queries, rounds in _SIZES.items():
        if bench.quick and queries > 1000:
            continue
        folder = bench.folder / f"generation_{queries}"
        make_project(folder, queries, TABLES)
        url = bench.database(folder.name, (folder / "schema.sql").read_text())
        sections.append(_section(folder, url, queries, bench.rounds(rounds)))
    return sections


def _section(folder: Path, url: str, queries: int, rounds: int) -> Section:
    sqlc = package("sqlc").get_binary_path()  # its program on PATH is a script around this
    commands = {_QUERN: [sys.executable, "-m", "quern", "generate", "--database-url", url]}
    for generator, settings in _GENERATORS.items():
        for name, database in ((_STATIC, ""), (_ANALYSED, f'database: {{uri: "{url}"}}')):
            file = folder / f"sqlc_{len(commands)}.yaml"
            file.write_text(_SQLC.format(database=database, generator=settings))
            commands[f"{name}, to {generator}"] = [sqlc, "generate", "--no-remote", "-f", file.name]
    spent: dict[str, list[child.Spent]] = {name: [] for name in commands}
    contestants = [
        Contestant(name, _run(command, folder, spent[name])) for name, command in commands.items()
    ]
    # By the third size, files and programs have been read before.
    warm_up = 0 if queries == max(_SIZES) else 1
    times = interleave(contestants, rounds=rounds, seconds=60, warm_up=warm_up)
    return Section(
        title=f"{queries:,} queries generated, cold",
        how=(
            f"Queries of 20 shapes over {TABLES} tables; the database is migrated and its server "
            "runs. quern writes sync and async modules. Whole processes, what they wrote before "
            f"and their caches deleted, in {len(times.rounds[_QUERN])} rounds. CPU and memory are "
            "those of the process, not of the server."
        ),
        header=("contestant", "s", "ratio", "s of CPU", "MB at the peak"),
        lines=[_line(name, times, spent[name]) for name in commands],
        bars=_bars(queries, times, spent[_QUERN]),
    )


def _run(command: Sequence[str], folder: Path, spent: list[child.Spent]) -> Callable[[], float]:
    """Return a function that runs a command from scratch, and returns its seconds.

    :param spent: takes what it took
    """

    def sample() -> float:
        for made in ("generated", ".quern", "sqlc_go", "sqlc_json", "sqlc_cache"):
            shutil.rmtree(folder / made, ignore_errors=True)
        spent.append(child.run(command, folder, {"SQLCCACHE": str(folder / "sqlc_cache")}))
        return spent[-1].seconds

    return sample


def _line(name: str, times: Times, spent: Sequence[child.Spent]) -> Sequence[str]:
    return (
        name,
        figure(times.seconds(name)),
        f"{times.ratio(name, _QUERN):.2f}",
        figure(median(each.cpu for each in spent)),
        figure(max(each.megabytes for each in spent)),
    )


def _bars(queries: int, times: Times, spent: Sequence[child.Spent]) -> list[Bar]:
    if queries == 1000:
        return [
            Bar(
                "1,000 queries generated, cold, database ready",
                *("at most", 1.0, f"x {name}, to Go or to JSON, whichever is faster"),
                max(times.ratio(_QUERN, f"{name}, to {generator}") for generator in _GENERATORS),
            )
            for name in (_ANALYSED, _STATIC)
        ]
    if queries == 5000:
        peak = max(each.megabytes for each in spent)
        return [Bar("peak memory, 5,000 queries", "at most", 250, "MB", peak)]
    return []
