"""The statement of a query: its pieces, and the variants that they make."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

#: So many conditions make 64 statements, all of which the server is asked about.
MOST_CONDITIONS = 6


@dataclass(frozen=True)
class OffsetMap:
    """The way back from the analysed text to the file.

    Both texts are the same but for the parameters, each of which may have another length.

    :ivar points: pairs of offsets (analysed, file); from each on, both run in step
    """

    points: tuple[tuple[int, int], ...]

    def to_file(self, offset: int) -> int:
        """Return the offset in the file of an offset in the analysed text."""
        analysed, in_file = self.points[bisect_right(self.points, (offset, 1 << 62)) - 1]
        return in_file + offset - analysed


@dataclass(frozen=True)
class Parameter:
    """A parameter as the query writes it.

    :ivar name: its name, or ``p1`` and so on for ``$1``
    :ivar start: offset in the file of its first use
    :ivar end: offset after it
    :ivar nullable: True when ``sqlc.narg`` says so
    """

    name: str
    start: int
    end: int
    nullable: bool | None = None


@dataclass(frozen=True)
class Embed:
    """The columns of a relation that become one nested row.

    :ivar relation: its name or alias, as it is written
    :ivar offset: where they stand in the analysed text
    :ivar start: offset in the file
    :ivar end: offset after it
    """

    relation: str
    offset: int
    start: int
    end: int


@dataclass(frozen=True)
class Piece:
    """A stretch of a statement that is there always, on a condition, or in one order.

    :ivar text: with ``$n`` for its parameters
    :ivar points: as in :class:`OffsetMap`, from the start of the piece
    :ivar parameters: the numbers of the parameters that it uses
    :ivar condition: the names of parameters that must be given; none: it is always there
    :ivar order: the name of the order that it belongs to; None: it is there in all of them
    :ivar mark: offsets of the comment that says so
    """

    text: str
    points: tuple[tuple[int, int], ...]
    parameters: frozenset[int]
    embeds: tuple[Embed, ...] = ()
    condition: tuple[str, ...] = ()
    order: str | None = None
    mark: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Variant:
    """A statement with some of its optional parts.

    :ivar conditions: those that hold
    :ivar order: the name of the order in use; None when there is nothing to choose
    :ivar sql: with ``$n`` for its parameters
    :ivar unused: the numbers of the parameters that only other variants use
    """

    conditions: frozenset[tuple[str, ...]]
    order: str | None
    sql: str
    offsets: OffsetMap
    embeds: tuple[Embed, ...]
    unused: frozenset[int]

    @property
    def in_words(self) -> str:
        """Which one it is, for a message: ``with email, in order newest``."""
        names = [name for condition in self.conditions for name in condition]
        given = f"with {', '.join(sorted(names))}" if names else "without its optional parts"
        return f"{given}, in order {self.order}" if self.order else given


@dataclass(frozen=True)
class Statement:
    """The statement of a query.

    :ivar pieces: put together, and with the default order, they are the statement in the file
    :ivar parameters: in the order of ``$n``
    """

    pieces: tuple[Piece, ...]
    parameters: tuple[Parameter, ...]

    @cached_property
    def conditions(self) -> tuple[tuple[str, ...], ...]:
        """The conditions, in order of first use."""
        return tuple(dict.fromkeys(p.condition for p in self.pieces if p.condition))

    @cached_property
    def orders(self) -> tuple[str, ...]:
        """The orders to choose from, the default first."""
        return tuple(dict.fromkeys(p.order for p in self.pieces if p.order is not None))

    @property
    def is_fixed(self) -> bool:
        """Whether it has no optional parts."""
        return not self.conditions and not self.orders

    @cached_property
    def whole(self) -> Variant:
        """The statement with all its parts, in the default order: as the file has it."""
        return self.variant(self.conditions, self.orders[0] if self.orders else None)

    def variants(self) -> Iterator[Variant]:
        """Yield the variants that the server is asked about, the whole statement first.

        They are all combinations of conditions in the default order, and every other order with
        all conditions and with none.
        """
        default = self.orders[0] if self.orders else None
        yield self.whole
        for count in reversed(range(len(self.conditions))):
            for chosen in combinations(self.conditions, count):
                yield self.variant(chosen, default)
        for order in self.orders[1:]:
            yield self.variant(self.conditions, order)
            if self.conditions:
                yield self.variant((), order)

    def variant(self, conditions: Sequence[tuple[str, ...]], order: str | None) -> Variant:
        """Return the statement with the parts of some conditions, in one order."""
        texts: list[str] = []
        points: list[tuple[int, int]] = []
        embeds: list[Embed] = []
        used = set[int]()
        length = 0
        for piece in self.pieces:
            if piece.condition and piece.condition not in conditions:
                continue
            if piece.order is not None and piece.order != order:
                continue
            texts.append(piece.text)
            points += [(length + analysed, in_file) for analysed, in_file in piece.points]
            embeds += [
                Embed(embed.relation, length + embed.offset, embed.start, embed.end)
                for embed in piece.embeds
            ]
            used |= piece.parameters
            length += len(piece.text)
        return Variant(
            conditions=frozenset(conditions),
            order=order,
            sql="".join(texts),
            offsets=OffsetMap(tuple(points)),
            embeds=tuple(embeds),
            unused=frozenset(range(1, len(self.parameters) + 1)) - used,
        )
