"""The synchronous twin of the asynchronous runtime, derived word by word (as psycopg does its own).

``python -m quern.render.sync`` writes ``runtime/sync/`` anew from ``runtime/aio/``.
"""

import re
from pathlib import Path

RUNTIME = Path(__file__).parent / "runtime"

_WORDS = (
    (re.compile(r"\b(?:async|await) "), ""),
    (re.compile(r"\b__a(?=(?:enter|exit)__)"), "__"),
    (re.compile(r"\b(_?)Async(?=[A-Z])"), r"\1"),
    (re.compile(r"\bAwaitable\[(\w+)\]"), r"\1"),
    (re.compile(r"\bAwaitable, "), ""),
    (re.compile(r"\b__a(?=enter__|exit__|iter__|next__)"), "__"),
    (re.compile(r"\bAbstractAsync(?=C)"), "Abstract"),
    (re.compile(r"\baclos(?=e\b|ing\b)"), "clos"),
    (re.compile(r"for (\w+) in (\w+):\n +yield \1\n"), r"yield from \2\n"),
    (re.compile(r"The calls for asyncio"), "The calls"),
)


def derive_sync(text: str) -> str:
    """Return a module's text with its coroutines made plain functions."""
    for pattern, replacement in _WORDS:
        text = pattern.sub(replacement, text)
    return text


def derived_modules() -> dict[Path, str]:
    """Return what each module of ``runtime/sync/`` should say, layout aside, by its path."""
    return {
        RUNTIME / "sync" / path.name: derive_sync(path.read_text(encoding="utf-8"))
        for path in sorted((RUNTIME / "aio").glob("*.py"))
    }


if __name__ == "__main__":
    for module, derived in derived_modules().items():
        module.write_text(derived, encoding="utf-8")
