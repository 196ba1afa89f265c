# Made by quern from the database: do not edit.
"""Enum types of schema iam."""

from enum import StrEnum

from .. import _runtime


class Permission(StrEnum):
    """One thing a role may allow its holder to do."""

    INVITE_PEOPLE_TO_TEAM = "InvitePeopleToTeam"
    VIEW_CURRENT_TEAM = "ViewCurrentTeam"
    VIEW_PROMPTS = "ViewPrompts"
    MANAGE_PIPELINES = "ManagePipelines"
    VIEW_DATASETS = "ViewDatasets"
    MANAGE_DATASETS = "ManageDatasets"
    CREATE_API_KEYS = "CreateApiKeys"
    VIEW_AUDIT_TRAIL = "ViewAuditTrail"
    SETUP_MODELS = "SetupModels"
    DELETE_CHAT = "DeleteChat"
    MAKE_ASSISTANT_PUBLIC = "MakeAssistantPublic"
    VIEW_SYSTEM_PROMPT = "ViewSystemPrompt"
    VIEW_INTEGRATIONS = "ViewIntegrations"
    MANAGE_INTEGRATIONS = "ManageIntegrations"
    VIEW_CHATS = "ViewChats"
    MANAGE_DOCUMENT_PIPELINES = "ManageDocumentPipelines"
    MANAGE_MCP_KEYS = "ManageMcpKeys"
    VIEW_CHAT_HISTORY = "ViewChatHistory"
    MANAGE_PROJECTS = "ManageProjects"


read_permission = _runtime.enum_reader(Permission)


class Role(StrEnum):
    """What a person is: manager or collaborator within a team, or administrator of the whole
    installation.
    """

    TEAM_MANAGER = "TeamManager"
    COLLABORATOR = "Collaborator"
    SYSTEM_ADMINISTRATOR = "SystemAdministrator"


read_role = _runtime.enum_reader(Role)
