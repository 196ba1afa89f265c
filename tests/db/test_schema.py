"""``db/schema.sql`` tells what the migrations make, whatever has happened to the database since."""

import psycopg

from db.commands import maintenance, schema, seed
from quern.database import Database

PG_DUMP = 18


def dump(url: str) -> str:
    return schema.dump(url, version=PG_DUMP)


def partitions(connection: psycopg.Connection) -> int:
    row = connection.execute("SELECT count(*) FROM pg_class WHERE relispartition").fetchone()
    assert row is not None
    return int(row[0])


def test_a_dump_after_demo_data_and_upkeep_is_that_of_a_new_database(
    connection: psycopg.Connection, database_url: str
) -> None:
    before, count = dump(database_url), partitions(connection)
    database = Database(database_url, "the test")
    seed.seed(database)
    maintenance.cleanup(database)
    assert partitions(connection) > count
    assert dump(database_url) == before


def test_a_default_partition_is_dumped_and_one_of_a_range_is_not(
    connection: psycopg.Connection, database_url: str
) -> None:
    connection.execute('CREATE SCHEMA "a.b"')
    connection.execute('CREATE TABLE "a.b".t (n integer) PARTITION BY RANGE (n)')
    connection.execute('CREATE TABLE "a.b"."rest" PARTITION OF "a.b".t DEFAULT')
    connection.execute(
        'CREATE TABLE "a.b"."t*""1$" PARTITION OF "a.b".t FOR VALUES FROM (1) TO (2)'
    )
    connection.execute('CREATE TABLE "a.b"."tx""1$" (n integer)')
    text = dump(database_url)
    assert 'ATTACH PARTITION "a.b".rest DEFAULT' in text
    assert 't*""1$' not in text
    assert 'CREATE TABLE "a.b"."tx""1$" (' in text
