"""Cron expressions. One database serves all cases, none of which writes."""

from collections.abc import Generator

import psycopg
import pytest

from tests.postgres import Databases

ACCEPTED = [
    "* * * * *",
    "0 0 1 1 0",
    "59 23 31 12 7",
    "00 09 01 01 07",
    "*/5 * * * *",
    "*/59 */23 */31 */12 */7",
    "0-59 0-23 1-31 1-12 0-7",
    "10-50/7 8-18/2 1-15/3 2-11/4 1-5/2",
    "5-5 5-5 5-5 5-5 5-5",
    "0,15,30,45 0,12 1,15 1,7 1,5",
    "0-10,20-30/2,*/25,59 * * * *",
    "*,* * * * *",
    "1,1 * * * *",
    "0 0 1 jan sun",
    "0 0 1 dec sat",
    "0 0 1 JAN Mon",
    "0 0 * feb-apr mon-fri",
    "0 0 * 2-APR MON-5",
    "0 0 * jan,mar-may/2 tue,thu-sat",
    "0 0 * * fri-7",
    "0 0 * * 5-7",
    "0  0\t*  *   *",
    "0 0 30 2 *",
    "@hourly",
    "@daily",
    "@midnight",
    "@weekly",
    "@monthly",
    "@yearly",
    "@annually",
    "@DAILY",
]

REFUSED = [
    "",
    " ",
    "*",
    "* * * *",
    "* * * * * *",
    "0 0 0 1 1 ?",
    " * * * * *",
    "* * * * * ",
    "\n* * * * *",
    "* * * * *\n",
    "*\n* * * *",
    "60 * * * *",
    "* 24 * * *",
    "* * 0 * *",
    "* * 32 * *",
    "* * * 0 *",
    "* * * 13 *",
    "* * * * 8",
    "-1 * * * *",
    "+1 * * * *",
    "1.5 * * * *",
    "000 * * * *",
    "99999999999 * * * *",
    "0-60 * * * *",
    "30-10 * * * *",
    "* 23-0 * * *",
    "* * 31-1 * *",
    "* * * dec-jan *",
    "* * * * sat-sun",
    "* * * * 7-1",
    "*/0 * * * *",
    "*/60 * * * *",
    "* */24 * * *",
    "* * * */13 *",
    "* * * * */8",
    "0-30/0 * * * *",
    "5/15 * * * *",
    "mon/2 * * * *",
    "*/ * * * *",
    "/5 * * * *",
    "*/*/2 * * * *",
    "*/-5 * * * *",
    "*-5 * * * *",
    "5-* * * * *",
    "5- * * * *",
    "-5 * * * *",
    "1-2-3 * * * *",
    ", * * * *",
    "1, * * * *",
    ",1 * * * *",
    "1,,2 * * * *",
    "1,60 * * * *",
    "1, 2 * * * *",
    "** * * * *",
    "? * * * *",
    "* * ? * *",
    "* * L * *",
    "* * 15W * *",
    "* * * * 1#2",
    "H * * * *",
    "jan * * * *",
    "* mon * * *",
    "* * mon * *",
    "* * * mon *",
    "* * * * jan",
    "* * * january *",
    "* * * ja *",
    "* * * * monday",
    "* * * * mon-xxx",
    "\N{ARABIC-INDIC DIGIT ONE} * * * *",
    "@reboot",
    "@every 5m",
    "@daily ",
    "@",
    "daily",
    "@daily * * * *",
    "* * * * * # daily",
]

