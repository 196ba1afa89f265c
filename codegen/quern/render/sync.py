"""The synchronous twin of an asynchronous module, derived word by word (as psycopg does its own).

``python -m quern.render.sync`` writes ``runtime/calls.py`` anew from ``runtime/aio.py``.
"""

import re
from pathlib import Path

RUNTIME = Path(__file__).parent / "runtime"

_WORDS = (
    (re.compile(r"\b(?:async|await) "), ""),
    (re.compile(r"\b(_?)Async(?=[A-Z])"), r"\1"),
    (re.compile(r"\bAwaitable\[(\w+)\]"), r"\1"),
    (re.compile(r"\bAwaitable, "), ""),
)


def derive_sync(text: str) -> str:
    """Return a module's text with its coroutines made plain functions."""
    for pattern, replacement in _WORDS:
        text = pattern.sub(replacement, text)
    return text


if __name__ == "__main__":
    source = (RUNTIME / "aio.py").read_text(encoding="utf-8")
    (RUNTIME / "calls.py").write_text(derive_sync(source), encoding="utf-8")
