"""The demo data: that all of it is there and right, and where it may be loaded."""

import hashlib
import re
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from db.commands import cli, seed
from quern.database import Database
from quern.errors import QuernError, SourceError
from tests.db.acting import acting_as, add_user
from tests.postgres import Databases

SCHEMAS = {
    "assistants",
    "automation",
    "iam",
    "integrations",
    "llm",
    "model_registry",
    "ops",
    "rag",
    "storage",
}
ADA, MIRA, COLM, BEA, TOM, SUE, OREN, LENA, NILS, IDA = range(1001, 1011)
HARBOUR, ORCHARD, LIGHTHOUSE = 2001, 2002, 2003
README = Path(seed.FOLDER).with_name("README.md")


def load(url: str, *, force: bool = False, folder: Path = seed.FOLDER) -> str:
    return seed.seed(Database(url, "the test"), force=force, folder=folder)


@pytest.fixture(scope="module")
def seeded_url(databases: Databases) -> Generator[str]:
    """A database with the demo data, for tests that leave it as it is."""
    name = databases.migrated()
    url = databases.server.owner_url(name)
    load(url)
    yield url
    databases.drop(name)


@pytest.fixture
def seeded(seeded_url: str) -> Generator[psycopg.Connection]:
    """A connection to the demo data, in autocommit mode; tests leave the data as it is."""
    with psycopg.connect(seeded_url, autocommit=True) as connection:
        yield connection


def tables(connection: psycopg.Connection) -> list[tuple[str, str]]:
    """Return schema and name of every table of the nine schemas, without partitions."""
    return connection.execute(
        "SELECT n.nspname, c.relname FROM pg_class AS c"
        " INNER JOIN pg_namespace AS n ON n.oid = c.relnamespace"
        " WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = ANY (%s)"
        " ORDER BY 1, 2",
        [sorted(SCHEMAS)],
    ).fetchall()


def contents(url: str) -> dict[str, tuple[int, str]]:
    """Return how many rows each table holds, and a sum over all of them."""
    query = sql.SQL(
        "SELECT count(*), md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), ''))"
        " FROM {} AS t"
    )
    with psycopg.connect(url) as connection:
        return {
            ".".join(name): one(connection, query.format(sql.Identifier(*name)))
            for name in tables(connection)
        }


def one(connection: psycopg.Connection, query: sql.Composed) -> tuple[int, str]:
    row = connection.execute(query).fetchone()
    assert row is not None
    return row[0], row[1]


def ids(connection: psycopg.Connection, query: LiteralString, *values: object) -> list[int]:
    return sorted(value for (value,) in connection.execute(query, values))


# what is loaded


def test_every_table_has_rows(seeded: psycopg.Connection, seeded_url: str) -> None:
    assert {schema for schema, _ in tables(seeded)} == SCHEMAS
    assert [name for name, (count, _) in contents(seeded_url).items() if not count] == []


def test_every_label_of_every_kind_of_status_is_there(seeded: psycopg.Connection) -> None:
    for column, table in (
        ("visibility", "rag.datasets"),
        ("visibility", "assistants.prompts"),
        ("prompt_type", "assistants.prompts"),
        ("model_type", "model_registry.models"),
        ("status", "automation.automation_runs"),
        ("status", "llm.chats"),
        ("role", "llm.chats"),
        ("integration_type", "integrations.integrations"),
        ("category", "integrations.openapi_spec_selections"),
    ):
        query = sql.SQL(
            "SELECT e.enumlabel FROM pg_enum AS e INNER JOIN pg_attribute AS a"
            " ON a.atttypid = e.enumtypid WHERE a.attrelid = %s::regclass AND a.attname = %s"
            " AND e.enumlabel NOT IN (SELECT t.{}::text FROM {} AS t)"
        ).format(sql.Identifier(column), sql.Identifier(*table.split(".")))
        missing = seeded.execute(query, [table, column]).fetchall()
        assert missing == [], table


def test_a_second_load_changes_nothing(database_url: str) -> None:
    assert load(database_url).startswith("loaded")
    before = contents(database_url)
    assert load(database_url) == "the demo data is already there"
    assert load(database_url, force=True) == "the demo data is already there"
    assert contents(database_url) == before


def test_of_two_loads_at_once_one_waits_and_finds_the_data_there(database_url: str) -> None:
    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(load, [database_url] * 2))
    assert said[0].startswith("loaded")
    assert said[1] == "the demo data is already there"


