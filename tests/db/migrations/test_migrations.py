import os
import signal
import subprocess
from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass
from time import sleep

import psycopg
import pytest
from psycopg import sql

from db.commands import dbmate, schema
from db.commands.migrations import find_migrations, lint
from tests.db.catalogue.facts import SEEDS
from tests.db.project_copy import ProjectCopy, start_command
from tests.postgres import ROOT, Databases
from tests.queries.interleaving import is_waited_for

VERSIONS = [migration.version for migration in find_migrations()]
PG_DUMP = 18


def dump(url: str) -> str:
    return schema.dump(url, version=PG_DUMP)


def applied(url: str) -> list[str]:
    """Return the versions that dbmate has noted, as often as it has."""
    with psycopg.connect(url) as connection:
        return applied_by(connection)


def applied_by(connection: psycopg.Connection) -> list[str]:
    rows = connection.execute("SELECT version FROM public.schema_migrations ORDER BY version")
    return [version for (version,) in rows]


def of_ours(url: str) -> list[str]:
    """Return what is in a database beside Postgres' own, the extension's and dbmate's."""
    query = """
        SELECT pg_describe_object(classid, objid, 0) AS object
        FROM (
            SELECT 'pg_namespace'::regclass, oid FROM pg_namespace
            UNION ALL SELECT 'pg_class'::regclass, oid FROM pg_class
            UNION ALL SELECT 'pg_type'::regclass, oid FROM pg_type
            UNION ALL SELECT 'pg_proc'::regclass, oid FROM pg_proc
            UNION ALL SELECT 'pg_operator'::regclass, oid FROM pg_operator
            UNION ALL SELECT 'pg_collation'::regclass, oid FROM pg_collation
            UNION ALL SELECT 'pg_event_trigger'::regclass, oid FROM pg_event_trigger
            UNION ALL SELECT 'pg_default_acl'::regclass, oid FROM pg_default_acl
        ) AS found (classid, objid)
        WHERE objid >= 16384
            AND NOT EXISTS (
                SELECT
                FROM pg_depend AS d
                WHERE (d.classid, d.objid) = (found.classid, found.objid)
                    AND d.deptype = 'e'
            )
            AND NOT pg_describe_object(classid, objid, 0)
                ~ 'schema_migrations|pg_toast|^type (public\\.)?_?(vector|halfvec|sparsevec)'
        ORDER BY 1
    """
    with psycopg.connect(url) as connection:
        return [name for (name,) in connection.execute(query)]


def seeded(url: str) -> dict[str, list[str]]:
    """Return the rows that migrations bring, by table, without the times."""
    query = sql.SQL(
        "SELECT (to_jsonb(t) - ARRAY['created_at', 'updated_at'])::text FROM {} AS t ORDER BY 1"
    )
    with psycopg.connect(url) as connection:
        return {
            table: [
                row
                for (row,) in connection.execute(query.format(sql.Identifier(*table.split("."))))
            ]
            for table in SEEDS
        }


# up, down, up


@dataclass(frozen=True)
class Journey:
    """What was seen on the way down to nothing and up again, one migration at a time.

    :ivar before: the dump and the seed rows at the start
    :ivar left: how many migrations were applied after each step down
    :ivar objects: what was there after each step down, and first before it
    :ivar after: the dump and the seed rows at the end
    """

    before: tuple[str, dict[str, list[str]]]
    left: list[int]
    objects: list[list[str]]
    after: tuple[str, dict[str, list[str]]]


@pytest.fixture(scope="module")
def journey(databases: Databases) -> Generator[Journey]:
    """One journey for all that is asked of it: there are many migrations."""
    name = databases.migrated()
    url = databases.server.owner_url(name)
    with psycopg.connect(url) as connection:
        connection.execute("INSERT INTO iam.users (openid_sub, email) VALUES ('s', 'e')")
        connection.execute("INSERT INTO iam.teams (name, created_by_user_id) VALUES ('t', 1)")
        connection.execute("INSERT INTO iam.team_users VALUES (1, 1, '{Collaborator}')")
    before = dump(url), seeded(url)
    left: list[int] = []
    objects = [of_ours(url)]
    for _ in VERSIONS:
        dbmate.rollback(url)
        left.append(len(applied(url)))
        objects.append(of_ours(url))
    dbmate.migrate(url)
    yield Journey(before, left, objects, (dump(url), seeded(url)))
    databases.drop(name)


