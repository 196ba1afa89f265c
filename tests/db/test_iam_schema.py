"""Schema ``iam`` in the catalogue, against the facts written down in :mod:`tests.db.iam_facts`."""

from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db import iam_facts
from tests.db.iam_facts import Column
from tests.postgres import Databases

ROLES = ("application_owner", "application_user", "application_readonly", "application_system")
RUN_TIME_ROLES = ROLES[1:]

#: Inserts of what must be given, and what the rest is then.
DEFAULTS: list[tuple[LiteralString, tuple[object, ...]]] = [
    (
        "INSERT INTO iam.users (openid_sub, email) VALUES ('s', 'e')"
        " RETURNING status, updated_at = created_at",
        ("active", True),
    ),
    (
        "INSERT INTO iam.permission_grants (role, resource, action)"
        " VALUES ('TeamManager', 'r', 'Read') RETURNING conditions::text",
        ("{}",),
    ),
    (
        "INSERT INTO iam.api_keys (user_id, team_id, name, api_key)"
        " SELECT u.id, t.id, 'n', encode(sha256('k'), 'hex') FROM iam.users AS u, iam.teams AS t"
        " RETURNING rate_limit, status, used_quota, scopes, is_active, key_hash = api_key",
        (0, "active", 0, [], True, True),
    ),
]


def column(connection: psycopg.Connection, query: LiteralString, *values: object) -> list[object]:
    """Return the only column of a query's rows."""
    return [value for (value,) in connection.execute(query, values)]


# tables and columns


def test_there_are_these_tables_and_no_others(connection: psycopg.Connection) -> None:
    query = "SELECT relname FROM pg_class WHERE relnamespace = 'iam'::regnamespace AND relkind = %s"
    assert set(column(connection, query, "r")) == set(iam_facts.TABLES)


def test_there_are_no_views_and_no_other_relations(connection: psycopg.Connection) -> None:
    query = """
        SELECT DISTINCT relkind::text
        FROM pg_class
        WHERE relnamespace = 'iam'::regnamespace
        ORDER BY relkind::text
    """
    assert column(connection, query) == ["S", "i", "r"]


@pytest.mark.parametrize("table", iam_facts.TABLES)
def test_a_table_has_its_columns(connection: psycopg.Connection, table: str) -> None:
    query = """
        SELECT
            a.attname,
            format_type(a.atttypid, a.atttypmod),
            NOT a.attnotnull,
            CASE
                WHEN a.attidentity = 'd' THEN 'identity'
                WHEN a.attgenerated <> '' THEN 'generated'
                WHEN a.atthasdef THEN 'default'
            END
        FROM pg_attribute AS a
        WHERE a.attrelid = %s::regclass
            AND a.attnum > 0
            AND NOT a.attisdropped
    """
    found = {
        name: Column(type_name, nullable, filled)
        for name, type_name, nullable, filled in connection.execute(query, [f"iam.{table}"])
    }
    assert found == {**iam_facts.ORIGINAL.get(table, {}), **iam_facts.ADDED.get(table, {})}


@pytest.mark.parametrize("name", iam_facts.ENUMS)
def test_an_enum_has_its_labels_in_order(connection: psycopg.Connection, name: str) -> None:
    query = "SELECT enumlabel FROM pg_enum WHERE enumtypid = %s::regtype ORDER BY enumsortorder"
    assert column(connection, query, f"iam.{name}") == iam_facts.ENUMS[name]


def test_roles_carry_these_permissions_and_no_others(connection: psycopg.Connection) -> None:
    rows = connection.execute("SELECT role::text, permission::text FROM iam.roles_permissions")
    expected = {
        (role, permission)
        for role, permissions in iam_facts.ROLES_PERMISSIONS.items()
        for permission in permissions
    }
    assert set(rows) == expected


def test_no_table_but_that_one_has_rows(connection: psycopg.Connection) -> None:
    filled = [
        table
        for table in iam_facts.TABLES
        if connection.execute(
            sql.SQL("SELECT FROM {} LIMIT 1").format(sql.Identifier("iam", table))
        ).fetchone()
        is not None
    ]
    assert filled == ["roles_permissions"]


@pytest.mark.parametrize(("insert", "expected"), DEFAULTS)
def test_defaults_are_these(
    connection: psycopg.Connection, insert: LiteralString, expected: tuple[object, ...]
) -> None:
    connection.execute("INSERT INTO iam.users (openid_sub, email) VALUES ('first', 'first')")
    connection.execute("INSERT INTO iam.teams (created_by_user_id) VALUES (1)")
    assert connection.execute(insert).fetchone() == expected


# keys and indexes


