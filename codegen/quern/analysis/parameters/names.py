"""Names for ``$1``, ``$2`` and so on, made of the names of what they go with."""

import re
import unicodedata
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_CONSONANT_AND_Y = re.compile(r"[^aeiou]y$", re.IGNORECASE)
#: What Postgres calls a column that has no name.
_UNNAMED = "?column?"


def plural(name: str) -> str:
    """Return a name for several: ``id`` gives ``ids``, ``category`` gives ``categories``."""
    if _CONSONANT_AND_Y.search(name):
        return f"{name[:-1]}ies"
    if name.endswith(("s", "x", "z", "ch", "sh")):
        return f"{name}es"
    return f"{name}s"


def singular(name: str) -> str:
    """Return a name for one of several: ``tags`` gives ``tag``; unsure cases stay as they are."""
    if name.endswith("ies") and len(name) > 4:
        return f"{name[:-3]}y"
    if name.endswith("s") and not name.endswith(("ss", "us", "is")) and len(name) > 1:
        return name[:-1]
    return name


def snake_case(name: str) -> str | None:
    """Return a name as Python writes its variables, or None when nothing is left of it."""
    if name == _UNNAMED:
        return None
    # In the form to which Python reduces identifiers (PEP 3131).
    words = _WORD.findall(_CAMEL.sub("_", unicodedata.normalize("NFKC", name)))
    joined = "_".join(words).lower()
    if not joined:
        return None
    found = joined if joined.isidentifier() else f"p_{joined}"
    return found if found.isidentifier() else None


def parameter_names(proposals: Sequence[str | None]) -> tuple[str, ...]:
    """Return a name for each parameter, all different.

    :param proposals: what each could be called; the third that has none becomes ``p3``
    """
    found: list[str] = []
    for number, proposal in enumerate(proposals, 1):
        name = (snake_case(proposal) if proposal else None) or f"p{number}"
        candidate, count = name, 2
        while candidate in found:
            candidate = f"{name}_{count}"
            count += 1
        found.append(candidate)
    return tuple(found)