def test_an_insert_after_the_load_gets_an_identifier_beyond_those_loaded(
    seeded: psycopg.Connection,
) -> None:
    columns = seeded.execute(
        "SELECT n.nspname, c.relname, min(a.attname) FILTER (WHERE a.attidentity <> ''),"
        " array_agg(a.attname::text) FILTER (WHERE a.attidentity = '' AND a.attgenerated = '')"
        " FROM pg_attribute AS a"
        " INNER JOIN pg_class AS c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')"
        " INNER JOIN pg_namespace AS n ON n.oid = c.relnamespace"
        " WHERE a.attnum > 0 AND NOT a.attisdropped AND n.nspname = ANY (%s)"
        " GROUP BY 1, 2 HAVING bool_or(a.attidentity <> '')",
        [sorted(SCHEMAS)],
    ).fetchall()
    assert len(columns) > 30
    for schema, table, identity, names in columns:
        relation = sql.Identifier(schema, table)
        listed = sql.SQL(", ").join(map(sql.Identifier, names))
        greatest = seeded.execute(
            sql.SQL("SELECT max({}) FROM {}").format(sql.Identifier(identity), relation)
        ).fetchone()
        assert greatest is not None
        copy = sql.SQL("INSERT INTO {0} ({1}) SELECT {1} FROM {0} LIMIT 1").format(relation, listed)
        # A copy may be in the way of what else is unique; the identifier is taken all the same.
        with suppress(errors.IntegrityError), seeded.transaction(force_rollback=True):
            seeded.execute(copy)
        taken = seeded.execute(
            "SELECT pg_sequence_last_value(pg_get_serial_sequence(%s, %s)::regclass)",
            [f"{schema}.{table}", identity],
        ).fetchone()
        assert taken is not None
        assert taken[0] > greatest[0], table


# times


def test_nothing_was_made_in_the_future_or_changed_before_it_was_made(
    seeded: psycopg.Connection,
) -> None:
    for name in tables(seeded):
        columns = {
            column
            for (column,) in seeded.execute(
                "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass"
                " AND attname IN ('created_at', 'updated_at')",
                [".".join(name)],
            )
        }
        wrong: list[sql.Composable] = [sql.SQL("false")]
        wrong += [sql.SQL("{} > now()").format(sql.Identifier(column)) for column in columns]
        if len(columns) == 2:
            wrong.append(sql.SQL("updated_at < created_at"))
        query = sql.SQL("SELECT count(*) FROM {} WHERE {}").format(
            sql.Identifier(*name), sql.SQL(" OR ").join(wrong)
        )
        assert seeded.execute(query).fetchone() == (0,), name


def test_tokens_were_used_in_each_of_the_last_four_weeks(seeded: psycopg.Connection) -> None:
    weeks = seeded.execute(
        "SELECT floor(extract(epoch FROM now() - created_at) / 604800)::integer, count(*)"
        " FROM llm.token_usage_metrics GROUP BY 1 ORDER BY 1"
    ).fetchall()
    assert [week for week, _ in weeks][:4] == [0, 1, 2, 3]
    assert seeded.execute(
        "SELECT min(created_at) > now() - interval '30 days' FROM llm.token_usage_metrics"
    ).fetchone() == (True,)


def test_requests_of_past_months_lie_in_partitions_of_their_own(
    seeded: psycopg.Connection,
) -> None:
    assert seeded.execute(
        "SELECT count(DISTINCT tableoid) >= 3, count(*) FILTER (WHERE status = 'error') > 10"
        " FROM llm.request_logs"
    ).fetchone() == (True, True)
    assert seeded.execute("SELECT count(*) FROM ops.rows_outside_partitions()").fetchone() == (0,)


def test_the_sums_of_each_day_are_those_of_the_log(seeded: psycopg.Connection) -> None:
    assert seeded.execute(
        "SELECT (SELECT (sum(request_count), sum(input_tokens), sum(output_tokens),"
        " sum(error_count)) FROM llm.usage_stats)"
        " = (SELECT (count(*)::numeric, sum(input_tokens - cache_read_tokens)::numeric,"
        " sum(output_tokens)::numeric, (count(*) FILTER (WHERE status = 'error'))::numeric)"
        " FROM llm.request_logs WHERE status <> 'pending')"
    ).fetchone() == (True,)


