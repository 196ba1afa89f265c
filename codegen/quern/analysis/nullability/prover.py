"""Which result columns can never be NULL: the rules put together.

A column is called never NULL only when a rule proves it; whatever no rule knows may be NULL. The
rules work on the rewritten tree, in which views and defaults are expanded and names resolved.

- :mod:`~quern.analysis.nullability.joins`: outer joins, and when they null nothing
- :mod:`~quern.analysis.nullability.facts`: what conditions prove
- :mod:`~quern.analysis.nullability.grouping`: grouping sets, HAVING
- :mod:`~quern.analysis.nullability.expressions`, :mod:`~quern.analysis.nullability.aggregates`,
  :mod:`~quern.analysis.nullability.sublinks`,
  :mod:`~quern.analysis.nullability.elements`: expressions
- :mod:`~quern.analysis.nullability.columns`: columns, by the relation that they come from
- :mod:`~quern.analysis.nullability.statements`: SELECT, set operations, WITH, RETURNING
"""

from collections.abc import Callable

from quern.analysis.catalog.catalog import Catalog, Relation
from quern.analysis.nullability.aggregates import Aggregates
from quern.analysis.nullability.columns import Columns
from quern.analysis.nullability.elements import Elements
from quern.analysis.nullability.expressions import Expressions
from quern.analysis.nullability.facts import FactFinder
from quern.analysis.nullability.grouping import examine_grouping
from quern.analysis.nullability.joins import JoinTree
from quern.analysis.nullability.level import NO_FACTS, Context, Key, Level
from quern.analysis.nullability.row_counts import RowCounts
from quern.analysis.nullability.sql_functions import SqlFunctions
from quern.analysis.nullability.statements import Statements
from quern.analysis.nullability.sublinks import Sublinks
from quern.analysis.nullability.verdict import Verdict
from quern.analysis.tree.node_enums import CommandType
from quern.analysis.tree.nodetree import Node

#: ``mergeMatchKind``: WHEN NOT MATCHED BY SOURCE, for which there is no source row.
_NOT_MATCHED_BY_SOURCE = 1


class Prover:
    """Finds the verdicts on the columns of one query.

    :param non_null_parameters: the numbers of the parameters that are never NULL
    :param functions_in_progress: functions whose bodies are being examined, against recursion
    :param other_path: whether such a function set a search path that is not the query's
    :param stored: whether what is judged was computed when a row was stored
    :ivar in_function: whether it is the body of a function, and its parameters are arguments
    :ivar unknown_tags: tags of nodes that no rule knows, met on the way
    """

    def __init__(
        self,
        catalog: Catalog,
        non_null_parameters: frozenset[int] = frozenset(),
        functions_in_progress: frozenset[int] = frozenset(),
        *,
        other_path: bool = False,
        stored: bool = False,
    ) -> None:
        self.catalog = catalog
        self.non_null_parameters = non_null_parameters
        self.in_function = bool(functions_in_progress)
        self.unknown_tags: set[str] = set()
        self.facts = FactFinder(catalog, self.open_level)
        self.row_counts = RowCounts(catalog)
        self.joins = JoinTree(catalog, self.facts, self.row_counts)
        self.columns = Columns(self)
        self.expressions = Expressions(self)
        self.aggregates = Aggregates(self)
        self.elements = Elements(self)
        self.sublinks = Sublinks(self)
        self.sql_functions = SqlFunctions(
            self, functions_in_progress, other_path=other_path, stored=stored
        )
        self.statements = Statements(self)

    def outputs(
        self, query: Node, parent: Level | None = None, parent_context: Context | None = None
    ) -> tuple[Verdict, ...]:
        """Return the verdicts on the columns of a query, in order."""
        return self.statements.outputs(query, parent, parent_context)

    def for_body(
        self, given: frozenset[int], in_progress: frozenset[int], *, other_path: bool
    ) -> "Prover":
        """Return a prover for the body of a function, whose arguments are its parameters.

        :param given: the numbers of the arguments that are not NULL
        :param in_progress: the functions whose bodies are being examined
        :param other_path: whether it runs with another search path than the query
        """
        inside = Prover(self.catalog, given, in_progress, other_path=other_path)
        inside.unknown_tags = self.unknown_tags
        return inside

    def verdict(self, expression: Node | None, level: Level, context: Context) -> Verdict:
        """Return whether an expression can be NULL."""
        return self.expressions.verdict(expression, level, context)

    def open_level(
        self, query: Node, parent: Level | None = None, parent_context: Context | None = None
    ) -> Level:
        """Return the level of a query, its joins and conditions examined."""
        level = Level(query, parent, parent_context)
        self.joins.examine(level)
        if query.number("commandType") == CommandType.MERGE:
            self._examine_merge(level)
            return level
        examine_grouping(level, self.facts, self.catalog)
        return level

    def relation_of(self, entry: Node | None) -> Relation | None:
        """Return the relation that an entry of the range table names."""
        return self.catalog.relations.get(entry.number("relid") or 0) if entry else None

    def generated_is_not_null(self, expression: Node, column: Callable[[int], bool]) -> bool:
        """Tell whether a generated column's expression is never NULL.

        :param column: tells of each column of its row whether it is never NULL
        """
        empty = Node("QUERY", {"commandType": str(CommandType.SELECT.value)})
        level = Level(empty, column_override=column)
        return Prover(self.catalog, stored=True).verdict(expression, level, Context()).never_null

    @staticmethod
    def _examine_merge(level: Level) -> None:
        """Of MERGE no facts are taken; its source, which may be a join, may be missing."""
        actions = level.query.nodes("mergeActionList")
        missing = any(a.number("matchKind") == _NOT_MATCHED_BY_SOURCE for a in actions)
        tags: frozenset[Key] = frozenset({("MERGE", 0)}) if missing else frozenset()
        level.facts = NO_FACTS
        level.nulling = {number: found | tags for number, found in level.nulling.items()}
        level.nulling[level.result_relation] = frozenset()
