# Made by quern from the database: do not edit.
"""Enum types of schema class."""

from enum import StrEnum


class Colour(StrEnum):
    """Values of class.colour."""

    OTHER = "other"


class None_(StrEnum):
    """Values of class."none"."""

    A = "a"
    A_2 = "A"
