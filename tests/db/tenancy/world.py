"""People, teams and rows of every table, to try policies on.

Two teams, Weavers and Spinners, have things of every visibility, of members and of one who left.
Others have no members, nobody but their founder, or members without their founder.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import psycopg
from psycopg import sql
from psycopg.rows import dict_row
from psycopg.types import TypeInfo

from tests.db import rows

Row: TypeAlias = dict[str, Any]  # a row's values are of any type
Rows: TypeAlias = dict[str, list[Row]]

WEAVERS, SPINNERS, DESERTED, DYERS, LONELY, LOST = range(1, 7)
#: ADMIN administers and is in no team; SUSPENDED is a member of the Weavers and an administrator
#: of no use any more; GONE founded the Dyers and left; INVITED has only an invitation.
ADMIN, ADA, BEN, MIA, CARL, SUSPENDED, INVITED, FOUNDER, GONE = range(1, 10)

PEOPLE = {
    ADMIN: "root",
    ADA: "ada",
    BEN: "ben",
    MIA: "mia",
    CARL: "carl",
    SUSPENDED: "sam",
    INVITED: "ivy",
    FOUNDER: "gus",
    GONE: "max",
}
TEAMS = {
    WEAVERS: ("Weavers", ADA),
    SPINNERS: ("Spinners", CARL),
    DESERTED: ("Deserted", FOUNDER),
    DYERS: ("Dyers", GONE),
    LONELY: ("Lonely", FOUNDER),
    LOST: ("Lost", SUSPENDED),
}
MEMBERS = {
    (ADA, WEAVERS): "{TeamManager,Collaborator}",
    (BEN, WEAVERS): "{Collaborator}",
    (MIA, WEAVERS): "{TeamManager}",
    (SUSPENDED, WEAVERS): "{TeamManager,Collaborator}",
    (BEN, SPINNERS): "{Collaborator}",
    (CARL, SPINNERS): "{TeamManager,Collaborator}",
    (CARL, DYERS): "{Collaborator}",
    (FOUNDER, LONELY): "{TeamManager,Collaborator}",
}
VISIBILITIES = ("Private", "Team", "Company")
#: Whose things a team has; GONE is no member any more.
CREATORS = {WEAVERS: (ADA, BEN, MIA, GONE), SPINNERS: (BEN, CARL)}

_LLM, _EMBEDDINGS = 1, 2


@dataclass(frozen=True)
class World:
    """Adds the rows, as the owner of the tables.

    :ivar ids: the ids of things by table, team, creator and visibility
    :ivar keys: the ids of API keys without a prompt, by person
    """

    connection: psycopg.Connection
    ids: dict[tuple[str, int, int, str], int] = field(default_factory=dict)
    keys: dict[int, int] = field(default_factory=dict)

    def add(self, table: str, **values: object) -> int:
        """Add a row, and return its id."""
        return rows.add(self.connection, table, **values)

    def insert(self, table: str, **values: object) -> None:
        """Add a row that may have no id, or one that is no number."""
        rows.insert(self.connection, table, **values)

    def things(self) -> Iterator[tuple[int, int, str]]:
        """Yield teams, creators and visibilities, all that occur."""
        for team, creators in CREATORS.items():
            for creator in creators:
                for visibility in VISIBILITIES:
                    yield team, creator, visibility


def make_world(connection: psycopg.Connection) -> None:
    """Fill the database.

    :param connection: of the owner, to a database with nothing but what migrations put there
    """
    world = World(connection)
    _add_people(world)
    _add_registry(world)
    _add_knowledge(world)
    _add_assistants(world)
    _add_integrations(world)
    _add_chats(world)
    _add_operations(world)


def _add_people(world: World) -> None:
    for user, name in PEOPLE.items():
        world.add(
            "iam.users",
            id=user,
            openid_sub=name,
            email=f"{name.title()}@example.org",
            password_hash="$argon2id$",  # noqa: S106 - no password
            system_admin=user in (ADMIN, SUSPENDED),
            status="suspended" if user == SUSPENDED else "active",
        )
    for team, (name, founder) in TEAMS.items():
        world.add("iam.teams", id=team, name=name, created_by_user_id=founder)
    for (user, team), roles in MEMBERS.items():
        world.insert("iam.team_users", user_id=user, team_id=team, roles=roles)
    for team, name in (
        (WEAVERS, "ivy"),
        (LONELY, "ivy"),
        (SPINNERS, "ADA"),
        (SPINNERS, "sam"),
        (DYERS, "nobody"),
    ):
        world.add("iam.invitations", team_id=team, email=f"{name}@example.org")
    world.add("iam.oauth_clients")
    for group, (name, members) in enumerate((("Free", (ADA, CARL)), ("Paid", (BEN, SUSPENDED))), 1):
        world.add("iam.groups", id=group, name=name)
        for user in members:
            world.insert("iam.group_members", group_id=group, user_id=user)
    for user in (ADA, CARL, SUSPENDED):
        world.add("iam.permission_grants", user_id=user)
    for role in ("TeamManager", "Collaborator", "SystemAdministrator"):
        world.add("iam.permission_grants", role=role)
    # No role of a team has it by default, and then nobody could tell that a policy asks for it.
    world.insert("iam.roles_permissions", role="TeamManager", permission="ViewAuditTrail")


def _add_registry(world: World) -> None:
    world.add("model_registry.models", id=_LLM, name="gpt", api_key="ciphertext")
    world.add("model_registry.models", id=_EMBEDDINGS, name="bge", model_type="Embeddings")
    world.insert("model_registry.model_capabilities", model_id=_LLM)
    channel = world.add("model_registry.channels", base_url="http://x", api_key="ciphertext")
    world.add("model_registry.abilities", group_id=1, model="gpt", channel_id=channel)
    world.add("model_registry.prices", model_name="gpt")
    world.add("model_registry.tiered_pricing", model_name="gpt")
    world.add("model_registry.protocol_configs", chat_endpoint="/chat")


def _add_object(world: World, team: int, creator: int) -> int:
    return world.add("storage.objects", team_id=team, created_by=creator, object_data=b"x")


def _add_knowledge(world: World) -> None:
    for team, creator, visibility in world.things():
        key = (team, creator, visibility)
        dataset = world.add(
            "rag.datasets",
            team_id=team,
            embeddings_model_id=_EMBEDDINGS,
            visibility=visibility,
            created_by=creator,
        )
        world.ids["rag.datasets", *key] = dataset
        within = {"team_id": team, "dataset_id": dataset}
        stored = _add_object(world, team, creator)
        document = world.add("rag.documents", **within, object_id=stored)
        chunk = world.add("rag.chunks", **within, document_id=document)
        world.ids["rag.chunks", *key] = chunk
        world.add("rag.document_pipelines", **within, user_id=creator)
    # Of one who sees the dataset no more.
    hidden = world.ids["rag.datasets", WEAVERS, ADA, "Private"]
    world.add("rag.document_pipelines", team_id=WEAVERS, dataset_id=hidden, user_id=BEN)
    _add_object(world, WEAVERS, ADA)
    _add_object(world, SPINNERS, BEN)
    world.insert("storage.downloads", gid="g", filename="f", status="waiting")


def _add_assistants(world: World) -> None:
    for team, creator, visibility in world.things():
        key = (team, creator, visibility)
        prompt = world.add(
            "assistants.prompts",
            team_id=team,
            model_id=_LLM,
            visibility=visibility,
            created_by=creator,
            # Not of one who left: that the icon is not seen would hide what else is wrong.
            image_icon_object_id=None if creator == GONE else _add_object(world, team, creator),
        )
        world.ids["assistants.prompts", *key] = prompt
        world.ids["assistants.projects", *key] = world.add(
            "assistants.projects",
            team_id=team,
            dataset_id=world.ids["rag.datasets", *key],
            visibility=visibility,
            created_by=creator,
        )
        within = {"team_id": team, "prompt_id": prompt}
        for other in ((SPINNERS, CARL, "Company"), (team, creator, "Team")):
            dataset = world.ids["rag.datasets", *other]
            world.insert("assistants.prompt_dataset", **within, dataset_id=dataset)
        world.add("automation.automation_cron_triggers", **within)
        world.add("automation.automation_webhook_triggers", **within)
        world.add("automation.automation_runs", **within)
        done = {"status": "Completed", "attempts": 1}
        times = dict.fromkeys(("started_at", "completed_at"), "2026-01-01")
        world.add("automation.automation_runs", **within, **done, **times)
    for (user, team), prompts in {
        (ADA, WEAVERS): (ADA, BEN),
        (BEN, WEAVERS): (BEN,),
        (CARL, SPINNERS): (CARL,),
        (GONE, WEAVERS): (),
        (MIA, WEAVERS): (ADA,),
    }.items():
        whose = {"user_id": user, "team_id": team}
        world.keys[user] = world.add("iam.api_keys", **whose)
        for creator in prompts:
            prompt = world.ids["assistants.prompts", team, creator, "Team"]
            world.add("iam.api_keys", **whose, prompt_id=prompt)
    shared = world.ids["assistants.prompts", SPINNERS, CARL, "Company"]
    of_ada = {"user_id": ADA, "team_id": WEAVERS}
    world.add("iam.api_keys", **of_ada, prompt_id=shared)
    withdrawn = world.ids["assistants.prompts", SPINNERS, CARL, "Team"]
    world.add("iam.api_keys", **of_ada, prompt_id=withdrawn, status="disabled")


def _add_integrations(world: World) -> None:
    for team, creator, visibility in world.things():
        key = (team, creator, visibility)
        integration = world.add(
            "integrations.integrations",
            team_id=team,
            created_by=creator,
            visibility=visibility,
        )
        world.ids["integrations.integrations", *key] = integration
        connected = {
            "team_id": team,
            "user_id": creator,
            "visibility": visibility,
            "integration_id": integration,
        }
        api_key = world.add("integrations.api_key_connections", **connected)
        oauth2 = world.add("integrations.oauth2_connections", **connected)
        prompt = world.ids["assistants.prompts", *key]
        within = {"team_id": team, "integration_id": integration}
        prompts = (prompt, world.ids["assistants.prompts", team, creator, "Team"])
        world.insert(
            "integrations.prompt_integration",
            **within,
            prompt_id=prompts[0],
            **({"api_connection_id": api_key} if creator == BEN else {}),
            **({"oauth2_connection_id": oauth2} if creator in (ADA, CARL) else {}),
        )
        if prompts[0] != prompts[1]:
            world.insert("integrations.prompt_integration", **within, prompt_id=prompts[1])
    # To integrations of another team, of which the second one is shared no more.
    for visibility in ("Company", "Team"):
        connected = {
            "team_id": WEAVERS,
            "user_id": ADA,
            "visibility": "Team",
            "integration_id": world.ids["integrations.integrations", SPINNERS, CARL, visibility],
        }
        world.add("integrations.api_key_connections", **connected)
        world.add("integrations.oauth2_connections", **connected)
    world.insert("integrations.openapi_spec_api_keys", openapi_spec_id=1)
    world.insert("integrations.openapi_spec_selections", openapi_spec_id=1)
    credential = world.add("integrations.credentials", external_id="e", provider_user_id="u")
    world.insert("integrations.credential_tokens", credential_id=credential)


def _add_chats(world: World) -> None:
    shared = (SPINNERS, CARL, "Company")
    for user, team in ((ADA, WEAVERS), (BEN, WEAVERS), (BEN, SPINNERS), (CARL, SPINNERS)):
        whose = {"team_id": team, "user_id": user}
        for key in ((team, user, "Private"), (team, BEN, "Team"), shared):
            conversation = world.add(
                "llm.conversations",
                **whose,
                project_id=world.ids["assistants.projects", *key],
            )
            chat = world.add(
                "llm.chats",
                **whose,
                conversation_id=conversation,
                prompt_id=world.ids["assistants.prompts", *key],
            )
            chunk = world.ids["rag.chunks", *key]
            world.insert("rag.chunks_chats", **whose, chat_id=chat, chunk_id=chunk)
            world.add("llm.prompt_flags", **whose, chat_id=chat)
            world.add("llm.token_usage_metrics", **whose, chat_id=chat)
            attached = _add_object(world, team, user)
            world.insert("llm.chats_attachments", **whose, chat_id=chat, object_id=attached)
        world.add("llm.conversations", **whose)
    for user in (ADA, BEN):
        whose = {"team_id": WEAVERS, "user_id": user, "api_key_id": world.keys[user]}
        world.add("llm.api_chats", **whose)
        world.add("llm.token_usage_metrics", **whose)
    world.add("llm.rate_limits", api_key_id=world.keys[ADA])
    world.add("llm.rate_limits")


def _add_operations(world: World) -> None:
    log, moment = "00000000-0000-0000-0000-000000000001", "2026-01-01"
    world.insert(
        "llm.request_logs",
        id=log,
        created_at=moment,
        requested_at=moment,
        provider="p",
        method="POST",
        path="/",
        status="success",
        status_code=200,
    )
    world.insert("llm.request_log_bodies", request_log_id=log, created_at=moment, request_json={})
    world.insert("llm.usage_stats")
    world.insert("llm.rate_limit_windows")
    world.insert("ops.configs", is_active=True)
    world.insert("ops.cache")
    for scope, owner in (
        ("system", None),
        ("feature_flag", None),
        ("feature_flag", ADA),
        ("user", ADA),
        ("user", BEN),
        ("user", SUSPENDED),
    ):
        world.add("ops.settings", scope=scope, owner_user_id=owner)


def read_rows(connection: psycopg.Connection, tables: list[str]) -> Rows:
    """Read all rows of tables, as the owner."""
    role = TypeInfo.fetch(connection, "iam.role")
    assert role is not None
    role.register(connection)  # so that arrays of it are lists
    found: Rows = {}
    with connection.cursor(row_factory=dict_row) as cursor:
        for table in tables:
            schema, _, name = table.partition(".")
            statement = sql.SQL("SELECT * FROM {}").format(sql.Identifier(schema, name))
            found[table] = cursor.execute(statement).fetchall()
    return found