def test_the_schema_is_the_one_that_is_written_down(database_url: str) -> None:
    with psycopg.connect(database_url) as connection:
        version = connection.info.server_version // 10_000
    if version != PG_DUMP:
        pytest.skip(f"db/schema.sql is written from Postgres {PG_DUMP}, and this is {version}")
    assert dump(database_url) == schema.FILE.read_text(encoding="utf-8")


def test_up_down_to_nothing_and_up_again_gives_the_same_schema(journey: Journey) -> None:
    assert journey.after[0] == journey.before[0]


def test_up_down_to_nothing_and_up_again_gives_the_same_seed_rows(journey: Journey) -> None:
    assert journey.after[1] == journey.before[1]
    assert all(journey.before[1].values())


def test_going_down_to_nothing_leaves_nothing_of_ours_whoever_is_there(journey: Journey) -> None:
    assert "schema iam" in journey.objects[0]
    assert journey.objects[-1] == []


def test_going_down_undoes_one_migration_at_a_time(journey: Journey) -> None:
    assert journey.left == list(range(len(VERSIONS)))[::-1]


def test_going_down_undoes_what_going_up_did_in_each_migration(journey: Journey) -> None:
    sizes = [len(objects) for objects in journey.objects]
    assert sizes == sorted(sizes, reverse=True)


def test_going_up_when_all_is_applied_changes_nothing(database_url: str) -> None:
    before = dump(database_url)
    dbmate.migrate(database_url)
    assert dump(database_url) == before
    assert applied(database_url) == VERSIONS


def test_lint_finds_nothing_in_any_migration() -> None:
    assert lint(find_migrations()) == []


# several at once, and killed ones


def test_twenty_migrators_at_once_apply_each_migration_once(empty_url: str) -> None:
    processes = [start_command(ROOT, "migrate", url=empty_url) for _ in range(20)]
    outputs = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [0] * 20, outputs
    lines = [line for output, _ in outputs for line in output.splitlines()]
    times_applied = Counter(
        line.removeprefix("Applied: ").partition("_")[0]
        for line in lines
        if line.startswith("Applied: ")
    )
    assert times_applied == Counter(VERSIONS)
    assert applied(empty_url) == VERSIONS


def test_migrate_goes_on_after_a_migrator_was_killed_amid_a_migration(
    project: ProjectCopy, database_url: str
) -> None:
    project.write_migration(
        "20990101000000_create_halves.sql",
        """-- migrate:up
CREATE TABLE iam.first_half (id integer);
SELECT pg_advisory_xact_lock(4711);
CREATE TABLE iam.second_half (id integer);

-- migrate:down
DROP TABLE iam.second_half;
DROP TABLE iam.first_half;
""",
    )
    halves = "SELECT to_regclass('iam.first_half'), to_regclass('iam.second_half')"
    with psycopg.connect(database_url, autocommit=True) as holder:
        holder.execute("SELECT pg_advisory_lock(4711)")
        process = project.start("migrate", url=database_url)
        assert is_waited_for(holder, holder.info.backend_pid)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=10)
        assert holder.execute(halves).fetchone() == (None, None)
        holder.execute("SELECT pg_advisory_unlock(4711)")

        result = project.run("migrate", url=database_url)
        assert result.returncode == 0, result.stderr
        assert holder.execute(halves).fetchone() == ("iam.first_half", "iam.second_half")
    assert applied(database_url) == [*VERSIONS, "20990101000000"]


def test_migrate_goes_on_after_migrators_were_killed_one_after_another(
    empty_url: str, database_url: str
) -> None:
    for target in (1, 5, 9, 13):
        process = start_command(ROOT, "migrate", url=empty_url)
        wait_until_applied(empty_url, target, process)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=10)
    dbmate.migrate(empty_url)
    assert applied(empty_url) == VERSIONS
    assert dump(empty_url) == dump(database_url)


def wait_until_applied(url: str, count: int, process: subprocess.Popen[str]) -> None:
    """Wait until a number of migrations is applied, or the process ended."""
    with psycopg.connect(url, autocommit=True) as connection:
        while process.poll() is None:
            table = connection.execute("SELECT to_regclass('public.schema_migrations')")
            if table.fetchone() != (None,) and len(applied_by(connection)) >= count:
                return
            sleep(0.001)
