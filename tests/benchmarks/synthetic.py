"""A project of any size: tables, and queries of many shapes over them.

::

    python -m tests.benchmarks.synthetic FOLDER --queries 1000 --tables 40

The files are plain enough for sqlc too (``$1`` for parameters), and always the same for the same
numbers. The folder gets ``schema.sql``, ``queries/``, ``pyproject.toml`` and ``sqlc.yaml``.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

#: Each table refers to the one before it; the first one to itself.
_TABLE = """\
CREATE TABLE shop.{table} (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent_id bigint REFERENCES shop.{parent} (id),
    owner_id bigint NOT NULL REFERENCES shop.{parent} (id),
    code text NOT NULL UNIQUE,
    title text NOT NULL,
    note text,
    status shop.status NOT NULL DEFAULT 'new',
    amount numeric(12, 2) NOT NULL DEFAULT 0,
    rating double precision,
    tags text[] NOT NULL DEFAULT '{{}}',
    payload jsonb,
    created_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz,
    CHECK (amount >= 0)
);
"""

#: Command and statement of each shape; the name is that of the shape, table and number.
_SHAPES = {
    "get": ("one", "SELECT * FROM shop.{table} WHERE id = $1"),
    "get_by_code": ("one", "SELECT id, title, status FROM shop.{table} WHERE code = $1"),
    "list": (
        "many",
        "SELECT id, code, title, note, created_at\nFROM shop.{table}\n"
        "WHERE status = $1 AND deleted_at IS NULL\nORDER BY created_at DESC, id\nLIMIT $2",
    ),
    "search": (
        "many",
        "SELECT id, upper(title) AS title, coalesce(note, '') AS note\nFROM shop.{table}\n"
        "WHERE title ILIKE $1 OR note ILIKE $1\nORDER BY id",
    ),
    "by_ids": ("many", "SELECT id, tags, payload FROM shop.{table} WHERE id = ANY ($1::bigint[])"),
    "with_owner": (
        "many",
        "SELECT t.id, t.title, o.title AS owner_title, o.note AS owner_note\n"
        "FROM shop.{table} AS t\nJOIN shop.{parent} AS o ON o.id = t.owner_id\n"
        "WHERE t.amount > $1",
    ),
    "with_parent": (
        "many",
        "SELECT t.id, t.code, p.code AS parent_code, p.amount + t.amount AS total\n"
        "FROM shop.{table} AS t\nLEFT JOIN shop.{parent} AS p ON p.id = t.parent_id\n"
        "WHERE t.created_at >= $1",
    ),
    "count": ("one", "SELECT count(*) AS total FROM shop.{table} WHERE status = $1"),
    "by_status": (
        "many",
        "SELECT status, count(*) AS number, sum(amount) AS amount, avg(rating) AS rating\n"
        "FROM shop.{table}\nGROUP BY status\nHAVING count(*) > $1::bigint\nORDER BY status",
    ),
    "ranked": (
        "many",
        "SELECT id, title, rank() OVER (PARTITION BY status ORDER BY amount DESC) AS place\n"
        "FROM shop.{table}\nWHERE owner_id = $1",
    ),
    "without_children": (
        "many",
        "SELECT p.id, p.title\nFROM shop.{parent} AS p\nWHERE NOT EXISTS (\n"
        "    SELECT 1 FROM shop.{table} AS c WHERE c.parent_id = p.id AND c.status = $1\n)",
    ),
    "newest_of_each": (
        "many",
        "WITH newest AS (\n    SELECT owner_id, max(created_at) AS created_at\n"
        "    FROM shop.{table}\n    GROUP BY owner_id\n)\n"
        "SELECT o.id, o.title, n.created_at\nFROM shop.{parent} AS o\n"
        "LEFT JOIN newest AS n ON n.owner_id = o.id\nWHERE o.id > $1\nORDER BY o.id",
    ),
    "either": (
        "many",
        # With names of their own: to sqlc without a database, a bare id would be ambiguous.
        "SELECT a.id, a.title FROM shop.{table} AS a WHERE a.id = $1\nUNION ALL\n"
        "SELECT b.id, b.title FROM shop.{parent} AS b WHERE b.id = $2",
    ),
    "label": (
        "many",
        "SELECT id, CASE WHEN rating > $1 THEN 'good' WHEN rating IS NULL THEN NULL\n"
        "    ELSE 'bad' END AS label, payload ->> 'kind' AS kind\nFROM shop.{table}",
    ),
    "add": (
        "one",
        "INSERT INTO shop.{table} (parent_id, owner_id, code, title, note)\n"
        "VALUES ($1, $2, $3, $4, $5)\nRETURNING id, created_at",
    ),
    "put": (
        "one",
        "INSERT INTO shop.{table} (owner_id, code, title)\nVALUES ($1, $2, $3)\n"
        "ON CONFLICT (code) DO UPDATE SET title = excluded.title\nRETURNING *",
    ),
    "rename": ("exec", "UPDATE shop.{table} SET title = $1, note = $2 WHERE id = $3"),
    "settle": (
        "execrows",
        "UPDATE shop.{table} AS t\nSET amount = t.amount + p.amount\nFROM shop.{parent} AS p\n"
        "WHERE p.id = t.parent_id AND t.status = $1",
    ),
    "remove": ("execrows", "DELETE FROM shop.{table} WHERE deleted_at < $1"),
    "remove_one": ("one", "DELETE FROM shop.{table} WHERE id = $1 RETURNING code, payload"),
}

_SETTINGS = (
    '[tool.codegen]\nqueries = "queries"\noutput = "generated"\nmigrations = ["schema.sql"]\n'
)
_SQLC = """\
version: "2"
sql:
  - engine: postgresql
    schema: schema.sql
    queries: queries
    gen:
      go: {package: db, out: sqlc}
