# Made by quern from the database: do not edit.
"""Enum types of schema Große Liste."""

from enum import StrEnum


class Größe(StrEnum):
    """Values of "Große Liste"."größe"."""

    KLEIN = "klein"
    GROSS = "groß"


class Row(StrEnum):
    """Values of "Große Liste"."row"."""

    X = "x"
