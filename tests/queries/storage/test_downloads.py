from datetime import UTC, datetime, timedelta

import pytest
from psycopg import errors
from psycopg.types.json import Jsonb
from pydantic import JsonValue

from generated.iam.users import User
from generated.storage import downloads
from generated.storage.downloads import Download
from tests.queries.caller import Caller
from tests.queries.iam.people import create_administrator, create_person
from tests.queries.texts import TRICKY

LATER = datetime(2999, 1, 1, tzinfo=UTC)
STATUSES = ("waiting", "active", "paused", "complete", "error", "removed")


@pytest.fixture(autouse=True)
def root(call: Caller) -> User:
    """The system administrator, on whose behalf calls run."""
    return create_administrator(call)


def add(call: Caller, gid: str = "a", total: int | None = None) -> Download:
    return call.one(
        downloads.add_download,
        gid=gid,
        uris=["https://example.org/weights"],
        download_dir=None,
        filename=None,
        total=total,
    )


def add_as(call: Caller, status: str, gid: str | None = None, *, days: int = 0) -> Download:
    """Add a download in a status, that was added and changed some days ago."""
    call.connection.execute(
        "INSERT INTO storage.downloads"
        " (gid, status, total, completed, speed, created_at, updated_at)"
        " VALUES (%s, %s, 9, 9, 3, now() - %s, now() - %s)",
        [gid or status, status, timedelta(days=days), timedelta(days=days)],
    )
    return get(call, gid or status)


def get(call: Caller, gid: str) -> Download:
    found = call.as_owner(downloads.get_download, gid=gid)
    assert found is not None
    return found


def unchanged_but(before: Download, after: Download, **changes: object) -> bool:
    """Tell whether a download changed in nothing but the fields given, and the time."""
    return after == before.model_copy(update={**changes, "updated_at": after.updated_at})


# add_download, get_download


def test_add_download_gives_a_download_that_waits(call: Caller) -> None:
    added = add(call)
    assert added.model_dump(exclude={"created_at", "updated_at"}) == {
        "gid": "a",
        "uris": ["https://example.org/weights"],
        "download_dir": None,
        "filename": None,
        "status": "waiting",
        "total": None,
        "completed": 0,
        "speed": 0,
    }
    assert call(downloads.get_download, gid="a") == added


@pytest.mark.parametrize("uris", [[], ["a", "b"], ["\u202e", "'"]])
def test_add_download_stores_what_it_is_given(call: Caller, uris: list[JsonValue]) -> None:
    for text in TRICKY:
        added = call(
            downloads.add_download,
            gid=text,
            uris=uris,
            download_dir=text,
            filename=text,
            total=2**63 - 1,
        )
        assert (added.gid, added.download_dir, added.filename) == (text, text, text)
        assert (added.uris, added.total) == (uris, 2**63 - 1)
        assert call(downloads.get_download, gid=text) == added


def test_add_download_refuses_an_identifier_that_is_taken(call: Caller) -> None:
    add(call)
    with pytest.raises(errors.UniqueViolation, match="downloads_pkey"):
        add(call)


def test_add_download_refuses_uris_that_are_no_list(call: Caller) -> None:
    with pytest.raises(errors.CheckViolation, match="downloads_uris_check"):
        call(
            downloads.add_download,
            gid="a",
            uris={"a": "b"},
            download_dir=None,
            filename=None,
            total=None,
        )


def test_get_download_gives_none_for_an_unknown_one(call: Caller) -> None:
    add(call)
    for gid in ("", "A", "b"):
        assert call(downloads.get_download, gid=gid) is None


@pytest.mark.parametrize("who", ["ada", None])
def test_others_neither_see_nor_change_downloads(call: Caller, who: str | None) -> None:
    added = add(call)
    failed = add_as(call, "error")
    call.as_user(create_person(call, who).id if who else None)
    assert call(downloads.get_download, gid="a") is None
    assert call(downloads.list_downloads, limit=9) == []
    assert call(downloads.list_download_history, limit=9) == []
    assert call(downloads.set_download_status, gid="a", status="removed") == 0
    assert call(downloads.delete_download, gid="a") == 0
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        add(call, "b")
    assert call.as_owner(downloads.list_downloads, limit=9) == [failed, added]


# list_downloads, list_download_history


def test_listing_downloads_gives_empty_lists_when_there_are_none(call: Caller) -> None:
    assert call(downloads.list_downloads, limit=9) == []
    assert call(downloads.list_download_history, limit=9) == []
    assert call(downloads.list_unfinished_downloads) == []


