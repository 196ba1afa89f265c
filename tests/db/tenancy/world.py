"""People, teams and rows of every table, to try policies on.

Two teams, Weavers and Spinners, have things of every visibility, of members and of one who left.
Others have no members, nobody but their founder, or members without their founder.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, TypeAlias

import psycopg
from psycopg import sql
from psycopg.rows import dict_row
from psycopg.types import TypeInfo
from psycopg.types.json import Jsonb

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


class World:
    """Adds the rows, as the owner of the tables.

    :ivar ids: the ids of things by table, team, creator and visibility
    :ivar keys: the ids of API keys without a prompt, by person
    """

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection
        self.ids: dict[tuple[str, int, int, str], int] = {}
        self.keys: dict[int, int] = {}

    def add(self, table: str, **values: object) -> Row:
        """Add a row, and return it whole."""
        schema, _, name = table.partition(".")
        given = {k: Jsonb(v) if isinstance(v, dict) else v for k, v in values.items()}
        statement = sql.SQL("INSERT INTO {} ({}) VALUES ({}) RETURNING *").format(
            sql.Identifier(schema, name),
            sql.SQL(", ").join(map(sql.Identifier, given)),
            sql.SQL(", ").join(map(sql.Placeholder, given)),
        )
        with self._connection.cursor(row_factory=dict_row) as cursor:
            row = cursor.execute(statement, given).fetchone()
        assert row is not None
        return row

    def things(self) -> Iterator[tuple[int, int, str]]:
        """Yield teams, creators and visibilities, all that occur."""
        for team, creators in CREATORS.items():
            for creator in creators:
                for visibility in VISIBILITIES:
                    yield team, creator, visibility


def hashed(text: str) -> str:
    """Return a SHA-256 in hexadecimal, as secrets are stored."""
    return sha256(text.encode()).hexdigest()


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
        world.add("iam.team_users", user_id=user, team_id=team, roles=roles)
    for team, name in (
        (WEAVERS, "ivy"),
        (LONELY, "ivy"),
        (SPINNERS, "ADA"),
        (SPINNERS, "sam"),
        (DYERS, "nobody"),
    ):
        world.add(
            "iam.invitations",
            team_id=team,
            email=f"{name}@example.org",
            first_name=name,
            last_name="x",
            roles="{Collaborator}",
            invitation_selector=f"{team} {name}",
            invitation_verifier_hash=hashed(name),
        )
    world.add("iam.oauth_clients", client_id="c", client_secret="s", provider="p")  # noqa: S106
    for group, (name, members) in enumerate((("Free", (ADA, CARL)), ("Paid", (BEN, SUSPENDED))), 1):
        world.add("iam.groups", id=group, name=name)
        for user in members:
            world.add("iam.group_members", group_id=group, user_id=user)
    grant = {"resource": "r", "action": "Read"}
    for user in (ADA, CARL, SUSPENDED):
        world.add("iam.permission_grants", user_id=user, **grant)
    for role in ("TeamManager", "Collaborator", "SystemAdministrator"):
        world.add("iam.permission_grants", role=role, **grant)
    # No role of a team has it by default, and then nobody could tell that a policy asks for it.
    world.add("iam.roles_permissions", role="TeamManager", permission="ViewAuditTrail")


def _add_registry(world: World) -> None:
    world.add(
        "model_registry.models",
        id=_LLM,
        model_type="LLM",
        name="gpt",
        base_url="http://x",
        api_key="ciphertext",
        context_size=1000,
    )
    world.add(
        "model_registry.models",
        id=_EMBEDDINGS,
        model_type="Embeddings",
        name="bge",
        base_url="http://x",
        context_size=1000,
    )
    world.add("model_registry.model_capabilities", model_id=_LLM, capability="vision")
    channel = world.add(
        "model_registry.channels",
        name="main",
        channel_type="openai",
        base_url="http://x",
        api_key="ciphertext",
    )
    world.add("model_registry.abilities", group_id=1, model="gpt", channel_id=channel["id"])
    price = {"model_name": "gpt", "currency": "USD", "input_price": 1, "output_price": 2}
    world.add("model_registry.prices", **price)
    world.add("model_registry.tiered_pricing", **price, tier_start=0)
    world.add(
        "model_registry.protocol_configs",
        channel_type="openai",
        api_version="v1",
        chat_endpoint="/chat",
    )


def _add_object(world: World, team: int, creator: int, name: str) -> int:
    row = world.add(
        "storage.objects",
        team_id=team,
        object_name=name,
        object_data=b"x",
        mime_type="text/plain",
        file_name=name,
        file_size=1,
        file_hash="0" * 32,
        created_by=creator,
    )
    return int(row["id"])


def _add_knowledge(world: World) -> None:
    for team, creator, visibility in world.things():
        key = (team, creator, visibility)
        name = f"{team} {creator} {visibility}"
        dataset = world.add(
            "rag.datasets",
            team_id=team,
            embeddings_model_id=_EMBEDDINGS,
            visibility=visibility,
            name=name,
            chunking_strategy="ByTitle",
            combine_under_n_chars=1,
            new_after_n_chars=1,
            multipage_sections=False,
            created_by=creator,
        )["id"]
        world.ids["rag.datasets", *key] = dataset
        document = world.add(
            "rag.documents",
            team_id=team,
            dataset_id=dataset,
            file_name=name,
            content_size=1,
            object_id=_add_object(world, team, creator, f"document {name}"),
        )["id"]
        within = {"team_id": team, "dataset_id": dataset}
        chunk = world.add("rag.chunks", **within, document_id=document, text=name, page_number=1)
        world.ids["rag.chunks", *key] = chunk["id"]
        world.add(
            "rag.document_pipelines",
            **within,
            user_id=creator,
            name=name,
            api_key=hashed(f"pipeline {name}"),
        )
    # Of one who sees the dataset no more.
    hidden = world.ids["rag.datasets", WEAVERS, ADA, "Private"]
    world.add(
        "rag.document_pipelines",
        team_id=WEAVERS,
        dataset_id=hidden,
        user_id=BEN,
        name="p",
        api_key=hashed("hidden"),
    )
    _add_object(world, WEAVERS, ADA, "attachment")
    _add_object(world, SPINNERS, BEN, "attachment")
    world.add("storage.downloads", gid="g", filename="f", status="waiting")


def _add_assistants(world: World) -> None:
    for team, creator, visibility in world.things():
        key = (team, creator, visibility)
        name = f"{team} {creator} {visibility}"
        prompt = world.add(
            "assistants.prompts",
            team_id=team,
            model_id=_LLM,
            visibility=visibility,
            name=name,
            max_history_items=1,
            max_chunks=1,
            trim_ratio=1,
            created_by=creator,
            category_id=1,
            # Not of one who left: that the icon is not seen would hide what else is wrong.
            image_icon_object_id=None
            if creator == GONE
            else _add_object(world, team, creator, f"icon {name}"),
        )["id"]
        world.ids["assistants.prompts", *key] = prompt
        world.ids["assistants.projects", *key] = world.add(
            "assistants.projects",
            team_id=team,
            dataset_id=world.ids["rag.datasets", *key],
            name=name,
            visibility=visibility,
            created_by=creator,
        )["id"]
        within = {"team_id": team, "prompt_id": prompt}
        for other in ((SPINNERS, CARL, "Company"), (team, creator, "Team")):
            dataset = world.ids["rag.datasets", *other]
            world.add("assistants.prompt_dataset", **within, dataset_id=dataset)
        world.add("automation.automation_cron_triggers", **within, cron_expression="0 * * * *")
        world.add("automation.automation_webhook_triggers", **within, secret=hashed(f"hook {name}"))
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
        for prompt in (None, *(world.ids["assistants.prompts", team, p, "Team"] for p in prompts)):
            stored = world.add(
                "iam.api_keys",
                user_id=user,
                team_id=team,
                prompt_id=prompt,
                name="k",
                api_key=hashed(f"key {user} {team} {prompt}"),
            )
            world.keys.setdefault(user, stored["id"])
    shared = world.ids["assistants.prompts", SPINNERS, CARL, "Company"]
    world.add(
        "iam.api_keys",
        user_id=ADA,
        team_id=WEAVERS,
        prompt_id=shared,
        name="k",
        api_key=hashed("shared"),
    )
    withdrawn = world.ids["assistants.prompts", SPINNERS, CARL, "Team"]
    world.add(
        "iam.api_keys",
        user_id=ADA,
        team_id=WEAVERS,
        prompt_id=withdrawn,
        name="k",
        api_key=hashed("withdrawn"),
        status="disabled",
    )


def _add_integrations(world: World) -> None:
    for team, creator, visibility in world.things():
        key = (team, creator, visibility)
        integration = world.add(
            "integrations.integrations",
            team_id=team,
            created_by=creator,
            integration_type="OpenAPI",
            name="i",
            visibility=visibility,
        )["id"]
        world.ids["integrations.integrations", *key] = integration
        common = {"team_id": team, "user_id": creator, "visibility": visibility}
        api_key = world.add(
            "integrations.api_key_connections",
            **common,
            integration_id=integration,
            api_key="ciphertext",
        )["id"]
        oauth2 = world.add(
            "integrations.oauth2_connections",
            **common,
            integration_id=integration,
            access_token="ciphertext",  # noqa: S106 - no password
        )["id"]
        prompt = world.ids["assistants.prompts", *key]
        within = {"team_id": team, "integration_id": integration}
        prompts = (prompt, world.ids["assistants.prompts", team, creator, "Team"])
        world.add(
            "integrations.prompt_integration",
            **within,
            prompt_id=prompts[0],
            **({"api_connection_id": api_key} if creator == BEN else {}),
            **({"oauth2_connection_id": oauth2} if creator in (ADA, CARL) else {}),
        )
        if prompts[0] != prompts[1]:
            world.add("integrations.prompt_integration", **within, prompt_id=prompts[1])
    # To integrations of another team, of which the second one is shared no more.
    for visibility in ("Company", "Team"):
        common = {
            "team_id": WEAVERS,
            "user_id": ADA,
            "visibility": "Team",
            "integration_id": world.ids["integrations.integrations", SPINNERS, CARL, visibility],
        }
        world.add("integrations.api_key_connections", **common, api_key="ciphertext")
        world.add("integrations.oauth2_connections", **common, access_token="ciphertext")  # noqa: S106
    world.add("integrations.openapi_spec_api_keys", openapi_spec_id=1, api_key="ciphertext")
    world.add("integrations.openapi_spec_selections", category="WebSearch", openapi_spec_id=1)
    credential = world.add(
        "integrations.credentials",
        external_id="e",
        provider="claude",
        provider_user_id="u",
        name="n",
    )["id"]
    world.add(
        "integrations.credential_tokens",
        credential_id=credential,
        access_token="ciphertext",  # noqa: S106 - no password
        expires_at="2030-01-01",
    )


def _add_chats(world: World) -> None:
    shared = (SPINNERS, CARL, "Company")
    for user, team in ((ADA, WEAVERS), (BEN, WEAVERS), (BEN, SPINNERS), (CARL, SPINNERS)):
        whose = {"team_id": team, "user_id": user}
        for key in ((team, user, "Private"), (team, BEN, "Team"), shared):
            conversation = world.add(
                "llm.conversations",
                **whose,
                project_id=world.ids["assistants.projects", *key],
            )["id"]
            chat = world.add(
                "llm.chats",
                **whose,
                conversation_id=conversation,
                prompt_id=world.ids["assistants.prompts", *key],
            )["id"]
            chunk = world.ids["rag.chunks", *key]
            world.add("rag.chunks_chats", **whose, chat_id=chat, chunk_id=chunk)
            world.add("llm.prompt_flags", **whose, chat_id=chat, flag_type="S1")
            world.add("llm.token_usage_metrics", **whose, chat_id=chat, type="Prompt", tokens=1)
            attached = _add_object(world, team, user, f"attached to {chat}")
            world.add("llm.chats_attachments", **whose, chat_id=chat, object_id=attached)
        world.add("llm.conversations", **whose)
    for user in (ADA, BEN):
        whose = {"team_id": WEAVERS, "user_id": user, "api_key_id": world.keys[user]}
        world.add("llm.api_chats", **whose)
        world.add("llm.token_usage_metrics", **whose, type="Prompt", tokens=1)
    world.add("llm.rate_limits", api_key_id=world.keys[ADA], tpm_limit=1, rpm_limit=1)
    world.add("llm.rate_limits", tpm_limit=1, rpm_limit=1)


def _add_operations(world: World) -> None:
    log = world.add(
        "llm.request_logs",
        id="00000000-0000-0000-0000-000000000001",
        created_at="2026-01-01",
        request_id="r",
        requested_at="2026-01-01",
        provider="p",
        model="m",
        method="POST",
        path="/",
        status="success",
        status_code=200,
    )
    world.add(
        "llm.request_log_bodies",
        request_log_id=log["id"],
        created_at=log["created_at"],
        request_json={},
    )
    world.add("llm.usage_stats", provider="p", model="m", auth_id="a", date="2026-01-01")
    world.add("llm.rate_limit_windows", scope="key", scope_id=1, window_start="2026-01-01")
    world.add("ops.configs", name="c", yaml_config="a: 1", version=1, is_active=True)
    world.add("ops.cache", key="k", value=b"x", expires_at="2030-01-01")
    for scope, owner in (
        ("system", None),
        ("feature_flag", None),
        ("feature_flag", ADA),
        ("user", ADA),
        ("user", BEN),
        ("user", SUSPENDED),
    ):
        world.add("ops.settings", scope=scope, owner_user_id=owner, key="k", value={})


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
