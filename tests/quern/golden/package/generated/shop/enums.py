# Made by quern from the database: do not edit.
"""Enum types of schema shop."""

from enum import StrEnum


class ALongNameOfAnEnumType(StrEnum):
    """Values of shop.a_long_name_of_an_enum_type."""

    A = "a"


class Any_(StrEnum):
    """Values of shop."any"."""

    Y = "y"


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


class Empty(StrEnum):
    """Values of shop.empty."""


class Sequence_(StrEnum):
    """Values of shop.sequence."""

    Z = "z"