@pytest.mark.parametrize("table", iam_facts.TABLES)
def test_a_table_has_its_unique_keys(connection: psycopg.Connection, table: str) -> None:
    query = """
        SELECT string_agg(pg_get_indexdef(i.indexrelid, k, true), ', ' ORDER BY k)
        FROM pg_index AS i
        CROSS JOIN generate_series(1, i.indnkeyatts) AS k
        WHERE i.indrelid = %s::regclass
            AND i.indisunique
            AND i.indpred IS NULL
        GROUP BY i.indexrelid, i.indisprimary
        ORDER BY i.indisprimary DESC, 1
    """
    found = column(connection, query, f"iam.{table}")
    without_casts = [str(key).replace("email::text", "email") for key in found]
    assert without_casts == iam_facts.UNIQUE[table]


def test_a_grant_with_null_in_its_key_is_unique_too(connection: psycopg.Connection) -> None:
    query = "SELECT indnullsnotdistinct FROM pg_index WHERE indexrelid = %s::regclass"
    assert column(connection, query, "iam.permission_grants_key") == [True]


@pytest.mark.parametrize("table", iam_facts.TABLES)
def test_a_table_has_its_foreign_keys_and_they_cascade(
    connection: psycopg.Connection, table: str
) -> None:
    query = """
        SELECT a.attname, c.confrelid::regclass::text, c.confdeltype = 'c'
        FROM pg_constraint AS c
        INNER JOIN pg_attribute AS a
            ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
        WHERE c.contype = 'f'
            AND c.conrelid = %s::regclass
        ORDER BY a.attname
    """
    found = list(connection.execute(query, [f"iam.{table}"]))
    assert found == [(*key, True) for key in iam_facts.FOREIGN_KEYS.get(table, [])]


def test_every_foreign_key_has_an_index_that_starts_with_its_columns(
    connection: psycopg.Connection,
) -> None:
    query = """
        SELECT c.conname
        FROM pg_constraint AS c
        WHERE c.contype = 'f'
            AND NOT EXISTS (
                SELECT
                FROM pg_index AS i
                WHERE i.indrelid = c.conrelid
                    AND i.indpred IS NULL
                    AND (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] = c.conkey
            )
    """
    assert column(connection, query) == []


def test_every_constraint_is_valid(connection: psycopg.Connection) -> None:
    query = "SELECT conname FROM pg_constraint WHERE NOT convalidated"
    assert column(connection, query) == []


# comments


def test_everything_has_a_comment(connection: psycopg.Connection) -> None:
    query = """
        SELECT pg_describe_object(classid, objid, objsubid)
        FROM (
            SELECT 'pg_namespace'::regclass, n.oid, 0, n.oid
            FROM pg_namespace AS n
            UNION ALL
            SELECT 'pg_class'::regclass, c.oid, 0, c.relnamespace
            FROM pg_class AS c
            WHERE c.relkind IN ('r', 'p', 'v', 'm')
            UNION ALL
            SELECT 'pg_class'::regclass, c.oid, a.attnum, c.relnamespace
            FROM pg_class AS c
            INNER JOIN pg_attribute AS a
                ON a.attrelid = c.oid
            WHERE c.relkind IN ('r', 'p', 'v', 'm')
                AND a.attnum > 0
                AND NOT a.attisdropped
            UNION ALL
            SELECT 'pg_type'::regclass, t.oid, 0, t.typnamespace
            FROM pg_type AS t
            WHERE t.typtype IN ('e', 'd')
            UNION ALL
            SELECT 'pg_proc'::regclass, p.oid, 0, p.pronamespace
            FROM pg_proc AS p
        ) AS wanted (classid, objid, objsubid, namespace)
        WHERE namespace = 'iam'::regnamespace
            AND coalesce(
                CASE
                    WHEN objsubid > 0 THEN col_description(objid, objsubid)
                    ELSE obj_description(objid, classid::text)
                END,
                ''
            ) !~ '\\w\\.$'
    """
    assert column(connection, query) == []


def test_what_all_schemas_share_has_a_comment(connection: psycopg.Connection) -> None:
    query = "SELECT obj_description('public.set_updated_at()'::regprocedure, 'pg_proc') ~ 'Trigger'"
    assert column(connection, query) == [True]


# functions and triggers


def test_every_table_with_updated_at_has_the_trigger_that_sets_it(
    connection: psycopg.Connection,
) -> None:
    query = """
        SELECT c.relname
        FROM pg_class AS c
        INNER JOIN pg_attribute AS a
            ON a.attrelid = c.oid AND a.attname = 'updated_at'
        WHERE c.relnamespace = 'iam'::regnamespace
            AND c.relkind = 'r'
            AND {} EXISTS (
                SELECT
                FROM pg_trigger AS t
                WHERE t.tgrelid = c.oid
                    AND t.tgfoid = 'public.set_updated_at()'::regprocedure
                    AND t.tgenabled = 'O'
            )
        ORDER BY c.relname
    """
    assert column(connection, query.replace("{}", "NOT")) == []
    assert column(connection, query.replace("{}", "")) == ["api_keys", "users"]


