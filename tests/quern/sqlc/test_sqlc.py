"""Query files as sqlc has them generate unchanged, and their functions do what they say."""

import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

from quern.pipeline import Result
from tests.postgres import Databases
from tests.quern.projects import Project, make_project

HERE = Path(__file__).parent
USE = '''
"""Calls every function of the festival's queries, and asserts what comes of it."""

import sys
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import psycopg
from generated import artists, program, tickets
from generated.public.enums import ArtistKind, TicketState

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
FIRST, SECOND = UUID(int=1), UUID(int=2)


def use_artists(conn: psycopg.Connection) -> None:
    created = artists.create_artist(
        conn, name="Ada", kind=ArtistKind.SOLO, bio=None, tags=["loud", "new"]
    )
    assert (created.id, created.bio, created.tags) == (1, None, ["loud", "new"])
    assert artists.upsert_artist(conn, name="ADA", kind=ArtistKind.BAND) == 1
    assert artists.upsert_artist(conn, name="Bea", kind=ArtistKind.SOUND_SYSTEM) == 3
    found = artists.get_artist(conn, id=1)
    assert found is not None
    assert (found.kind, found.name, found.links) == (ArtistKind.BAND, "Ada", {})
    assert artists.get_artist(conn, id=4) is None
    by_name = artists.get_artist_by_name(conn, name="aDA")
    assert by_name is not None and by_name.id == 1
    assert [row.id for row in artists.list_artists(conn)] == [1, 3]
    assert artists.list_artist_names(conn, kinds=[ArtistKind.BAND]) == ["Ada"]
    assert artists.count_artists(conn) == 2
    changed = artists.update_artist(conn, name=None, kind=None, set_bio=True, bio="old", id=1)
    assert changed == 1
    artists.set_artist_links(conn, id=1, links={"web": "example.org"})
    again = artists.get_artist(conn, id=1)
    assert again is not None
    assert (again.name, again.bio, again.links) == ("Ada", "old", {"web": "example.org"})
    assert [row.id for row in artists.list_artists_by_tags(conn, tags=["new"])] == [1]
    assert [row.name for row in artists.list_artists_by_ids(conn, ids=[3, 9])] == ["Bea"]
    assert artists.list_other_artists(conn, ids=[3, 9]) == [1]
    some = artists.search_artists(
        conn, pattern="%a", kind=None, by_name=True, limit=1, offset=1
    )
    assert [row.name for row in some] == ["Bea"]


def use_program(conn: psycopg.Connection) -> None:
    main = program.create_stage(conn, slug="main", capacity=900)
    side = program.create_stage(conn, slug="side", capacity=90)
    rows = [
        tickets.CreateSetsParams(1, main, NOON, 60),
        tickets.CreateSetsParams(3, main, NOON + timedelta(hours=2), 30),
        tickets.CreateSetsParams(3, None, NOON, 5),
    ]
    assert tickets.create_sets(conn, rows) == 3
    assert [row.stage for row in program.list_program(conn)] == ["main", None, "main"]
    assert [row.minutes for row in program.each_set(conn)] == [60, 5, 30]
    on_main = program.list_sets_of_stage(conn, slug="main")
    assert [(row.artist.name, row.minutes) for row in on_main] == [("Ada", 60), ("Bea", 30)]
    nested = program.list_sets_with_stages(conn)
    assert [(row.s.minutes, row.st.slug if row.st else None) for row in nested] == [
        (60, "main"),
        (5, None),
        (30, "main"),
    ]
    busiest = [
        (row.slug, row.minutes, row.last_start) for row in program.busiest_stages(conn, limit=5)
    ]
    assert busiest == [("main", 90, NOON + timedelta(hours=2)), ("side", 0, None)]
    assert [(row.name, row.what) for row in program.all_names(conn)][2:] == [
        ("main", "stage"),
        ("side", "stage"),
    ]
    moved = program.move_sets(conn, from_stage=main, to_stage=side)
    assert [row.name for row in moved] == ["Ada", "Bea"]
    ranked = program.ranked_sets(conn, since=NOON, until=NOON + timedelta(hours=3))
    assert {(row.position, row.previous) for row in ranked} == {(1, None), (2, NOON)}
    assert program.greet(conn, who="you") == "Hello you"
    place = program.get_stage_location(conn, slug="main")
    assert place is not None and place.location is None


def use_tickets(conn: psycopg.Connection) -> None:
    rows = [
        tickets.CreateTicketsParams(FIRST, "a@example.org", Decimal("9.50")),
        tickets.CreateTicketsParams(SECOND, "a@example.org", Decimal("8.25")),
    ]
    assert tickets.create_tickets(conn, rows) == 2
    paid = tickets.pay_tickets(
        conn, [tickets.PayTicketsParams(FIRST), tickets.PayTicketsParams(UUID(int=3))]
    )
    assert [row.state if row else None for row in paid] == [TicketState.PAID, None]
    assert tickets.use_tickets(conn, [tickets.UseTicketsParams(FIRST)] * 2) == 1
    (held,) = tickets.tickets_of_holders(conn, [tickets.TicketsOfHoldersParams("a@example.org")])
    assert [row.price for row in held] == [Decimal("8.25"), Decimal("9.50")]
    counts = tickets.count_tickets_by_state(conn)
    assert [(row.state, row.number, row.total) for row in counts] == [
        (TicketState.RESERVED, 1, Decimal("8.25")),
        (TicketState.USED, 1, Decimal("9.50")),
    ]
    used = tickets.get_ticket(conn, id=FIRST)
    assert used is not None and used.used_at is not None
    assert tickets.expire_tickets(conn, price=Decimal(9)) == 1


def main() -> None:
    with psycopg.connect(sys.argv[1]) as conn:
        use_artists(conn)
        use_program(conn)
        use_tickets(conn)
        artists.delete_artist(conn, id=1)
        assert artists.delete_all_artists(conn) == 1


main()
'''


