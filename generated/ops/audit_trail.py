# Made by quern from queries/ops/audit_trail.sql: do not edit.
"""Queries of queries/ops/audit_trail.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection
from pydantic import JsonValue

from .. import _runtime
from .enums import AuditAccessType, AuditAction
from .enums import read_audit_access_type as _read_audit_access_type
from .enums import read_audit_action as _read_audit_action


class AuditEntry(_runtime.Row):
    """A row of list_audit_entries.

    :ivar id: Identifier of the entry; grows with time, so that lists are paged by it.
    :ivar user_id: Person who acted; 0 for the system. Not a foreign key: the entry outlives the
        person's account.
    :ivar email: E-mail address, unique without regard to case.
    :ivar team_id: Team it was done in; NULL outside of any. Not a foreign key: the entry outlives
        the team.
    :ivar access_type: The way by which the person acted.
    :ivar action: What was done.
    :ivar operation: Kind of the act: Create, Read, Update, Delete, Login, Logout, PermissionChange,
        ConfigChange or Other.
    :ivar entity_type: Table of what was acted on, with its schema; NULL when it was no row of a
        table.
    :ivar entity_id: Primary key of what was acted on; its parts in their order, separated by
        slashes.
    :ivar client_ip: Address the request came from; NULL when the context gave none.
    :ivar severity: How much attention it deserves: Info, Low, Medium, High or Critical.
    :ivar result: How it ended: Success, Failure, Partial or Unknown.
    :ivar created_at: When the transaction of the act began.
    """

    id: int
    user_id: int
    email: str | None
    team_id: int | None
    access_type: AuditAccessType
    action: AuditAction
    operation: str
    entity_type: str | None
    entity_id: str | None
    client_ip: _runtime.Inet | None
    severity: str
    result: str
    created_at: datetime


def _make_audit_entry(values: Sequence[Any]) -> AuditEntry:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        AuditEntry,
        {
            "id": values[0],
            "user_id": values[1],
            "email": values[2],
            "team_id": values[3],
            "access_type": _read_audit_access_type(values[4]),
            "action": _read_audit_action(values[5]),
            "operation": values[6],
            "entity_type": values[7],
            "entity_id": values[8],
            "client_ip": values[9],
            "severity": values[10],
            "result": values[11],
            "created_at": values[12],
        },
    )


LIST_AUDIT_ENTRIES: Final[_runtime.Variants[AuditEntry]] = _runtime.Variants(
    name="ops.audit_trail.list_audit_entries",
    source="queries/ops/audit_trail.sql:1",
    parts=(
        _runtime.Part(
            """SELECT
    a.id,
    a.user_id,
    u.email,
    a.team_id,
    a.access_type,
    a.action,
    a.operation,
    a.entity_type,
    a.entity_id,
    a.client_ip,
    a.severity,
    a.result,
    a.created_at
FROM ops.audit_trail AS a
LEFT JOIN iam.users AS u
    ON u.id = a.user_id
WHERE a.id < coalesce($1, 2147483648)
    AND a.created_at >= coalesce($2, '-infinity'::timestamp with time zone)
    AND a.created_at < coalesce($3, 'infinity'::timestamp with time zone)
""",
            uses=(1, 2, 3),
        ),
        _runtime.Part(
            """    AND a.user_id = $4  -- @if user_id
""",
            uses=(4,),
            condition=0,
        ),
        _runtime.Part(
            """    AND a.team_id = $5  -- @if team_id
""",
            uses=(5,),
            condition=1,
        ),
        _runtime.Part(
            """    AND a.action = $6  -- @if action
""",
            uses=(6,),
            condition=2,
        ),
        _runtime.Part(
            """    AND a.access_type = $7  -- @if access_type
""",
            uses=(7,),
            condition=3,
        ),
        _runtime.Part(
            """    AND a.entity_type = $8  -- @if entity_type
""",
            uses=(8,),
            condition=4,
        ),
        _runtime.Part(
            """    AND a.entity_id = $9  -- @if entity_id
""",
            uses=(9,),
            condition=5,
        ),
        _runtime.Part(
            """ORDER BY a.id DESC
