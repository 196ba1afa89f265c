"""A line on the terminal that tells what a long run is doing."""

import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TextIO

#: Seconds that a run may take in silence.
_SILENCE = 1.0
_TICK = 0.1
_WIDTH = 20
#: Carriage return, and "erase in line" (ECMA-48, EL).
_CLEAR = "\r\x1b[K"
#: How many steps a whole run has, from looking for changes to writing.
_STEPS = 8


@contextmanager
def progress(stream: TextIO) -> Generator[Callable[[str], None]]:
    """Show a bar with the step under way, once a run takes longer than a second.

    Nothing is ever written to a stream that is no terminal, and nothing is left on one that is.

    :returns: what to call with each step
    """
    if not stream.isatty():
        yield lambda _: None
        return
    bar = _Bar(stream)
    try:
        yield bar.begin
    finally:
        bar.end()


class _Bar:
    """The line, redrawn by a thread of its own: a step may take long and tells nothing."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._step = ""
        self._done = -1
        self._started = time.monotonic()
        self._shown = False
        self._drawing = threading.Lock()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._draw_on, daemon=True)
        self._thread.start()

    def begin(self, step: str) -> None:
        """Name the step under way; an empty name hides the line, for a step that prints itself."""
        with self._drawing:
            self._step = step
            self._done += 1
            if not step:
                self._clear()

    def end(self) -> None:
        """Take the line away."""
        self._ended.set()
        self._thread.join()

    def _draw_on(self) -> None:
        if self._ended.wait(_SILENCE):
            return
        while not self._ended.wait(_TICK):
            with self._drawing:
                if self._step:
                    self._stream.write(_CLEAR + self._line())
                    self._stream.flush()
                    self._shown = True
        with self._drawing:
            self._clear()

    def _clear(self) -> None:
        if self._shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._shown = False

    def _line(self) -> str:
        full = min(_WIDTH, _WIDTH * max(self._done, 0) // _STEPS)
        seconds = time.monotonic() - self._started
        return f"[{'#' * full}{'.' * (_WIDTH - full)}] {self._step}, {seconds:.0f} s"
