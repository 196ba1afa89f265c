"""What each person may see and do, written down without looking at the policies.

The rules are those of ``db/README.md``. Nothing here asks the database: the rows are plain data.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from tests.db.tenancy.world import Row, Rows


@dataclass(frozen=True)
class Actor:
    """Who acts.

    :ivar user: the person that is set, or nobody
    :ivar team: the one team that the context is limited to
    """

    user: int | None
    team: int | None = None


_PERMITS: Mapping[str, frozenset[str]] = {
    "InvitePeopleToTeam": frozenset({"TeamManager"}),
    "CreateApiKeys": frozenset({"Collaborator"}),
    "ManageMcpKeys": frozenset({"TeamManager", "SystemAdministrator"}),
    "ManageDatasets": frozenset({"Collaborator"}),
    "ManageDocumentPipelines": frozenset({"Collaborator"}),
    "ManageProjects": frozenset({"TeamManager", "Collaborator", "SystemAdministrator"}),
    "ManageIntegrations": frozenset({"TeamManager", "SystemAdministrator"}),
    "MakeAssistantPublic": frozenset({"Collaborator"}),
    "DeleteChat": frozenset({"Collaborator"}),
    "ViewAuditTrail": frozenset({"TeamManager", "SystemAdministrator"}),  # the first by the world
}


@dataclass(frozen=True)
class Oracle:
    """The rows of the world, and what follows from them.

    :ivar rows: by table
    """

    rows: Rows

    @cached_property
    def _users(self) -> Mapping[int, Row]:
        return {row["id"]: row for row in self.rows["iam.users"]}

    def named(self, table: str, key: object) -> Row | None:
        """Return the row of a table with an id."""
        return self._by_id[table].get(key)

    @cached_property
    def _by_id(self) -> Mapping[str, Mapping[object, Row]]:
        return {
            table: {row["id"]: row for row in rows}
            for table, rows in self.rows.items()
            if rows and "id" in rows[0]
        }

    def signed_in(self, actor: Actor) -> bool:
        """Tell whether a person is set whose account is active."""
        user = self._users.get(actor.user or 0)
        return user is not None and user["status"] == "active"

    def admin(self, actor: Actor) -> bool:
        """Tell whether the person administers the installation."""
        return self.signed_in(actor) and bool(self._users[actor.user or 0]["system_admin"])

    def email(self, actor: Actor) -> str | None:
        """Return the person's address as invitations are compared with it."""
        return self._users[actor.user or 0]["email"].lower() if self.signed_in(actor) else None

    def roles(self, actor: Actor) -> Mapping[int, frozenset[str]]:
        """Return the teams that the person acts in, with the roles held."""
        if not self.signed_in(actor):
            return {}
        return {
            row["team_id"]: frozenset(row["roles"])
            for row in self.rows["iam.team_users"]
            if row["user_id"] == actor.user and actor.team in (None, row["team_id"])
        }

    def member(self, actor: Actor, team: int) -> bool:
        """Tell whether the person acts as a member of a team."""
        return team in self.roles(actor)

    def manager(self, actor: Actor, team: int) -> bool:
        """Tell whether the person is a manager of a team."""
        return "TeamManager" in self.roles(actor).get(team, ())

    def may(self, actor: Actor, permission: str, team: int) -> bool:
        """Tell whether the person has a permission in a team, and is a member."""
        roles = self.roles(actor)
        held = roles.get(team, frozenset[str]())
        if team in roles and self.admin(actor):
            held |= {"SystemAdministrator"}
        return bool(held & _PERMITS[permission])

    def invited(self, actor: Actor, team: int) -> bool:
        """Tell whether an invitation to a team is addressed to the person."""
        return any(
            row["team_id"] == team and row["email"].lower() == self.email(actor)
            for row in self.rows["iam.invitations"]
        )

    def sees(self, actor: Actor, row: Row, creator: str = "created_by") -> bool:
        """Tell whether the person sees a thing that has a visibility."""
        if row["visibility"] == "Company" and self.signed_in(actor):
            return True
        return self.works_on(actor, row, creator)

    def works_on(self, actor: Actor, row: Row, creator: str = "created_by") -> bool:
        """Tell whether a thing is the person's, or its team's, to work on."""
        if not self.member(actor, row["team_id"]):
            return False
        return bool(row["visibility"] != "Private" or row[creator] == actor.user)

    def sees_id(self, actor: Actor, table: str, key: object) -> bool:
        """Tell whether the person sees the thing with an id."""
        row = self.named(table, key)
        return row is not None and READ[table](self, actor, row)

    def shared(self, actor: Actor, table: str, key: object, team: int) -> bool:
        """Tell whether the person sees a thing, and a team may use it."""
        row = self.named(table, key)
        return (
            row is not None
            and READ[table](self, actor, row)
            and (row["team_id"] == team or row["visibility"] == "Company")
        )


