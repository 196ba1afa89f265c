# Made by quern from its own runtime: do not edit.
"""Statements with optional parts: each way to put them together is a query of its own.

All of them were analysed, and each is prepared by the server once. A call picks among them; no
value ever becomes part of a statement.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Generic, LiteralString, TypeVar

from .core import Facts, Query

R = TypeVar("R")


class Unused:
    """Stands for a parameter that a statement does not use."""


UNUSED = Unused()


@dataclass(frozen=True)
class Part:
    """A stretch of a statement.

    :ivar uses: the numbers of the parameters in it
    :ivar condition: the number of the condition on which it is there; None: it always is
    :ivar order: the order that it is there for; None: it is there for all
    """

    sql: LiteralString
    uses: tuple[int, ...] = ()
    condition: int | None = None
    order: str | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Variant(Query[R]):
    """A statement with some of its optional parts.

    :ivar unused: the numbers of the parameters that only other variants use
    """

    unused: frozenset[int] = frozenset()

    def used(self, values: Sequence[Any]) -> Sequence[Any]:
        """Return what is sent of the values of all parameters."""
        if not self.unused:
            return values
        return [
            UNUSED if number in self.unused else value for number, value in enumerate(values, 1)
        ]


@dataclass(frozen=True, eq=False, kw_only=True)
class Variants(Facts[R], Generic[R]):
    """A statement with optional parts; what is said of it holds whichever are there.

    :ivar parts: put together, and in the first order, they are the statement in the file
    :ivar parameters: how many there are
    """

    parts: tuple[Part, ...]
    parameters: int
    _made: dict[tuple[tuple[bool, ...], str | None], Variant[R]] = field(
        default_factory=dict[tuple[tuple[bool, ...], "str | None"], Variant[R]], init=False
    )

    def variant(self, *conditions: bool, order: str | None = None) -> Variant[R]:
        """Return the statement with the parts whose conditions hold.

        :param conditions: whether each of them holds
        :raises ValueError: if there is no such order
        """
        found = self._made.get((conditions, order))
        if found is None:
            found = self._make(conditions, order)
            self._made[conditions, order] = found
        return found

    def _make(self, conditions: tuple[bool, ...], order: str | None) -> Variant[R]:
        orders = dict.fromkeys(part.order for part in self.parts if part.order is not None)
        if order is not None and order not in orders:
            raise ValueError(f"order is one of {', '.join(orders)}, not {order!r}")
        parts = [
            part
            for part in self.parts
            if (part.condition is None or conditions[part.condition])
            and (part.order is None or part.order == order)
        ]
        used = {number for part in parts for number in part.uses}
        return Variant(
            sql="".join([part.sql for part in parts]),
            unused=frozenset(range(1, self.parameters + 1)) - used,
            **{known.name: getattr(self, known.name) for known in fields(Facts)},
        )


def together(**values: object) -> bool:
    """Tell whether values that decide on one part are given: all of them, or none.

    :raises ValueError: if only some are
    """
    given = [value is not None for value in values.values()]
    if any(given) and not all(given):
        raise ValueError(f"{' and '.join(values)} go together: give all of them, or none")
    return all(given)
