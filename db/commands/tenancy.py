"""``db/tenancy.toml``: whose the rows of each table are, and whether the database agrees."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from db.commands.catalogue.objects import PUBLIC, Catalogue, Relation
from db.commands.findings import Finding
from db.commands.toml_file import flag_of, only_keys, read_toml, shown, table_of, text_of, texts_of
from quern.connection import Connection
from quern.errors import QuernError

FILE = Path(__file__).parents[1] / "tenancy.toml"

TenancyClass: TypeAlias = Literal["tenant", "user", "global-read", "system"]

#: The roles in which a person's queries run; neither may read a secret.
PERSONS = ("application_user", "application_readonly")

#: The column that says whose a row is, unless the entry names another.
_KEYS: Mapping[TenancyClass, str] = {"tenant": "team_id", "user": "user_id"}
_FIELDS = ("class", "key", "key_may_be_null", "administrators", "secrets", "note")


@dataclass(frozen=True)
class Entry:
    """One table of ``db/tenancy.toml``.

    :ivar table: schema and name, with a dot between them
    :ivar key: the column that says whose a row is; None where all rows are alike
    :ivar key_may_be_null: whether a row may be nobody's
    :ivar administrators: whether persons with ``system_admin`` are let in beside the class
    :ivar secrets: columns that only application_system reads
    :ivar note: what else to know; may be empty
    """

    table: str
    tenancy: TenancyClass
    key: str | None
    key_may_be_null: bool
    administrators: bool
    secrets: tuple[str, ...]
    note: str


def load_tenancy(file: Path = FILE) -> tuple[Entry, ...]:
    """Read whose the rows of each table are.

    :raises QuernError: if an entry says something that cannot be; names the entry
    """
    schemas, place = read_toml(file), shown(file)
    return tuple(
        _entry(f"{schema}.{name}", table_of(tables, name, f"[{schema}] of {place}"), place)
        for schema in schemas
        for tables in [table_of(schemas, schema, place)]
        for name in tables
    )


def _entry(table: str, fields: Mapping[str, object], file: str) -> Entry:
    place = f"[{table}] of {file}"
    only_keys(fields, _FIELDS, place)
    written = text_of(fields, "class", place)
    tenancy = next((each for each in get_args(TenancyClass) if each == written), None)
    if tenancy is None:
        raise QuernError(
            f"{place} has class {written!r}, which is none",
            hint=f"the classes are {', '.join(get_args(TenancyClass))}",
        )
    if tenancy not in _KEYS and ("key" in fields or "key_may_be_null" in fields):
        raise QuernError(
            f"{place} has a key, and is of class {tenancy}, whose rows are nobody's",
            hint="only classes tenant and user have one",
        )
    note = text_of(fields, "note", place) if "note" in fields else ""
    key_may_be_null = flag_of(fields, "key_may_be_null", place)
    if key_may_be_null and not note:
        raise QuernError(
            f"{place} has rows that may be nobody's, and does not say who sees them",
            hint="add a note",
        )
    return Entry(
        table=table,
        tenancy=tenancy,
        key=text_of(fields, "key", place) if "key" in fields else _KEYS.get(tenancy),
        key_may_be_null=key_may_be_null,
        administrators=flag_of(fields, "administrators", place),
        secrets=texts_of(fields, "secrets", place),
        note=note,
    )


def check_tenancy(
    entries: Sequence[Entry], catalogue: Catalogue, connection: Connection
) -> list[Finding]:
    """Return what the database says otherwise than ``db/tenancy.toml``.

    :param connection: to the database of the catalogue, which is asked for privileges
    """
    tables = {f"{table.schema}.{table.name}": table for table in catalogue.tables}
    listed = {entry.table for entry in entries}
    found = [
        Finding(
            "unlisted-table",
            table.qualified,
            f"{name} is not in db/tenancy.toml, which says whose the rows of each table are",
            f'add [{name}] with its class: class = "tenant"',
        )
        for name, table in tables.items()
        if name not in listed
    ]
    for entry in entries:
        table = tables.get(entry.table)
        if table is None:
            found.append(
                Finding(
                    "no-such-table",
                    entry.table,
                    f"db/tenancy.toml lists {entry.table}, which the database does not have",
                    "delete the entry, or migrate the database",
                )
            )
        else:
            found += _of_table(entry, table, catalogue)
            found += _readable_secrets(entry, table, catalogue, connection)
    return found


def _of_table(entry: Entry, table: Relation, catalogue: Catalogue) -> Iterator[Finding]:
    """Find what a table lacks for its class."""
    columns = catalogue.columns_by_table[table.qualified]
    if entry.key is not None:
        key = columns.get(entry.key)
        lack = "there is no such column" if key is None else "it may be NULL"
        if key is None or (key.is_nullable and not entry.key_may_be_null):
            yield Finding(
                "no-tenancy-key",
                table.qualified,
                f"{entry.key} says whose a row of {table.qualified} is, of class {entry.tenancy},"
                f" and {lack}",
                f"make it {entry.key} integer NOT NULL, or name another key in db/tenancy.toml",
            )
    if not table.row_security:
        yield Finding(
            "tenancy-without-row-security",
            table.qualified,
            f"{table.qualified} is of class {entry.tenancy}, and nothing keeps its rows apart",
            f"ALTER TABLE {table.qualified} ENABLE ROW LEVEL SECURITY, and give it policies",
        )
    if entry.tenancy == "system" and not entry.administrators:
        for policy in catalogue.policies:
            if policy.table == table.qualified and {*PERSONS, PUBLIC} & {*policy.roles}:
                yield Finding(
                    "persons-in-system-table",
                    table.qualified,
                    f"policy {policy.name} lets persons into {table.qualified}, of class system",
                    "drop it, or set administrators = true in db/tenancy.toml",
                    policy.name,
                )


def _readable_secrets(
    entry: Entry, table: Relation, catalogue: Catalogue, connection: Connection
) -> Iterator[Finding]:
    """Find secret columns that a person's role may read, by whatever grant or membership."""
    columns = catalogue.columns_by_table[table.qualified]
    for name in entry.secrets:
        if name not in columns:
            yield Finding(
                "no-such-secret",
                table.qualified,
                f"db/tenancy.toml calls {name} of {entry.table} secret, and it is not there",
                "correct secrets of the entry",
                name,
            )
            continue
        query = (
            "SELECT r FROM unnest(%s::text[]) AS r WHERE has_column_privilege(r, %s, %s, 'SELECT')"
        )
        for (role,) in connection.execute(query, [list(PERSONS), table.oid, name]):
            yield Finding(
                "readable-secret",
                table.qualified,
                f"{role} may read {name} of {table.qualified}, which is secret",
                "grant SELECT on the other columns by name: a grant on the table covers all",
                f"{role} {name}",
            )


def as_markdown(entries: Sequence[Entry]) -> str:
    """Return the table for ``db/README.md``."""
    lines = ["| table | class | secret columns | what else |", "|---|---|---|---|"]
    for entry in entries:
        secrets = ", ".join(f"`{name}`" for name in entry.secrets)
        words = [entry.note]
        if entry.key != _KEYS.get(entry.tenancy):
            words.insert(0, f"by `{entry.key}`")
        if entry.administrators:
            words.append("administrators are let in")
        note = "; ".join(word for word in words if word).replace("|", "\\|")
        lines.append(f"| `{entry.table}` | {entry.tenancy} | {secrets} | {note} |")
    return "\n".join(lines)
