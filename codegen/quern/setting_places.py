"""Where a setting stands in ``pyproject.toml``: tomllib gives values, and no places."""

import re
from pathlib import Path

from quern.source.span import Location, SourceText

_TABLE = re.compile(r"\s*\[\s*(?P<name>[^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*["']?(?P<name>[\w.-]+)["']?\s*=""")
_PLACE = re.compile(r"\(at line (?P<line>\d+), column (?P<column>\d+)\)")


def place_of_setting(file: Path, table: str, name: str) -> Location | None:
    """Return where a key of a table stands; None where it is written in another way.

    :param table: its dotted name, such as ``tool.codegen``
    """
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    source, current, offset = SourceText(Path(file.name), text), "", 0
    for line in text.splitlines(keepends=True):
        if header := _TABLE.match(line):
            current = header["name"]
        elif (key := _KEY.match(line)) and f"{current}.{key['name']}" == f"{table}.{name}":
            start, end = key.span("name")
            return source.location(offset + start, offset + end)
        offset += len(line)
    return None


def place_of_toml_error(file: Path, message: str) -> Location | None:
    """Return the place that a message of tomllib names, as in ``(at line 2, column 19)``."""
    place = _PLACE.search(message)
    if place is None:
        return None
    try:
        source = SourceText(Path(file.name), file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return None
    return source.line_location(int(place["line"]), int(place["column"]))
