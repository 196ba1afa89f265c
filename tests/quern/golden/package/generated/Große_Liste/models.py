# Made by quern from the database: do not edit.
"""Rows of the tables of schema Große Liste."""

from collections.abc import Sequence
from typing import Any

from .. import _runtime
from .enums import Größe
from .enums import read_größe as _read_größe


class OddName(_runtime.Row):
    """A row of Große Liste.odd names."""

    class_: int
    None_: int
    column_1st: int
    größe: Größe
    with_space: str | None
    with_quote: str | None
    back_slash: str | None
    s: str | None
    jinja: str | None
    fi: str | None
    fi_2: str | None
    private: str | None
    dunder: str | None
    日本: str
    column_15: str | None
    camelCase: str | None


def make_odd_name(values: Sequence[Any]) -> OddName:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        OddName,
        {
            "class_": values[0],
            "None_": values[1],
            "column_1st": values[2],
            "größe": _read_größe(values[3]),
            "with_space": values[4],
            "with_quote": values[5],
            "back_slash": values[6],
            "s": values[7],
            "jinja": values[8],
            "fi": values[9],
            "fi_2": values[10],
            "private": values[11],
            "dunder": values[12],
            "日本": values[13],
            "column_15": values[14],
            "camelCase": values[15],
        },
    )