@pytest.fixture(scope="module")
def festival(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Generator[Project]:
    """The project, generated."""
    name = databases.empty()
    files = {path.name: path.read_text("utf-8") for path in (HERE / "queries").iterdir()}
    root = tmp_path_factory.mktemp("sqlc") / "project"
    project = make_project(root, databases.server.owner_url(name), files)
    project.execute((HERE / "schema.sql").read_text("utf-8"))
    project.generate()
    (root / "use.py").write_text(USE.lstrip())
    yield project
    databases.drop(name)


@pytest.fixture(scope="module")
def result(festival: Project) -> Result:
    return festival.run()


def test_nothing_is_wrong_with_any_query(result: Result) -> None:
    assert [warning.render() for warning in result.warnings] == []


def test_every_query_has_a_function(result: Result) -> None:
    written = sum(path.read_text("utf-8").count(" name: ") for path in (HERE / "queries").iterdir())
    assert result.queries == written > 30


def test_what_is_generated_and_its_use_pass_the_strict_type_check(festival: Project) -> None:
    command = ["mypy", "--strict", "--config-file=", "--cache-dir=../mypy", "generated", "use.py"]
    assert _run(festival, Path(sys.executable).parent / command[0], *command[1:]) == 0


def test_every_function_does_what_its_query_says(festival: Project) -> None:
    used = {name for path in (festival.folder).glob("*.py") for name in _functions(path)}
    assert [name for name in sorted(used) if f".{name}(" not in USE] == []
    assert _run(festival, sys.executable, "use.py", festival.url) == 0


def _functions(path: Path) -> list[str]:
    lines = path.read_text("utf-8").splitlines()
    return [line[4:].split("(")[0] for line in lines if line.startswith("def ") and line[4] != "_"]


def _run(project: Project, *command: str | Path) -> int:
    """Run a command in the project's folder; return its status, and show what it printed."""
    result = subprocess.run(command, cwd=project.root, check=False)
    return result.returncode
