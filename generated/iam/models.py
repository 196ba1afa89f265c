# Made by quern from the database: do not edit.
"""Rows of the tables of schema iam."""

from collections.abc import Sequence
from typing import Any

from .. import _runtime
from .enums import Permission, Role
from .enums import read_permission as _read_permission
from .enums import read_role as _read_role


class RolesPermission(_runtime.Row):
    """A row of iam.roles_permissions.

    Which permissions each role carries; changed by migrations only.

    :ivar role: The role.
    :ivar permission: A permission the role carries.
    """

    role: Role
    permission: Permission


def make_roles_permission(values: Sequence[Any]) -> RolesPermission:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        RolesPermission,
        {
            "role": _read_role(values[0]),
            "permission": _read_permission(values[1]),
        },
    )
