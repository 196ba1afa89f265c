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

    Owners are left out, since the role that runs the migrations owns everything.

    :param version: major version of the pg_dump to use, not lower than the server's
    :raises QuernError: if pg_dump fails
    """
    program = find_binaries(version) / "pg_dump"
    result = subprocess.run(  # noqa: S603 - our own binary
        [program, "--schema-only", "--no-owner", "--encoding=UTF8", "--dbname", url],
        check=False,
        capture_output=True,
        text=True,
    )
    if result.returncode != 0:
        raise QuernError(f"pg_dump failed: {result.stderr.strip()}")
    text = _EMPTY_LINES.sub("\n\n", _VOLATILE.sub("", result.stdout)).strip()
    versions = ",\n".join(f"    ('{m.version}')" for m in find_migrations())
    return f"{text}\n\nINSERT INTO public.schema_migrations (version) VALUES\n{versions};\n"
