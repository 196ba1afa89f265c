"""Which columns can never be NULL, by the relation that they come from."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quern.analysis.nullability.json_tests import is_true_or_false
from quern.analysis.nullability.level import Context, Key, Level, column_key
from quern.analysis.nullability.verdict import Verdict, doubtful, first_doubt, proven
from quern.analysis.tree.expression_types import has_fields, type_of
from quern.analysis.tree.node_enums import CommandType, ReturningType, RteKind
from quern.analysis.tree.nodetree import Node

if TYPE_CHECKING:
    from quern.analysis.nullability.prover import Prover

#: Set-returning functions whose rows are never NULL.
_SETS_OF_VALUES = frozenset(
    {
        *("generate_series", "generate_subscripts", "regexp_split_to_table", "string_to_table"),
        *("jsonb_array_elements", "json_array_elements", "jsonb_object_keys"),
        *("json_object_keys", "regexp_matches", "jsonb_path_query"),
    }
)
#: And those with several columns: which of them are never NULL.
_SETS_OF_ROWS = {
    "jsonb_each": (True, True),
    "json_each": (True, True),
    "jsonb_each_text": (True, False),
    "json_each_text": (True, False),
}
_PLAIN = Context()


class Columns:
    """Finds the verdict on a column."""

    def __init__(self, prover: "Prover") -> None:
        self._prover = prover

    def variable(self, variable: Node, level: Level, context: Context) -> Verdict:
        """Return whether a column, of this level or one above, can be NULL where it is named."""
        levels_up = variable.number("varlevelsup") or 0
        if levels_up:
            return self._outer_variable(variable, level, levels_up)
        if level.column_override is not None:
            is_not_null = level.column_override(variable.number("varattno") or 0)
            return proven("a NOT NULL column") if is_not_null else doubtful("a nullable column")
        resolved = level.resolve(variable)
        if resolved.tag != "VAR":
            return self._computed(resolved, level, context)
        if resolved.number("varlevelsup"):
            return self.variable(resolved, level, context)
        verdict = self._own_variable(resolved, level, context)
        number, attribute = resolved.number("varno") or 0, resolved.number("varattno") or 0
        if self.column(level, number, attribute).no_null_elements:
            return replace(verdict, no_null_elements=True)
        return verdict

    def _own_variable(self, variable: Node, level: Level, context: Context) -> Verdict:
        """Judge a column of a relation of this level where it is named."""
        number = variable.number("varno") or 0
        attribute = variable.number("varattno") or 0
        key = level.key(variable)
        found = self._by_grouping(key, level, context)
        if found is not None:
            return found
        if level.returning is not None and number == level.result_relation:
            return self._returned(variable, level, level.returning)
        if level.excluded is not None and level.excluded[0] == number:
            if level.excluded[1].get(attribute, False):
                return proven("the row that was to be inserted has a value")
            return doubtful("the row that was to be inserted may have NULL")
        if key in level.facts and level.facts_hold(context):
            return proven("a condition rules NULL out")
        entry = level.entry(number)
        if level.nulling.get(number) and not _is_present(number, context):
            found = doubtful(f"an outer join may null {_alias(entry)}")
            return replace(found, in_row=self.column(level, number, attribute).never_null)
        if number not in level.nulling and (
            entry is None or entry.number("rtekind") != RteKind.RELATION
        ):
            return doubtful("a relation that is not in FROM")
        return self.column(level, number, attribute)

    def _outer_variable(self, variable: Node, level: Level, levels_up: int) -> Verdict:
        """Judge a column of a level above there, in the context of the sub-query."""
        outer: Level | None = level
        context: Context | None = None
        for _ in range(levels_up):
            if outer is None:
                break
            context, outer = outer.parent_context, outer.parent
        if outer is None:
            return doubtful("a column of a query that is not known")
        own = Node("VAR", {**variable.fields, "varlevelsup": "0"})
        return self.variable(own, outer, context or _PLAIN)

    def _computed(self, expression: Node, level: Level, context: Context) -> Verdict:
        """Judge a column of a join or a group that stands for an expression."""
        found = self._by_grouping(level.key(expression), level, context)
        return found or self._prover.verdict(expression, level, context)

    @staticmethod
    def _by_grouping(key: Key, level: Level, context: Context) -> Verdict | None:
        if context.grouped and key in level.group_lookalikes:
            return doubtful("a grouping set leaves it out")
        if key in context.facts or (context.grouped and key in level.having_facts):
            return proven("a condition rules NULL out")
        if context.grouped and not context.in_aggregate and key in level.group_nullable:
            return doubtful("a grouping set leaves it out")
        return None

    def _returned(self, variable: Node, level: Level, columns: dict[int, bool]) -> Verdict:
        """Judge a column of the table that was changed, in RETURNING."""
        number, attribute = level.result_relation, variable.number("varattno") or 0
        command = level.query.number("commandType")
        match variable.number("varreturningtype"):
            case ReturningType.OLD:
                if command in {CommandType.INSERT, CommandType.MERGE}:
                    return doubtful("there may be no old row")
                relation = self._prover.relation_of(level.entry(number))
                known = column_key(number, attribute) in level.facts
                if attribute <= 0 or known or (relation and relation.not_null(attribute)):
                    return proven("a NOT NULL column of the old row")
                return doubtful("a nullable column")
            case ReturningType.NEW if command in {CommandType.DELETE, CommandType.MERGE}:
                return doubtful("there may be no new row")
            case _:
                if attribute <= 0 or columns.get(attribute, False):
                    return proven(
                        f"{self._name(level.entry(number), attribute)} is stored with a value"
                    )
                return doubtful(f"{self._name(level.entry(number), attribute)} is nullable")

    def column(self, level: Level, number: int, attribute: int) -> Verdict:
        """Return whether a column of an entry of the range table can be NULL in its own rows."""
        memo = (number, attribute)
        found = level.known_columns.get(memo)
        if found is None:
            # What may be missing inside a sub-query is no row of the sub-query itself.
            found = replace(self._column(level, number, attribute), in_row=False)
            level.known_columns[memo] = found
        return found

    def _column(self, level: Level, number: int, attribute: int) -> Verdict:
        entry = level.entry(number)
        if entry is None:
            return doubtful("a relation that is not known")
        match entry.number("rtekind"):
            case RteKind.RELATION:
                return self._table_column(entry, attribute)
            case RteKind.SUBQUERY if attribute >= 0:
                return self._subquery_column(level, entry, number, attribute)
            case RteKind.VALUES if attribute > 0:
                rows = [row for row in entry.items("values_lists") if isinstance(row, tuple)]
                values = [row[attribute - 1] for row in rows]
                return first_doubt(
                    (
                        self._prover.verdict(v if isinstance(v, Node) else None, level, _PLAIN)
                        for v in values
                    ),
                    "no row of VALUES has NULL there",
                )
            case RteKind.CTE if attribute > 0:
                outputs = self._prover.statements.common_table_expression(level, entry)
                if attribute <= len(outputs):
                    return outputs[attribute - 1]
                return doubtful("a column that is not known")
            case RteKind.FUNCTION if attribute > 0:
                return self._function_column(level, entry, attribute)
            case RteKind.TABLE_FUNCTION if attribute > 0:
                return _table_function_column(entry, attribute)
            case _:
                return doubtful("a column that is not known")

    def _table_column(self, entry: Node, attribute: int) -> Verdict:
        relation = self._prover.relation_of(entry)
        if relation is None or relation.kind not in {"r", "p"}:
            return doubtful(f"nothing is promised of {_alias(entry)}")
        if attribute <= 0:
            return proven("a row, or a system column")
        name = self._name(entry, attribute)
        found = relation.attributes.get(attribute)
        no_null_elements = found is not None and found.no_null_elements
        if relation.not_null(attribute):
            return Verdict(True, f"{name} is NOT NULL", no_null_elements)
        generated = found.generated if found else None
        # A child may have another expression for the same column.
        single = relation.kind == "r" and not relation.has_children
        if generated is not None and single:
            not_null = self._prover.generated_is_not_null(generated, relation.not_null)
            if not_null:
                return proven(f"{name} is generated and never NULL")
        return Verdict(False, f"{name} is nullable", no_null_elements)

    def _subquery_column(self, level: Level, entry: Node, number: int, attribute: int) -> Verdict:
        query = entry.node("subquery")
        if query is None:
            return doubtful("a sub-query that is not known")
        if attribute == 0:
            return proven("a row of a sub-query")
        memo = ("outputs", number)
        outputs = level.known_outputs.get(memo)
        if outputs is None:
            outputs = self._prover.outputs(query, level, _PLAIN)
            level.known_outputs[memo] = outputs
        if attribute > len(outputs):
            return doubtful("a column that is not known")
        return outputs[attribute - 1]

    def _function_column(self, level: Level, entry: Node, attribute: int) -> Verdict:
        functions = entry.nodes("functions")
        total = sum(function.number("funccolcount") or 0 for function in functions)
        if entry.flag("funcordinality") and attribute == total + 1:
            return proven("WITH ORDINALITY counts the rows")
        if len(functions) != 1:
            return doubtful("ROWS FROM pads the shorter function with NULL")
        call = functions[0].node("funcexpr")
        if call is None:
            return doubtful("a function that is not known")
        if call.tag == "FUNCEXPR":
            known = self._prover.catalog.functions.get(call.number("funcid") or 0)
            columns = _SETS_OF_ROWS.get(known.name) if known and known.built_in else None
            if columns and attribute <= len(columns):
                found = columns[attribute - 1]
                return proven("a key or value") if found else doubtful("a value may be null")
        if total != 1 or has_fields(type_of(call), self._prover.catalog):
            outputs = self._in_body(call, level, _PLAIN)
            if len(outputs) == total and attribute <= total:
                return outputs[attribute - 1]
            return doubtful("a column of a function's row")
        if call.tag == "FUNCEXPR" and call.flag("funcretset"):
            return self.set_function(call, level, _PLAIN)
        return self._prover.verdict(call, level, _PLAIN)

    def _in_body(self, call: Node, level: Level, context: Context) -> tuple[Verdict, ...]:
        """Judge the columns of a call by the body of its function, if that is in SQL."""
        function = self._prover.catalog.functions.get(call.number("funcid") or 0)
        arguments = call.nodes("args")
        if function is None or any(argument.tag == "NAMEDARGEXPR" for argument in arguments):
            return ()
        given = [self._prover.verdict(argument, level, context) for argument in arguments]
        return self._prover.sql_functions.columns(function, given)

    def set_function(self, call: Node, level: Level, context: Context) -> Verdict:
        """Return whether the rows of a set-returning function can be NULL."""
        oid = call.number("funcid" if call.tag == "FUNCEXPR" else "opfuncid") or 0
        function = self._prover.catalog.functions.get(oid)
        arguments = call.nodes("args")
        if function is None or not function.built_in:
            outputs = self._in_body(call, level, context)
            if len(outputs) == 1:
                return outputs[0]
            return doubtful("a set-returning function may give NULL")
        if function.name == "unnest" and len(arguments) == 1:
            if self._prover.elements.never_null(arguments[0], level, context):
                return proven("unnest of an array without NULL")
            return doubtful("the array may have NULL elements")
        if function.name == "string_to_table" and len(arguments) > 2:
            return doubtful("string_to_table was told what becomes NULL")
        if function.name in _SETS_OF_VALUES:
            return proven(f"{function.name} gives no NULL")
        return doubtful(f"{function.name} may give NULL")

    def both_sides_of_full_join(
        self, arguments: Sequence[Node], level: Level, context: Context
    ) -> bool:
        """Tell whether arguments of COALESCE are NOT NULL columns of both sides of a full join.

        That is what the column that ``FULL JOIN ... USING`` merges stands for.
        """
        sides: dict[object, set[object]] = {}
        for argument in arguments:
            while argument.tag == "RELABELTYPE" and (inner := argument.node("arg")) is not None:
                argument = inner
            resolved = level.resolve(argument)
            if context.grouped and level.key(resolved) in level.group_nullable:
                continue
            if resolved.tag == "COALESCEEXPR":
                if self.both_sides_of_full_join(resolved.nodes("args"), level, context):
                    return True
                continue
            if resolved.tag != "VAR" or resolved.number("varlevelsup") != 0:
                continue
            number = resolved.number("varno") or 0
            tags = level.nulling.get(number, frozenset())
            if len(tags) != 1:
                continue
            kind, join, *side = next(iter(tags))
            attribute = resolved.number("varattno") or 0
            if kind == "FULL JOIN" and self.column(level, number, attribute).never_null:
                sides.setdefault(join, set()).update(side)
        return any(len(found) == 2 for found in sides.values())

    def _name(self, entry: Node | None, attribute: int) -> str:
        relation = self._prover.relation_of(entry)
        found = relation.attributes.get(attribute) if relation else None
        return f"{_alias(entry)}.{found.name}" if found else _alias(entry)


def _is_present(relation: int, context: Context) -> bool:
    """Tell whether a condition proves that the row of a relation is there, not null-extended."""
    return any(fact[:3] == ("VAR", 0, relation) for fact in context.facts)


def _alias(entry: Node | None) -> str:
    """Return what a query calls an entry of its range table."""
    names = entry.node("eref") if entry is not None else None
    return (names.text("aliasname") or "it").replace("\\", "") if names is not None else "it"


def _table_function_column(entry: Node, attribute: int) -> Verdict:
    """Judge a column of XMLTABLE or JSON_TABLE."""
    function = entry.node("tablefunc")
    if function is None:
        return doubtful("a column that is not known")
    if function.number("functype"):  # JSON_TABLE
        plan = function.node("plan")
        values = function.items("colvalexprs")
        # A nested path is joined like an outer join; the top one is not.
        if plan is not None and plan.tag == "JSONTABLEPATHSCAN" and attribute <= len(values):
            first, last = plan.number("colMin"), plan.number("colMax")
            in_top_path = first is not None and last is not None and first < attribute <= last + 1
            if in_top_path and values[attribute - 1] is None:
                return proven("FOR ORDINALITY counts the rows")
            value = values[attribute - 1]
            if in_top_path and isinstance(value, Node) and is_true_or_false(value):
                return proven("EXISTS is true or false")
        return doubtful("a column of JSON_TABLE may be NULL")
    if function.number("ordinalitycol") == attribute - 1:
        return proven("FOR ORDINALITY counts the rows")
    if attribute - 1 in function.numbers("notnulls"):
        return proven("the column of XMLTABLE is NOT NULL")
    return doubtful("a column of XMLTABLE may be NULL")
