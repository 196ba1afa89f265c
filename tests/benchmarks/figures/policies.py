"""What policies cost: chunks of a million, asked for by a person and by the owner of the tables."""

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import LiteralString

import psycopg
from psycopg import sql

from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import Contestant, Times, interleave, timed
from tests.benchmarks.one_core import one_core
from tests.benchmarks.result import Bar, Section, figure
from tests.postgres import OWNER, Databases, TestServer

TEAMS = 200
DATASETS = 5 * TEAMS
DOCUMENTS = 20 * DATASETS
_POLICIES, _RULE, _TEAM = "policies", "the rule by hand", "the team by hand"

#: Five datasets a team: three of the team, a private one, and one that in half of the teams is
#: company-wide. A person is in two teams.
_FILL: LiteralString = """
SET session_replication_role = replica;

INSERT INTO model_registry.models (id, model_type, name, base_url, context_size)
VALUES (1, 'Embeddings', 'm', 'http://models.invalid', 512);

INSERT INTO iam.users (id, openid_sub, email)
SELECT n, n, n || '@example.org'
FROM generate_series(1, 1000) AS n;

INSERT INTO iam.teams (id, name, created_by_user_id, slug)
SELECT n, n, n, n
FROM generate_series(1, {teams}) AS n;

INSERT INTO iam.team_users (user_id, team_id, roles)
SELECT n, 1 + (n + other) % {teams}, '{{Collaborator}}'
FROM generate_series(1, 1000) AS n
CROSS JOIN (VALUES (0), (17)) AS o (other);

INSERT INTO rag.datasets (id, team_id, created_by, embeddings_model_id, visibility, name,
    chunking_strategy, combine_under_n_chars, new_after_n_chars, multipage_sections)
SELECT
    n,
    1 + n % {teams},
    n,
    1,
    CASE n / {teams}
        WHEN 3 THEN 'Private'
        WHEN 4 THEN CASE n % 2 WHEN 0 THEN 'Company' ELSE 'Team' END
        ELSE 'Team'
    END::public.visibility,
    'd',
    'ByTitle',
    500,
    1000,
    true
FROM generate_series(1, {datasets}) AS n;

INSERT INTO rag.documents (id, dataset_id, team_id, file_name, content_size)
SELECT n, d.id, d.team_id, 'f', 1
FROM generate_series(1, {documents}) AS n
INNER JOIN rag.datasets AS d
    ON d.id = 1 + n % {datasets};

INSERT INTO rag.chunks (document_id, dataset_id, team_id, text, page_number, processed)
SELECT d.id, d.dataset_id, d.team_id, 'chunk ' || n || ' of document ' || d.id, n, n % 7 > 0
FROM rag.documents AS d
CROSS JOIN generate_series(1, {chunks}) AS n
ORDER BY d.id, n;
"""

#: What is asked: %(dataset)s, %(document)s and %(chunk)s are ids; the filters go where they stand.
_SHAPES: dict[str, LiteralString] = {
    "chunks of a dataset, counted": """
        SELECT count(*)
        FROM rag.chunks AS c
        WHERE c.dataset_id = %(dataset)s {c}
    """,
    "chunks of a dataset to be processed, counted": """
        SELECT count(*)
        FROM rag.chunks AS c
        WHERE c.dataset_id = %(dataset)s AND NOT c.processed {c}
    """,
    "chunks of a document": """
        SELECT c.id, c.page_number, c.text
        FROM rag.chunks AS c
        WHERE c.document_id = %(document)s {c}
    """,
    "a chunk by its key": """
        SELECT c.id, c.page_number, c.text
        FROM rag.chunks AS c
        WHERE c.id = %(chunk)s {c}
    """,
    "documents of a dataset, each with the number of its chunks": """
        SELECT d.id, d.file_name, count(*)
        FROM rag.documents AS d
        INNER JOIN rag.chunks AS c
            ON c.document_id = d.id
        WHERE d.dataset_id = %(dataset)s {d} {c}
        GROUP BY d.id
    """,
}

#: Who has found out before that the person is in the team, and that nothing there is private.
_BY_TEAM: LiteralString = "AND {alias}.team_id = %(team)s"
_BY_RULE: LiteralString = """
    AND EXISTS (
        SELECT
        FROM rag.datasets AS s
        WHERE s.id = {alias}.dataset_id
            AND (
                (
                    s.team_id IN (
                        SELECT tu.team_id
                        FROM iam.team_users AS tu
                        INNER JOIN iam.users AS u
                            ON u.id = tu.user_id
                        WHERE tu.user_id = %(person)s AND u.status = 'active'
                    )
                    AND (s.visibility <> 'Private' OR s.created_by = %(person)s)
                )
                OR s.visibility = 'Company'
            )
    )
"""


