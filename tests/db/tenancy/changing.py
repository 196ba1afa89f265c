"""What each person, and the system, adds, changes and deletes, by table."""

from collections.abc import Mapping

from tests.db.tenancy.oracle import Actor, Oracle
from tests.db.tenancy.reading import (
    Rule,
    administrator,
    invited,
    may_read,
    member,
    member_who_sees_prompt,
    own,
    sees_dataset,
    sees_id,
    sees_user,
    shared,
)
from tests.db.tenancy.world import Row


def _nobody(_o: Oracle, _a: Actor, _row: Row) -> bool:
    return False


def _manages_dataset(o: Oracle, a: Actor, row: Row) -> bool:
    return o.may(a, "ManageDatasets", row["team_id"]) and sees_dataset(o, a, row)


def _manages_team(o: Oracle, a: Actor, row: Row) -> bool:
    return o.manager(a, row["id"])


def _adds_member(o: Oracle, a: Actor, row: Row) -> bool:
    person = o.named("iam.users", row["user_id"])
    return o.manager(a, row["team_id"]) and person is not None and sees_user(o, a, person)


def _manages_member(o: Oracle, a: Actor, row: Row) -> bool:
    return o.manager(a, row["team_id"])


def _removes_member(o: Oracle, a: Actor, row: Row) -> bool:
    own = row["user_id"] == a.user and a.team in (None, row["team_id"])
    return _manages_member(o, a, row) or (o.signed_in(a) and own)


def _invites(o: Oracle, a: Actor, row: Row) -> bool:
    return o.may(a, "InvitePeopleToTeam", row["team_id"])


def _adds_key(o: Oracle, a: Actor, row: Row) -> bool:
    team, prompt = row["team_id"], row["prompt_id"]
    may = o.may(a, "CreateApiKeys", team)
    may = may or (prompt is None and o.may(a, "ManageMcpKeys", team))
    return row["user_id"] == a.user and may and _key_fits(o, a, row)


def _key_fits(o: Oracle, a: Actor, row: Row) -> bool:
    prompt, team = row["prompt_id"], row["team_id"]
    return prompt is None or shared(o, a, "assistants.prompts", prompt, team)


def _changes_key(o: Oracle, a: Actor, row: Row) -> bool:
    return own(o, a, row) or o.manager(a, row["team_id"])


def _key_becomes(o: Oracle, a: Actor, row: Row) -> bool:
    before = o.named("iam.api_keys", row["id"]) or {}
    in_use = row["status"] == "active" and row["deleted_at"] is None
    revoked = before["status"] == "revoked" and row["status"] != "revoked"
    back = before["deleted_at"] is not None and row["deleted_at"] is None
    own = row["api_key"] == before["api_key"] or row["user_id"] == a.user
    return (
        _changes_key(o, a, row)
        and own
        and not revoked
        and not back
        and (not in_use or _key_fits(o, a, row))
    )


def _creator(o: Oracle, a: Actor, row: Row) -> bool:
    return row["created_by"] == a.user and member(o, a, row)


def _adds_dataset(o: Oracle, a: Actor, row: Row) -> bool:
    return row["created_by"] == a.user and o.may(a, "ManageDatasets", row["team_id"])


def _changes_dataset(o: Oracle, a: Actor, row: Row) -> bool:
    return o.works_on(a, row) and o.may(a, "ManageDatasets", row["team_id"])


def _adds_document(o: Oracle, a: Actor, row: Row) -> bool:
    held = row["object_id"]
    known = held is None or (o.named("storage.objects", held) or {}).get("created_by") == a.user
    return _manages_dataset(o, a, row) and known


def _manages_pipeline(o: Oracle, a: Actor, row: Row) -> bool:
    return o.may(a, "ManageDocumentPipelines", row["team_id"]) and sees_dataset(o, a, row)


def _own_pipeline(o: Oracle, a: Actor, row: Row) -> bool:
    return row["user_id"] == a.user and _manages_pipeline(o, a, row)


def _cites_chunk(o: Oracle, a: Actor, row: Row) -> bool:
    chunk = o.named("rag.chunks", row["chunk_id"])
    return (
        own(o, a, row)
        and chunk is not None
        and shared(o, a, "rag.datasets", chunk["dataset_id"], row["team_id"])
    )


