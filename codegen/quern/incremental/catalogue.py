"""What a run reads from the database, as one hash that the server makes."""

from quern.connection import connect, in_one_line
from quern.database import Database
from quern.errors import DatabaseError

#: Catalogues (manual, "System Catalogs") whose rows decide what a query means, all of them.
_WHOLE = (
    *("pg_attrdef", "pg_attribute", "pg_auth_members", "pg_cast", "pg_constraint"),
    *("pg_db_role_setting", "pg_depend", "pg_enum", "pg_extension", "pg_foreign_table"),
    *(
        "pg_index",
        "pg_inherits",
        "pg_namespace",
        "pg_operator",
        "pg_partitioned_table",
        "pg_policy",
    ),
    *("pg_proc", "pg_range", "pg_trigger", "pg_type"),
)
#: Those of which the rows that initdb makes (up to OID 16383, access/transam.h) stay as they are
#: in a version, by the column that says whose row it is.
_OWN = {
    "pg_aggregate": "aggfnoid",
    "pg_am": "oid",
    "pg_amop": "oid",
    "pg_amproc": "oid",
    "pg_collation": "oid",
    "pg_conversion": "oid",
    "pg_description": "objoid",
    "pg_language": "oid",
    "pg_opclass": "oid",
    "pg_opfamily": "oid",
    "pg_rewrite": "oid",
    "pg_ts_config": "oid",
    "pg_ts_dict": "oid",
}
#: What statistics and VACUUM change in ``pg_class``.
_PASSING = (
    *("relpages", "reltuples", "relallvisible", "relallfrozen", "relfrozenxid", "relminmxid"),
    *("relfilenode", "relhasindex"),
)
#: What else decides how this session reads a statement.
_SESSION = (
    *("server_version_num", "search_path", "role", "standard_conforming_strings", "array_nulls"),
    *("backslash_quote", "transform_null_equals", "default_text_search_config", "xmloption"),
    *("TimeZone", "DateStyle", "IntervalStyle"),
)


def catalogue_query() -> str:
    """Return the query: of each catalogue a hash that the order of its rows does not change."""
    parts = [_part(name) for name in _WHOLE]
    parts += [_part(name, f"WHERE c.{column}::oid >= 16384") for name, column in _OWN.items()]
    parts.append(_part("pg_roles", "WHERE c.rolname = current_user"))
    passing = ", ".join(_PASSING)
    row = f"(to_jsonb(c) - '{{{passing}}}'::text[])::text"
    parts.append(_part("pg_class", row=row))
    rows = "\nUNION ALL ".join(parts)
    settings = ", ".join(f"current_setting('{name}')" for name in _SESSION)
    return f"""
SELECT md5(concat_ws(
    ',', current_database(), current_user, session_user, {settings},
    (SELECT string_agg(part, ',' ORDER BY part) FROM ({rows}) AS parts (part))
))
"""  # noqa: S608 - all names stand above


def _part(catalogue: str, where: str = "", row: str = "c::text") -> str:
    total = f"count(*) || ':' || coalesce(sum(hashtextextended({row}, 0)), 0)"
    return f"SELECT '{catalogue}=' || {total} FROM pg_catalog.{catalogue} AS c {where}"  # noqa: S608


def read_catalogue_hash(database: Database) -> str:
    """Ask the server for a hash of all that the analysis may read of its catalogue.

    Two databases of one hash are alike, roles and rights, comments and functions included. It
    changes with each change of the schema; statistics, data and VACUUM leave it as it is.

    :raises DatabaseError: if the database cannot be reached or asked
    """
    import psycopg  # connecting has imported it; the module itself needs it nowhere else

    with connect(database) as connection:
        try:
            row = connection.execute(catalogue_query().encode()).fetchone()
        except psycopg.Error as error:
            raise DatabaseError(f"the catalogue cannot be read: {in_one_line(error)}") from None
    return str(row[0]) if row else ""