Rule: TypeAlias = Callable[[Oracle, Actor, Row], bool]


def _nobody(_o: Oracle, _a: Actor, _row: Row) -> bool:
    return False


def _everyone(o: Oracle, a: Actor, _row: Row) -> bool:
    return o.signed_in(a)


def _administrator(o: Oracle, a: Actor, _row: Row) -> bool:
    return o.admin(a)


def _member(o: Oracle, a: Actor, row: Row) -> bool:
    return o.member(a, row["team_id"])


def _own(o: Oracle, a: Actor, row: Row) -> bool:
    return row["user_id"] == a.user and o.member(a, row["team_id"])


def _sees_prompt(o: Oracle, a: Actor, row: Row) -> bool:
    return o.sees_id(a, "assistants.prompts", row["prompt_id"])


def _member_who_sees_prompt(o: Oracle, a: Actor, row: Row) -> bool:
    return _member(o, a, row) and _sees_prompt(o, a, row)


def _sees_dataset(o: Oracle, a: Actor, row: Row) -> bool:
    return o.sees_id(a, "rag.datasets", row["dataset_id"])


def _manages_dataset(o: Oracle, a: Actor, row: Row) -> bool:
    return o.may(a, "ManageDatasets", row["team_id"]) and _sees_dataset(o, a, row)


def _sees_user(o: Oracle, a: Actor, row: Row) -> bool:
    if not o.signed_in(a):
        return False
    known = {a.user}
    known |= {m["user_id"] for m in o.rows["iam.team_users"] if o.member(a, m["team_id"])}
    known |= {t["created_by_user_id"] for t in o.rows["iam.teams"] if _sees_team(o, a, t)}
    return row["id"] in known or o.admin(a)


def _sees_team(o: Oracle, a: Actor, row: Row) -> bool:
    return o.member(a, row["id"]) or o.invited(a, row["id"])


def _manages_team(o: Oracle, a: Actor, row: Row) -> bool:
    return o.manager(a, row["id"])


def _adds_member(o: Oracle, a: Actor, row: Row) -> bool:
    person = o.named("iam.users", row["user_id"])
    return o.manager(a, row["team_id"]) and person is not None and _sees_user(o, a, person)


def _manages_member(o: Oracle, a: Actor, row: Row) -> bool:
    return o.manager(a, row["team_id"])


def _removes_member(o: Oracle, a: Actor, row: Row) -> bool:
    own = row["user_id"] == a.user and a.team in (None, row["team_id"])
    return _manages_member(o, a, row) or (o.signed_in(a) and own)


def _invited(o: Oracle, a: Actor, row: Row) -> bool:
    return o.signed_in(a) and row["email"].lower() == o.email(a)


def _invites(o: Oracle, a: Actor, row: Row) -> bool:
    return o.may(a, "InvitePeopleToTeam", row["team_id"])


def _adds_key(o: Oracle, a: Actor, row: Row) -> bool:
    team, prompt = row["team_id"], row["prompt_id"]
    may = o.may(a, "CreateApiKeys", team)
    may = may or (prompt is None and o.may(a, "ManageMcpKeys", team))
    return row["user_id"] == a.user and may and _key_fits(o, a, row)


