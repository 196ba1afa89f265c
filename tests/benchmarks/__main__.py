"""Measure all of it and write ``RESULTS.md``, or some of it and print that.

::

    just bench
    just bench --only point_select --only many_rows
    just bench --quick

With ``--quick`` the rounds are few, and the figures mean nothing: it shows that all of it works.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.bench import Bench, open_bench
from tests.benchmarks.figures import (
    analysis,
    bulk_insert,
    generation,
    imports,
    many_rows,
    point_select,
    policies,
    unchanged,
)
from tests.benchmarks.machine import machine, versions
from tests.benchmarks.report import render
from tests.benchmarks.result import Section

RESULTS = Path(__file__).with_name("RESULTS.md")

FIGURES: dict[str, Callable[[Bench], list[Section]]] = {
    "point_select": point_select.measure,
    "many_rows": many_rows.measure,
    "bulk_insert": bulk_insert.measure,
    "policies": policies.measure,
    "generation": generation.measure,
    "unchanged": unchanged.measure,
    "analysis": analysis.measure,
    "imports": imports.measure,
}


def main() -> int:
    """Measure what the command line says; print it, and write it down if it is all."""
    options = _parser().parse_args()
    names: list[str] = options.only or list(FIGURES)
    facts = machine()
    sections: list[Section] = []
    with open_bench(quick=options.quick) as bench:
        found = versions(bench.server.url())
        for name in names:
            started = time.monotonic()
            print(f"{name} ...", end=" ", file=sys.stderr, flush=True)
            sections += FIGURES[name](bench)
            print(f"{time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    text = render(sections, facts, found)
    print(text)
    if options.only or options.quick:
        print(f"{RESULTS.name} is written by a whole run only", file=sys.stderr)
    else:
        RESULTS.write_text(text)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="just bench", description="Measure quern and others.")
    parser.add_argument("--only", action="append", choices=FIGURES, help="may be given repeatedly")
    parser.add_argument("--quick", action="store_true", help="few rounds: shows that it works")
    return parser


if __name__ == "__main__":
    sys.exit(main())
