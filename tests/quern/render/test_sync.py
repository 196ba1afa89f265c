"""The synchronous twin of the runtime, made of the asynchronous one."""

import subprocess
import sys
from pathlib import Path

import pytest

from quern.render.sync import RUNTIME, derive_sync


def test_the_synchronous_calls_are_what_is_derived_from_the_asynchronous_ones() -> None:
    derived = derive_sync((RUNTIME / "aio.py").read_text(encoding="utf-8"))
    ruff = Path(sys.executable).parent / "ruff"
    formatted = subprocess.run(
        [ruff, "format", "--isolated", "--line-length", "100", "-"],
        input=derived.encode(),
        capture_output=True,
        check=True,
    )
    assert formatted.stdout == (RUNTIME / "calls.py").read_bytes()


@pytest.mark.parametrize(
    ("text", "derived"),
    [
        ("async def f() -> None:", "def f() -> None:"),
        ("return await f()", "return f()"),
        ("async with await f() as g:", "with f() as g:"),
        ("class AsyncRunner(Protocol):", "class Runner(Protocol):"),
        ("class _AsyncCursor(AsyncRawCursor[R]):", "class _Cursor(RawCursor[R]):"),
        ("Callable[[AsyncConnection[Any]], Awaitable[T]]", "Callable[[Connection[Any]], T]"),
        ("awaits = asynchronous", "awaits = asynchronous"),
    ],
)
def test_words_of_asyncio_are_replaced(text: str, derived: str) -> None:
    assert derive_sync(text) == derived
