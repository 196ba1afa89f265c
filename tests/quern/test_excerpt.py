"""Colours: on a terminal only, and as the environment says."""

import io
from pathlib import Path

import pytest

from quern.errors import Diagnostic, QuernError
from quern.excerpt import COLOURED, PLAIN, palette_for
from quern.source.span import SourceText


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_a_terminal_has_colours() -> None:
    assert palette_for(_Terminal()) is COLOURED


def test_a_pipe_has_none() -> None:
    assert palette_for(io.StringIO()) is PLAIN


@pytest.mark.parametrize(
    ("environment", "terminal", "pipe"),
    [
        ({"NO_COLOR": "1"}, PLAIN, PLAIN),
        ({"NO_COLOR": ""}, COLOURED, PLAIN),
        ({"FORCE_COLOR": "1"}, COLOURED, COLOURED),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, PLAIN, PLAIN),
        ({"TERM": "dumb"}, PLAIN, PLAIN),
    ],
)
def test_the_environment_has_its_say(
    environment: dict[str, str], terminal: object, pipe: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (palette_for(_Terminal()), palette_for(io.StringIO())) == (terminal, pipe)


def test_without_its_colours_a_message_is_the_plain_one() -> None:
    file = Path("a.sql")
    location = SourceText(file, "SELECT x\n").location(7)
    found = Diagnostic("c", "m", file, location, hint="h", related=(location, "l"))
    coloured = found.render(COLOURED)
    assert coloured != found.render()
    for colour in (COLOURED.error, COLOURED.strong, COLOURED.margin, "\x1b[0m"):
        assert colour in coloured
        coloured = coloured.replace(colour, "")
    assert coloured == found.render()


def test_an_error_without_a_place_has_colours_too() -> None:
    assert QuernError("m", hint="h").render(COLOURED).startswith(f"{COLOURED.error}error\x1b[0m")
