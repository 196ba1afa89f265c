from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.acting import MANAGER, Role, acting_as, add_team, add_user

INSERT = "INSERT INTO storage.downloads (gid, uris) VALUES ('g2', '[\"https://example.org/f\"]')"

#: Changes of a download of 10 bytes, of which 5 are there, and the check that refuses each.
REFUSED: list[tuple[LiteralString, str]] = [
    ("uris = '{}'", "downloads_uris_check"),
    ("status = 'paused by me'", "downloads_status_check"),
    ("total = -1", "downloads_completed_at_most_total"),
    ("completed = -1", "downloads_completed_not_negative"),
    ("speed = -1", "downloads_speed_not_negative"),
    ("completed = 11", "downloads_completed_at_most_total"),
    ("total = 4", "downloads_completed_at_most_total"),
    ("status = 'complete'", "downloads_complete_has_all"),
]

ACCEPTED: list[LiteralString] = [
    "completed = 10, status = 'complete'",
    "total = NULL, completed = 1000",
    "total = NULL, status = 'complete'",
    "total = 0, completed = 0, status = 'complete'",
    "gid = 'g9', status = 'active'",
]


@pytest.fixture
def download(connection: psycopg.Connection) -> psycopg.Connection:
    """A database with one download."""
    connection.execute(
        "INSERT INTO storage.downloads (gid, total, completed, status, updated_at)"
        " VALUES ('g1', 10, 5, 'active', '2001-01-01')"
    )
    return connection


def update(change: LiteralString) -> sql.Composed:
    return sql.SQL("UPDATE storage.downloads SET {}").format(sql.SQL(change))


def writes(connection: psycopg.Connection) -> tuple[int, int, int]:
    """Change, add and delete, and return the numbers of rows."""
    return (
        connection.execute("UPDATE storage.downloads SET completed = 6, speed = 1").rowcount,
        connection.execute(INSERT).rowcount,
        connection.execute("DELETE FROM storage.downloads").rowcount,
    )


def seen(connection: psycopg.Connection) -> list[str]:
    return [gid for (gid,) in connection.execute("SELECT gid FROM storage.downloads")]


def test_a_bad_value_is_refused(download: psycopg.Connection) -> None:
    for change, constraint in REFUSED:
        with pytest.raises(errors.CheckViolation) as refusal:
            download.execute(update(change))
        assert refusal.value.diag.constraint_name == constraint


def test_what_can_be_is_accepted(download: psycopg.Connection) -> None:
    for change in ACCEPTED:
        with download.transaction(force_rollback=True):
            assert download.execute(update(change)).rowcount == 1


def test_a_new_download_waits(download: psycopg.Connection) -> None:
    row = download.execute(INSERT + " RETURNING status, total, completed, speed").fetchone()
    assert row == ("waiting", None, 0, 0)


def test_the_same_identifier_again_is_refused(download: psycopg.Connection) -> None:
    with pytest.raises(errors.UniqueViolation) as refusal:
        download.execute("INSERT INTO storage.downloads (gid) VALUES ('g1')")
    assert refusal.value.diag.constraint_name == "downloads_pkey"


def test_progress_is_noted_and_none_is_not(download: psycopg.Connection) -> None:
    noted = "UPDATE storage.downloads SET completed = %s RETURNING updated_at = now()"
    for completed, expected in ((5, False), (6, True)):
        assert download.execute(noted, [completed]).fetchone() == (expected,)


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_administrators_read_and_others_do_not(download: psycopg.Connection, role: Role) -> None:
    root, ada = add_user(download, "root", admin=True), add_user(download, "ada")
    add_team(download, "Weavers", {ada: MANAGER})
    with acting_as(download, root, role):
        assert seen(download) == ["g1"]
    for user_id in (ada, None):
        with acting_as(download, user_id, role):
            assert seen(download) == []


def test_administrators_and_the_system_write(download: psycopg.Connection) -> None:
    root = add_user(download, "root", admin=True)
    writers: list[tuple[int | None, Role]] = [
        (root, "application_user"),
        (None, "application_system"),
    ]
    for user_id, role in writers:
        with download.transaction(force_rollback=True), acting_as(download, user_id, role):
            assert writes(download) == (1, 1, 2)


def test_others_do_not_write(download: psycopg.Connection) -> None:
    ada = add_user(download, "ada")
    add_team(download, "Weavers", {ada: MANAGER})
    for user_id in (ada, None):
        with acting_as(download, user_id):
            assert download.execute("UPDATE storage.downloads SET speed = 1").rowcount == 0
            assert download.execute("DELETE FROM storage.downloads").rowcount == 0
        with (
            pytest.raises(errors.InsufficientPrivilege, match="row-level security policy"),
            acting_as(download, user_id),
        ):
            download.execute(INSERT)


def test_readonly_does_not_write_for_an_administrator(download: psycopg.Connection) -> None:
    root = add_user(download, "root", admin=True)
    with (
        pytest.raises(errors.InsufficientPrivilege, match="permission denied for table"),
        acting_as(download, root, "application_readonly"),
    ):
        writes(download)