def test_list_downloads_gives_the_newest_first(call: Caller) -> None:
    old, new, middle = (
        add_as(call, "paused", gid, days=d) for gid, d in zip("abc", (3, 1, 2), strict=True)
    )
    assert call(downloads.list_downloads, limit=9) == [new, middle, old]
    assert call(downloads.list_downloads, limit=1) == [new]
    assert call(downloads.list_downloads, limit=0) == []


def test_list_downloads_takes_a_status(call: Caller) -> None:
    found = {status: add_as(call, status) for status in STATUSES}
    for status in STATUSES:
        assert call(downloads.list_downloads, limit=9, status=status) == [found[status]]
    assert call(downloads.list_downloads, limit=9, status="other") == []


def test_list_downloads_gives_every_one_once_over_its_pages(call: Caller) -> None:
    call.connection.execute(
        "INSERT INTO storage.downloads (gid, created_at)"
        " VALUES ('a', '2026-01-01Z'), ('d', '2026-01-02Z'), ('c', '2026-01-02Z'),"
        " ('b', '2026-01-02Z'), ('e', '2026-01-03Z')"
    )
    found: list[list[str]] = []
    last: Download | None = None
    while page := call(
        downloads.list_downloads,
        limit=2,
        after_created_at=last.created_at if last else None,
        after_gid=last.gid if last else None,
    ):
        found.append([row.gid for row in page])
        last = page[-1]
    assert found == [["e", "d"], ["c", "b"], ["a"]]
    assert last is not None
    page = call(
        downloads.list_downloads,
        limit=9,
        status="active",
        after_created_at=LATER,
        after_gid="a",
    )
    assert page == []


def test_list_download_history_gives_what_is_over_last_ended_first(call: Caller) -> None:
    days = {"waiting": 1, "active": 1, "paused": 1, "complete": 4, "error": 2, "removed": 3}
    found = {status: add_as(call, status, days=days[status]) for status in STATUSES}
    over = [found["error"], found["removed"], found["complete"]]
    assert call(downloads.list_download_history, limit=9) == over
    assert call(downloads.list_download_history, limit=1) == over[:1]
    for index, last in enumerate(over):
        page = call(
            downloads.list_download_history,
            limit=9,
            after_updated_at=last.updated_at,
            after_gid=last.gid,
        )
        assert page == over[index + 1 :]


def test_list_download_history_goes_by_gid_where_the_time_is_the_same(call: Caller) -> None:
    with call.connection.transaction():
        b, c, a = (add_as(call, "removed", gid) for gid in "bca")
    assert call(downloads.list_download_history, limit=9) == [c, b, a]
    page = call(
        downloads.list_download_history, limit=9, after_updated_at=c.updated_at, after_gid="c"
    )
    assert page == [b, a]


# set_download_status, delete_download


@pytest.mark.parametrize("before", STATUSES)
@pytest.mark.parametrize("status", ["paused", "waiting", "removed"])
def test_set_download_status_leaves_what_is_complete_or_removed(
    call: Caller, before: str, status: str
) -> None:
    row = add_as(call, before, "a")
    final = before in {"complete", "removed"}
    assert call(downloads.set_download_status, gid="a", status=status) == (0 if final else 1)
    after = get(call, "a")
    assert after == row if final else unchanged_but(row, after, status=status, speed=0)


@pytest.mark.parametrize("status", ["", "active", "complete", "error", "Paused"])
def test_set_download_status_sets_no_other_status(call: Caller, status: str) -> None:
    row = add(call)
    assert call(downloads.set_download_status, gid="a", status=status) == 0
    assert get(call, "a") == row


def test_what_is_not_there_is_not_changed(call: Caller) -> None:
    row = add(call)
    assert call(downloads.set_download_status, gid="b", status="paused") == 0
    assert call(downloads.delete_download, gid="b") == 0
    assert call(downloads.complete_download, gid="b", total=1) == 0
    assert call(downloads.fail_download, gid="b") == 0
    assert call(downloads.resume_download, gid="b", new_gid="c") is None
    assert report(call, "b") == 0
    assert get(call, "a") == row


def test_delete_download_deletes_that_one_alone(call: Caller) -> None:
    add(call, "a")
    other = add(call, "b")
    assert call(downloads.delete_download, gid="a") == 1
    assert call(downloads.list_downloads, limit=9) == [other]


# what the downloader reports