def test_every_failed_request_has_its_body(seeded: psycopg.Connection) -> None:
    assert seeded.execute(
        "SELECT count(*) FROM llm.request_logs AS l WHERE l.status = 'error' AND NOT EXISTS ("
        " SELECT FROM llm.request_log_bodies AS b"
        " WHERE b.request_log_id = l.id AND b.created_at = l.created_at"
        " AND b.response_json ? 'error')"
    ).fetchone() == (0,)


# vectors


def test_embeddings_have_the_length_one_and_the_dimensions_of_their_model(
    seeded: psycopg.Connection,
) -> None:
    rows = seeded.execute(
        "SELECT m.name, vector_dims(c.embeddings), min(vector_norm(c.embeddings))::real,"
        " max(vector_norm(c.embeddings))::real, bool_and(c.processed)"
        " FROM rag.chunks AS c"
        " INNER JOIN rag.datasets AS d ON d.id = c.dataset_id"
        " INNER JOIN model_registry.models AS m ON m.id = d.embeddings_model_id"
        " WHERE c.embeddings IS NOT NULL GROUP BY 1, 2 ORDER BY 1"
    ).fetchall()
    assert [(name, size, processed) for name, size, _, _, processed in rows] == [
        ("all-minilm", 384, True),
        ("text-embedding-3-small", 1536, True),
    ]
    for _, _, least, greatest, _ in rows:
        assert least == pytest.approx(1, abs=1e-5)
        assert greatest == pytest.approx(1, abs=1e-5)
    assert seeded.execute(
        "SELECT count(*) > 0, bool_and(embeddings IS NULL) FROM rag.chunks WHERE NOT processed"
    ).fetchone() == (True, True)


@pytest.mark.parametrize(
    ("question", "size", "person", "nearest"),
    [
        ("When are tides higher, and why do sun and moon matter?", 384, COLM, 4302),
        ("Who pays for a lost key?", 384, COLM, 4307),
        ("How do I prune an apple tree?", 1536, OREN, 4312),
        ("What do bees do in winter?", 1536, OREN, 4316),
    ],
)
def test_the_nearest_chunk_is_the_one_that_answers(
    seeded: psycopg.Connection, question: str, size: int, person: int, nearest: int
) -> None:
    seeded.execute((seed.FOLDER / "050_toy_embedding.sql").read_bytes())
    asked = seeded.execute(
        "SELECT pg_temp.toy_embedding(%s, %s)::text", [question, size]
    ).fetchone()
    assert asked is not None
    with acting_as(seeded, person):
        found = seeded.execute("SELECT id FROM rag.nearest_chunks(%s::vector, 3)", [asked[0]])
        assert [chunk for (chunk,) in found][:1] == [nearest]


# people


@pytest.mark.parametrize(
    ("person", "team", "datasets"),
    [
        (ADA, None, [4001, 4005]),
        (MIRA, None, [4001, 4002, 4005, 4007]),
        (COLM, None, [4001, 4002, 4003, 4005, 4007]),
        (BEA, None, [4001, 4002, 4005, 4007]),
        (TOM, None, [4001, 4002, 4004, 4005, 4007]),
        (TOM, ORCHARD, [4001, 4004, 4005]),
        (SUE, None, []),
        (OREN, None, [4001, 4004, 4005, 4008]),
        (LENA, None, [4001, 4005, 4006]),
        (NILS, None, [4001, 4005]),
        (IDA, None, []),
    ],
)
def test_each_person_sees_the_datasets_of_the_own_teams_and_of_the_company(
    seeded: psycopg.Connection, person: int, team: int | None, datasets: list[int]
) -> None:
    with acting_as(seeded, person, team_id=team):
        assert ids(seeded, "SELECT id FROM rag.datasets") == datasets


def test_a_manager_who_is_no_collaborator_changes_no_dataset(seeded: psycopg.Connection) -> None:
    for person, changed in ((MIRA, 0), (COLM, 1), (TOM, 1), (OREN, 0)):
        with seeded.transaction(force_rollback=True), acting_as(seeded, person):
            found = seeded.execute("UPDATE rag.datasets SET name = 'n' WHERE id = 4002")
            assert found.rowcount == changed, person


def test_the_administrator_alone_reads_the_audit_trail_and_the_log(
    seeded: psycopg.Connection,
) -> None:
    for person, reads in ((ADA, True), (MIRA, False), (BEA, False), (SUE, False)):
        with acting_as(seeded, person):
            for query in ("SELECT id FROM ops.audit_trail", "SELECT id FROM llm.request_logs"):
                rows = seeded.execute(query.encode()).fetchall()
                assert bool(rows) is reads, (person, query)


