"""The synchronous twin of the runtime, made of the asynchronous one."""

import subprocess
import sys
from pathlib import Path

import pytest

from quern.render.sync import RUNTIME, derive_sync, derived_modules


def test_the_synchronous_modules_are_what_is_derived_from_the_asynchronous_ones() -> None:
    ruff = Path(sys.executable).parent / "ruff"
    derived = derived_modules()
    for path, text in derived.items():
        sorted_imports, formatted = ["check", "--select=I", "--fix-only"], ["format"]
        for command in (sorted_imports, formatted):
            words = [str(ruff), *command, "--isolated", "--line-length=100", "--quiet", "-"]
            done = subprocess.run(words, input=text, capture_output=True, check=True, text=True)
            text = done.stdout
        assert text == path.read_text(encoding="utf-8"), path
    assert {*derived} == {*(RUNTIME / "sync").glob("*.py")}


@pytest.mark.parametrize(
    ("text", "derived"),
    [
        ("async def f() -> None:", "def f() -> None:"),
        ("return await f()", "return f()"),
        ("async with await f() as g:", "with f() as g:"),
        ("class AsyncRunner(Protocol):", "class Runner(Protocol):"),
        ("class _AsyncCursor(AsyncRawCursor[R]):", "class _Cursor(RawCursor[R]):"),
        ("Callable[[AsyncConnection[Any]], Awaitable[T]]", "Callable[[Connection[Any]], T]"),
        ("async def __aexit__(self)", "def __exit__(self)"),
        ("async with aclosing(rows):", "with closing(rows):"),
        ("awaits = asynchronous", "awaits = asynchronous"),
    ],
)
def test_words_of_asyncio_are_replaced(text: str, derived: str) -> None:
    assert derive_sync(text) == derived
