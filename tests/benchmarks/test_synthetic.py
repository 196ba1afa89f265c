"""The synthetic project: as many queries as asked for, all of them sound."""

from pathlib import Path

import psycopg

from quern import pipeline
from quern.config import load_config
from quern.database import Database
from tests.benchmarks.synthetic import make_project
from tests.quern.projects import contents


def test_every_shape_is_generated_without_an_error_or_warning(
    tmp_path: Path, empty_url: str
) -> None:
    make_project(tmp_path, queries=40, tables=2)
    with psycopg.connect(empty_url, autocommit=True) as connection:
        connection.execute((tmp_path / "schema.sql").read_bytes())
    result = pipeline.run(load_config(tmp_path), Database(empty_url, "test"))
    assert (result.queries, result.warnings) == (40, ())


def test_the_same_numbers_make_the_same_files(tmp_path: Path) -> None:
    for name in ("a", "b"):
        make_project(tmp_path / name, queries=100)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