def test_conversations_are_seen_by_their_person_and_in_their_team(
    seeded: psycopg.Connection,
) -> None:
    query: LiteralString = "SELECT id FROM llm.conversations"
    with acting_as(seeded, TOM):
        assert ids(seeded, query) == [8003, 8004]
    with acting_as(seeded, TOM, team_id=HARBOUR):
        assert ids(seeded, query) == [8003]
    with acting_as(seeded, ADA):
        assert ids(seeded, query) == []


def test_the_invited_person_sees_the_invitation_and_joins(seeded: psycopg.Connection) -> None:
    datasets: LiteralString = "SELECT id FROM rag.datasets WHERE team_id = 2002"
    with seeded.transaction(force_rollback=True), acting_as(seeded, NILS):
        assert ids(seeded, "SELECT id FROM iam.invitations") == [2101]
        assert ids(seeded, "SELECT id FROM iam.teams") == [ORCHARD]
        assert ids(seeded, datasets) == [4005]
        seeded.execute("SELECT iam.accept_invitation(2101)")
        assert ids(seeded, datasets) == [4004, 4005]


def test_grants_hold_for_the_person_and_under_their_conditions(
    seeded: psycopg.Connection,
) -> None:
    for person, context, granted in (
        (COLM, "{}", True),
        (BEA, "{}", False),
        (OREN, '{"team": "Orchard"}', True),
        (OREN, '{"team": "Harbour"}', False),
    ):
        with acting_as(seeded, person):
            assert seeded.execute(
                "SELECT iam.is_granted('demo-report', 'Read', %s)", [context]
            ).fetchone() == (granted,), person


def test_the_audit_trail_names_who_did_what(seeded: psycopg.Connection) -> None:
    assert seeded.execute(
        "SELECT entity_id, user_id FROM ops.audit_trail WHERE action = 'CreateTeam' ORDER BY id"
    ).fetchall() == [(str(HARBOUR), BEA), (str(ORCHARD), OREN), (str(LIGHTHOUSE), LENA)]
    assert seeded.execute(
        "SELECT count(*) FROM ops.audit_trail AS a INNER JOIN iam.api_keys AS k"
        " ON a.entity_type = 'iam.api_keys' AND a.entity_id = k.id::text AND a.user_id = k.user_id"
    ).fetchone() == (6,)


# what db/README.md tells


def test_the_readme_names_everybody_and_each_key(seeded: psycopg.Connection) -> None:
    text = README.read_text("utf-8")
    section = text.partition("## Demo data")[2].partition("\n## ")[0]
    for number, name in seeded.execute("SELECT id, first_name FROM iam.users").fetchall():
        assert re.search(rf"\| {number} \| {name} ", section), name
    keys = re.findall(r"`(qd-[a-z0-9]+-(?:key|secret))`", section)
    hashes = {hashlib.sha256(key.encode()).hexdigest() for key in keys}
    stored = seeded.execute(
        "SELECT api_key FROM iam.api_keys UNION ALL SELECT api_key FROM rag.document_pipelines"
        " UNION ALL SELECT secret FROM automation.automation_webhook_triggers"
    )
    assert {found for (found,) in stored} == hashes


def test_passwords_are_argon2_and_no_two_alike(seeded: psycopg.Connection) -> None:
    rows = seeded.execute(
        "SELECT password_hash FROM iam.users WHERE password_hash IS NOT NULL"
    ).fetchall()
    form = re.compile(r"\$argon2id\$v=19\$m=65536,t=3,p=4\$[\w+/]{22}\$[\w+/]{43}")
    assert all(form.fullmatch(found) for (found,) in rows)
    assert len(set(rows)) == len(rows) == 8


def test_what_stands_for_a_ciphertext_says_that_it_is_none(seeded: psycopg.Connection) -> None:
    query = """
        SELECT client_secret FROM iam.oauth_clients
        UNION ALL SELECT api_key FROM model_registry.models WHERE api_key IS NOT NULL
        UNION ALL SELECT api_key FROM model_registry.channels WHERE api_key IS NOT NULL
        UNION ALL SELECT api_key FROM integrations.openapi_spec_api_keys
        UNION ALL SELECT api_key FROM integrations.api_key_connections
        UNION ALL SELECT access_token FROM integrations.oauth2_connections
        UNION ALL SELECT access_token FROM integrations.credential_tokens
    """
    for (text,) in seeded.execute(query).fetchall():
        assert text.startswith("demo placeholder, not a ciphertext: ")


