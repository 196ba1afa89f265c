# Made by quern from the database: do not edit.
"""Enum types of schema ops."""

from enum import StrEnum

from .. import _runtime


class AuditAccessType(StrEnum):
    """The way by which a person acted: a program with a key, or the user interface."""

    API = "API"
    USER_INTERFACE = "UserInterface"


read_audit_access_type = _runtime.enum_reader(AuditAccessType)


class AuditAction(StrEnum):
    """What the audit trail records."""

    CREATE_MEMBER = "CreateMember"
    DELETE_MEMBER = "DeleteMember"
    CREATE_INVITE = "CreateInvite"
    CREATE_TEAM = "CreateTeam"
    DELETE_TEAM = "DeleteTeam"
    CREATE_API_KEY = "CreateAPIKey"
    DELETE_API_KEY = "DeleteAPIKey"
    CREATE_PIPELINE_KEY = "CreatePipelineKey"
    DELETE_PIPELINE_KEY = "DeletePipelineKey"
    TEXT_GENERATION = "TextGeneration"


read_audit_action = _runtime.enum_reader(AuditAction)
