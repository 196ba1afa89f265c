"""Teams that own very different shares of many embeddings."""

from typing import LiteralString

import psycopg

from tests.db.acting import acting_as
from tests.db.rag.scene import ids

ROWS = 20_000
#: What each of three people sees of all chunks; the rest belongs to fifty others.
SHARES = {1: 0.5, 2: 0.01, 3: 0.001}
PROBES = 20
WANTED = 10

_FILL: LiteralString = """
INSERT INTO model_registry.models (id, model_type, name, base_url, context_size)
VALUES (1, 'Embeddings', 'm', 'http://models.invalid', 512);

INSERT INTO iam.users (id, openid_sub, email)
SELECT n, n, n || '@example.org'
FROM generate_series(1, 53) AS n;

INSERT INTO iam.teams (id, name, created_by_user_id)
SELECT n, n, n
FROM generate_series(1, 53) AS n;

INSERT INTO iam.team_users (user_id, team_id, roles)
SELECT n, n, '{Collaborator}'
FROM generate_series(1, 53) AS n;

INSERT INTO rag.datasets (id, team_id, created_by, embeddings_model_id, visibility, name,
    chunking_strategy, combine_under_n_chars, new_after_n_chars, multipage_sections)
SELECT n, n, n, 1, 'Team', 'd', 'ByTitle', 500, 1000, true
FROM generate_series(1, 53) AS n;

INSERT INTO rag.documents (id, team_id, dataset_id, file_name, content_size)
SELECT n, n, n, 'f', 1
FROM generate_series(1, 53) AS n;

SELECT setseed(0.5);

-- 200 topics, and 800 directions in which a text departs from its topic: a chunk is a topic and
-- two of them, so that all are different and some are near to each other, as in life.
CREATE TEMPORARY TABLE directions AS
SELECT
    n,
    array_agg(random_normal(0, CASE WHEN n <= 200 THEN 1 ELSE 0.9 END))::vector AS embedding
FROM generate_series(1, 1000) AS n
CROSS JOIN generate_series(1, 384) AS axis
GROUP BY n;

CREATE TEMPORARY TABLE drawn AS
SELECT
    n,
    1 + floor(random() * 200)::integer AS topic,
    201 + floor(random() * 400)::integer AS first,
    601 + floor(random() * 400)::integer AS second,
    CASE
        WHEN n % 2 = 0 THEN 1
        WHEN n % 100 = 1 THEN 2
        WHEN n % 1000 = 3 THEN 3
        ELSE 4 + n / 7 % 50
    END AS team_id
FROM generate_series(1, 20020) AS n;

CREATE TEMPORARY TABLE embedded AS
SELECT
    d.n,
    d.team_id,
    t.embedding + f.embedding + s.embedding AS embedding
FROM drawn AS d
INNER JOIN directions AS t
    ON t.n = d.topic
INNER JOIN directions AS f
    ON f.n = d.first
INNER JOIN directions AS s
    ON s.n = d.second;

INSERT INTO rag.chunks (team_id, dataset_id, document_id, text, page_number, embeddings)
SELECT team_id, team_id, team_id, 't', 1, embedding
FROM embedded
WHERE n <= 20000
"""


def fill(connection: psycopg.Connection) -> list[str]:
    """Add them, as the owner, and return embeddings to search by, drawn like those of chunks."""
    (index,) = connection.execute(
        "SELECT pg_get_indexdef('rag.chunks_embeddings_384_idx'::regclass)"
    ).fetchone() or ("",)
    # Row by row the index takes three times as long to make.
    connection.execute("DROP INDEX rag.chunks_embeddings_384_idx")
    connection.execute(_FILL)
    connection.execute(str(index).encode())
    for table in ("chunks", "datasets"):
        connection.execute(b"ANALYZE rag." + table.encode())
    query = "SELECT embedding::text FROM embedded WHERE n > %s ORDER BY n"
    return [text for (text,) in connection.execute(query, [ROWS])]


def exact(connection: psycopg.Connection, person: int, probe: str) -> list[int]:
    """Return the nearest chunks that a person sees, by reading all of them."""
    with acting_as(connection, person):
        return ids(
            connection,
            "SELECT c.id FROM rag.chunks AS c WHERE c.dataset_id = %s"
            " ORDER BY c.embeddings <=> %s LIMIT %s",
            *(person, probe, WANTED),
        )
