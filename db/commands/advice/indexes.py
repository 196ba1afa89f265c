"""Missing, double and unused indexes."""

from collections.abc import Iterator
from itertools import combinations

from db.commands.catalogue.objects import Catalogue, ForeignKey, Index
from db.commands.findings import Finding

#: From how many scans of its table and rows written to it on an index counts as unused.
MANY_READS = 1_000
MANY_WRITES = 1_000


def foreign_keys_without_index(catalogue: Catalogue) -> Iterator[Finding]:
    """Find foreign keys whose columns no index starts with, in whatever order.

    Postgres looks the rows up for each parent that is deleted or renumbered, and reads the whole
    table without an index (manual, 5.5.5). A partial index does not count: the look-up does not say
    its condition.
    """
    for key in catalogue.foreign_keys:
        if not any(_serves(index, key) for index in catalogue.indexes):
            columns = ", ".join(key.columns)
            yield Finding(
                "foreign-key-without-index",
                key.table,
                f"no index of {key.table} starts with {columns}, the columns of a foreign key",
                f"CREATE INDEX ON {key.table} ({columns}), or reorder one that is there",
                key.name,
            )


def _serves(index: Index, key: ForeignKey) -> bool:
    first = index.columns[: len(key.columns)]
    return (
        index.table == key.table
        and index.is_valid
        and index.predicate is None
        and index.method in ("btree", "hash")
        and set(first) == set(key.columns)
    )


def double_indexes(catalogue: Catalogue) -> Iterator[Finding]:
    """Find indexes that another one makes superfluous: each costs time on every write.

    Two over the same columns are one too many. So is a plain one over the first columns of another
    B-tree, which answers the same searches (manual, 11.3).
    """
    by_table: dict[str, list[Index]] = {table.qualified: [] for table in catalogue.relations}
    for index in catalogue.indexes:
        by_table[index.table].append(index)
    for part in (table for table in catalogue.relations if table.is_partition):
        del by_table[part.qualified]  # its indexes are those of the whole
    for table, indexes in by_table.items():
        found: set[str] = set()
        for pair in combinations(indexes, 2):
            superfluous, other = (
                _superfluous(*pair) or _superfluous(*reversed(pair)) or (None, None)
            )
            if superfluous is None or other is None or superfluous.name in found:
                continue
            found.add(superfluous.name)
            yield Finding(
                "double-index",
                table,
                f"index {superfluous.name} finds nothing that {other.name} does not find as well",
                f"drop {superfluous.name}",
                superfluous.name,
            )


def _superfluous(index: Index, other: Index) -> tuple[Index, Index] | None:
    """Return the two if the first can go for the second."""
    alike = index.method == other.method and index.predicate == other.predicate
    if index.backs_constraint or not alike or not other.is_valid:
        return None
    if not set(index.included) <= {*other.included, *(name for name in other.columns if name)}:
        return None
    if index.parts == other.parts:
        return (index, other) if other.is_unique or not index.is_unique else None
    starts = other.parts[: len(index.parts)] == index.parts
    plain = index.method == "btree" and index.predicate is None and not index.is_unique
    return (index, other) if starts and plain else None


def unused_indexes(catalogue: Catalogue) -> Iterator[Finding]:
    """Find indexes that no query used although their table is busy.

    Only where the server has counted enough to tell: at least :data:`MANY_READS` scans of the table
    and :data:`MANY_WRITES` rows written since the statistics were reset. A new database has none,
    and nothing is said; nor about partitions, which come and go. Unique indexes work without being
    read, and those of foreign keys are for the day on which a parent goes.
    """
    busy = {
        relation.qualified: relation
        for relation in catalogue.relations
        if relation.reads >= MANY_READS
        and relation.writes >= MANY_WRITES
        and not relation.is_partition
    }
    for index in catalogue.indexes:
        table = busy.get(index.table)
        if table is None or index.scans or index.is_unique or index.backs_constraint:
            continue
        if any(_serves(index, key) for key in catalogue.foreign_keys):
            continue
        yield Finding(
            "unused-index",
            index.table,
            f"index {index.name} was never used in {table.reads} scans of its table, and kept up"
            f" for {table.writes} rows",
            f"drop {index.name}, or list it with the query that it is for",
            index.name,
        )