#: An expression, a time, and the next time it is due, all in UTC. 2026-01-01 is a Thursday.
NEXT = [
    ("* * * * *", "2026-01-01 00:00:00", "2026-01-01 00:01:00"),
    ("* * * * *", "2026-01-01 00:00:59.999", "2026-01-01 00:01:00"),
    ("* * * * *", "2026-12-31 23:59:30", "2027-01-01 00:00:00"),
    ("0 * * * *", "2026-01-01 00:00:00", "2026-01-01 01:00:00"),
    ("*/20 9-17/4 * * *", "2026-01-01 09:40:00", "2026-01-01 13:00:00"),
    ("10-40/20 * * * *", "2026-01-01 00:10:00", "2026-01-01 00:30:00"),
    ("2-2/5 * * * *", "2026-01-01 00:02:00", "2026-01-01 01:02:00"),
    ("0 12 * * mon-fri", "2026-01-02 12:00:00", "2026-01-05 12:00:00"),
    ("0 0 * * 0", "2026-01-01 00:00:00", "2026-01-04 00:00:00"),
    ("0 0 * * 7", "2026-01-01 00:00:00", "2026-01-04 00:00:00"),
    ("0 0 * * 6-7", "2026-01-03 00:00:00", "2026-01-04 00:00:00"),
    ("0 0 31 * *", "2026-01-31 00:00:00", "2026-03-31 00:00:00"),
    ("0 0 * 6 *", "2026-01-01 00:00:00", "2026-06-01 00:00:00"),
    # Either day.
    ("0 0 20 * mon", "2026-01-01 00:00:00", "2026-01-05 00:00:00"),
    ("0 0 3 * mon", "2026-01-01 00:00:00", "2026-01-03 00:00:00"),
    ("0 0 1-31 * mon", "2026-01-01 00:00:00", "2026-01-02 00:00:00"),
    # Both, where one starts with an asterisk.
    ("0 0 */10 * mon", "2026-01-01 00:00:00", "2026-05-11 00:00:00"),
    ("0 0 13 * */5", "2026-01-01 00:00:00", "2026-02-13 00:00:00"),
    # Leap years, of which 2100 is none.
    ("0 0 29 2 *", "2026-01-01 00:00:00", "2028-02-29 00:00:00"),
    ("0 0 29 2 *", "2096-02-29 00:00:00", "2104-02-29 00:00:00"),
    ("0 0 29 2 */7", "2088-02-29 00:00:00", "2128-02-29 00:00:00"),
    ("@hourly", "2026-01-01 00:00:00", "2026-01-01 01:00:00"),
    ("@daily", "2026-01-01 00:00:00", "2026-01-02 00:00:00"),
    ("@midnight", "2026-01-01 00:00:00", "2026-01-02 00:00:00"),
    ("@weekly", "2026-01-01 00:00:00", "2026-01-04 00:00:00"),
    ("@monthly", "2026-01-01 00:00:00", "2026-02-01 00:00:00"),
    ("@yearly", "2026-01-01 00:00:00", "2027-01-01 00:00:00"),
    ("@annually", "2026-01-01 00:00:00", "2027-01-01 00:00:00"),
    # Never.
    ("0 0 30 2 *", "2026-01-01 00:00:00", None),
    ("0 0 31 2,4,6,9,11 *", "2026-01-01 00:00:00", None),
    ("* * * * *", "infinity", None),
    ("no cron expression", "2026-01-01 00:00:00", None),
]


@pytest.fixture(scope="module")
def reader(databases: Databases) -> Generator[psycopg.Connection]:
    """A connection to a database of this module, in a role that may only read."""
    name = databases.migrated()
    with psycopg.connect(databases.server.owner_url(name), autocommit=True) as found:
        # Half an hour off the hour, so that a field taken in local time shows.
        found.execute("SET timezone = 'Asia/Kolkata'")
        found.execute("SET ROLE application_readonly")
        yield found
    databases.drop(name)


def is_cron_expression(connection: psycopg.Connection, expression: str | None) -> object:
    row = connection.execute("SELECT automation.is_cron_expression(%s)", [expression]).fetchone()
    assert row is not None
    return row[0]


@pytest.mark.parametrize("expression", ACCEPTED)
def test_it_is_a_cron_expression(reader: psycopg.Connection, expression: str) -> None:
    assert is_cron_expression(reader, expression) is True


@pytest.mark.parametrize("expression", REFUSED)
def test_it_is_none(reader: psycopg.Connection, expression: str) -> None:
    assert is_cron_expression(reader, expression) is False


def test_of_null_nothing_is_said(reader: psycopg.Connection) -> None:
    assert is_cron_expression(reader, None) is None


@pytest.mark.parametrize(("expression", "after", "due"), NEXT)
def test_the_next_run(
    reader: psycopg.Connection, expression: str, after: str, due: str | None
) -> None:
    query = """
        SELECT automation.next_run(%s, %s::timestamp AT TIME ZONE 'UTC')
            IS NOT DISTINCT FROM %s::timestamp AT TIME ZONE 'UTC'
    """
    assert reader.execute(query, [expression, after, due]).fetchone() == (True,)
