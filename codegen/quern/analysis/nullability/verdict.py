"""Whether a value can be NULL, and which rule says so."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer about one expression.

    :ivar never_null: whether it is proven that it is never NULL
    :ivar why: the rule that decided, in words
    :ivar no_null_elements: for an array: whether it is proven to have no NULL element
    :ivar in_row: for a column of a relation that an outer join may null: whether it is proven
        never to be NULL in the rows of that relation
    """

    never_null: bool
    why: str
    no_null_elements: bool = False
    in_row: bool = False


def proven(why: str) -> Verdict:
    """Return the verdict that a value is never NULL."""
    return Verdict(True, why)


def doubtful(why: str) -> Verdict:
    """Return the verdict that a value may be NULL."""
    return Verdict(False, why)


def first_doubt(verdicts: Iterable[Verdict], otherwise: str) -> Verdict:
    """Return the first doubt, or proof for the reason given.

    What else is said of the one value, such as of its elements, is not said of what it goes into.
    """
    for verdict in verdicts:
        if not verdict.never_null:
            return doubtful(verdict.why)
    return proven(otherwise)


def first_proof(verdicts: Iterable[Verdict], otherwise: str) -> Verdict:
    """Return the first verdict that is proven, or doubt for the reason given."""
    for verdict in verdicts:
        if verdict.never_null:
            return verdict
    return doubtful(otherwise)
