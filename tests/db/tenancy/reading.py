"""What each person sees, by table."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from tests.db.tenancy.oracle import Actor, Oracle
from tests.db.tenancy.world import Row

Rule: TypeAlias = Callable[[Oracle, Actor, Row], bool]


def sees_id(o: Oracle, a: Actor, table: str, key: object) -> bool:
    """Tell whether a person sees the thing with an id."""
    row = o.named(table, key)
    return row is not None and READ[table](o, a, row)


def shared(o: Oracle, a: Actor, table: str, key: object, team: int) -> bool:
    """Tell whether a person sees a thing, and a team may use it."""
    row = o.named(table, key)
    return (
        row is not None
        and READ[table](o, a, row)
        and (row["team_id"] == team or row["visibility"] == "Company")
    )


def everyone(o: Oracle, a: Actor, _row: Row) -> bool:
    return o.signed_in(a)


def administrator(o: Oracle, a: Actor, _row: Row) -> bool:
    return o.admin(a)


def member(o: Oracle, a: Actor, row: Row) -> bool:
    return o.member(a, row["team_id"])


def own(o: Oracle, a: Actor, row: Row) -> bool:
    return row["user_id"] == a.user and o.member(a, row["team_id"])


def sees_prompt(o: Oracle, a: Actor, row: Row) -> bool:
    return sees_id(o, a, "assistants.prompts", row["prompt_id"])


def member_who_sees_prompt(o: Oracle, a: Actor, row: Row) -> bool:
    return member(o, a, row) and sees_prompt(o, a, row)


def sees_dataset(o: Oracle, a: Actor, row: Row) -> bool:
    return sees_id(o, a, "rag.datasets", row["dataset_id"])


def sees_user(o: Oracle, a: Actor, row: Row) -> bool:
    if not o.signed_in(a):
        return False
    known = {a.user}
    known |= {m["user_id"] for m in o.rows["iam.team_users"] if o.member(a, m["team_id"])}
    known |= {t["created_by_user_id"] for t in o.rows["iam.teams"] if sees_team(o, a, t)}
    return row["id"] in known or o.admin(a)


def sees_team(o: Oracle, a: Actor, row: Row) -> bool:
    return o.member(a, row["id"]) or o.invited(a, row["id"])


def invited(o: Oracle, a: Actor, row: Row) -> bool:
    return o.signed_in(a) and row["email"].lower() == o.email(a)


def own_membership(o: Oracle, a: Actor, row: Row) -> bool:
    return (o.signed_in(a) and row["user_id"] == a.user) or o.admin(a)


def grantee(o: Oracle, a: Actor, row: Row) -> bool:
    held = {role for roles in o.roles(a).values() for role in roles}
    if o.admin(a):
        held.add("SystemAdministrator")
    own = o.signed_in(a) and row["user_id"] == a.user
    return own or row["role"] in held or o.admin(a)


def sees_object(o: Oracle, a: Actor, row: Row) -> bool:
    own = row["created_by"] == a.user and member(o, a, row)
    shown = any(
        d["object_id"] == row["id"] and sees_dataset(o, a, d) for d in o.rows["rag.documents"]
    )
    icon = any(
        p["image_icon_object_id"] == row["id"] and o.sees(a, p)
        for p in o.rows["assistants.prompts"]
    )
    return own or shown or icon


def visible(o: Oracle, a: Actor, row: Row) -> bool:
    return o.sees(a, row)


def visible_connection(o: Oracle, a: Actor, row: Row) -> bool:
    return o.sees(a, row, "user_id")


def sees_pipeline(o: Oracle, a: Actor, row: Row) -> bool:
    return member(o, a, row) and sees_dataset(o, a, row)


def sees_usage(o: Oracle, a: Actor, row: Row) -> bool:
    return member(o, a, row) or o.admin(a)


def audits(o: Oracle, a: Actor, row: Row) -> bool:
    team = row["team_id"]
    return o.admin(a) or (team is not None and o.may(a, "ViewAuditTrail", team))


def sees_setting(o: Oracle, a: Actor, row: Row) -> bool:
    owner = row["owner_user_id"]
    return o.signed_in(a) and (
        owner in (None, a.user) or (o.admin(a) and row["scope"] == "feature_flag")
    )


#: What a person reads; readonly the same. A table that is not here is the system's.
READ: Mapping[str, Rule] = {
    "iam.users": sees_user,
    "iam.teams": sees_team,
    "iam.team_users": member,
    "iam.roles_permissions": everyone,
    "iam.invitations": lambda o, a, row: member(o, a, row) or invited(o, a, row),
    "iam.api_keys": member,
    "iam.groups": everyone,
    "iam.group_members": own_membership,
    "iam.permission_grants": grantee,
    "storage.objects": sees_object,
    "storage.downloads": administrator,
    "model_registry.models": everyone,
    "model_registry.model_capabilities": everyone,
    "model_registry.providers": everyone,
    "model_registry.prices": everyone,
    "model_registry.tiered_pricing": everyone,
    "model_registry.protocol_configs": everyone,
    "model_registry.channels": administrator,
    "model_registry.abilities": administrator,
    "rag.datasets": visible,
    "rag.documents": sees_dataset,
    "rag.chunks": sees_dataset,
    "rag.chunks_chats": own,
    "rag.document_pipelines": sees_pipeline,
    "assistants.categories": everyone,
    "assistants.prompts": visible,
    "assistants.projects": visible,
    "assistants.prompt_dataset": sees_prompt,
    "automation.automation_cron_triggers": member_who_sees_prompt,
    "automation.automation_webhook_triggers": member_who_sees_prompt,
    "automation.automation_runs": member_who_sees_prompt,
    "integrations.integrations": visible,
    "integrations.api_key_connections": visible_connection,
    "integrations.oauth2_connections": visible_connection,
    "integrations.prompt_integration": sees_prompt,
    "integrations.openapi_specs": everyone,
    "integrations.openapi_spec_selections": everyone,
    "llm.conversations": own,
    "llm.chats": own,
    "llm.chats_attachments": own,
    "llm.prompt_flags": own,
    "llm.api_chats": own,
    "llm.token_usage_metrics": sees_usage,
    "llm.rate_limits": administrator,
    "llm.request_logs": administrator,
    "llm.request_log_bodies": administrator,
    "llm.usage_stats": administrator,
    "ops.audit_trail": audits,
    "ops.translations": everyone,
    "ops.configs": administrator,
    "ops.settings": sees_setting,
}


def may_read(o: Oracle, a: Actor, table: str, row: Row) -> bool:
    """Tell whether a person reads a row."""
    return table in READ and READ[table](o, a, row)
