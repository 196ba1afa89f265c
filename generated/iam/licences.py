# Made by quern from queries/iam/licences.sql: do not edit.
"""Queries of queries/iam/licences.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection

from .. import _runtime


class GetFirstRegistrationRow(_runtime.Row):
    """A row of get_first_registration."""

    first_registered_at: datetime | None
    days_since: int | None


def _make_get_first_registration_row(values: Sequence[Any]) -> GetFirstRegistrationRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        GetFirstRegistrationRow,
        {
            "first_registered_at": values[0],
            "days_since": values[1],
        },
    )


GET_FIRST_REGISTRATION: Final[_runtime.Query[GetFirstRegistrationRow]] = _runtime.Query(
    name="iam.licences.get_first_registration",
    source="queries/iam/licences.sql:1",
    sql="""SELECT
    min(created_at) AS first_registered_at,
    extract(DAY FROM now() - min(created_at))::integer AS days_since
FROM iam.users""",
    row=_make_get_first_registration_row,
    reads=frozenset({"iam.users"}),
    read_only=True,
    idempotent=True,
    rows="exactly_one",
    role="system",
)


def get_first_registration(conn: Connection[Any] | _runtime.Runner) -> GetFirstRegistrationRow:
    """When the oldest account was made, and how many whole days ago.

    Both are None while there is no account.
    """
    return _runtime.fetch_one(conn, GET_FIRST_REGISTRATION)