@dataclass(frozen=True)
class Filled:
    """A database with a million chunks.

    :ivar ids: what the queries are given
    :ivar chunks: how many there are
    """

    url: str
    ids: Mapping[str, int]
    chunks: int


def measure(bench: Bench) -> list[Section]:
    """Measure each shape of query with policies, and with two filters written by hand."""
    with _open_filled(bench) as filled, one_core(filled.url):
        measured = {shape: _times(bench, filled, shape) for shape in _SHAPES}
    return [
        Section(
            title="Row-level security",
            how=(
                f"{filled.chunks:,} chunks of {TEAMS} teams, {DATASETS // TEAMS} datasets a team, "
                f"{DOCUMENTS // DATASETS} documents a dataset; the person is in two teams and "
                "sees 107 datasets. With policies the query says what it is about and nothing of "
                "the person, as application_user with the context set before. By hand the owner, "
                "for whom there are no policies, asks the same: with the whole rule of "
                "memberships, private and company-wide datasets written into the query; or with "
                "the id of the team alone, as if all else had been found out before. Prepared "
                f"statements, {_calls(bench)} calls a round in {bench.rounds(100)} rounds."
            ),
            header=("query", "µs with policies", "x the rule by hand", "x the team by hand"),
            lines=[
                (
                    shape,
                    figure(times.seconds(_POLICIES) * 1e6),
                    f"{times.ratio(_POLICIES, _RULE):.2f}",
                    f"{times.ratio(_POLICIES, _TEAM):.2f}",
                )
                for shape, times in measured.items()
            ],
            bars=[
                Bar(
                    f"policies: {shape}",
                    *("at most", 1.3, "x the same rule written by hand"),
                    times.ratio(_POLICIES, _RULE),
                )
                for shape, times in measured.items()
            ],
        )
    ]


def _calls(bench: Bench) -> int:
    return 5 if bench.quick else 20


@contextmanager
def _open_filled(bench: Bench) -> Generator[Filled]:
    databases = Databases(TestServer("the server of benchmarks", bench.server.url()))
    name = databases.migrated()
    databases.drop_template()
    url = bench.server.url(name)
    chunks = 2 if bench.quick else 50
    numbers = {
        "teams": sql.Literal(TEAMS),
        "datasets": sql.Literal(DATASETS),
        "documents": sql.Literal(DOCUMENTS),
        "chunks": sql.Literal(chunks),
    }
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL(_FILL).format(**numbers))
        connection.execute("VACUUM ANALYZE")
        # The first one leaves the map of what all see empty for a table just filled.
        connection.execute("VACUUM rag.chunks")
        row = connection.execute(
            """
            SELECT tu.user_id, c.team_id, c.dataset_id, c.document_id, c.id
            FROM iam.team_users AS tu
            INNER JOIN rag.datasets AS d
                ON d.team_id = tu.team_id AND d.visibility = 'Team'
            INNER JOIN rag.chunks AS c
                ON c.dataset_id = d.id
            WHERE tu.user_id = 18
            ORDER BY c.id
            OFFSET 10
            LIMIT 1
            """
        ).fetchone()
        assert row is not None
    names = ("person", "team", "dataset", "document", "chunk")
    yield Filled(url, dict(zip(names, row, strict=True)), DOCUMENTS * chunks)
    databases.drop(name)


def _times(bench: Bench, filled: Filled, shape: str) -> Times:
    with (
        psycopg.connect(filled.url, autocommit=True, prepare_threshold=0) as user,
        psycopg.connect(filled.url, autocommit=True, prepare_threshold=0) as owner,
    ):
        user.execute("SELECT set_config('app.user_id', %(person)s::text, false)", filled.ids)
        user.execute("SET ROLE application_user")
        owner.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(OWNER)))
        works = {
            _POLICIES: _work(bench, filled, user, shape, ""),
            _RULE: _work(bench, filled, owner, shape, _BY_RULE),
            _TEAM: _work(bench, filled, owner, shape, _BY_TEAM),
        }
        contestants = [
            Contestant(name, timed(work, units=_calls(bench))) for name, work in works.items()
        ]
        return interleave(contestants, rounds=bench.rounds(100), seconds=15)


def _work(
    bench: Bench,
    filled: Filled,
    connection: psycopg.Connection,
    shape: str,
    condition: LiteralString,
) -> Callable[[], None]:
    """Return a function that asks a shape of query, as often as a round has calls.

    :param condition: what is asked beside, of each table by its alias
    """
    conditions = {
        alias: sql.SQL(condition).format(alias=sql.Identifier(alias)) for alias in ("c", "d")
    }
    query = sql.SQL(_SHAPES[shape]).format(**conditions).as_bytes(connection)

    def run() -> None:
        for _ in range(_calls(bench)):
            assert connection.execute(query, filled.ids).fetchall()

    return run
