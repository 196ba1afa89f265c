"""The output folder: compared, swapped in, and whole after a kill at any moment."""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath

import pytest

from quern import output
from quern.errors import QuernError
from quern.manifest import MANIFEST, with_manifest
from quern.output import STAGING, compare, write
from tests.quern.projects import contents

Texts = Mapping[str, str]

OLD: Texts = {"__init__.py": "", "a.py": "a = 1\n", "gone/b.py": "b = 1\n", "kept/c.py": "c = 1\n"}
NEW: Texts = {"__init__.py": "", "a.py": "a = 2\n", "kept/c.py": "c = 1\n", "new/d.py": "d = 'é'\n"}


def _files(texts: Texts) -> dict[PurePosixPath, str]:
    return {PurePosixPath(name): text for name, text in texts.items()}


def _bytes(texts: Texts) -> dict[str, bytes]:
    """Return what a folder with these files and their manifest holds."""
    files = with_manifest(_files(texts))
    return {path.as_posix(): text.encode() for path, text in files.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An output folder that holds the old files."""
    made = tmp_path / "generated"
    write(made, _files(OLD))
    return made


def _changes(folder: Path, texts: Texts) -> dict[str, str]:
    return {found.path.as_posix(): found.change for found in compare(folder, _files(texts))}


def test_a_new_folder_gets_all_files_and_their_manifest(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "generated"
    write(folder, _files(OLD))
    assert contents(folder) == _bytes(OLD)


def test_what_is_written_is_current(folder: Path) -> None:
    assert compare(folder, _files(OLD)) == []


def test_the_manifest_holds_the_hash_of_each_file(folder: Path) -> None:
    hashes = json.loads((folder / MANIFEST).read_bytes())["files"]
    assert hashes == {name: hashlib.sha256(text.encode()).hexdigest() for name, text in OLD.items()}


def test_other_files_are_swapped_in(folder: Path) -> None:
    write(folder, _files(NEW))
    assert contents(folder) == _bytes(NEW)


def test_the_paths_that_changed_are_returned(folder: Path) -> None:
    changed = write(folder, _files(NEW))
    assert [path.as_posix() for path in changed] == [
        *("_manifest.json", "a.py", "gone/b.py", "new/d.py"),
    ]


def _times(folder: Path) -> dict[str, tuple[int, int]]:
    """Return when each file and folder was last changed, and which one it is."""
    found = {path: path.stat() for path in (folder, *folder.rglob("*"))}
    return {str(path): (stat.st_mtime_ns, stat.st_ino) for path, stat in found.items()}


def test_the_same_files_again_touch_nothing(folder: Path) -> None:
    before = _times(folder)
    assert write(folder, _files(OLD)) == []
    assert _times(folder) == before


def test_files_that_did_not_change_are_not_touched(folder: Path) -> None:
    kept = [str(folder / "kept" / "c.py"), str(folder / "__init__.py")]
    before = _times(folder)
    write(folder, _files(NEW))
    after = _times(folder)
    assert [after[name] for name in kept] == [before[name] for name in kept]


def test_a_comparison_touches_nothing(folder: Path) -> None:
    before = _times(folder)
    compare(folder, _files(NEW))
    assert _times(folder) == before


def test_a_comparison_makes_no_folder(tmp_path: Path) -> None:
    assert {found.change for found in compare(tmp_path / "none", _files(OLD))} == {"missing"}
    assert not (tmp_path / "none").exists()


def test_files_of_removed_queries_are_deleted_with_their_empty_folders(folder: Path) -> None:
    (folder / "gone" / "__pycache__").mkdir()
    (folder / "gone" / "__pycache__" / "b.cpython-311.pyc").write_bytes(b"")
    write(folder, _files(NEW))
    assert not (folder / "gone").exists()


def test_a_folder_that_still_holds_a_foreign_file_is_kept(folder: Path) -> None:
    (folder / "gone" / "notes.txt").write_text("mine")
    write(folder, _files(NEW))
    assert [path.name for path in (folder / "gone").iterdir()] == ["notes.txt"]


def test_foreign_files_are_kept(folder: Path) -> None:
    (folder / "mine.py").write_text("x = 1\n")
    (folder / "kept" / "mine.py").write_text("y = 1\n")
    write(folder, _files(NEW))
    expected = {"mine.py": b"x = 1\n", "kept/mine.py": b"y = 1\n"}
    assert contents(folder) == _bytes(NEW) | expected


def test_foreign_files_are_no_difference(folder: Path) -> None:
    (folder / "mine.py").write_text("x = 1\n")
    assert compare(folder, _files(OLD)) == []


def test_a_foreign_file_in_the_way_is_refused_and_nothing_is_written(folder: Path) -> None:
    (folder / "new").mkdir()
    (folder / "new" / "d.py").write_text("mine\n")
    before = contents(folder)
    with pytest.raises(QuernError, match=r"generated/new/d\.py is in the way"):
        write(folder, _files(NEW))
    assert contents(folder) == before


def test_a_foreign_folder_in_the_way_is_refused(folder: Path) -> None:
    (folder / "new" / "d.py").mkdir(parents=True)
    with pytest.raises(QuernError, match=r"generated/new/d\.py is in the way"):
        write(folder, _files(NEW))


def test_a_foreign_file_in_the_way_of_a_folder_is_refused_and_nothing_is_written(
    folder: Path,
) -> None:
    (folder / "new").write_text("mine")
    before = contents(folder)
    with pytest.raises(QuernError, match="generated/new is in the way"):
        write(folder, _files(NEW))
    assert contents(folder) == before


def test_a_foreign_file_that_is_the_same_already_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("a = 1\n")
    write(tmp_path, _files({"a.py": "a = 1\n"}))
    write(tmp_path, _files({}))
    assert contents(tmp_path) == _bytes({})


def test_a_missing_file_is_missing(folder: Path) -> None:
    (folder / "a.py").unlink()
    assert _changes(folder, OLD) == {"a.py": "missing"}


def test_a_file_of_other_queries_is_stale(folder: Path) -> None:
    assert _changes(folder, {**OLD, "a.py": "a = 2\n"}) == {
        "a.py": "stale",
        "_manifest.json": "stale",
    }


def test_a_file_that_was_changed_by_hand_is_edited(folder: Path) -> None:
    (folder / "a.py").write_text("a = 3\n")
    assert _changes(folder, OLD) == {"a.py": "edited"}


def test_a_file_that_was_changed_by_hand_and_is_stale_is_edited(folder: Path) -> None:
    (folder / "a.py").write_text("a = 3\n")
    assert _changes(folder, NEW)["a.py"] == "edited"


def test_line_ends_that_were_changed_by_hand_are_edited(folder: Path) -> None:
    (folder / "a.py").write_bytes(b"a = 1\r\n")
    assert _changes(folder, OLD) == {"a.py": "edited"}


def test_a_file_that_is_not_text_any_more_is_edited(folder: Path) -> None:
    (folder / "a.py").write_bytes(b"\xff\x00")
    assert _changes(folder, OLD) == {"a.py": "edited"}


def test_a_file_whose_queries_are_gone_is_left_over(folder: Path) -> None:
    assert _changes(folder, NEW)["gone/b.py"] == "left over"


def test_the_difference_goes_from_what_is_there_to_what_should_be(folder: Path) -> None:
    found = compare(folder, _files({**OLD, "a.py": "a = 2\nb = 2"}))
    (difference,) = [one for one in found if one.path.name == "a.py"]
    assert difference.diff.splitlines() == [
        "--- a.py (as it is)",
        "+++ a.py (as it should be)",
        "@@ -1 +1,2 @@",
        "-a = 1",
        "+a = 2",
        "+b = 2",
    ]


def test_an_edited_file_is_made_anew(folder: Path) -> None:
    (folder / "a.py").write_text("a = 3\n")
    write(folder, _files(OLD))
    assert contents(folder) == _bytes(OLD)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"files": []}', "<<<<<<< ours\n", "null", '{"files": {"../x": "1"}}'],
)
def test_a_broken_manifest_is_an_error_that_says_what_to_do(folder: Path, text: str) -> None:
    (folder / MANIFEST).write_text(text)
    for function in (write, compare):
        with pytest.raises(QuernError, match=r"generated/_manifest\.json cannot be read") as caught:
            function(folder, _files(OLD))
        assert "restore it" in str(caught.value.hint)


def test_no_file_outside_the_folder_is_removed_whatever_the_manifest_says(folder: Path) -> None:
    outside = folder.parent / "mine.py"
    outside.write_text("x = 1\n")
    for name in ("../mine.py", str(outside), "gone/../../mine.py"):
        (folder / MANIFEST).write_text(json.dumps({"files": dict.fromkeys([*OLD, name], "0")}))
        with pytest.raises(QuernError, match="cannot be read"):
            write(folder, _files(NEW))
    assert outside.exists()


def test_without_a_manifest_the_files_are_foreign(folder: Path) -> None:
    (folder / MANIFEST).unlink()
    with pytest.raises(QuernError, match="is in the way"):
        write(folder, _files(NEW))


def test_a_folder_that_is_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "generated").symlink_to("real")
    write(tmp_path / "generated", _files(OLD))
    write(tmp_path / "generated", _files(NEW))
    assert (tmp_path / "generated").is_symlink()
    assert contents(tmp_path / "real") == _bytes(NEW)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "generated").write_text("mine")
    with pytest.raises(QuernError, match="generated/ cannot be written"):
        write(tmp_path / "generated", _files(OLD))
    assert (tmp_path / "generated").read_text() == "mine"


def test_a_link_to_nothing_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "generated").symlink_to("nowhere/at/all")
    with pytest.raises(QuernError, match="generated/ cannot be written"):
        write(tmp_path / "generated", _files(OLD))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_a_clear_error(folder: Path) -> None:
    folder.chmod(0o555)
    try:
        with pytest.raises(QuernError, match="generated/ cannot be written: Permission denied"):
            write(folder, _files(NEW))
    finally:
        folder.chmod(0o755)


# What a killed run leaves, step by step ----------------------------------------------------------


def _stage(folder: Path, journal: str | None, staged: int | None = None) -> list[str]:
    """Leave what a run from OLD to NEW has staged; return the names in the journal's order.

    :param journal: the name of the journal's file, or None when it was not written yet
    :param staged: how many of the files were written; all when not given
    """
    staging = folder / STAGING
    staging.mkdir()
    wanted = _bytes(NEW)
    names = ["a.py", "new/d.py", "_manifest.json"]
    for number, name in enumerate(names[:staged]):
        (staging / str(number)).write_bytes(wanted[name])
    if journal:
        text = json.dumps({"write": names, "remove": ["gone/b.py"]})
        (staging / journal).write_text(text)
    return names


@pytest.mark.parametrize("staged", [0, 1, 2, 3])
def test_files_that_were_staged_without_a_journal_are_thrown_away(
    folder: Path, staged: int
) -> None:
    _stage(folder, None, staged)
    assert compare(folder, _files(OLD)) == []
    assert contents(folder) == _bytes(OLD)


def test_a_journal_that_was_not_complete_is_thrown_away(folder: Path) -> None:
    _stage(folder, "journal.new")
    (folder / STAGING / "journal.new").write_text('{"write": ["a.p')
    assert compare(folder, _files(OLD)) == []
    assert contents(folder) == _bytes(OLD)


@pytest.mark.parametrize("moved", [0, 1, 2, 3])
def test_a_journal_is_carried_out_however_many_files_were_moved(folder: Path, moved: int) -> None:
    names = _stage(folder, "journal.json")
    for number, name in enumerate(names[:moved]):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / STAGING / str(number)).replace(folder / name)
    assert compare(folder, _files(NEW)) == []
    assert contents(folder) == _bytes(NEW)


def test_a_journal_is_carried_out_when_old_files_were_removed(folder: Path) -> None:
    names = _stage(folder, "journal.json")
    for number, name in enumerate(names):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / STAGING / str(number)).replace(folder / name)
    (folder / "gone" / "b.py").unlink()
    assert compare(folder, _files(NEW)) == []
    assert not (folder / "gone").exists()


def test_a_staging_folder_that_lost_its_journal_last_is_thrown_away(folder: Path) -> None:
    write(folder, _files(NEW))
    (folder / STAGING).mkdir()
    assert compare(folder, _files(NEW)) == []
    assert not (folder / STAGING).exists()


def test_a_run_with_other_files_first_completes_what_it_finds(folder: Path) -> None:
    _stage(folder, "journal.json")
    write(folder, _files(OLD))
    assert contents(folder) == _bytes(OLD)


_RUN = """
import sys
from pathlib import Path, PurePosixPath
from quern.output import write
folder, version = Path(sys.argv[1]), sys.argv[2]
files = {PurePosixPath(f"m{n % 7}/f{version}_{n}.py"): f"x = {version}\\n" * 50 for n in range(60)}
files |= {PurePosixPath(f"same_{n}.py"): f"x = {version}\\n" for n in range(60)}
print("ready", flush=True)
write(folder, files)
"""


def _version(version: int) -> dict[str, str]:
    texts = {f"m{n % 7}/f{version}_{n}.py": f"x = {version}\n" * 50 for n in range(60)}
    return texts | {f"same_{n}.py": f"x = {version}\n" for n in range(60)}


def test_a_run_that_is_killed_leaves_one_of_the_two_versions(tmp_path: Path) -> None:
    folder = tmp_path / "generated"
    chance = random.Random(1)  # noqa: S311 - moments to kill at
    write(folder, _files(_version(0)))
    whole = [_bytes(_version(0)), _bytes(_version(1))]
    for attempt in range(12):
        goal = 1 - attempt % 2
        command = [sys.executable, "-c", _RUN, str(folder), str(goal)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.06))
            process.send_signal(signal.SIGKILL)
        compare(folder, {})  # what comes next completes it, or throws it away
        assert contents(folder) in whole
        write(folder, _files(_version(goal)))
        assert contents(folder) == whole[goal]


def test_two_runs_at_once_leave_one_of_the_two_versions(tmp_path: Path) -> None:
    folder = tmp_path / "generated"
    whole = [_bytes(_version(version)) for version in range(2)]
    start = threading.Barrier(2)

    def run(version: int) -> None:
        start.wait()
        for _ in range(5):
            write(folder, _files(_version(version)))

    with ThreadPoolExecutor(2) as pool:
        assert [*pool.map(run, range(2))] == [None, None]
    assert contents(folder) in whole
    assert not (folder / output.STAGING).exists()


def test_two_processes_at_once_leave_one_of_the_two_versions(tmp_path: Path) -> None:
    folder = tmp_path / "generated"
    commands = [[sys.executable, "-c", _RUN, str(folder), str(v)] for v in (0, 1, 0, 1)]
    processes = [
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for command in commands
    ]
    assert [process.communicate()[1] for process in processes] == [b""] * 4
    assert contents(folder) in [_bytes(_version(0)), _bytes(_version(1))]
