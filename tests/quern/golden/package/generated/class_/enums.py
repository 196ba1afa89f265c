# Made by quern from the database: do not edit.
"""Enum types of schema class."""

from enum import StrEnum

from .. import _runtime


class Colour(StrEnum):
    """Values of class.colour."""

    OTHER = "other"


read_colour = _runtime.enum_reader(Colour)


class None_(StrEnum):
    """Values of class."none"."""

    A = "a"
    A_2 = "A"


read_none_ = _runtime.enum_reader(None_)
