"""Names of Postgres to names of Python."""

import keyword
import re
import unicodedata
from collections.abc import Container, Iterable

_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def class_name(name: str) -> str:
    """Return a name in CamelCase: ``team_user`` gives ``TeamUser``."""
    joined = "".join(word[0].upper() + word[1:] for word in _words(name))
    return python_name(_identifier(joined, "Type"))


def constant_name(name: str) -> str:
    """Return a name in upper case: ``TeamManager`` gives ``TEAM_MANAGER``."""
    return _identifier("_".join(_words(_CAMEL.sub("_", name))).upper(), "VALUE")


def module_name(name: str) -> str:
    """Return a name that a module can have."""
    return python_name(_identifier("_".join(_words(name)), "schema"))


def field_name(name: str, position: int, taken: Container[str]) -> str:
    """Return the name of a row model's field.

    :param name: the column's name; Postgres gives ``?column?`` to what has none
    :param position: the column's number, counted from 1
    :param taken: names that the field may not have
    """
    words = "_".join(_words(name))
    if name == "?column?" or not words:
        words = f"column_{position}"
    return python_name(_identifier(words, "column"), taken)


def argument_name(name: str, taken: Container[str]) -> str:
    """Return the name of a function's argument, for a parameter of that name."""
    name = unicodedata.normalize("NFKC", name)
    if not name.isidentifier():
        name = _identifier("_".join(_words(name)), "parameter")
    return python_name(name, taken)


def snake_name(name: str) -> str:
    """Return a class's name as that of a function: ``TeamUser`` gives ``team_user``."""
    return _CAMEL.sub("_", name).lower()


def singular(name: str) -> str:
    """Return a table's name as that of one of its rows: ``team_users`` gives ``team_user``."""
    from inflection import singularize

    # Latin plurals that are singular to those who name tables.
    return name if name.lower().endswith(("data", "media")) else singularize(name)


def python_name(name: str, taken: Container[str] = ()) -> str:
    """Return a name that is no keyword and not taken, by an underscore behind it (PEP 8)."""
    while keyword.iskeyword(name) or name in taken:
        name += "_"
    return name


def distinct(name: str, taken: Container[str]) -> str:
    """Return the name, or with the first number from 2 on that makes it new."""
    number = 2
    candidate = name
    while candidate in taken:
        candidate = f"{name}_{number}"
        number += 1
    return candidate


def distinct_all(names: Iterable[str]) -> list[str]:
    """Return the names in order, each new among those before it."""
    found: list[str] = []
    for name in names:
        found.append(distinct(name, found))
    return found


def _words(name: str) -> list[str]:
    """Return the words of a name, in the form to which Python reduces identifiers (PEP 3131)."""
    return _WORD.findall(unicodedata.normalize("NFKC", name))


def _identifier(name: str, prefix: str) -> str:
    """Return the name, with a prefix if a digit or nothing starts it."""
    if name and (name[0].isalpha()) and name.isidentifier():
        return name
    return f"{prefix}_{name}" if f"{prefix}_{name}".isidentifier() else prefix
