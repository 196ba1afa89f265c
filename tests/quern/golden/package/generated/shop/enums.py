# Made by quern from the database: do not edit.
"""Enum types of schema shop."""

from enum import StrEnum

from .. import _runtime


class ALongNameOfAnEnumType(StrEnum):
    """Values of shop.a_long_name_of_an_enum_type."""

    A = "a"


read_a_long_name_of_an_enum_type = _runtime.enum_reader(ALongNameOfAnEnumType)


class Any_(StrEnum):
    """Values of shop."any"."""

    Y = "y"


read_any_ = _runtime.enum_reader(Any_)


class Colour(StrEnum):
    """What it looks like; "quoted", and a \\ backslash."""

    RED = "red"
    LIGHT_BLUE = "light blue"
    A_B_C = 'a"b\\c'
    VALUE_ = ""
    NULL = "NULL"
    X_Y = "{x,y}"
    SS = "ß"
    VALUE_1ST = "1st"
    NONE = "None"


read_colour = _runtime.enum_reader(Colour)


class Empty(StrEnum):
    """Values of shop.empty."""


read_empty = _runtime.enum_reader(Empty)


class Sequence_(StrEnum):
    """Values of shop.sequence."""

    Z = "z"


read_sequence_ = _runtime.enum_reader(Sequence_)
