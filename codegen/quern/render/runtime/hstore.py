"""Values of the extension hstore: texts by text, some of them NULL."""

import re
from collections.abc import Mapping

_PAIR = re.compile(r'"((?:[^"\\]|\\.)*)"=>(?:"((?:[^"\\]|\\.)*)"|NULL)', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def read_hstore(text: str) -> dict[str, str | None]:
    """Return what arrived as text."""
    return {
        _ESCAPE.sub(r"\1", key): None if value is None else _ESCAPE.sub(r"\1", value)
        for key, value in (match.groups() for match in _PAIR.finditer(text))
    }


def hstore_text(values: Mapping[str, str | None]) -> str:
    """Return a mapping as Postgres reads it."""
    return ",".join(
        f"{_quoted(key)}=>{'NULL' if value is None else _quoted(value)}"
        for key, value in values.items()
    )


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
