"""Results as Markdown, for a file and for the terminal."""

from collections.abc import Iterable, Mapping, Sequence

from tests.benchmarks.result import Bar, Section, figure

_METHOD = """\
Every figure is taken in one run: the contestants take turns in rounds, in an order drawn anew \
for each, after a warm-up that does not count. A time is the median of the rounds; a ratio is \
the median of the ratios of each round, so that what else the machine does hits both sides \
alike. Python's garbage is collected before each turn and collected as usual during it. The \
server is a scratch one on a Unix socket, without durability (fsync, synchronous_commit and \
full_page_writes are off, and so are autovacuum and jit); SQLAlchemy and aiosql work on psycopg, \
asyncio has its own event loop.
"""


def render(
    sections: Sequence[Section], facts: Mapping[str, str], versions: Mapping[str, str]
) -> str:
    """Return all results.

    :param facts: of the machine
    :param versions: of all that takes part
    """
    bars = [bar for section in sections for bar in section.bars]
    parts = [
        "# Benchmarks",
        "Written by `just bench`; what is measured, and how, stands in `tests/benchmarks/`.",
        "\n".join(f"- {name}: {value}" for name, value in facts.items())
        + "\n- versions: "
        + ", ".join(f"{name} {value}" for name, value in versions.items()),
        _METHOD.strip(),
        "## Figures to hold",
        _table(("work", "bar", "measured", "held"), map(_bar, bars), left=2),
    ]
    for section in sections:
        parts += (
            f"## {section.title}",
            section.how,
            _table(section.header, section.lines, left=1),
        )
    return "\n\n".join(parts) + "\n"


def _bar(bar: Bar) -> Sequence[str]:
    measured = "not there yet" if bar.measured is None else figure(bar.measured)
    held = {True: "yes", False: "**no**", None: "not measured"}[bar.held]
    return bar.work, f"{bar.sense} {bar.limit:g} {bar.unit}", measured, held


def _table(header: Sequence[str], lines: Iterable[Sequence[str]], *, left: int) -> str:
    """Return a table.

    :param left: so many columns are texts, the others are figures
    """
    rule = ["---" if number < left else "---:" for number, _ in enumerate(header)]
    return "\n".join(f"| {' | '.join(line)} |" for line in (header, rule, *lines))
