"""``db/schema.sql``: the schema that the migrations make, to read and to compare."""

import re
import subprocess
from pathlib import Path

from db.commands.migrations import find_migrations
from quern.embedded_binaries import find_binaries
from quern.errors import QuernError

FILE = Path(__file__).parents[1] / "schema.sql"

#: Lines that differ from run to run or from server to server.
_VOLATILE = re.compile(r"^(?:\\(?:un)?restrict .*|-- Dumped (?:from|by) .*)\n", re.MULTILINE)
_EMPTY_LINES = re.compile(r"\n{3,}")


def dump(url: str, *, version: int) -> str:
    """Return the schema of a database as SQL, without what differs from run to run.

    Owners are left out, since the role that runs the migrations owns everything. So are partitions
    for a range of rows, such as a month: upkeep makes and drops them, not the migrations.

    :param version: major version of the pg_dump to use, not lower than the server's
    :raises QuernError: if pg_dump fails
    """
    program = find_binaries(version) / "pg_dump"
    options = ["--schema-only", "--no-owner", "--encoding=UTF8"]
    options += [f"--exclude-table={pattern}" for pattern in _partitions(url)]
    result = subprocess.run(  # noqa: S603 - our own binary
        [program, *options, "--dbname", url],
        check=False,
        capture_output=True,
        text=True,
    )
    if result.returncode != 0:
        raise QuernError(f"pg_dump failed: {result.stderr.strip()}")
    text = _EMPTY_LINES.sub("\n\n", _VOLATILE.sub("", result.stdout)).strip()
    versions = ",\n".join(f"    ('{m.version}')" for m in find_migrations())
    return f"{text}\n\nINSERT INTO public.schema_migrations (version) VALUES\n{versions};\n"


def _partitions(url: str) -> list[str]:
    """Return the partitions that upkeep makes, as patterns of pg_dump that match one table each.

    :raises QuernError: if the database cannot be asked
    """
    import psycopg  # takes a tenth of a second, and not every command needs it

    query = """
        SELECT format(
            '"%s"."%s"', replace(n.nspname, '"', '""'), replace(c.relname, '"', '""')
        )
        FROM pg_class AS c
        INNER JOIN pg_namespace AS n
            ON n.oid = c.relnamespace
        WHERE c.relispartition
            AND c.relkind IN ('r', 'p', 'f')
            AND pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
        ORDER BY 1
    """
    try:
        with psycopg.connect(url) as connection:
            return [pattern for (pattern,) in connection.execute(query)]
    except psycopg.Error as error:
        raise QuernError(f"the database cannot be dumped: {' '.join(str(error).split())}") from None
