"""What both kinds of random queries share: a schema of a seed, with queries that were run on it."""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from quern.analysis.catalog.catalog import Catalog
from tests.quern.analysis.mutant import Mutant

ClaimsT = TypeVar("ClaimsT")


class LostServerError(Exception):
    """The server went away over a query: that is a fault of its own."""


class Trial(Protocol[ClaimsT]):
    """Queries with what was seen when they were run, for which the rules can be asked.

    Queries are known by their number. The server is not needed any more.
    """

    @property
    def catalog(self) -> Catalog:
        """What the server's catalogue said of them."""
        ...

    @property
    def mutant_catalogs(self) -> Mapping[Mutant, Catalog]:
        """The same by the mutants that edit how the catalogue is read."""
        ...

    def __len__(self) -> int:
        """Return how many queries there are."""
        ...

    def judge(self, number: int, catalog: Catalog) -> ClaimsT:
        """Return what the rules claim of a query."""
        ...

    def can_break(self, number: int, claims: ClaimsT) -> bool:
        """Tell whether a claim that is not among these would be broken."""
        ...

    def breaks(self, number: int, claims: ClaimsT) -> bool:
        """Tell whether a claim is broken by what was seen."""
        ...

    def loses(self, before: ClaimsT, claims: ClaimsT) -> bool:
        """Tell whether a claim is missing."""
        ...
