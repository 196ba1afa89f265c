"""What schema ``iam`` must hold, written down by hand.

The columns, keys, enum labels and seed rows of the source systems, from the catalogue of the
original and the list of additions; where ours departs on purpose, ``db/README.md`` says why.
"""

from dataclasses import dataclass
from typing import Literal

Filled = Literal["identity", "default", "generated"]

INTEGER = "integer"
BIGINT = "bigint"
BOOLEAN = "boolean"
VARCHAR = "character varying"
TEXT = "text"
TIME = "timestamp with time zone"


@dataclass(frozen=True)
class Column:
    """A column.

    :ivar filled: what gives its value when the insert does not
    """

    type: str
    nullable: bool = False
    filled: Filled | None = None


ID = Column(INTEGER, filled="identity")
NOW = Column(TIME, filled="default")

#: The columns of the original, unchanged, by table.
ORIGINAL: dict[str, dict[str, Column]] = {
    "users": {
        "id": ID,
        "openid_sub": Column(VARCHAR),
        "email": Column(VARCHAR),
        "first_name": Column(VARCHAR, nullable=True),
        "last_name": Column(VARCHAR, nullable=True),
        "system_admin": Column(BOOLEAN, filled="default"),
        "created_at": NOW,
        "updated_at": NOW,
    },
    "teams": {
        "id": ID,
        "name": Column(VARCHAR, nullable=True),
        "created_by_user_id": Column(INTEGER),
        "slug": Column(TEXT),
    },
    "team_users": {
        "user_id": Column(INTEGER),
        "team_id": Column(INTEGER),
        "roles": Column("iam.role[]"),
    },
    "roles_permissions": {
        "role": Column("iam.role"),
        "permission": Column("iam.permission"),
    },
    "invitations": {
        "id": ID,
        "team_id": Column(INTEGER),
        "email": Column(VARCHAR),
        "first_name": Column(VARCHAR),
        "last_name": Column(VARCHAR),
        "roles": Column("iam.role[]"),
        "invitation_selector": Column(VARCHAR),
        "invitation_verifier_hash": Column(VARCHAR),
        "created_at": NOW,
    },
    "api_keys": {
        "id": ID,
        "prompt_id": Column(INTEGER, nullable=True),
        "user_id": Column(INTEGER),
        "team_id": Column(INTEGER),
        "name": Column(VARCHAR),
        "api_key": Column(VARCHAR),
        "created_at": NOW,
    },
    "oauth_clients": {
        "id": ID,
        "client_id": Column(TEXT),
        "client_secret": Column(TEXT),
        "provider": Column(TEXT),
        "created_at": NOW,
        "provider_url": Column(TEXT, nullable=True),
    },
}

#: The columns that other source systems add, by table.
ADDED: dict[str, dict[str, Column]] = {
    "users": {
        "username": Column(TEXT, nullable=True),
        "password_hash": Column(TEXT, nullable=True),
        "status": Column(TEXT, filled="default"),
    },
    "api_keys": {
        "external_id": Column("uuid", filled="default"),
        "key_prefix": Column(TEXT, nullable=True),
        "description": Column(TEXT, nullable=True),
        "rate_limit": Column(INTEGER, filled="default"),
        "status": Column(TEXT, filled="default"),
        "is_active": Column(BOOLEAN, filled="generated"),
        "expires_at": Column(TIME, nullable=True),
        "last_used_at": Column(TIME, nullable=True),
        "deleted_at": Column(TIME, nullable=True),
        "quota": Column(BIGINT, nullable=True),
        "used_quota": Column(BIGINT, filled="default"),
        "scopes": Column("text[]", filled="default"),
        "updated_at": NOW,
        "key_hash": Column(TEXT, filled="generated"),
    },
    "groups": {
        "id": ID,
        "name": Column(TEXT),
        "description": Column(TEXT, nullable=True),
        "created_at": NOW,
    },
    "group_members": {
        "group_id": Column(INTEGER),
        "user_id": Column(INTEGER),
    },
    "permission_grants": {
        "id": ID,
        "user_id": Column(INTEGER, nullable=True),
        "role": Column("iam.role", nullable=True),
        "resource": Column(TEXT),
        "action": Column(TEXT),
        "conditions": Column("jsonb", filled="default"),
        "created_at": NOW,
    },
}

TABLES = tuple(dict.fromkeys((*ORIGINAL, *ADDED)))

#: The expressions or columns of each unique index, the primary key first, by table.
UNIQUE: dict[str, list[str]] = {
    "users": ["id", "email", "lower(email)", "openid_sub", "username"],
    "teams": ["id", "slug"],
    "team_users": ["user_id, team_id"],
    "roles_permissions": ["role, permission"],
    "invitations": ["id", "invitation_selector"],
    "api_keys": ["id", "api_key", "external_id", "team_id, api_key"],
    "oauth_clients": ["id", "provider_url"],
    "groups": ["id", "name"],
    "group_members": ["group_id, user_id"],
    "permission_grants": ["id", "user_id, role, resource, action, conditions"],
}

#: The foreign keys, all of them ON DELETE CASCADE, as column and table referred to.
FOREIGN_KEYS: dict[str, list[tuple[str, str]]] = {
    "team_users": [("team_id", "iam.teams"), ("user_id", "iam.users")],
    "invitations": [("team_id", "iam.teams")],
    "api_keys": [("team_id", "iam.teams"), ("user_id", "iam.users")],
    "group_members": [("group_id", "iam.groups"), ("user_id", "iam.users")],
    "permission_grants": [("user_id", "iam.users")],
}

ENUMS: dict[str, list[str]] = {
    "role": ["TeamManager", "Collaborator", "SystemAdministrator"],
    "permission": [
        "InvitePeopleToTeam",
        "ViewCurrentTeam",
        "ViewPrompts",
        "ManagePipelines",
        "ViewDatasets",
        "ManageDatasets",
        "CreateApiKeys",
        "ViewAuditTrail",
        "SetupModels",
        "DeleteChat",
        "MakeAssistantPublic",
        "ViewSystemPrompt",
        "ViewIntegrations",
        "ManageIntegrations",
        "ViewChats",
        "ManageDocumentPipelines",
        "ManageMcpKeys",
        "ViewChatHistory",
        "ManageProjects",
    ],
}

ROLES_PERMISSIONS: dict[str, list[str]] = {
    "TeamManager": [
        "InvitePeopleToTeam",
        "ViewIntegrations",
        "ManageIntegrations",
        "ManageMcpKeys",
        "ManageProjects",
    ],
    "Collaborator": [
        "ViewCurrentTeam",
        "ViewPrompts",
        "ViewDatasets",
        "ManageDatasets",
        "CreateApiKeys",
        "DeleteChat",
        "MakeAssistantPublic",
        "ViewSystemPrompt",
        "ViewIntegrations",
        "ViewChats",
        "ManageDocumentPipelines",
        "ViewChatHistory",
        "ManageProjects",
    ],
    "SystemAdministrator": [
        "ViewAuditTrail",
        "SetupModels",
        "ViewIntegrations",
        "ManageIntegrations",
        "ManageMcpKeys",
        "ManageProjects",
    ],
}
