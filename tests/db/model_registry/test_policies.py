from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.acting import Role, acting_as
from tests.db.model_registry.people import People, add_people, scalar

#: What everyone signed in may read, and what only administrators may.
OPEN = (
    "models",
    "model_capabilities",
    "providers",
    "prices",
    "tiered_pricing",
    "protocol_configs",
)
CLOSED = ("channels", "abilities")
TABLES = (*OPEN, *CLOSED)

#: A row for each table, in an order that keeps foreign keys.
INSERTS: dict[str, LiteralString] = {
    "models": (
        "INSERT INTO model_registry.models (id, model_type, name, base_url, api_key, context_size)"
        " VALUES (nextval('model_registry.models_id_seq'), 'LLM', 'm', 'u', 'cipher', 1)"
    ),
    "model_capabilities": (
        "INSERT INTO model_registry.model_capabilities (model_id, capability)"
        " SELECT m.id, 'vision' FROM model_registry.models AS m"
    ),
    "providers": (
        "INSERT INTO model_registry.providers (name, svg_logo, base_url) VALUES ('n', 's', 'u')"
    ),
    "channels": (
        "INSERT INTO model_registry.channels (id, name, channel_type, api_key)"
        " VALUES (nextval('model_registry.channels_id_seq'), 'c', 'openai', 'cipher')"
    ),
    "abilities": (
        "INSERT INTO model_registry.abilities (group_id, model, channel_id)"
        " SELECT g.id, 'm', c.id FROM iam.groups AS g, model_registry.channels AS c"
    ),
    "prices": (
        "INSERT INTO model_registry.prices (model_name, input_price, output_price)"
        " VALUES ('m', 1, 2)"
    ),
    "tiered_pricing": (
        "INSERT INTO model_registry.tiered_pricing"
        " (model_name, tier_start, input_price, output_price) VALUES ('m', 0, 1, 2)"
    ),
    "protocol_configs": (
        "INSERT INTO model_registry.protocol_configs (channel_type, api_version)"
        " VALUES ('openai', 'v1')"
    ),
}

#: A column of each that is changed and used by nothing else.
CHANGES: dict[str, LiteralString] = {
    "models": "tpm_limit = 1",
    "model_capabilities": "value = 'v'",
    "providers": "api_key_optional = true",
    "channels": "priority = 1",
    "abilities": "rate_limit = 1",
    "prices": "input_price = 9",
    "tiered_pricing": "input_price = 9",
    "protocol_configs": "chat_endpoint = '/chat'",
}


def name_of(table: str) -> sql.Identifier:
    return sql.Identifier("model_registry", table)


def count(connection: psycopg.Connection, table: str) -> int:
    row = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(name_of(table))).fetchone()
    assert row is not None
    return int(row[0])


def change(connection: psycopg.Connection, table: str) -> int:
    """Change every row in sight, and return their number."""
    update = sql.SQL("UPDATE {} SET {}").format(name_of(table), sql.SQL(CHANGES[table]))
    return connection.execute(update).rowcount


def delete(connection: psycopg.Connection, table: str) -> int:
    """Delete every row in sight, and return their number."""
    return connection.execute(sql.SQL("DELETE FROM {}").format(name_of(table))).rowcount


@pytest.fixture
def people(connection: psycopg.Connection) -> People:
    """People, in a database with one row in each table."""
    connection.execute("DELETE FROM model_registry.providers")
    connection.execute("INSERT INTO iam.groups (name) VALUES ('g')")
    for insert in INSERTS.values():
        connection.execute(insert)
    return add_people(connection)


# reading


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_everyone_signed_in_reads_the_open_tables(
    connection: psycopg.Connection, people: People, role: Role
) -> None:
    with acting_as(connection, people.member, role):
        assert {table: count(connection, table) for table in OPEN} == dict.fromkeys(OPEN, 1)


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_a_manager_of_a_team_reads_no_channels_and_abilities(
    connection: psycopg.Connection, people: People, role: Role
) -> None:
    with acting_as(connection, people.manager, role):
        assert {table: count(connection, table) for table in CLOSED} == dict.fromkeys(CLOSED, 0)


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_administrators_read_every_table(
    connection: psycopg.Connection, people: People, role: Role
) -> None:
    with acting_as(connection, people.admin, role):
        assert {table: count(connection, table) for table in TABLES} == dict.fromkeys(TABLES, 1)


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_nobody_and_the_suspended_read_nothing(
    connection: psycopg.Connection, people: People, role: Role
) -> None:
    for user_id in (None, people.suspended):
        with acting_as(connection, user_id, role):
            assert {table: count(connection, table) for table in TABLES} == dict.fromkeys(TABLES, 0)


@pytest.mark.usefixtures("people")
def test_the_system_reads_every_table_and_the_keys(connection: psycopg.Connection) -> None:
    with acting_as(connection, None, "application_system"):
        assert {table: count(connection, table) for table in TABLES} == dict.fromkeys(TABLES, 1)
        assert scalar(connection, "SELECT api_key FROM model_registry.models") == "cipher"
        assert scalar(connection, "SELECT api_key FROM model_registry.channels") == "cipher"


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_not_even_administrators_read_keys(
    connection: psycopg.Connection, people: People, role: Role
) -> None:
    queries: list[LiteralString] = [
        "SELECT api_key FROM model_registry.models",
        "SELECT FROM model_registry.models WHERE api_key = 'cipher'",
        "SELECT api_key FROM model_registry.channels",
        "SELECT FROM model_registry.channels ORDER BY api_key",
    ]
    for query in queries:
        with (
            pytest.raises(errors.InsufficientPrivilege, match="permission denied for table"),
            acting_as(connection, people.admin, role),
        ):
            connection.execute(query)