LIMIT $10""",
            uses=(10,),
        ),
    ),
    parameters=10,
    row=_make_audit_entry,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "ops.audit_trail",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_audit_entries(
    conn: Connection[Any] | _runtime.Runner,
    *,
    after_id: int | None,
    since: datetime | None,
    until: datetime | None,
    limit: int,
    user_id: int | None = None,
    team_id: int | None = None,
    action: AuditAction | None = None,
    access_type: AuditAccessType | None = None,
    entity_type: str | None = None,
    entity_id: str | None = None,
) -> list[AuditEntry]:
    """List who did what, newest first, one page at a time.

    For those who have the permission ViewAuditTrail: what happened in the teams where they have it,
    and everything for administrators. The address is None for the system, for an account that is
    gone and for one that the current user may not know of. `get_audit_entry` tells what changed.

    :param after_id: the last id of the page before; None for the first page
    :param since: the earliest moment to list; None for no limit
    :param until: the moment before which to list; None for no limit
    :param limit: rows a page
    :param user_id: the person who acted; 0 for the system
    :param entity_type: table of what was acted on, with its schema
    :param entity_id: its primary key; an id of any table, when there is no entity_type
    """
    variant = LIST_AUDIT_ENTRIES.variant(
        user_id is not None,
        team_id is not None,
        action is not None,
        access_type is not None,
        entity_type is not None,
        entity_id is not None,
    )
    return _runtime.fetch_all(
        conn,
        variant,
        variant.used(
            (
                after_id,
                since,
                until,
                user_id,
                team_id,
                action,
                access_type,
                entity_type,
                entity_id,
                limit,
            ),
        ),
    )


class GetAuditEntryRow(_runtime.Row):
    """A row of get_audit_entry.

    :ivar id: Identifier of the entry; grows with time, so that lists are paged by it.
    :ivar user_id: Person who acted; 0 for the system. Not a foreign key: the entry outlives the
        person's account.
    :ivar email: E-mail address, unique without regard to case.
    :ivar team_id: Team it was done in; NULL outside of any. Not a foreign key: the entry outlives
        the team.
    :ivar access_type: The way by which the person acted.
    :ivar action: What was done.
    :ivar operation: Kind of the act: Create, Read, Update, Delete, Login, Logout, PermissionChange,
        ConfigChange or Other.
    :ivar entity_type: Table of what was acted on, with its schema; NULL when it was no row of a
        table.
    :ivar entity_id: Primary key of what was acted on; its parts in their order, separated by
        slashes.
    :ivar role: Role of the database that the statement ran as.
    :ivar client_ip: Address the request came from; NULL when the context gave none.
    :ivar severity: How much attention it deserves: Info, Low, Medium, High or Critical.
    :ivar result: How it ended: Success, Failure, Partial or Unknown.
    :ivar before_value: The row as it was, without secrets and content; NULL for one that was added.
    :ivar after_value: The row as it became, without secrets and content; NULL for one that was
        deleted.
    :ivar request_id: Request that caused it; NULL when the context gave none.
    :ivar session_id: Session of the person; NULL when the context gave none.
    :ivar extra: What else is worth knowing, by name; an empty object for nothing.
    :ivar created_at: When the transaction of the act began.
    """

    id: int
    user_id: int
    email: str | None
    team_id: int | None
    access_type: AuditAccessType
    action: AuditAction
    operation: str
    entity_type: str | None
    entity_id: str | None
    role: str | None
    client_ip: _runtime.Inet | None
    severity: str
    result: str
    before_value: JsonValue
    after_value: JsonValue
    request_id: str | None
    session_id: str | None
    extra: JsonValue
    created_at: datetime


def _make_get_audit_entry_row(values: Sequence[Any]) -> GetAuditEntryRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        GetAuditEntryRow,
        {
            "id": values[0],
            "user_id": values[1],
            "email": values[2],
            "team_id": values[3],
            "access_type": _read_audit_access_type(values[4]),
            "action": _read_audit_action(values[5]),
            "operation": values[6],
            "entity_type": values[7],
            "entity_id": values[8],
            "role": values[9],
            "client_ip": values[10],
            "severity": values[11],
            "result": values[12],
            "before_value": None if values[13] is None else _runtime.read_json(values[13]),
            "after_value": None if values[14] is None else _runtime.read_json(values[14]),
            "request_id": values[15],
            "session_id": values[16],
            "extra": _runtime.read_json(values[17]),
            "created_at": values[18],
        },
    )


GET_AUDIT_ENTRY: Final[_runtime.Query[GetAuditEntryRow]] = _runtime.Query(
    name="ops.audit_trail.get_audit_entry",
    source="queries/ops/audit_trail.sql:47",
    sql="""SELECT
    a.id,
    a.user_id,
    u.email,
    a.team_id,
    a.access_type,
    a.action,
    a.operation,
    a.entity_type,
    a.entity_id,
    a.role,
    a.client_ip,
    a.severity,
    a.result,
    a.before_value,
    a.after_value,
    a.request_id,
    a.session_id,
    a.extra,
    a.created_at
FROM ops.audit_trail AS a
LEFT JOIN iam.users AS u
    ON u.id = a.user_id
WHERE a.id = $1""",
    row=_make_get_audit_entry_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "ops.audit_trail",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_audit_entry(
    conn: Connection[Any] | _runtime.Runner,
    *,
    audit_entry_id: int,
) -> GetAuditEntryRow | None:
    """Get an entry of the audit trail, with the row as it was and as it became.

    For those who have the permission ViewAuditTrail, as in `list_audit_entries`. The rows are
    without secrets and content: before is None for one that was added, after for one deleted.
    """
    return _runtime.fetch_optional(conn, GET_AUDIT_ENTRY, (audit_entry_id,))
