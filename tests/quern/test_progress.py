"""The line that tells what a long run is doing."""

import io
import time

import pytest

from quern.progress import progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the line come at once, so that tests need not wait for it."""
    monkeypatch.setattr("quern.progress._SILENCE", 0.0)
    monkeypatch.setattr("quern.progress._TICK", 0.001)


def _until_shown(stream: io.StringIO, text: str) -> None:
    deadline = time.monotonic() + 10
    while text not in stream.getvalue():
        assert time.monotonic() < deadline, stream.getvalue()
        time.sleep(0.001)


@pytest.mark.usefixtures("at_once")
def test_a_terminal_shows_the_step_and_nothing_is_left() -> None:
    stream = _Terminal()
    with progress(stream) as begin:
        begin("reading")
        _until_shown(stream, "] reading, 0 s")
        begin("writing")
        _until_shown(stream, "] writing, 0 s")
    assert stream.getvalue().endswith("\r\x1b[K")


def test_a_short_run_shows_nothing() -> None:
    stream = _Terminal()
    with progress(stream) as begin:
        begin("reading")
    assert stream.getvalue() == ""


@pytest.mark.usefixtures("at_once")
def test_a_pipe_gets_nothing() -> None:
    stream = io.StringIO()
    with progress(stream) as begin:
        begin("reading")
        time.sleep(0.05)
    assert stream.getvalue() == ""


@pytest.mark.usefixtures("at_once")
def test_a_step_without_a_name_hides_the_line() -> None:
    stream = _Terminal()
    with progress(stream) as begin:
        begin("reading")
        _until_shown(stream, "reading")
        begin("")
        shown = stream.getvalue()
        time.sleep(0.05)
        assert shown.endswith("\r\x1b[K")
    assert stream.getvalue() == shown


@pytest.mark.usefixtures("at_once")
def test_the_line_goes_when_a_run_fails() -> None:
    stream = _Terminal()

    def run() -> None:
        with progress(stream) as begin:
            begin("reading")
            _until_shown(stream, "reading")
            raise ValueError("failed")

    with pytest.raises(ValueError, match="failed"):
        run()
    assert stream.getvalue().endswith("\r\x1b[K")