def _key_fits(o: Oracle, a: Actor, row: Row) -> bool:
    prompt, team = row["prompt_id"], row["team_id"]
    return prompt is None or o.shared(a, "assistants.prompts", prompt, team)


def _changes_key(o: Oracle, a: Actor, row: Row) -> bool:
    return _own(o, a, row) or o.manager(a, row["team_id"])


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


def _own_membership(o: Oracle, a: Actor, row: Row) -> bool:
    return (o.signed_in(a) and row["user_id"] == a.user) or o.admin(a)


def _grantee(o: Oracle, a: Actor, row: Row) -> bool:
    held = {role for roles in o.roles(a).values() for role in roles}
    if o.admin(a):
        held.add("SystemAdministrator")
    own = o.signed_in(a) and row["user_id"] == a.user
    return own or row["role"] in held or o.admin(a)


def _sees_object(o: Oracle, a: Actor, row: Row) -> bool:
    own = row["created_by"] == a.user and _member(o, a, row)
    shown = any(
        d["object_id"] == row["id"] and _sees_dataset(o, a, d) for d in o.rows["rag.documents"]
    )
    icon = any(
        p["image_icon_object_id"] == row["id"] and o.sees(a, p)
        for p in o.rows["assistants.prompts"]
    )
    return own or shown or icon


def _creator(o: Oracle, a: Actor, row: Row) -> bool:
    return row["created_by"] == a.user and _member(o, a, row)


def _visible(o: Oracle, a: Actor, row: Row) -> bool:
    return o.sees(a, row)


def _visible_connection(o: Oracle, a: Actor, row: Row) -> bool:
    return o.sees(a, row, "user_id")


def _adds_dataset(o: Oracle, a: Actor, row: Row) -> bool:
    return row["created_by"] == a.user and o.may(a, "ManageDatasets", row["team_id"])


def _changes_dataset(o: Oracle, a: Actor, row: Row) -> bool:
    return o.works_on(a, row) and o.may(a, "ManageDatasets", row["team_id"])


def _adds_document(o: Oracle, a: Actor, row: Row) -> bool:
    held = row["object_id"]
    known = held is None or (o.named("storage.objects", held) or {}).get("created_by") == a.user
    return _manages_dataset(o, a, row) and known


def _sees_pipeline(o: Oracle, a: Actor, row: Row) -> bool:
    return _member(o, a, row) and _sees_dataset(o, a, row)


def _manages_pipeline(o: Oracle, a: Actor, row: Row) -> bool:
    return o.may(a, "ManageDocumentPipelines", row["team_id"]) and _sees_dataset(o, a, row)


def _own_pipeline(o: Oracle, a: Actor, row: Row) -> bool:
    return row["user_id"] == a.user and _manages_pipeline(o, a, row)


def _cites_chunk(o: Oracle, a: Actor, row: Row) -> bool:
    chunk = o.named("rag.chunks", row["chunk_id"])
    return (
        _own(o, a, row)
        and chunk is not None
        and o.shared(a, "rag.datasets", chunk["dataset_id"], row["team_id"])
    )


