from pathlib import Path

import pytest

from db.commands.advice.accepted import load_accepted, without_accepted
from db.commands.findings import Finding
from quern.errors import QuernError

FOUND = Finding("rule", "app.t", "something is wrong", "mend it", "detail")
ENTRY = '[[accepted]]\nkey = "rule app.t detail"\nreason = "because"\n'


def load(tmp_path: Path, text: str) -> dict[str, str]:
    file = tmp_path / "db" / "advice.toml"
    file.parent.mkdir()
    file.write_text(text)
    return load_accepted(file)


def test_what_is_listed_with_its_reason_is_not_told(tmp_path: Path) -> None:
    accepted = load(tmp_path, ENTRY)
    assert accepted == {"rule app.t detail": "because"}
    assert without_accepted([FOUND], accepted) == []


def test_what_is_not_listed_is_told() -> None:
    assert without_accepted([FOUND], {}) == [FOUND]


def test_an_entry_that_excuses_nothing_is_told(tmp_path: Path) -> None:
    (stale,) = without_accepted([], load(tmp_path, ENTRY))
    assert stale.key == "stale-advice db/advice.toml rule app.t detail"
    assert stale.hint == "delete the entry"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[accepted]]\nreason = "because"\n', "entry 1 of db/advice.toml has no key"),
        ('[[accepted]]\nkey = "k"\n', "the entry 'k' of db/advice.toml has no reason"),
        (
            '[[accepted]]\nkey = "k"\nreason = " "\n',
            "the entry 'k' of db/advice.toml has no reason",
        ),
        (ENTRY + ENTRY, "the entry 'rule app.t detail' of db/advice.toml stands there twice"),
        (
            ENTRY + "why = 1\n",
            "the entry 'rule app.t detail' of db/advice.toml has a key 'why' that means nothing",
        ),
        ("[accept]\n", "db/advice.toml has a key 'accept' that means nothing"),
        ("accepted = 1\n", "accepted of db/advice.toml is no table"),
        ("accepted = \n", "db/advice.toml is no TOML: Invalid value (at line 1, column 12)"),
    ],
)
def test_an_entry_that_is_not_whole_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(QuernError) as caught:
        load(tmp_path, text)
    assert caught.value.message == message
    assert caught.value.hint


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuernError, match="cannot be read: No such file"):
        load_accepted(tmp_path / "advice.toml")
