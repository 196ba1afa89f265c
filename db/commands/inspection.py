"""Looking at a migrated database: what is wrong with it, and what the README files say of it."""

from db.commands import sections, tenancy
from db.commands.advice.rules import advise
from db.commands.catalogue.read import read_catalogue
from db.commands.findings import Finding, FindingsError
from quern.connection import connect
from quern.database import Database


def advice(database: Database) -> str:
    """Refuse a schema that the rules of advice have something against.

    :returns: that there is nothing, in words
    :raises FindingsError: if there is anything that ``db/advice.toml`` does not excuse
    """
    with connect(database) as connection:
        catalogue = read_catalogue(connection)
    _refuse(advise(catalogue))
    return (
        f"nothing is wrong with the {len(list(catalogue.tables))} tables and what belongs to them"
    )


def check(database: Database) -> str:
    """Refuse a schema that is not sound, or of which the README files say something else.

    :returns: that all is well, in words
    :raises FindingsError: if there is anything
    """
    entries = tenancy.load_tenancy()
    with connect(database) as connection:
        catalogue = read_catalogue(connection)
        found = advise(catalogue) + tenancy.check_tenancy(entries, catalogue, connection)
    for section in sections.sections(catalogue, entries):
        found += sections.find_stale(section)
    _refuse(found)
    return "the database is sound, and the README files tell of it"


def write_sections(database: Database) -> str:
    """Write the parts of the README files that tell about the database.

    :returns: what was written, in words
    """
    with connect(database) as connection:
        catalogue = read_catalogue(connection)
    written = [
        f"{section.name} in {section.file.relative_to(sections.ROOT)}"
        for section in sections.sections(catalogue, tenancy.load_tenancy())
        if sections.write(section)
    ]
    return f"wrote {' and '.join(written)}" if written else "the README files are as they must be"


def _refuse(found: list[Finding]) -> None:
    if found:
        raise FindingsError(
            found, outcome="mend them, or see db/README.md for what may be right as it is"
        )