# where it may be loaded


def test_a_database_with_other_people_is_refused(
    connection: psycopg.Connection, database_url: str
) -> None:
    add_user(connection, "somebody")
    before = contents(database_url)
    with pytest.raises(QuernError, match=r"not demo data, in iam\.users$") as raised:
        load(database_url)
    assert "just db-seed --force" in str(raised.value.hint)
    assert contents(database_url) == before


def test_so_is_one_that_holds_anything_else(
    connection: psycopg.Connection, database_url: str
) -> None:
    connection.execute("INSERT INTO llm.request_logs (request_id, model) VALUES ('r', 'm')")
    with pytest.raises(QuernError, match=r"in llm\.request_logs$"):
        load(database_url)


def test_force_adds_to_what_is_there_and_changes_none_of_it(
    connection: psycopg.Connection, database_url: str
) -> None:
    somebody = add_user(connection, "somebody")
    connection.execute(
        "INSERT INTO model_registry.prices (model_name, input_price, output_price)"
        " VALUES ('gpt-4o', 1, 1)"
    )
    before = connection.execute("SELECT * FROM iam.users").fetchall()
    assert load(database_url, force=True).startswith("loaded")
    after = connection.execute("SELECT * FROM iam.users WHERE id = %s", [somebody]).fetchall()
    assert after == before
    assert connection.execute(
        "SELECT input_price FROM model_registry.prices WHERE model_name = 'gpt-4o'"
        " AND region IS NULL"
    ).fetchall() == [(1,)]


def test_what_is_in_the_way_ends_the_whole_load_and_is_named(
    connection: psycopg.Connection, database_url: str
) -> None:
    connection.execute("INSERT INTO iam.groups (id, name) VALUES (1, 'Everyone')")
    with pytest.raises(SourceError) as raised:
        load(database_url, force=True)
    text = raised.value.render()
    assert "Key (name)=(Everyone) already exists" in text
    assert "db/seed/020_access.sql:2:1" in text
    assert text.endswith("1 error; nothing was loaded")
    assert connection.execute("SELECT count(*) FROM iam.users").fetchone() == (0,)


def test_another_version_of_the_demo_data_is_not_mixed_with_this_one(
    database_url: str, tmp_path: Path
) -> None:
    folder = tmp_path / "db" / "seed"
    folder.mkdir(parents=True)
    (folder / "010_nothing.sql").write_text("SELECT 1;\n")
    load(database_url, folder=folder)
    with pytest.raises(QuernError, match="another version") as raised:
        load(database_url)
    assert "just db-reset" in str(raised.value.hint)


def test_a_mistake_in_a_file_is_shown_where_it_is(database_url: str, tmp_path: Path) -> None:
    folder = tmp_path / "db" / "seed"
    folder.mkdir(parents=True)
    (folder / "010_wrong.sql").write_text("SELECT 1;\nSELECT nothing;\n")
    with pytest.raises(SourceError) as raised:
        load(database_url, folder=folder)
    assert "db/seed/010_wrong.sql:2:8" in raised.value.render()


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("/run/postgresql", True),
        ("", True),
        ("localhost", True),
        ("127.0.0.1", True),
        ("::1", True),
        ("db.example.org", False),
        ("10.0.0.5", False),
    ],
)
def test_a_machine_is_this_one_by_its_name_or_address(host: str, here: bool) -> None:
    assert seed.is_this_machine(host) is here


def test_a_server_on_another_machine_needs_force(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def elsewhere(_host: str) -> bool:
        return False

    monkeypatch.setattr(seed, "is_this_machine", elsewhere)
    with pytest.raises(QuernError, match="is not on this machine") as raised:
        load(database_url)
    assert "--force" in str(raised.value.hint)
    assert load(database_url, force=True).startswith("loaded")


def test_without_the_schema_the_way_out_is_named(empty_url: str) -> None:
    with pytest.raises(QuernError) as raised:
        load(empty_url)
    assert raised.value.hint == "migrate it first: just db-migrate"


def test_the_command_says_what_it_did_and_refuses_with_status_one(
    database_url: str,
    connection: psycopg.Connection,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    add_user(connection, "somebody")
    assert cli.main(["seed"]) == 1
    assert "iam.users" in capsys.readouterr().err
    assert cli.main(["seed", "--force"]) == 0
    assert cli.main(["seed"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "the demo data is already there"