def test_every_function_pins_what_its_names_mean(connection: psycopg.Connection) -> None:
    query = """
        SELECT p.oid::regprocedure::text
        FROM pg_proc AS p
        WHERE p.pronamespace IN ('iam'::regnamespace, 'public'::regnamespace)
            AND p.prosqlbody IS NULL
            AND NOT coalesce('search_path=""' = ANY (p.proconfig), false)
            AND NOT EXISTS (
                SELECT FROM pg_depend AS d WHERE d.objid = p.oid AND d.deptype = 'e'
            )
    """
    assert column(connection, query) == []


def test_nobody_but_the_owner_may_execute_a_definer_function(
    connection: psycopg.Connection,
) -> None:
    query = """
        SELECT p.proname, has_function_privilege('application_user', p.oid, 'EXECUTE')
        FROM pg_proc AS p
        WHERE p.pronamespace = 'iam'::regnamespace
            AND p.prosecdef
    """
    assert list(connection.execute(query)) == [("set_first_user_as_admin", False)]


@pytest.mark.parametrize(
    ("function", "volatility"), [("current_user_id()", "s"), ("slugify(text)", "i")]
)
def test_a_function_is_as_volatile_as_it_must_be(
    connection: psycopg.Connection, function: str, volatility: str
) -> None:
    query = "SELECT provolatile::text FROM pg_proc WHERE oid = %s::regprocedure"
    assert column(connection, query, f"iam.{function}") == [volatility]


# owners and roles


def test_everything_belongs_to_the_owner(connection: psycopg.Connection) -> None:
    query = """
        SELECT name
        FROM (
            SELECT oid::regclass::text, relowner FROM pg_class
            WHERE relnamespace = 'iam'::regnamespace
            UNION ALL
            SELECT oid::regtype::text, typowner FROM pg_type
            WHERE typnamespace = 'iam'::regnamespace
            UNION ALL
            SELECT oid::regprocedure::text, proowner FROM pg_proc
            WHERE pronamespace = 'iam'::regnamespace
            UNION ALL
            SELECT nspname, nspowner FROM pg_namespace WHERE nspname = 'iam'
            UNION ALL
            SELECT oid::regprocedure::text, proowner FROM pg_proc WHERE proname = 'set_updated_at'
        ) AS found (name, owner)
        WHERE owner <> 'application_owner'::regrole
    """
    assert column(connection, query) == []


@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_log_in_and_nothing_else(connection: psycopg.Connection, role: str) -> None:
    query = """
        SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication
        FROM pg_roles
        WHERE rolname = %s
    """
    may = connection.execute(query, [role]).fetchone()
    assert may == (True, False, False, False, False, False)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_no_member_of_another(connection: psycopg.Connection, role: str) -> None:
    query = "SELECT roleid::regrole::text FROM pg_auth_members WHERE member = %s::regrole"
    assert column(connection, query, role) == []


@pytest.mark.parametrize("role", RUN_TIME_ROLES)
def test_a_run_time_role_reads_no_table(
    databases: Databases, connection: psycopg.Connection, role: str
) -> None:
    with databases.server.administrator(connection.info.dbname) as session:
        session.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(role)))
        for table in iam_facts.TABLES:
            with pytest.raises(errors.InsufficientPrivilege):
                session.execute(sql.SQL("SELECT FROM {}").format(sql.Identifier("iam", table)))


@pytest.mark.parametrize("role", RUN_TIME_ROLES)
def test_a_run_time_role_has_no_right_in_the_schema(
    connection: psycopg.Connection, role: str
) -> None:
    query = """
        SELECT c.relname
        FROM pg_class AS c
        WHERE c.relnamespace = 'iam'::regnamespace
            AND c.relkind = 'r'
            AND has_table_privilege(%s, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER')
    """
    schema_rights = "SELECT has_schema_privilege(%s, 'iam', 'USAGE, CREATE')"
    assert column(connection, query, role) == []
    assert column(connection, schema_rights, role) == [False]


@pytest.mark.parametrize("role", RUN_TIME_ROLES)
def test_a_run_time_role_makes_nothing_in_public(connection: psycopg.Connection, role: str) -> None:
    query = "SELECT has_schema_privilege(%s, 'public', 'CREATE')"
    assert column(connection, query, role) == [False]


def test_the_tests_themselves_run_as_the_owner(connection: psycopg.Connection) -> None:
    query = "SELECT current_user || ' ' || current_setting('is_superuser')"
    assert column(connection, query) == ["application_owner off"]
