"""SELECT and set operations, at random."""

# ruff: noqa: S608 - to make SQL at random is what this is for

from typing import TYPE_CHECKING

from tests.quern.analysis.nullability.random_queries.scope import Ref

if TYPE_CHECKING:
    from tests.quern.analysis.nullability.random_queries.maker import QueryMaker


class Selects:
    """Makes SELECT and set operations."""

    def __init__(self, maker: "QueryMaker") -> None:
        self._maker = maker

    def select(self, kinds: str, outer: list[Ref], depth: int) -> tuple[str, list[str]]:
        """Return a SELECT of columns of these types, and their names."""
        random = self._maker.random
        if depth <= 0 or random.random() < 0.08:
            names = [f"k{n}" for n in range(len(kinds))]
            constants = ", ".join(
                f"{self._maker.expression(kind, outer, 1)} AS {name}"
                for kind, name in zip(kinds, names, strict=True)
            )
            return f"SELECT {constants}", names
        sql, refs, lockable = self._maker.sources.from_list(outer, depth)
        favourites = self._maker.favourites(refs)
        scope = refs + outer + favourites
        where = f" WHERE {self._maker.condition(scope, 2)}" if random.random() < 0.6 else ""
        focus = [ref for ref in refs if ref.kind in kinds]
        if focus and random.random() < 0.35:
            # One column alone, in the condition and in the result.
            favourites = [random.choice(focus), *favourites]
            where = f" WHERE {self._maker.condition(favourites[:1], random.randint(0, 2))}"
        elif favourites and random.random() < 0.4:
            where = f" WHERE {favourites[0].sql} IS NOT NULL"
        # What conditions speak of is looked at more than the rest.
        scope += 2 * [ref for ref in refs if ref.sql in where] + 3 * favourites
        names = [f"k{n}" for n in range(len(kinds))]
        chance = random.random()
        tail = ""
        if chance < 0.22:
            items, tail = self._maker.grouping.grouped(kinds, refs + favourites, outer)
        elif chance < 0.3:
            items = [
                self._maker.aggregate(kind, refs if random.random() < 0.9 else scope)
                if random.random() < 0.8
                else self._maker.expression(kind, outer, 1)
                for kind in kinds
            ]
            tail = f" HAVING {self._maker.grouping.having(scope)}" if random.random() < 0.2 else ""
        elif chance < 0.42:
            items = [
                self._maker.windows.window(kind, scope)
                if random.random() < 0.5
                else self._maker.expression(kind, scope, 2)
                for kind in kinds
            ]
            lockable = False
        else:
            items = [self._maker.expression(kind, scope, random.randint(1, 3)) for kind in kinds]
            if random.random() < 0.1 and "i" in kinds:
                items[kinds.index("i")] = self._maker.windows.set_returning(scope)
                lockable = False
            distinct = random.random()
            if distinct < 0.08:
                items[0] = f"DISTINCT {items[0]}"
                lockable = False
                if "j" in kinds or "p" in kinds:
                    items[0] = items[0].removeprefix("DISTINCT ")
            elif lockable and distinct < 0.13:
                tail = random.choice([" FOR UPDATE", " FOR SHARE"])
        listed = ", ".join(f"{item} AS {name}" for item, name in zip(items, names, strict=True))
        limit = ""
        if random.random() < 0.08 and not tail:
            limits = [" LIMIT 1", " LIMIT 2 OFFSET 1", " LIMIT 0", " OFFSET 0"]
            limit = random.choice([*limits, " ORDER BY 1 FETCH FIRST ROW WITH TIES"])
        return f"SELECT {listed} FROM {sql}{where}{tail}{limit}", names

    def set_operation(self, kinds: str, depth: int) -> str:
        kinds = kinds.replace("j", "i")
        left = self._arm(kinds, depth)
        right = self._arm(kinds, depth)
        word = self._maker.random.choice(["UNION", "UNION ALL", "UNION ALL", "INTERSECT", "EXCEPT"])
        if self._maker.random.random() < 0.2:
            left = f"({left} {self._maker.random.choice(['UNION', 'INTERSECT', 'EXCEPT'])} {right})"
            right = self._arm(kinds, depth)
        return f"{left} {word} {right}"

    def casts(self) -> str:
        """Return a set operation whose arms are cast to a type that NULL comes of."""
        word = self._maker.random.choice(["UNION ALL", "EXCEPT ALL"])
        number = self._maker.random.choice(["-1", "1"])
        return f"SELECT ROW({number})::cover AS k0 {word} SELECT ROW(3, 4)::wrap"

    def _arm(self, kinds: str, depth: int) -> str:
        if self._maker.random.random() < 0.15:
            row = ", ".join(self._maker.maybe_null(kind) for kind in kinds)
            return f"(VALUES ({row}))"
        return f"({self.select(kinds, [], depth - 1)[0]})"
