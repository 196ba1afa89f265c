"""``quern generate --watch``: runs again on save, and only then."""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field

import pytest

from tests.quern.projects import Project

MakeProject = Callable[[str, Mapping[str, str]], Project]

SCHEMA = "CREATE TABLE items (id integer PRIMARY KEY, title text NOT NULL)"
ITEMS = "-- name: list_items :many\nSELECT id FROM items;\n"
#: Seconds to wait for what must come; and for what must not.
_SOON, _A_WHILE = 30, 1.5


@dataclass
class Watch:
    """A watching process, and what it printed since it was last asked."""

    project: Project
    process: subprocess.Popen[str]
    _lines: "queue.Queue[str]" = field(default_factory=lambda: queue.Queue())

    def read(self) -> None:
        """Collect what is printed, until the end."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def until(self, start: str) -> list[str]:
        """Return the lines up to one with a given start."""
        found = [self._lines.get(timeout=_SOON)]
        while not found[-1].startswith(start):
            found.append(self._lines.get(timeout=_SOON))
        return found

    def is_silent(self) -> bool:
        """Whether it prints nothing for a while."""
        try:
            self._lines.get(timeout=_A_WHILE)
        except queue.Empty:
            return True
        return False


@pytest.fixture
def watch(project: MakeProject) -> Generator[Watch]:
    """A process that watches a project, after its first run."""
    shop = project(SCHEMA, {"items.sql": ITEMS})
    process = subprocess.Popen(
        [sys.executable, "-m", "quern", "generate", "--watch"],
        cwd=shop.root,
        env={**os.environ, "DATABASE_URL": shop.url, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    made = Watch(shop, process)
    reader = threading.Thread(target=made.read)
    reader.start()
    try:
        assert made.until("watching ")[0].startswith("1 query, ")
        yield made
    finally:
        process.kill()
        process.wait()
        reader.join()
        assert process.stdout is not None
        process.stdout.close()


def test_a_saved_query_makes_a_run(watch: Watch) -> None:
    watch.project.query_file("more.sql", ITEMS)
    assert watch.until("watching ")[0].startswith("2 queries, ")
    assert "more.py" in watch.project.contents()


def test_it_does_not_react_to_its_own_output(watch: Watch) -> None:
    watch.project.query_file("more.sql", ITEMS)
    watch.until("watching ")
    assert watch.is_silent()


def test_a_file_that_is_saved_unchanged_makes_no_run(watch: Watch) -> None:
    watch.project.query_file("items.sql", ITEMS)
    assert watch.is_silent()


def test_a_mistake_is_printed_and_the_next_save_makes_a_run(watch: Watch) -> None:
    watch.project.query_file("items.sql", ITEMS.replace("id", "nothing"))
    assert watch.until("watching ")[0].startswith("error[unknown-column]")
    watch.project.query_file("items.sql", ITEMS)
    assert watch.until("watching ")[0].startswith("1 query, ")


def test_wrong_settings_are_printed_and_the_next_save_makes_a_run(watch: Watch) -> None:
    settings = watch.project.root / "pyproject.toml"
    text = settings.read_text()
    settings.write_text("[tool.codegen\n")
    assert "is not valid TOML" in watch.until("watching ")[0]
    settings.write_text(text)
    assert watch.until("watching ")[0].startswith("1 query, ")


def test_a_file_that_is_replaced_by_another_is_still_watched(watch: Watch) -> None:
    settings = watch.project.root / "pyproject.toml"
    for text in ("[tool.codegen\n", "[tool.codegen]\nunknown = 1\n"):
        fresh = watch.project.root / "fresh"
        fresh.write_text(text)
        fresh.replace(settings)
        assert watch.until("watching ")[0].startswith("error: ")


def test_ctrl_c_ends_it_without_a_traceback(watch: Watch) -> None:
    watch.process.send_signal(signal.SIGINT)
    assert watch.process.wait(_SOON) == 130
    assert watch.is_silent()