def _prompt_fits(o: Oracle, a: Actor, row: Row) -> bool:
    company = row["visibility"] != "Company" or o.may(a, "MakeAssistantPublic", row["team_id"])
    icon = o.named("storage.objects", row["image_icon_object_id"])
    return company and (
        icon is None or (icon["team_id"] == row["team_id"] and _sees_object(o, a, icon))
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
    return row["created_by"] == a.user and may and _sees_dataset(o, a, row)


def _changes_project(o: Oracle, a: Actor, row: Row) -> bool:
    return o.works_on(a, row) and o.may(a, "ManageProjects", row["team_id"])


def _links_dataset(o: Oracle, a: Actor, row: Row) -> bool:
    return _member_who_sees_prompt(o, a, row) and o.shared(
        a, "rag.datasets", row["dataset_id"], row["team_id"]
    )


def _pending(o: Oracle, a: Actor, row: Row) -> bool:
    return _member_who_sees_prompt(o, a, row) and row["status"] == "Pending"


def _adds_integration(o: Oracle, a: Actor, row: Row) -> bool:
    return row["created_by"] == a.user and o.may(a, "ManageIntegrations", row["team_id"])


def _changes_integration(o: Oracle, a: Actor, row: Row) -> bool:
    return o.works_on(a, row) and o.may(a, "ManageIntegrations", row["team_id"])


def _integration_fits(o: Oracle, a: Actor, row: Row) -> bool:
    return o.shared(a, "integrations.integrations", row["integration_id"], row["team_id"])


def _connects(o: Oracle, a: Actor, row: Row) -> bool:
    return _own(o, a, row) and _integration_fits(o, a, row)


def _disconnects(o: Oracle, a: Actor, row: Row) -> bool:
    managed = o.manager(a, row["team_id"]) and row["visibility"] != "Private"
    return _own(o, a, row) or managed


def _links_integration(o: Oracle, a: Actor, row: Row) -> bool:
    return (
        _member_who_sees_prompt(o, a, row)
        and _integration_fits(o, a, row)
        and all(
            row[column] is None or o.sees_id(a, table, row[column])
            for column, table in (
                ("api_connection_id", "integrations.api_key_connections"),
                ("oauth2_connection_id", "integrations.oauth2_connections"),
            )
        )
    )


def _talks_in_project(o: Oracle, a: Actor, row: Row) -> bool:
    project = row["project_id"]
    fits = project is None or o.shared(a, "assistants.projects", project, row["team_id"])
    return _own(o, a, row) and fits


def _talks_to_prompt(o: Oracle, a: Actor, row: Row) -> bool:
    fits = o.shared(a, "assistants.prompts", row["prompt_id"], row["team_id"])
    return _own(o, a, row) and fits


def _deletes_chat(o: Oracle, a: Actor, row: Row) -> bool:
    return _own(o, a, row) and o.may(a, "DeleteChat", row["team_id"])


def _attaches(o: Oracle, a: Actor, row: Row) -> bool:
    return _own(o, a, row) and o.sees_id(a, "storage.objects", row["object_id"])


def _sees_usage(o: Oracle, a: Actor, row: Row) -> bool:
    return _member(o, a, row) or o.admin(a)


def _audits(o: Oracle, a: Actor, row: Row) -> bool:
    team = row["team_id"]
    return o.admin(a) or (team is not None and o.may(a, "ViewAuditTrail", team))


def _sees_setting(o: Oracle, a: Actor, row: Row) -> bool:
    owner = row["owner_user_id"]
    return o.signed_in(a) and (
        owner in (None, a.user) or (o.admin(a) and row["scope"] == "feature_flag")
    )


def _changes_setting(o: Oracle, a: Actor, row: Row) -> bool:
    if row["scope"] == "user":
        return o.signed_in(a) and row["owner_user_id"] == a.user
    return o.admin(a)


#: What a person reads; readonly the same. A table that is not here is the system's.
READ: Mapping[str, Rule] = {
    "iam.users": _sees_user,
    "iam.teams": _sees_team,
    "iam.team_users": _member,
    "iam.roles_permissions": _everyone,
    "iam.invitations": lambda o, a, row: _member(o, a, row) or _invited(o, a, row),
    "iam.api_keys": _member,
    "iam.groups": _everyone,
    "iam.group_members": _own_membership,
    "iam.permission_grants": _grantee,
    "storage.objects": _sees_object,
    "storage.downloads": _administrator,
    "model_registry.models": _everyone,
    "model_registry.model_capabilities": _everyone,
    "model_registry.providers": _everyone,
    "model_registry.prices": _everyone,
    "model_registry.tiered_pricing": _everyone,
    "model_registry.protocol_configs": _everyone,
    "model_registry.channels": _administrator,
    "model_registry.abilities": _administrator,
    "rag.datasets": _visible,
    "rag.documents": _sees_dataset,
    "rag.chunks": _sees_dataset,
    "rag.chunks_chats": _own,
    "rag.document_pipelines": _sees_pipeline,
    "assistants.categories": _everyone,
    "assistants.prompts": _visible,
    "assistants.projects": _visible,
    "assistants.prompt_dataset": _sees_prompt,
    "automation.automation_cron_triggers": _member_who_sees_prompt,
    "automation.automation_webhook_triggers": _member_who_sees_prompt,
    "automation.automation_runs": _member_who_sees_prompt,
    "integrations.integrations": _visible,
    "integrations.api_key_connections": _visible_connection,
    "integrations.oauth2_connections": _visible_connection,
    "integrations.prompt_integration": _sees_prompt,
    "integrations.openapi_specs": _everyone,
    "integrations.openapi_spec_selections": _everyone,
    "llm.conversations": _own,
    "llm.chats": _own,
    "llm.chats_attachments": _own,
    "llm.prompt_flags": _own,
    "llm.api_chats": _own,
    "llm.token_usage_metrics": _sees_usage,
    "llm.rate_limits": _administrator,
    "llm.request_logs": _administrator,
    "llm.request_log_bodies": _administrator,
    "llm.usage_stats": _administrator,
    "ops.audit_trail": _audits,
    "ops.translations": _everyone,
    "ops.configs": _administrator,
    "ops.settings": _sees_setting,
}

#: What a person adds; nothing where a table is not here.
INSERT: Mapping[str, Rule] = {
    "iam.team_users": _adds_member,
    "iam.invitations": _invites,
    "iam.api_keys": _adds_key,
    "iam.groups": _administrator,
    "iam.group_members": _administrator,
    "iam.permission_grants": _administrator,
    "storage.objects": _creator,
    "storage.downloads": _administrator,
    "model_registry.models": _administrator,
    "model_registry.model_capabilities": _administrator,
    "model_registry.providers": _administrator,
    "model_registry.prices": _administrator,
    "model_registry.tiered_pricing": _administrator,
    "model_registry.protocol_configs": _administrator,
    "model_registry.channels": _administrator,
    "model_registry.abilities": _administrator,
    "rag.datasets": _adds_dataset,
    "rag.documents": _adds_document,
    "rag.chunks": _manages_dataset,
    "rag.chunks_chats": _cites_chunk,
    "rag.document_pipelines": _own_pipeline,
    "assistants.categories": _administrator,
    "assistants.prompts": _adds_prompt,
    "assistants.projects": _adds_project,
    "assistants.prompt_dataset": _links_dataset,
    "automation.automation_cron_triggers": _member_who_sees_prompt,
    "automation.automation_webhook_triggers": _member_who_sees_prompt,
    "automation.automation_runs": _member_who_sees_prompt,
    "integrations.integrations": _adds_integration,
    "integrations.api_key_connections": _connects,
    "integrations.oauth2_connections": _connects,
    "integrations.prompt_integration": _links_integration,
    "integrations.openapi_specs": _administrator,
    "integrations.openapi_spec_selections": _administrator,
    "llm.conversations": _talks_in_project,
    "llm.chats": _talks_to_prompt,
    "llm.chats_attachments": _attaches,
    "llm.prompt_flags": _own,
    "llm.api_chats": _own,
    "llm.token_usage_metrics": _own,
    "llm.rate_limits": _administrator,
    "ops.translations": _administrator,
    "ops.configs": _administrator,
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
    "iam.groups": (_administrator, _administrator),
    "iam.permission_grants": (_administrator, _administrator),
    "storage.downloads": (_administrator, _administrator),
    "model_registry.models": (_administrator, _administrator),
    "model_registry.model_capabilities": (_administrator, _administrator),
    "model_registry.providers": (_administrator, _administrator),
    "model_registry.prices": (_administrator, _administrator),
    "model_registry.tiered_pricing": (_administrator, _administrator),
    "model_registry.protocol_configs": (_administrator, _administrator),
    "model_registry.channels": (_administrator, _administrator),
    "model_registry.abilities": (_administrator, _administrator),
    "rag.datasets": (_changes_dataset, _changes_dataset),
    "rag.documents": (_manages_dataset, _manages_dataset),
    "rag.chunks": (_manages_dataset, _manages_dataset),
    "rag.document_pipelines": (_own_pipeline, _own_pipeline),
    "assistants.categories": (_administrator, _administrator),
    "assistants.prompts": (_works_on, _prompt_becomes),
    "assistants.projects": (_changes_project, _changes_project),
    "automation.automation_cron_triggers": (_member_who_sees_prompt, _member_who_sees_prompt),
    "automation.automation_webhook_triggers": (_member_who_sees_prompt, _member_who_sees_prompt),
    "automation.automation_runs": (_pending, _pending),
    "integrations.integrations": (_changes_integration, _changes_integration),
    "integrations.api_key_connections": (_own, _connects),
    "integrations.oauth2_connections": (_own, _connects),
    "integrations.openapi_specs": (_administrator, _administrator),
    "integrations.openapi_spec_selections": (_administrator, _administrator),
    "llm.conversations": (_own, _talks_in_project),
    "llm.chats": (_own, _own),
    "llm.api_chats": (_own, _own),
    "llm.rate_limits": (_administrator, _administrator),
    "ops.translations": (_administrator, _administrator),
    "ops.configs": (_administrator, _administrator),
    "ops.settings": (_changes_setting, _changes_setting),
}

#: Which rows a person deletes. Only rows that are read can be deleted.
DELETE: Mapping[str, Rule] = {
    "iam.users": _administrator,
    "iam.teams": _manages_team,
    "iam.team_users": _removes_member,
    "iam.invitations": lambda o, a, row: _invites(o, a, row) or _invited(o, a, row),
    "iam.api_keys": _changes_key,
    "iam.groups": _administrator,
    "iam.group_members": _administrator,
    "iam.permission_grants": _administrator,
    "storage.objects": _creator,
    "storage.downloads": _administrator,
    "model_registry.models": _administrator,
    "model_registry.model_capabilities": _administrator,
    "model_registry.providers": _administrator,
    "model_registry.prices": _administrator,
    "model_registry.tiered_pricing": _administrator,
    "model_registry.protocol_configs": _administrator,
    "model_registry.channels": _administrator,
    "model_registry.abilities": _administrator,
    "rag.datasets": _changes_dataset,
    "rag.documents": _manages_dataset,
    "rag.chunks": _manages_dataset,
    "rag.document_pipelines": _manages_pipeline,
    "assistants.categories": _administrator,
    "assistants.prompts": _works_on,
    "assistants.projects": _changes_project,
    "assistants.prompt_dataset": _member_who_sees_prompt,
    "automation.automation_cron_triggers": _member_who_sees_prompt,
    "automation.automation_webhook_triggers": _member_who_sees_prompt,
    "automation.automation_runs": _member_who_sees_prompt,
    "integrations.integrations": _changes_integration,
    "integrations.api_key_connections": _disconnects,
    "integrations.oauth2_connections": _disconnects,
    "integrations.prompt_integration": _member_who_sees_prompt,
    "integrations.openapi_specs": _administrator,
    "integrations.openapi_spec_selections": _administrator,
    "llm.conversations": _deletes_chat,
    "llm.chats": _deletes_chat,
    "llm.rate_limits": _administrator,
    "ops.translations": _administrator,
    "ops.settings": _changes_setting,
}


def _unchanged_account(o: Oracle, row: Row) -> bool:
    before = o.named("iam.users", row["id"]) or {}
    return all(
        row[column] == before[column] for column in ("email", "username", "status", "system_admin")
    )


def may_read(o: Oracle, a: Actor, table: str, row: Row) -> bool:
    """Tell whether a person reads a row."""
    return READ.get(table, _nobody)(o, a, row)


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