"""


def make_project(folder: Path, queries: int, tables: int = 40) -> None:
    """Write a project.

    :param folder: made if need be; files in it are overwritten
    :param queries: how many queries there are, spread over one file for each table
    """
    (folder / "queries").mkdir(parents=True, exist_ok=True)
    (folder / "pyproject.toml").write_text(_SETTINGS)
    (folder / "sqlc.yaml").write_text(_SQLC)
    (folder / "schema.sql").write_text(schema(tables))
    texts: dict[str, list[str]] = {}
    for table, text in _queries(queries, tables):
        texts.setdefault(table, []).append(text)
    for table, found in texts.items():
        (folder / "queries" / f"{table}.sql").write_text("\n".join(found))


def schema(tables: int) -> str:
    """Return the SQL that makes the tables."""
    parts = ["CREATE SCHEMA shop;\nCREATE TYPE shop.status AS ENUM ('new', 'open', 'done');\n"]
    for number in range(tables):
        names = {"table": _table(number), "parent": _table(max(number - 1, 0))}
        parts.append(_TABLE.format(**names))
    return "\n".join(parts)


def _queries(queries: int, tables: int) -> Iterator[tuple[str, str]]:
    """Yield the table and the text of each query: every shape, over every table, and again."""
    shapes = list(_SHAPES.items())
    for number in range(queries):
        table = number % tables
        shape, (command, statement) = shapes[(number // tables + table) % len(shapes)]
        names = {"table": _table(table), "parent": _table(max(table - 1, 0))}
        name = f"{shape}_{names['table']}_{number // tables}"
        header = f"-- name: {name} :{command}\n-- Query {number}, over {names['table']}.\n"
        yield names["table"], f"{header}{statement.format(**names)};\n"


def _table(number: int) -> str:
    return f"table_{number:02}"


def main() -> None:
    """Write a project, as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.synthetic")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--tables", type=int, default=40)
    options = parser.parse_args()
    make_project(options.folder, options.queries, options.tables)


if __name__ == "__main__":
    main()
