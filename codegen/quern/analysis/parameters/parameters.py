"""Which parameters may be NULL, and what to call those that are only numbered.

Every use of a parameter counts. Stored in a NOT NULL column, it may not be NULL whatever else is
done with it; else it may if something is there for NULL (``$1 IS NULL``, COALESCE, IS DISTINCT
FROM, a nullable column it is stored in). A parameter that is only compared, computed with or
given back may not: NULL would make no sense there without a word from the author
(``-- @param name?``). Elements of an array are not judged.

- :mod:`~quern.analysis.parameters.rules`, :mod:`~quern.analysis.parameters.comparisons`: what each
  part of a query does with its values
- :mod:`~quern.analysis.parameters.uses`: how that reaches a parameter, through what is around it
- :mod:`~quern.analysis.parameters.column_sources`: through columns of sub-queries, VALUES and WITH
- :mod:`~quern.analysis.parameters.names`: names
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.parameters.names import parameter_names
from quern.analysis.parameters.rules import gather_uses
from quern.analysis.parameters.uses import Effect, Fit, Use, Uses
from quern.analysis.tree.nodetree import Node

_UNUSED = Use(Effect.EXPECTS_VALUE, "nothing uses it")


@dataclass(frozen=True)
class ParameterVerdict:
    """What is known of a parameter.

    :ivar nullable: whether the caller may give NULL
    :ivar why: the rule that decided that, in words
    :ivar name: what it could be called; no two parameters of a query have the same
    :ivar origin: the table column that it goes with: OID of the table and number of the column
    :ivar stored_in: the table column that it is stored in as it is
    """

    nullable: bool
    why: str
    name: str
    origin: tuple[int, int] | None
    stored_in: tuple[int, int] | None


def judge_parameters(
    queries: Sequence[Node], catalog: Catalog, count: int
) -> tuple[ParameterVerdict, ...]:
    """Return a verdict on each parameter, in the order of ``$n``.

    :param queries: all that the server makes of one statement: a rule may add some
    :param count: how many parameters the statement has
    """
    if not count:
        return ()
    uses = Uses(catalog)
    for query in queries:
        gather_uses(query, catalog, uses)
    found = [uses.found.get(number) or [_UNUSED] for number in range(1, count + 1)]
    names = parameter_names([_best_name(of_one) for of_one in found])
    return tuple(_judge(of_one, name) for of_one, name in zip(found, names, strict=True))


def _judge(uses: Sequence[Use], name: str) -> ParameterVerdict:
    effects = [use.effect for use in uses]
    effect = next(effect for effect in Effect if effect in effects)
    deciding = min((use for use in uses if use.effect is effect), key=lambda use: use.fit)
    origins = (use.origin for use in sorted(uses, key=lambda use: use.fit) if use.origin)
    stored = (use.origin for use in uses if use.fit is Fit.ASSIGNED and use.origin)
    return ParameterVerdict(
        effect is Effect.PROVIDES, deciding.why, name, next(origins, None), next(stored, None)
    )


def _best_name(uses: Sequence[Use]) -> str | None:
    named = [use for use in uses if use.name and use.name != "?column?"]
    return min(named, key=lambda use: use.fit).name if named else None