def test_an_administrator_is_not_told_the_key_just_set(
    connection: psycopg.Connection, people: People
) -> None:
    with (
        pytest.raises(errors.InsufficientPrivilege),
        acting_as(connection, people.admin),
    ):
        connection.execute("UPDATE model_registry.models SET api_key = 'c2' RETURNING api_key")


# writing


def test_administrators_write_every_table(connection: psycopg.Connection, people: People) -> None:
    with acting_as(connection, people.admin):
        assert {table: change(connection, table) for table in TABLES} == dict.fromkeys(TABLES, 1)
        assert {table: delete(connection, table) for table in reversed(INSERTS)} == dict.fromkeys(
            TABLES, 1
        )
        for insert in INSERTS.values():
            connection.execute(insert)
        assert {table: count(connection, table) for table in TABLES} == dict.fromkeys(TABLES, 1)


def test_others_write_nothing(connection: psycopg.Connection, people: People) -> None:
    for user_id in (people.manager, people.suspended, None):
        with acting_as(connection, user_id):
            assert {table: change(connection, table) for table in TABLES} == dict.fromkeys(
                TABLES, 0
            )
            assert {table: delete(connection, table) for table in TABLES} == dict.fromkeys(
                TABLES, 0
            )


def test_a_manager_of_a_team_adds_nothing(connection: psycopg.Connection, people: People) -> None:
    model = scalar(connection, "SELECT id FROM model_registry.models")
    channel = scalar(connection, "SELECT id FROM model_registry.channels")
    # A manager sees no channel to take the id from.
    inserts: dict[str, LiteralString] = {
        **INSERTS,
        "model_capabilities": (
            "INSERT INTO model_registry.model_capabilities (model_id, capability)"
            " VALUES (%(model)s, 'tool_use')"
        ),
        "abilities": (
            "INSERT INTO model_registry.abilities (group_id, model, channel_id)"
            " SELECT g.id, 'n', %(channel)s FROM iam.groups AS g"
        ),
    }
    for insert in inserts.values():
        with (
            pytest.raises(errors.InsufficientPrivilege, match="row-level security policy"),
            acting_as(connection, people.manager),
        ):
            connection.execute(insert, {"model": model, "channel": channel})


def test_readonly_writes_nothing_for_an_administrator_either(
    connection: psycopg.Connection, people: People
) -> None:
    for write in (change, delete):
        for table in TABLES:
            with (
                pytest.raises(errors.InsufficientPrivilege, match="permission denied for table"),
                acting_as(connection, people.admin, "application_readonly"),
            ):
                write(connection, table)


@pytest.mark.usefixtures("people")
def test_the_system_writes_what_it_fetches(connection: psycopg.Connection) -> None:
    fetched = ("model_capabilities", "prices", "tiered_pricing")
    with acting_as(connection, None, "application_system"):
        for table in fetched:
            assert (change(connection, table), delete(connection, table)) == (1, 1)
            connection.execute(INSERTS[table])


@pytest.mark.usefixtures("people")
def test_the_system_switches_channels_off_and_renews_ciphers(
    connection: psycopg.Connection,
) -> None:
    with acting_as(connection, None, "application_system"):
        connection.execute("UPDATE model_registry.models SET api_key = 'cipher 2'")
        connection.execute("UPDATE model_registry.channels SET api_key = 'c', status = 'failed'")
        connection.execute("UPDATE model_registry.abilities SET enabled = false")


def test_the_system_sets_up_nothing(connection: psycopg.Connection) -> None:
    for table in ("models", "providers", "channels", "protocol_configs", "abilities"):
        with (
            pytest.raises(errors.InsufficientPrivilege, match="permission denied for table"),
            acting_as(connection, None, "application_system"),
        ):
            connection.execute(INSERTS[table])


def test_what_the_database_gives_is_not_set_by_administrators(
    connection: psycopg.Connection, people: People
) -> None:
    statements: list[LiteralString] = [
        "UPDATE model_registry.models SET id = 99",
        "UPDATE model_registry.channels SET created_at = now()",
        "INSERT INTO model_registry.prices (id, model_name, input_price, output_price)"
        " VALUES (99, 'n', 1, 1)",
    ]
    for statement in statements:
        with (
            pytest.raises(errors.InsufficientPrivilege, match="permission denied for table"),
            acting_as(connection, people.admin),
        ):
            connection.execute(statement)


def test_the_permission_counts_and_not_the_administrator(
    connection: psycopg.Connection, people: People
) -> None:
    connection.execute("DELETE FROM iam.roles_permissions WHERE permission = 'SetupModels'")
    with acting_as(connection, people.admin):
        assert change(connection, "models") == 0
        assert count(connection, "channels") == 0
        assert count(connection, "models") == 1
