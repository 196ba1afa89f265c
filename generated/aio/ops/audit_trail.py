# Made by quern from queries/ops/audit_trail.sql: do not edit.
"""Queries of queries/ops/audit_trail.sql, for asyncio."""

from datetime import datetime
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...ops.audit_trail import GET_AUDIT_ENTRY, LIST_AUDIT_ENTRIES, AuditEntry, GetAuditEntryRow
from ...ops.enums import AuditAccessType, AuditAction


async def list_audit_entries(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(
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


async def get_audit_entry(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    audit_entry_id: int,
) -> GetAuditEntryRow | None:
    """Get an entry of the audit trail, with the row as it was and as it became.

    For those who have the permission ViewAuditTrail, as in `list_audit_entries`. The rows are
    without secrets and content: before is None for one that was added, after for one deleted.
    """
    return await _runtime.aio.fetch_optional(conn, GET_AUDIT_ENTRY, (audit_entry_id,))