def _prompt_fits(o: Oracle, a: Actor, row: Row) -> bool:
    company = row["visibility"] != "Company" or o.may(a, "MakeAssistantPublic", row["team_id"])
    icon = o.named("storage.objects", row["image_icon_object_id"])
    return company and (
        icon is None or (icon["team_id"] == row["team_id"] and _creator(o, a, icon))
    )


def _adds_prompt(o: Oracle, a: Actor, row: Row) -> bool:
    return _creator(o, a, row) and _prompt_fits(o, a, row)


def _works_on(o: Oracle, a: Actor, row: Row) -> bool:
    return o.works_on(a, row)


def _prompt_becomes(o: Oracle, a: Actor, row: Row) -> bool:
    before = o.named("assistants.prompts", row["id"]) or {}
    if row["image_icon_object_id"] == before["image_icon_object_id"]:
        row = {**row, "image_icon_object_id": None}  # only a new one is judged
    return o.works_on(a, row) and _prompt_fits(o, a, row)


def _adds_project(o: Oracle, a: Actor, row: Row) -> bool:
    may = o.may(a, "ManageProjects", row["team_id"])
    return row["created_by"] == a.user and may and sees_dataset(o, a, row)


def _changes_project(o: Oracle, a: Actor, row: Row) -> bool:
    return o.works_on(a, row) and o.may(a, "ManageProjects", row["team_id"])


def _links_dataset(o: Oracle, a: Actor, row: Row) -> bool:
    return member_who_sees_prompt(o, a, row) and shared(
        o, a, "rag.datasets", row["dataset_id"], row["team_id"]
    )


def _pending(o: Oracle, a: Actor, row: Row) -> bool:
    return member_who_sees_prompt(o, a, row) and row["status"] == "Pending"


def _adds_integration(o: Oracle, a: Actor, row: Row) -> bool:
    return row["created_by"] == a.user and o.may(a, "ManageIntegrations", row["team_id"])


def _changes_integration(o: Oracle, a: Actor, row: Row) -> bool:
    return o.works_on(a, row) and o.may(a, "ManageIntegrations", row["team_id"])


def _integration_fits(o: Oracle, a: Actor, row: Row) -> bool:
    return shared(o, a, "integrations.integrations", row["integration_id"], row["team_id"])


def _connects(o: Oracle, a: Actor, row: Row) -> bool:
    return own(o, a, row) and _integration_fits(o, a, row)


def _disconnects(o: Oracle, a: Actor, row: Row) -> bool:
    managed = o.manager(a, row["team_id"]) and row["visibility"] != "Private"
    return own(o, a, row) or managed


def _links_integration(o: Oracle, a: Actor, row: Row) -> bool:
    return (
        member_who_sees_prompt(o, a, row)
        and _integration_fits(o, a, row)
        and all(
            row[column] is None or sees_id(o, a, table, row[column])
            for column, table in (
                ("api_connection_id", "integrations.api_key_connections"),
                ("oauth2_connection_id", "integrations.oauth2_connections"),
            )
        )
    )


def _talks_in_project(o: Oracle, a: Actor, row: Row) -> bool:
    project = row["project_id"]
    fits = project is None or shared(o, a, "assistants.projects", project, row["team_id"])
    return own(o, a, row) and fits


def _talks_to_prompt(o: Oracle, a: Actor, row: Row) -> bool:
    fits = shared(o, a, "assistants.prompts", row["prompt_id"], row["team_id"])
    return own(o, a, row) and fits


def _deletes_chat(o: Oracle, a: Actor, row: Row) -> bool:
    return own(o, a, row) and o.may(a, "DeleteChat", row["team_id"])


def _attaches(o: Oracle, a: Actor, row: Row) -> bool:
    return own(o, a, row) and sees_id(o, a, "storage.objects", row["object_id"])


def _changes_setting(o: Oracle, a: Actor, row: Row) -> bool:
    if row["scope"] == "user":
        return o.signed_in(a) and row["owner_user_id"] == a.user
    return o.admin(a)


