"""How policies let chunks be looked for, where those of a document lie far apart."""

from typing import LiteralString

import psycopg

from tests.db.acting import COLLABORATOR, acting_as, add_team
from tests.db.rag.scene import Scene, add_dataset

_FILL: LiteralString = """
WITH added AS (
    INSERT INTO rag.documents (team_id, dataset_id, file_name, content_size)
    SELECT d.team_id, d.id, n, 1
    FROM rag.datasets AS d
    CROSS JOIN generate_series(1, 20) AS n
    RETURNING team_id, dataset_id, id
)

INSERT INTO rag.chunks (team_id, dataset_id, document_id, text, page_number)
SELECT a.team_id, a.dataset_id, a.id, 't', n
FROM added AS a
CROSS JOIN generate_series(1, 50) AS n
ORDER BY n, a.id
"""

_JOIN: LiteralString = """
EXPLAIN
SELECT d.id, count(*)
FROM rag.documents AS d
INNER JOIN rag.chunks AS c
    ON c.document_id = d.id
WHERE d.dataset_id = %s
GROUP BY d.id
"""


def test_the_chunks_of_a_document_are_one_look_into_an_index(
    connection: psycopg.Connection, scene: Scene
) -> None:
    """And not what an index on the document and one on the datasets in sight have in common."""
    for n in range(40):
        team = add_team(connection, f"Team {n}", {scene.cyd: COLLABORATOR})
        add_dataset(connection, team, scene.cyd, scene.model, "Company")
    connection.execute(_FILL)
    for table in ("datasets", "documents", "chunks"):
        connection.execute(b"ANALYZE rag." + table.encode())
    with acting_as(connection, scene.ada):
        plan = "\n".join(line for (line,) in connection.execute(_JOIN, [scene.team.id]))
    assert "chunks_document_id_dataset_id_idx" in plan
    assert "BitmapAnd" not in plan
