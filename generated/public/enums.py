# Made by quern from the database: do not edit.
"""Enum types of schema public."""

from enum import StrEnum

from .. import _runtime


class Visibility(StrEnum):
    """Who sees a thing: everyone signed in (and only its team changes it), the members of its team,
    or its creator alone.
    """

    COMPANY = "Company"
    TEAM = "Team"
    PRIVATE = "Private"


read_visibility = _runtime.enum_reader(Visibility)
