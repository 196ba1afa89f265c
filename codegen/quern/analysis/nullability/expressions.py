"""Which expressions can never be NULL, by what they are."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from quern.analysis.nullability.argument_rules import needed_arguments
from quern.analysis.nullability.builtins import never_null_rule
from quern.analysis.nullability.json_tests import is_true_or_false
from quern.analysis.nullability.level import Context, Level, parameter_key
from quern.analysis.nullability.never_null_tags import NEVER_NULL_TAGS
from quern.analysis.nullability.verdict import Verdict, doubtful, first_doubt, first_proof, proven
from quern.analysis.tree.constants import is_false_or_null
from quern.analysis.tree.node_enums import CommandType, ParameterKind, SublinkType
from quern.analysis.tree.nodetree import Node

if TYPE_CHECKING:
    from quern.analysis.nullability.prover import Prover

#: ``SVFOP_CURRENT_SCHEMA``: NULL when the search path names no schema that exists.
_CURRENT_SCHEMA = 14
#: ``JSCTOR_JSON_OBJECT`` and ``JSCTOR_JSON_ARRAY``; then JSON(), JSON_SCALAR(), JSON_SERIALIZE().
_JSON_CONSTRUCTORS = frozenset({1, 2})
_JSON_CONVERSIONS = frozenset({5, 6, 7})

#: A method of the class below; the first argument is the object.
_Rule = Callable[[Any, Node, Level, Context], Verdict]


#: Tags whose rules look at facts themselves.
_WITHOUT_FACTS = frozenset({"VAR"})

#: Tags whose rules also say whether the elements of an array may be NULL. Those of other tags may
#: pass on what is said of an argument, which is another array.
_OF_ARRAYS = frozenset({"VAR", "SUBLINK"})


class Expressions:
    """Finds the verdict on an expression."""

    def __init__(self, prover: "Prover") -> None:
        self._prover = prover

    def verdict(self, expression: Node | None, level: Level, context: Context) -> Verdict:
        """Return whether an expression can be NULL."""
        if expression is None:
            return doubtful("no expression")
        if expression.tag not in _WITHOUT_FACTS:
            found = self._by_facts(expression, level, context)
            if found is not None:
                return found
        rule = self.RULES.get(expression.tag)
        if rule is None:
            self._prover.unknown_tags.add(expression.tag)
            return doubtful(f"nothing is known of {expression.tag}")
        verdict = rule(self, expression, level, context)
        if expression.tag == "VAR" or not (verdict.no_null_elements or verdict.in_row):
            return verdict
        elements = verdict.no_null_elements and expression.tag in _OF_ARRAYS
        return replace(verdict, no_null_elements=elements, in_row=False)

    def _by_facts(self, expression: Node, level: Level, context: Context) -> Verdict | None:
        """Decide by what conditions prove, or by grouping sets; None when they say nothing.

        Before PostgreSQL 18 even a constant may be what a grouping set leaves out.
        """
        if not (context.facts or level.facts or level.having_facts or level.group_nullable):
            return None
        key = level.key(expression)
        if context.grouped and key in level.group_lookalikes:
            return doubtful("a grouping set leaves it out")
        if key in context.facts or (context.grouped and key in level.having_facts):
            return proven("a condition rules NULL out")
        if context.grouped and not context.in_aggregate and key in level.group_nullable:
            return doubtful("a grouping set leaves it out")
        if level.group_nullable or level.returning is not None:
            return None
        if key in level.facts and level.facts_hold(context):
            return proven("a condition rules NULL out")
        return None

    def _constant(self, node: Node, _level: Level, _context: Context) -> Verdict:
        return doubtful("the constant NULL") if node.flag("constisnull") else proven("a constant")

    def _parameter(self, node: Node, level: Level, context: Context) -> Verdict:
        number = node.number("paramid") or 0
        kind = node.number("paramkind")
        if kind == ParameterKind.SUBLINK and context.sublink_outputs is not None:
            if number <= len(context.sublink_outputs) and context.sublink_outputs[number - 1]:
                return proven("a column of the sub-query that is never NULL")
            return doubtful("a column of the sub-query may be NULL")
        if kind != ParameterKind.EXTERNAL:
            return doubtful("a value of the executor")
        if number in self._prover.non_null_parameters:
            return proven("a parameter that is not NULL")
        if self._is_checked(node):
            return proven("its domain is NOT NULL")
        key = parameter_key(number)
        if key in context.facts or (key in level.facts and level.facts_hold(context)):
            return proven("a condition rules NULL out")
        if context.grouped and key in level.having_facts:
            return proven("a condition rules NULL out")
        return doubtful(f"parameter ${number} may be NULL")

    def _is_checked(self, parameter: Node) -> bool:
        """Tell whether NULL fails: a domain checks what the client sends.

        It does not check what is of its type already, such as a column that an outer join nulls,
        where that is the argument of a function.
        """
        is_given = (parameter.number("paramtype") or 0) in self._prover.catalog.not_null_domains
        return is_given and not self._prover.in_function

    def _variable(self, node: Node, level: Level, context: Context) -> Verdict:
        return self._prover.columns.variable(node, level, context)

    def _argument(self, node: Node, level: Level, context: Context) -> Verdict:
        return self.verdict(node.node("arg"), level, context)

    def _to_domain(self, node: Node, level: Level, context: Context) -> Verdict:
        if (node.number("resulttype") or 0) in self._prover.catalog.not_null_domains:
            return proven("a cast to a domain that is NOT NULL")
        return self._argument(node, level, context)

    def _never(self, node: Node, _level: Level, _context: Context) -> Verdict:
        return proven(NEVER_NULL_TAGS[node.tag])

    def _call(self, node: Node, level: Level, context: Context) -> Verdict:
        """Judge an operator or function by when it is known to give NULL."""
        is_operator = node.tag == "OPEXPR"
        if node.flag("opretset" if is_operator else "funcretset"):
            # Several in one target list pad each other with NULL.
            if level.set_returning == 1:
                return self._prover.columns.set_function(node, level, context)
            return doubtful("one of several set-returning functions")
        oid = node.number("opfuncid" if is_operator else "funcid") or 0
        function = self._prover.catalog.functions.get(oid)
        if function is None:
            return doubtful("an unknown function")
        arguments = node.nodes("args")
        rule = never_null_rule(function)
        if rule is None:
            needed = needed_arguments(function, node)
            if needed is not None:
                judged = (self.verdict(argument, level, context) for argument in needed)
                return first_doubt(judged, f"{function.name} of values that are never NULL")
            in_order = all(argument.tag != "NAMEDARGEXPR" for argument in arguments)
            given = [self.verdict(a, level, context) for a in arguments] if in_order else []
            return self._prover.sql_functions.verdict(function, given)
        if node.flag("funcvariadic") and rule != "strict":
            if function.name != "concat":
                return doubtful(f"{function.name} with VARIADIC may give NULL")
            return self.verdict(arguments[-1], level, context)
        verdicts = (self.verdict(argument, level, context) for argument in arguments)
        match rule:
            case "always":
                return proven(f"{function.name} never gives NULL")
            case "strict":
                return first_doubt(verdicts, f"{function.name} of values that are never NULL")
            case "any":
                return first_proof(verdicts, f"each argument of {function.name} may be NULL")
            case _:  # "first"
                return self.verdict(arguments[0], level, context)

    def _array_comparison(self, node: Node, level: Level, context: Context) -> Verdict:
        """``x = ANY (array)`` gives NULL if ``x``, the array or an element is NULL."""
        function = self._prover.catalog.functions.get(node.number("opfuncid") or 0)
        if function is None or never_null_rule(function) != "strict":
            return doubtful("its operator may give NULL")
        scalar, array = node.nodes("args")
        found = first_doubt(
            (self.verdict(side, level, context) for side in (scalar, array)),
            "a comparison with elements that are never NULL",
        )
        if found.never_null and not self._prover.elements.never_null(array, level, context):
            return doubtful("an element of the array may be NULL")
        return found

    def _coalesce(self, node: Node, level: Level, context: Context) -> Verdict:
        arguments = node.nodes("args")
        found = first_proof(
            (self.verdict(argument, level, context) for argument in arguments),
            "each argument of COALESCE may be NULL",
        )
        if found.never_null:
            return proven("an argument of COALESCE is never NULL")
        if self._prover.columns.both_sides_of_full_join(arguments, level, context):
            return proven("one side of the FULL JOIN is always there")
        return found

    def _greatest(self, node: Node, level: Level, context: Context) -> Verdict:
        return first_proof(
            (self.verdict(argument, level, context) for argument in node.nodes("args")),
            "each argument of GREATEST or LEAST may be NULL",
        )

    def _null_if(self, _node: Node, _level: Level, _context: Context) -> Verdict:
        return doubtful("NULLIF may give NULL")

    def _row_comparison(self, _node: Node, _level: Level, _context: Context) -> Verdict:
        return doubtful("a comparison of rows may give NULL")

    def _boolean(self, node: Node, level: Level, context: Context) -> Verdict:
        """AND is NULL only if no arm is false and one is NULL.

        So once an arm is never NULL, the others may be judged as if it were true: were it false,
        so would the whole be. For OR the other way round.
        """
        arms = list(node.nodes("args"))
        operator = node.text("boolop")
        if operator == "not":
            return self.verdict(arms[0], level, context)
        facts = self._prover.facts
        assume = facts.when_true if operator == "and" else facts.when_false
        while arms:
            verdicts = [self.verdict(arm, level, context) for arm in arms]
            settled = [
                arm for arm, verdict in zip(arms, verdicts, strict=True) if verdict.never_null
            ]
            if not settled:
                return verdicts[0]
            for arm in settled:
                arms.remove(arm)
                context = context.knowing(assume(arm, level))
        return proven(f"{(operator or '').upper()} of conditions that are never NULL")

    def _case(self, node: Node, level: Level, context: Context) -> Verdict:
        value = node.node("arg")
        facts = self._prover.facts
        if value is not None:
            context = replace(context, case_value=value)
        for when in node.nodes("args"):
            condition, result = when.node("expr"), when.node("result")
            if condition is None or result is None:
                return doubtful("a branch of CASE is not known")
            known = facts.when_true(condition, level)
            if value is not None and self._compares_case_value(condition):
                known |= facts.when_not_null(value, level)
            if not is_false_or_null(condition):
                found = self.verdict(result, level, context.knowing(known))
                if not found.never_null:
                    return doubtful(f"a branch of CASE: {found.why}")
            context = context.knowing(facts.when_not_true(condition, level))
        default = node.node("defresult")
        if default is None:
            return doubtful("CASE without ELSE")
        found = self.verdict(default, level, context)
        if not found.never_null:
            return doubtful(f"a branch of CASE: {found.why}")
        return proven("no branch of CASE is NULL")

    def _compares_case_value(self, condition: Node) -> bool:
        """Tell whether a branch of ``CASE value WHEN`` is a strict comparison with the value.

        With the value itself, that is: what converts it may make a value of NULL.
        """
        if condition.tag != "OPEXPR":
            return False
        function = self._prover.catalog.functions.get(condition.number("opfuncid") or 0)
        strict = function is not None and function.strict
        compared = (
            side.node("arg") if side.tag == "RELABELTYPE" else side
            for side in condition.nodes("args")
        )
        return strict and any(side and side.tag == "CASETESTEXPR" for side in compared)

    def _case_value(self, _node: Node, level: Level, context: Context) -> Verdict:
        if context.case_value is None:
            return doubtful("a value that is not known")
        return self.verdict(context.case_value, level, replace(context, case_value=None))

    def _aggregate(self, node: Node, level: Level, context: Context) -> Verdict:
        return self._prover.aggregates.aggregate(node, level, context)

    def _window(self, node: Node, level: Level, context: Context) -> Verdict:
        return self._prover.aggregates.window(node, level, context)

    def _sublink(self, node: Node, level: Level, context: Context) -> Verdict:
        query = node.node("subselect")
        kind = node.number("subLinkType")
        if query is None:
            return doubtful("a sub-query that is not known")
        match kind:
            case SublinkType.EXISTS:
                return proven("EXISTS is true or false")
            case SublinkType.ARRAY:
                return proven("ARRAY() is an array, if an empty one")
            case SublinkType.EXPRESSION:
                return self._prover.sublinks.scalar(query, level, context)
            case SublinkType.ANY | SublinkType.ALL:
                test = node.node("testexpr")
                if test is None or test.tag not in {"OPEXPR", "BOOLEXPR"}:
                    return doubtful("a comparison with a sub-query may give NULL")
                outputs = self._prover.outputs(query, level, context)
                never = tuple(verdict.never_null for verdict in outputs)
                return self.verdict(test, level, replace(context, sublink_outputs=never))
            case _:
                return doubtful("a comparison with a sub-query may give NULL")

    def _sql_value(self, node: Node, _level: Level, _context: Context) -> Verdict:
        if node.number("op") == _CURRENT_SCHEMA:
            return doubtful("current_schema may be NULL")
        return proven("a value of the session")

    def _field(self, node: Node, level: Level, context: Context) -> Verdict:
        """``(row).field``: a field of ROW(...), or of a whole row of a relation."""
        row = node.node("arg")
        number = node.number("fieldnum") or 0
        if row is not None and row.tag == "ROWEXPR" and 0 < number <= len(row.nodes("args")):
            return self.verdict(row.nodes("args")[number - 1], level, context)
        if row is not None and row.tag == "VAR" and row.number("varattno") == 0:
            column = Node("VAR", {**row.fields, "varattno": str(number)})
            return self._prover.columns.variable(column, level, context)
        return doubtful("a field of a composite value may be NULL")

    def _json_constructor(self, node: Node, level: Level, context: Context) -> Verdict:
        kind = node.number("type")
        if kind in _JSON_CONSTRUCTORS:
            return proven("a JSON constructor")
        if (call := node.node("func")) is not None:
            return self.verdict(call, level, context)
        arguments = node.nodes("args")
        if kind in _JSON_CONVERSIONS and arguments:
            return first_doubt(
                (self.verdict(argument, level, context) for argument in arguments),
                "JSON of a value that is never NULL",
            )
        return doubtful("a JSON function may give NULL")

    def _json_value(self, node: Node, level: Level, context: Context) -> Verdict:
        value = node.node("formatted_expr") or node.node("raw_expr")
        return self.verdict(value, level, context)

    def _json_test(self, node: Node, level: Level, context: Context) -> Verdict:
        return self.verdict(node.node("expr"), level, context)

    def _json_query(self, node: Node, level: Level, context: Context) -> Verdict:
        if not is_true_or_false(node):
            return doubtful("a JSON query may give NULL")
        needed = (node.node("formatted_expr"), node.node("path_spec"))
        judged = (self.verdict(value, level, context) for value in needed)
        return first_doubt(judged, "JSON_EXISTS of a value that is never NULL")

    def _subscript(self, node: Node, level: Level, context: Context) -> Verdict:
        """Judge an element of an array, or a slice, which is empty where there is nothing."""
        if not node.items("reflowerindexpr"):
            return doubtful("a subscript may reach nothing")
        bounds = (*node.nodes("reflowerindexpr"), *node.nodes("refupperindexpr"))
        judged = (self.verdict(v, level, context) for v in (node.node("refexpr"), *bounds))
        return first_doubt(judged, "a slice of an array that is never NULL")

    def _returned(self, node: Node, level: Level, context: Context) -> Verdict:
        """PostgreSQL 18: an expression over ``old`` or ``new``, one of which may not exist."""
        command = level.query.number("commandType")
        if node.flag("retold") or command in {CommandType.DELETE, CommandType.MERGE}:
            return doubtful("the old or new row may not exist")
        return self.verdict(node.node("retexpr"), level, context)

    #: The rule for each tag.
    RULES: ClassVar[Mapping[str, _Rule]] = {
        "CONST": _constant,
        "PARAM": _parameter,
        "VAR": _variable,
        "RELABELTYPE": _argument,
        "NAMEDARGEXPR": _argument,
        "COERCEVIAIO": _argument,
        "ARRAYCOERCEEXPR": _argument,
        "CONVERTROWTYPEEXPR": _argument,
        "COLLATEEXPR": _argument,
        "COERCETODOMAIN": _to_domain,
        **dict.fromkeys(NEVER_NULL_TAGS, _never),
        "OPEXPR": _call,
        "FUNCEXPR": _call,
        "SCALARARRAYOPEXPR": _array_comparison,
        "ROWCOMPAREEXPR": _row_comparison,
        "COALESCEEXPR": _coalesce,
        "MINMAXEXPR": _greatest,
        "NULLIFEXPR": _null_if,
        "BOOLEXPR": _boolean,
        "CASEEXPR": _case,
        "CASETESTEXPR": _case_value,
        "AGGREF": _aggregate,
        "WINDOWFUNC": _window,
        "SUBLINK": _sublink,
        "SQLVALUEFUNCTION": _sql_value,
        "FIELDSELECT": _field,
        "JSONCONSTRUCTOREXPR": _json_constructor,
        "JSONVALUEEXPR": _json_value,
        "JSONISPREDICATE": _json_test,
        "JSONEXPR": _json_query,
        "SUBSCRIPTINGREF": _subscript,
        "RETURNINGEXPR": _returned,
    }
