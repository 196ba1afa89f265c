"""Looking at a migrated database: what is wrong with it, and what the README files say of it."""

from db.commands import sections, tenancy
from db.commands.advice.rules import advise
from db.commands.catalogue.read import read_catalogue
from db.commands.findings import Finding, FindingsError
from quern.connection import connect
from quern.database import Database


def advice(database: Database) -> None:
    """Refuse a schema that the rules of advice have something against.

    :raises FindingsError: if there is anything that ``db/advice.toml`` does not excuse
    """
    with connect(database) as connection:
        _refuse(advise(read_catalogue(connection)))


def check(database: Database) -> None:
    """Refuse a schema that is not sound, or of which the README files say something else.

    :raises FindingsError: if there is anything
    """
    entries = tenancy.load_tenancy()
    with connect(database) as connection:
        catalogue = read_catalogue(connection)
        found = advise(catalogue) + tenancy.check_tenancy(entries, catalogue, connection)
    for section in sections.sections(catalogue, entries):
        found += sections.find_stale(section)
    _refuse(found)


def write_sections(database: Database) -> None:
    """Write the parts of the README files that tell about the database."""
    with connect(database) as connection:
        catalogue = read_catalogue(connection)
    for section in sections.sections(catalogue, tenancy.load_tenancy()):
        sections.write(section)


def _refuse(found: list[Finding]) -> None:
    if found:
        raise FindingsError(
            found, outcome="mend them, or see db/README.md for what may be right as it is"
        )