#: What a person adds; nothing where a table is not here.
INSERT: Mapping[str, Rule] = {
    "iam.team_users": _adds_member,
    "iam.invitations": _invites,
    "iam.api_keys": _adds_key,
    "iam.groups": administrator,
    "iam.group_members": administrator,
    "iam.permission_grants": administrator,
    "storage.objects": _creator,
    "storage.downloads": administrator,
    "model_registry.models": administrator,
    "model_registry.model_capabilities": administrator,
    "model_registry.providers": administrator,
    "model_registry.prices": administrator,
    "model_registry.tiered_pricing": administrator,
    "model_registry.protocol_configs": administrator,
    "model_registry.channels": administrator,
    "model_registry.abilities": administrator,
    "rag.datasets": _adds_dataset,
    "rag.documents": _adds_document,
    "rag.chunks": _manages_dataset,
    "rag.chunks_chats": _cites_chunk,
    "rag.document_pipelines": _own_pipeline,
    "assistants.categories": administrator,
    "assistants.prompts": _adds_prompt,
    "assistants.projects": _adds_project,
    "assistants.prompt_dataset": _links_dataset,
    "automation.automation_cron_triggers": member_who_sees_prompt,
    "automation.automation_webhook_triggers": member_who_sees_prompt,
    "automation.automation_runs": member_who_sees_prompt,
    "integrations.integrations": _adds_integration,
    "integrations.api_key_connections": _connects,
    "integrations.oauth2_connections": _connects,
    "integrations.prompt_integration": _links_integration,
    "integrations.openapi_specs": administrator,
    "integrations.openapi_spec_selections": administrator,
    "llm.conversations": _talks_in_project,
    "llm.chats": _talks_to_prompt,
    "llm.chats_attachments": _attaches,
    "llm.prompt_flags": own,
    "llm.api_chats": own,
    "llm.token_usage_metrics": own,
    "llm.rate_limits": administrator,
    "ops.translations": administrator,
    "ops.configs": administrator,
    "ops.settings": _changes_setting,
}

#: Which rows a person changes, and what to: the rule for the row as it was, and as it becomes.
#: Only rows that are read can be changed.
UPDATE: Mapping[str, tuple[Rule, Rule]] = {
    "iam.users": (
        lambda o, a, row: o.admin(a) or (o.signed_in(a) and row["id"] == a.user),
        lambda o, a, row: o.admin(a) or _unchanged_account(o, row),
    ),
    "iam.teams": (_manages_team, _manages_team),
    "iam.team_users": (_manages_member, _manages_member),
    "iam.api_keys": (_changes_key, _key_becomes),
    "iam.groups": (administrator, administrator),
    "iam.permission_grants": (administrator, administrator),
    "storage.downloads": (administrator, administrator),
    "model_registry.models": (administrator, administrator),
    "model_registry.model_capabilities": (administrator, administrator),
    "model_registry.providers": (administrator, administrator),
    "model_registry.prices": (administrator, administrator),
    "model_registry.tiered_pricing": (administrator, administrator),
    "model_registry.protocol_configs": (administrator, administrator),
    "model_registry.channels": (administrator, administrator),
    "model_registry.abilities": (administrator, administrator),
    "rag.datasets": (_changes_dataset, _changes_dataset),
    "rag.documents": (_manages_dataset, _manages_dataset),
    "rag.chunks": (_manages_dataset, _manages_dataset),
    "rag.document_pipelines": (_own_pipeline, _own_pipeline),
    "assistants.categories": (administrator, administrator),
    "assistants.prompts": (_works_on, _prompt_becomes),
    "assistants.projects": (_changes_project, _changes_project),
    "automation.automation_cron_triggers": (member_who_sees_prompt, member_who_sees_prompt),
    "automation.automation_webhook_triggers": (member_who_sees_prompt, member_who_sees_prompt),
    "automation.automation_runs": (_pending, _pending),
    "integrations.integrations": (_changes_integration, _changes_integration),
    "integrations.api_key_connections": (own, _connects),
    "integrations.oauth2_connections": (own, _connects),
    "integrations.openapi_specs": (administrator, administrator),
    "integrations.openapi_spec_selections": (administrator, administrator),
    "llm.conversations": (own, _talks_in_project),
    "llm.chats": (own, own),
    "llm.api_chats": (own, own),
    "llm.rate_limits": (administrator, administrator),
    "ops.translations": (administrator, administrator),
    "ops.configs": (administrator, administrator),
    "ops.settings": (_changes_setting, _changes_setting),
}

