"""Why the functions that a query runs keep it from a replica.

A function that is declared stable or immutable is trusted to write nothing. Postgres backs that
up: what such a function in SQL or PL/pgSQL runs itself may not write ("INSERT is not allowed in a
non-volatile function"). But it may call a volatile one, which may write, so that this counts as if
it did, also within bodies that are known.
"""

from collections.abc import Iterator

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.catalog.functions import Function
from quern.analysis.tree.contents import FIRST_USER_OID, Contents

#: Volatile functions of the server that write nothing and that a hot standby runs. They are
#: volatile only because each call gives something else, which a second try does not spoil.
HARMLESS = frozenset(
    {
        # the clock
        *("clock_timestamp", "timeofday", "pg_sleep", "pg_sleep_for", "pg_sleep_until"),
        # chance; setseed() is not here, since it changes what the session's random() gives
        *("random", "random_normal", "array_sample", "array_shuffle"),
        *("gen_random_uuid", "uuidv4", "uuidv7"),
        # sizes, which files tell; a replica has the same ones
        *("pg_relation_size", "pg_table_size", "pg_indexes_size", "pg_total_relation_size"),
        *("pg_database_size", "pg_tablespace_size"),
        # the catalogue
        *("pg_partition_tree", "pg_partition_ancestors"),
    }
)

#: Stable functions of the server that a hot standby refuses: the first two make a transaction
#: take a number, the others know the name of a file of the log only where it is written.
REFUSED_BY_A_REPLICA = frozenset(
    {
        *("pg_current_xact_id", "txid_current"),
        *("pg_walfile_name", "pg_walfile_name_offset"),
    }
)


#: Functions of the server that read what their arguments say. Some are stable, but a view that they
#: read may call what is not.
READS_BY_NAME = frozenset(
    {
        *("table_to_xml", "table_to_xmlschema", "table_to_xml_and_xmlschema"),
        *("query_to_xml", "query_to_xmlschema", "query_to_xml_and_xmlschema"),
        *("cursor_to_xml", "cursor_to_xmlschema"),
        *("schema_to_xml", "schema_to_xmlschema", "schema_to_xml_and_xmlschema"),
        *("database_to_xml", "database_to_xmlschema", "database_to_xml_and_xmlschema"),
        *("ts_stat", "ts_rewrite"),
    }
)


def find_volatile_call(contents: Contents, catalog: Catalog) -> str | None:
    """Return why the functions that a query runs may write, or None if none of them may."""
    reasons = {
        reason for oid in called_functions(contents, catalog) if (reason := _doubt(oid, catalog))
    }
    return min(reasons, default=None)


def called_functions(contents: Contents, catalog: Catalog) -> Iterator[int]:
    """Yield the OIDs of all functions that a query runs; 0 for one that cannot be told.

    What the defaults of arguments call is among them, whether they are used or not. The CHECKs of a
    domain are not asked again for a stored value, only when a value is made.
    """
    yield from contents.functions
    for oid in contents.functions:
        if oid < FIRST_USER_OID:  # their defaults are constants
            continue
        function = catalog.functions.get(oid)
        if function is not None and function.defaults is not None:
            yield from called_functions(function.defaults, catalog)
    for operator in contents.operators:
        yield catalog.operators.get(operator, 0)
    for oid in contents.read_types | contents.made_types:
        behind = catalog.type_functions.get(oid)
        if behind is None:
            yield 0
            continue
        yield from behind.conversions
        if oid in contents.made_types:
            yield from behind.checks


def _doubt(oid: int, catalog: Catalog) -> str | None:
    """Return why a call may write, or fail on a replica."""
    function = catalog.functions.get(oid)
    if function is None:
        return "calls a function that is not known"
    if function.built_in and function.name in REFUSED_BY_A_REPLICA:
        return f"calls {function.name}, which a replica refuses"
    if function.built_in and function.name in READS_BY_NAME:
        return f"calls {function.name}, which reads what it is told to"
    if function.volatile and not (function.built_in and function.name in HARMLESS):
        return f"calls volatile function {display(function)}"
    return None


def display(function: Function) -> str:
    """Return the name of a function, with its schema unless it is the server's."""
    return function.name if function.built_in else f"{function.schema}.{function.name}"
