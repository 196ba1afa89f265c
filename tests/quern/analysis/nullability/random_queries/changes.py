"""INSERT, UPDATE, DELETE and MERGE with RETURNING, at random."""

# ruff: noqa: S608 - to make SQL at random is what this is for

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.quern.analysis.nullability.random_queries.scope import Ref, columns_of
from tests.quern.analysis.nullability.random_schema import Column, Table, literal

if TYPE_CHECKING:
    from tests.quern.analysis.nullability.random_queries.maker import QueryMaker


class Changes:
    """Makes statements that change a table."""

    def __init__(self, maker: "QueryMaker") -> None:
        self._maker = maker

    def change(self) -> str:
        return self.returning_change(self._maker.kinds(self._maker.random.randint(1, 4)))[0]

    def returning_change(self, kinds: str) -> tuple[str, str]:
        """Return INSERT, UPDATE, DELETE or MERGE, and the types of what it returns."""
        random = self._maker.random
        table = random.choice(self._maker.schema.changeable())
        makers: list[Callable[[Table, str], str]] = [self._insert, self._update, self._delete]
        if self._maker.version >= 17:
            makers.append(self._merge)
        return random.choice(makers)(table, kinds), kinds

    def _returning(self, kinds: str, refs: list[Ref]) -> str:
        items = [self._own_column(kind, refs) for kind in kinds]
        return " RETURNING " + ", ".join(f"{sql} AS k{n}" for n, sql in enumerate(items))

    def _own_column(self, kind: str, refs: list[Ref]) -> str:
        """Return a column as it is, where there is one: that is what RETURNING is for."""
        fitting = [ref.sql for ref in refs if ref.kind == kind]
        keys = [ref for ref in refs if ref.target is not None]
        if keys and self._maker.random.random() < 0.15:
            return self._maker.expressions.referred(kind, self._maker.random.choice(keys))
        if fitting and self._maker.random.random() < 0.7:
            return self._maker.random.choice(fitting)
        return self._maker.expression(kind, refs, 1)

    def _changed_refs(self, table: Table, alias: str) -> list[Ref]:
        refs = columns_of(table, alias)
        if self._maker.version >= 18:
            for word in ("old", "new"):
                refs += columns_of(table, word)
        return refs

    def _stored(self, column: Column, refs: list[Ref], own: Table | None = None) -> str:
        """Return what a column is set to.

        :param own: the table where a new row is to refer to itself, if it refers to its table
        """
        if column.name == "id" or (own is not None and column.target is own):
            return "60"
        if column.target is not None and self._maker.random.random() < 0.7:
            return str(self._maker.random.randint(0, 3))
        if self._maker.random.random() < 0.15:
            return "DEFAULT"
        value = self._maker.expression(column.kind, refs, 1)
        if column.not_null and self._maker.random.random() < 0.9:
            return f"coalesce({value}, {literal(self._maker.random, column.kind)})"
        return value

    def _insert(self, table: Table, kinds: str) -> str:
        random = self._maker.random
        columns = [
            c
            for c in table.columns
            if not c.generated and (c.not_null or c.name == "id" or random.random() < 0.7)
        ]
        names = ", ".join(c.name for c in columns)
        if random.random() < 0.7:
            own = random.choice([None, table])
            rows = ["(" + ", ".join(self._stored(c, [], own) for c in columns) + ")"]
            if random.random() < 0.3:
                others = [c for c in columns if c.name != "id"]
                rows.append("(" + ", ".join(["61", *(self._stored(c, []) for c in others)]) + ")")
            source = f"VALUES {', '.join(rows)}"
        else:
            source = self._maker.selects.select("".join(c.kind for c in columns), [], 1)[0]
        conflict = ""
        if table.has_key and random.random() < 0.4:
            if random.random() < 0.4:
                conflict = " ON CONFLICT DO NOTHING"
            else:
                settable = [c for c in columns if c.name != "id"]
                refs = columns_of(table, "o") + columns_of(table, "excluded")
                sets = ", ".join(
                    f"{c.name} = {self._maker.expression(c.kind, refs, 1)}"
                    for c in random.sample(settable, min(2, len(settable)))
                )
                where = random.choice(["", "", f" WHERE {self._maker.condition(refs, 1)}"])
                conflict = f" ON CONFLICT (id) DO UPDATE SET {sets}{where}" if sets else ""
                existing = str(random.randint(0, 5))
                source = source.replace("VALUES (", f"VALUES ({existing} + 0 * ", 1)
        shown = self._changed_refs(table, "o")
        shown += 2 * [Ref(f"o.{c.name}", c.kind, c.target) for c in columns if c.name != "id"]
        returning = self._returning(kinds, shown)
        return f"INSERT INTO {table.name} AS o ({names}) {source}{conflict}{returning}"

    def _update(self, table: Table, kinds: str) -> str:
        random = self._maker.random
        refs = columns_of(table, "o")
        other = ""
        extra: list[Ref] = []
        if random.random() < 0.5:
            sql, extra, _ = self._maker.sources.from_list([], 1)
            other = f" FROM {sql}"
        free = [c for c in table.columns if not c.generated and c.name != "id"]
        free += 2 * [c for c in free if c.name == table.forgotten]
        if table.partitions:
            free += 2 * table.columns[:1]  # the key, so that the row moves
        chosen = list({c.name: c for c in random.choices(free, k=2)}.values()) if free else []
        if not chosen:
            return self._delete(table, kinds)
        sets = ", ".join(f"{c.name} = {self._stored(c, refs + extra)}" for c in chosen)
        favourites = self._maker.favourites(refs)
        scope = refs + extra + 3 * favourites
        scope += 2 * [ref for ref in refs if ref.sql in {f"o.{c.name}" for c in chosen}]
        where = f" WHERE {self._maker.condition(scope, 1)}" if random.random() < 0.7 else ""
        shown = self._changed_refs(table, "o") + 2 * favourites
        shown += 2 * [ref for ref in refs if ref.sql in {f"o.{c.name}" for c in chosen}]
        returning = self._returning(kinds, shown + extra + [r for r in scope if r.sql in where])
        return f"UPDATE {table.name} AS o SET {sets}{other}{where}{returning}"

    def _delete(self, table: Table, kinds: str) -> str:
        refs = columns_of(table, "o")
        other = ""
        extra: list[Ref] = []
        if self._maker.random.random() < 0.5:
            sql, extra, _ = self._maker.sources.from_list([], 1)
            other = f" USING {sql}"
        where = f" WHERE {self._maker.condition(refs + extra, 1)}"
        returning = self._returning(kinds, self._changed_refs(table, "o") + extra)
        return f"DELETE FROM {table.name} AS o{other}{where}{returning}"

    def _merge(self, table: Table, kinds: str) -> str:
        random = self._maker.random
        refs = columns_of(table, "o")
        sql, extra, _ = self._maker.sources.from_list([], 1)
        free = [c for c in table.columns if not c.generated and c.name != "id"]
        actions: list[str] = []
        if random.random() < 0.7 and free:
            column = random.choice(free)
            value = self._stored(column, refs + extra)
            actions.append(f"WHEN MATCHED THEN UPDATE SET {column.name} = {value}")
        elif random.random() < 0.5:
            actions.append("WHEN MATCHED THEN DELETE")
        if random.random() < 0.4 and free:
            column = random.choice(free)
            value = self._stored(column, refs)
            actions.append(
                f"WHEN NOT MATCHED BY SOURCE THEN UPDATE SET {column.name} = {value}"
                if random.random() < 0.7
                else "WHEN NOT MATCHED BY SOURCE THEN DELETE"
            )
        if random.random() < 0.5 or not actions:
            columns = [c for c in table.columns if not c.generated]
            names = ", ".join(c.name for c in columns)
            values = ", ".join(self._stored(c, extra) for c in columns)
            actions.append(f"WHEN NOT MATCHED THEN INSERT ({names}) VALUES ({values})")
        source = random.choice([ref.sql for ref in extra if ref.kind == "i"] or ["1"])
        returning = self._returning(kinds, self._changed_refs(table, "o") + extra)
        return (
            f"MERGE INTO {table.name} AS o USING {sql} ON o.id = {source} "
            f"{' '.join(actions)}{returning}"
        )