#: Which rows a person deletes. Only rows that are read can be deleted.
DELETE: Mapping[str, Rule] = {
    "iam.users": administrator,
    "iam.teams": _manages_team,
    "iam.team_users": _removes_member,
    "iam.invitations": lambda o, a, row: _invites(o, a, row) or invited(o, a, row),
    "iam.api_keys": _changes_key,
    "iam.groups": administrator,
    "iam.group_members": administrator,
    "iam.permission_grants": administrator,
    "storage.objects": _creator,
    "storage.downloads": administrator,
    "model_registry.models": administrator,
    "model_registry.model_capabilities": administrator,
    "model_registry.providers": administrator,
    "model_registry.prices": administrator,
    "model_registry.tiered_pricing": administrator,
    "model_registry.protocol_configs": administrator,
    "model_registry.channels": administrator,
    "model_registry.abilities": administrator,
    "rag.datasets": _changes_dataset,
    "rag.documents": _manages_dataset,
    "rag.chunks": _manages_dataset,
    "rag.document_pipelines": _manages_pipeline,
    "assistants.categories": administrator,
    "assistants.prompts": _works_on,
    "assistants.projects": _changes_project,
    "assistants.prompt_dataset": member_who_sees_prompt,
    "automation.automation_cron_triggers": member_who_sees_prompt,
    "automation.automation_webhook_triggers": member_who_sees_prompt,
    "automation.automation_runs": member_who_sees_prompt,
    "integrations.integrations": _changes_integration,
    "integrations.api_key_connections": _disconnects,
    "integrations.oauth2_connections": _disconnects,
    "integrations.prompt_integration": member_who_sees_prompt,
    "integrations.openapi_specs": administrator,
    "integrations.openapi_spec_selections": administrator,
    "llm.conversations": _deletes_chat,
    "llm.chats": _deletes_chat,
    "llm.rate_limits": administrator,
    "ops.translations": administrator,
    "ops.settings": _changes_setting,
}


def _unchanged_account(o: Oracle, row: Row) -> bool:
    before = o.named("iam.users", row["id"]) or {}
    return all(
        row[column] == before[column] for column in ("email", "username", "status", "system_admin")
    )


def may_insert(o: Oracle, a: Actor, table: str, row: Row) -> bool:
    """Tell whether a person adds a row."""
    return INSERT.get(table, _nobody)(o, a, row)


def may_delete(o: Oracle, a: Actor, table: str, row: Row, *, seen: bool = False) -> bool:
    """Tell whether a person deletes a row.

    :param seen: whether it is seen, whatever the rules for that are
    """
    return (seen or may_read(o, a, table, row)) and DELETE.get(table, _nobody)(o, a, row)


def may_update(o: Oracle, a: Actor, table: str, row: Row, *, seen: bool = False) -> bool:
    """Tell whether a person changes a row at all."""
    before, _ = UPDATE.get(table, (_nobody, _nobody))
    return (seen or may_read(o, a, table, row)) and before(o, a, row)


def may_become(o: Oracle, a: Actor, table: str, row: Row, *, seen: bool = False) -> bool:
    """Tell whether a person may change a row to this; it must stay to be read."""
    _, after = UPDATE.get(table, (_nobody, _nobody))
    return (seen or may_read(o, a, table, row)) and after(o, a, row)


#: What the system uses on behalf of a team must be that team's, or the company's.
_SHARED = {
    "iam.api_keys": (("prompt_id", "assistants.prompts"),),
    "assistants.prompt_dataset": (("dataset_id", "rag.datasets"),),
    "integrations.api_key_connections": (("integration_id", "integrations.integrations"),),
    "integrations.oauth2_connections": (("integration_id", "integrations.integrations"),),
    "integrations.prompt_integration": (("integration_id", "integrations.integrations"),),
    "llm.conversations": (("project_id", "assistants.projects"),),
    "llm.chats": (("prompt_id", "assistants.prompts"),),
}


def system_may_add(o: Oracle, table: str, row: Row) -> bool:
    """Tell whether workers may add a row, if they may add any; what is there they may change."""
    for column, target in _SHARED.get(table, ()):
        used = o.named(target, row[column])
        if row[column] is not None and (
            used is None or (used["team_id"] != row["team_id"] and used["visibility"] != "Company")
        ):
            return False
    if table == "rag.chunks_chats":
        chunk = o.named("rag.chunks", row["chunk_id"])
        dataset = o.named("rag.datasets", chunk["dataset_id"]) if chunk else None
        return dataset is not None and (
            dataset["visibility"] == "Company"
            or (
                dataset["team_id"] == row["team_id"]
                and (dataset["visibility"] != "Private" or dataset["created_by"] == row["user_id"])
            )
        )
    return True
