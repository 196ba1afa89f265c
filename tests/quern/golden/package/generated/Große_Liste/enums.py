# Made by quern from the database: do not edit.
"""Enum types of schema Große Liste."""

from enum import StrEnum

from .. import _runtime


class Größe(StrEnum):
    """Values of "Große Liste"."größe"."""

    KLEIN = "klein"
    GROSS = "groß"


read_größe = _runtime.enum_reader(Größe)


class Row(StrEnum):
    """Values of "Große Liste"."row"."""

    X = "x"


read_row = _runtime.enum_reader(Row)