def report(
    call: Caller,
    gid: str = "a",
    *,
    completed: int = 5,
    total: int | None = None,
    filename: str | None = None,
) -> int:
    return call(
        downloads.report_download_progress,
        gid=gid,
        completed=completed,
        speed=2,
        total=total,
        filename=filename,
    )


def test_list_unfinished_downloads_gives_what_waits_or_runs_oldest_first(call: Caller) -> None:
    for status in STATUSES:
        add_as(call, status)
    oldest = add_as(call, "active", "oldest", days=2)
    call.as_user(None)
    found = call(downloads.list_unfinished_downloads)
    assert found == [oldest, get(call, "waiting"), get(call, "active")]


def test_report_download_progress_notes_what_is_known(call: Caller) -> None:
    row = add(call)
    call.as_user(None)
    assert report(call) == 1
    first = get(call, "a")
    assert unchanged_but(row, first, status="active", completed=5, speed=2)
    assert first.updated_at > row.updated_at
    assert report(call, completed=6, total=2**40, filename="w") == 1
    second = get(call, "a")
    assert unchanged_but(first, second, completed=6, total=2**40, filename="w")
    assert report(call, completed=7) == 1
    assert unchanged_but(second, get(call, "a"), completed=7)


@pytest.mark.parametrize("status", STATUSES)
def test_report_download_progress_is_of_what_waits_or_runs(call: Caller, status: str) -> None:
    row = add_as(call, status, "a")
    going = status in {"waiting", "active"}
    assert report(call) == (1 if going else 0)
    assert (get(call, "a") == row) is not going


def test_report_download_progress_refuses_what_cannot_be(call: Caller) -> None:
    add(call, total=4)
    with pytest.raises(errors.CheckViolation, match="downloads_completed_at_most_total"):
        report(call, completed=5)
    with pytest.raises(errors.CheckViolation, match="downloads_completed_not_negative"):
        report(call, completed=-1)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("total", [0, 9, 12])
def test_complete_download_notes_that_all_is_there(call: Caller, status: str, total: int) -> None:
    row = add_as(call, status, "a")
    final = status in {"complete", "removed"}
    assert call(downloads.complete_download, gid="a", total=total) == (0 if final else 1)
    after = get(call, "a")
    if final:
        assert after == row
    else:
        assert unchanged_but(row, after, status="complete", completed=total, total=total, speed=0)


@pytest.mark.parametrize("status", STATUSES)
def test_fail_download_is_of_what_waits_or_runs(call: Caller, status: str) -> None:
    row = add_as(call, status, "a")
    going = status in {"waiting", "active"}
    assert call(downloads.fail_download, gid="a") == (1 if going else 0)
    after = get(call, "a")
    assert unchanged_but(row, after, status="error", speed=0) if going else after == row


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("new_gid", ["a", "b", ""])
def test_resume_download_takes_the_new_identifier(call: Caller, status: str, new_gid: str) -> None:
    row = add_as(call, status, "a")
    resumed = call(downloads.resume_download, gid="a", new_gid=new_gid)
    if status in {"complete", "removed"}:
        assert resumed is None
        assert get(call, "a") == row
    else:
        assert resumed is not None
        assert unchanged_but(row, resumed, gid=new_gid, status="waiting", speed=0)
        assert call(downloads.list_downloads, limit=9) == [resumed]


def test_resume_download_refuses_the_identifier_of_another(call: Caller) -> None:
    add(call, "a")
    add(call, "b")
    with pytest.raises(errors.UniqueViolation, match="downloads_pkey"):
        call(downloads.resume_download, gid="a", new_gid="b")


def test_purge_download_history_forgets_what_ended_before(call: Caller) -> None:
    for status in STATUSES:
        add_as(call, status, days=2)
        add_as(call, status, f"new {status}")
    before = datetime.now(UTC) - timedelta(days=1)
    assert call(downloads.purge_download_history, updated_before=before) == 3
    left = {row.gid for row in call.as_owner(downloads.list_downloads, limit=99)}
    assert left == {f"new {status}" for status in STATUSES} | {"waiting", "active", "paused"}
    assert call(downloads.purge_download_history, updated_before=before) == 0


def test_a_list_of_addresses_that_is_no_list_of_texts_is_given_as_it_is(call: Caller) -> None:
    add(call)
    call.connection.execute("UPDATE storage.downloads SET uris = %s", [Jsonb([1, None, {}])])
    assert call.one(downloads.get_download, gid="a").uris == [1, None, {}]
