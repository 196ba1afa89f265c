"""Reading the audit trail."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address

import psycopg
from psycopg.rows import class_row


@dataclass(frozen=True)
class Entry:
    """An entry of the audit trail, without its id and time."""

    user_id: int
    team_id: int | None
    access_type: str
    action: str
    operation: str
    entity_type: str | None
    entity_id: str | None
    role: str | None
    client_ip: IPv4Address | IPv6Address | None
    severity: str
    result: str
    before_value: dict[str, object] | None
    after_value: dict[str, object] | None
    request_id: str | None
    session_id: str | None
    extra: dict[str, object]


def entries(connection: psycopg.Connection) -> list[Entry]:
    """Return what the trail holds, oldest first."""
    query = """
        SELECT
            user_id, team_id, access_type, action, operation, entity_type, entity_id, role,
            client_ip, severity, result, before_value, after_value, request_id, session_id, extra
        FROM ops.audit_trail
        ORDER BY id
    """
    with connection.cursor(row_factory=class_row(Entry)) as cursor:
        return cursor.execute(query).fetchall()


def actions(connection: psycopg.Connection) -> list[str]:
    """Return the actions that the trail holds, oldest first."""
    return [entry.action for entry in entries(connection)]
