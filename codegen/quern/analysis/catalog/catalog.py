"""Types and relations, read from the catalogue in a few set-based queries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from quern.analysis.catalog import catalog_sql
from quern.analysis.catalog.functions import Function, Functions, read_functions
from quern.analysis.catalog.type_functions import TypeFunctions
from quern.analysis.catalog.unique_keys import UniqueKey, read_equality, read_unique_keys
from quern.analysis.tree.contents import Contents, find_contents
from quern.analysis.tree.node_enums import NullTestType
from quern.analysis.tree.nodetree import Node, read_tree
from quern.analysis.tree.rewritten import rewritten_queries
from quern.connection import Connection

TypeKind = Literal["base", "enum", "domain", "array", "composite", "range", "multirange", "pseudo"]

_KINDS: dict[str, TypeKind] = {
    "b": "base",
    "e": "enum",
    "d": "domain",
    "c": "composite",
    "r": "range",
    "m": "multirange",
    "p": "pseudo",
}

#: What a CHECK may say of a column.
_IS_NOT_NULL = "is not null"
_NO_NULL_ELEMENTS = "no null elements"
#: ``array_position(anycompatiblearray, anycompatible)``.
_ARRAY_POSITION = 3277


@dataclass(frozen=True)
class TypeAttribute:
    """An attribute of a composite type.

    :ivar type: OID
    :ivar dimensions: of an array: how many it was declared with, or 1
    """

    name: str
    type: int
    comment: str | None
    dimensions: int


@dataclass(frozen=True)
class PgType:
    """A type of the server.

    :ivar display: its name as SQL writes it, such as ``timestamp with time zone``
    :ivar element: OID of the elements of an array, or 0
    :ivar base: OID of what a domain is over, or 0
    :ivar labels: of an enum, in order
    :ivar delimiter: what parts its values in the text of an array
    :ivar subtype: OID of what a range goes over, or of the ranges that a multirange holds, or 0
    :ivar attributes: of a composite type, in order
    """

    oid: int
    schema: str
    name: str
    kind: TypeKind
    display: str
    element: int
    base: int
    labels: tuple[str, ...]
    comment: str | None
    delimiter: str = ","
    subtype: int = 0
    attributes: tuple[TypeAttribute, ...] = ()


@dataclass(frozen=True)
class Attribute:
    """A column of a relation.

    :ivar not_null: whether every row that can be stored has a value in it
    :ivar takes_null: whether no rule of the schema, known to us or not, keeps NULL out
    :ivar refuses_null: whether storing NULL in it fails, whatever older rows or children hold
    :ivar no_null_elements: whether a CHECK keeps NULL out of the arrays in it
    :ivar generated: the expression of a generated column
    :ivar dimensions: of an array: how many it was declared with, or 1; the server does not enforce
        it
    """

    name: str
    type: int
    not_null: bool
    takes_null: bool
    refuses_null: bool
    no_null_elements: bool
    generated: Node | None
    comment: str | None
    dimensions: int


@dataclass(frozen=True)
class ForeignKey:
    """A foreign key that holds at every moment.

    :ivar target: OID of the table that it refers to
    :ivar pairs: its column, the target's column, and the operator that compares them
    """

    name: str
    target: int
    pairs: frozenset[tuple[int, int, int]]


@dataclass(frozen=True)
class Relation:
    """A table, view or the like.

    :ivar kind: ``relkind``: ``r`` table, ``p`` partitioned table, ``v`` view, ...
    :ivar row_security: whether policies may hide rows
    :ivar policies: what the conditions of those hold, also those that do not bind the role that
        asks
    :ivar has_rules: whether the server puts something in its place into a query that names it: a
        view's query, or what rules say
    :ivar replicated: whether a replica has it, with all its partitions and children
    :ivar attributes: by number
    :ivar changed_on_insert: whether a BEFORE or INSTEAD trigger may change what INSERT stores
    :ivar changed_on_update: the same for UPDATE
    """

    oid: int
    schema: str
    name: str
    kind: str
    row_security: bool
    policies: tuple[Contents, ...]
    has_children: bool
    has_rules: bool
    replicated: bool
    attributes: dict[int, Attribute]
    foreign_keys: tuple[ForeignKey, ...]
    unique_keys: tuple[UniqueKey, ...]
    changed_on_insert: bool
    changed_on_update: bool
    comment: str | None = None

    @property
    def display(self) -> str:
        """Its name with its schema."""
        return f"{self.schema}.{self.name}"

    @property
    def expands(self) -> bool:
        """Whether the server puts more into a query that names it: by rules, or policies."""
        return self.has_rules or (self.row_security and self.kind != "m")

    def not_null(self, attribute: int) -> bool:
        """Tell whether every row that can be stored has a value in a column."""
        found = self.attributes.get(attribute)
        return found is not None and found.not_null


@dataclass(frozen=True)
class Catalog:
    """What was read, by OID.

    :ivar equality: the operator families whose equality an operator is
    :ivar operators: the functions of user-defined operators
    :ivar type_functions: what runs unseen for user-defined types
    """

    types: dict[int, PgType]
    relations: dict[int, Relation]
    functions: dict[int, Function]
    not_null_domains: frozenset[int]
    equality: dict[int, frozenset[int]]
    operators: dict[int, int]
    type_functions: dict[int, TypeFunctions]


def read_catalog(
    connection: Connection,
    types: Iterable[int],
    relations: Iterable[int],
    functions: Iterable[int] = (),
    operators: Iterable[int] = (),
    conversions: Iterable[int] = (),
) -> Catalog:
    """Read what the queries name, and what that is made of.

    :param types: OIDs
    :param relations: OIDs
    :param functions: OIDs
    :param operators: OIDs of user-defined ones that may be called
    :param conversions: OIDs of user-defined types of which values are read or made
    """
    called = read_functions(connection, functions, operators, conversions)
    known: dict[int, Relation] = {}
    fresh = _read_relations(connection, sorted({*relations, *_named_inside(called)}))
    while fresh:  # functions read tables, whose policies call functions
        known |= fresh
        policies = [policy for relation in fresh.values() for policy in relation.policies]
        generated = (a.generated for r in fresh.values() for a in r.attributes.values())
        computing = {oid for tree in generated if tree for oid in called_functions(tree)}
        more = read_functions(
            connection,
            computing.union(*(policy.functions for policy in policies)) - set(called.functions),
            {oid for policy in policies for oid in policy.operators},
            {oid for policy in policies for oid in (*policy.read_types, *policy.made_types)},
        )
        called = called.joined(more)
        named = {oid for policy in policies for oid in policy.relations} | _named_inside(more)
        fresh = _read_relations(connection, sorted(named - known.keys()))
    declared = (a.type for r in known.values() for a in r.attributes.values())
    domains = connection.execute(catalog_sql.NOT_NULL_DOMAINS).fetchall()
    return Catalog(
        types=_read_types(connection, {*types, *declared}),
        relations=known,
        functions=called.functions,
        not_null_domains=frozenset(oid for (oid,) in domains),
        equality=read_equality(connection),
        operators=called.operators,
        type_functions=called.type_functions,
    )


def _named_inside(functions: Functions) -> set[int]:
    """Return the OIDs of the relations that the bodies of functions name."""
    bodies = (function.body for function in functions.functions.values())
    return {oid for body in bodies if body is not None for oid in body.contents.relations}


def named_relations(tree: Node) -> Iterator[int]:
    """Yield the OIDs of the relations that a tree names."""
    for node in tree.walk():
        if node.tag == "RANGETBLENTRY" and (oid := node.number("relid")):
            yield oid


def called_functions(tree: Node) -> Iterator[int]:
    """Yield the OIDs of the functions that a tree calls."""
    for node in tree.walk():
        for name in ("funcid", "opfuncid", "aggfnoid", "winfnoid"):
            if (oid := node.number(name)) is not None:
                yield oid


def _read_types(connection: Connection, oids: set[int]) -> dict[int, PgType]:
    found: dict[int, PgType] = {}
    for row in connection.execute(catalog_sql.TYPES, [sorted(oids)]):
        oid, schema, name, letter, display, is_array, element, base, labels, comment, *more = row
        delimiter, subtype, *attributes = more
        found[oid] = PgType(
            oid=oid,
            schema=schema,
            name=name,
            kind="array" if is_array else _KINDS[letter],
            display=display,
            element=element if is_array else 0,
            base=base,
            labels=tuple(labels),
            comment=comment,
            delimiter=delimiter,
            subtype=subtype,
            attributes=tuple(map(TypeAttribute, *attributes)),
        )
    return found


def _read_relations(connection: Connection, oids: list[int]) -> dict[int, Relation]:
    if not oids:
        return {}
    checked = _checked_columns(connection, oids)
    attributes: dict[int, dict[int, Attribute]] = {}
    for row in connection.execute(catalog_sql.ATTRIBUTES, [oids, oids]):
        oid, number, name, type_oid, not_null, generated, comment, declared, dims, free = row
        tree = read_tree(generated) if generated else None
        attributes.setdefault(oid, {})[number] = Attribute(
            name=name,
            type=type_oid,
            not_null=bool(not_null) or (number, _IS_NOT_NULL) in checked.get(oid, ()),
            takes_null=free,
            refuses_null=declared or (number, _IS_NOT_NULL) in checked.get(oid, ()),
            no_null_elements=(number, _NO_NULL_ELEMENTS) in checked.get(oid, ()),
            generated=tree if isinstance(tree, Node) else None,
            comment=comment,
            dimensions=dims,
        )
    keys: dict[int, list[ForeignKey]] = {}
    for oid, name, target, columns, target_columns, operators in connection.execute(
        catalog_sql.FOREIGN_KEYS, [oids]
    ):
        pairs = frozenset(zip(columns, target_columns, operators, strict=True))
        keys.setdefault(oid, []).append(ForeignKey(name, target, pairs))
    policies: dict[int, list[Contents]] = {}
    for oid, text in connection.execute(catalog_sql.POLICIES, [oids]):
        policies.setdefault(oid, []).append(find_contents(rewritten_queries(read_tree(text))))
    unique_keys = read_unique_keys(connection, oids)
    triggers = connection.execute(catalog_sql.TRIGGERS, [oids]).fetchall()
    on_insert = {oid for oid, insert, _ in triggers if insert}
    on_update = {oid for oid, _, update in triggers if update}
    return {
        oid: Relation(
            oid=oid,
            schema=schema,
            name=name,
            kind=kind,
            row_security=row_security,
            policies=tuple(policies.get(oid, ())) if row_security else (),
            has_children=has_children,
            has_rules=has_rules,
            replicated=replicated,
            attributes=attributes.get(oid, {}),
            foreign_keys=tuple(keys.get(oid, ())),
            unique_keys=unique_keys.get(oid, ()),
            changed_on_insert=oid in on_insert,
            changed_on_update=oid in on_update,
            comment=comment,
        )
        for oid, schema, name, kind, row_security, has_children, has_rules, replicated, comment in (
            connection.execute(catalog_sql.RELATIONS, [oids])
        )
    }


def _checked_columns(connection: Connection, oids: list[int]) -> dict[int, set[tuple[int, str]]]:
    """Return what CHECK constraints say of columns, by relation."""
    found: dict[int, set[tuple[int, str]]] = {}
    for oid, text in connection.execute(catalog_sql.CHECKS, [oids]):
        tree = read_tree(text)
        if isinstance(tree, Node):
            found.setdefault(oid, set()).update(_checks(tree))
    return found


def _checks(condition: Node) -> Iterator[tuple[int, str]]:
    """Yield the columns that a condition says something of.

    ``x IS NOT NULL``, and ``array_position(x, NULL) IS NULL``. A CHECK that gives NULL passes,
    but neither of them can.
    """
    if condition.tag == "BOOLEXPR" and condition.text("boolop") == "and":
        for arm in condition.nodes("args"):
            yield from _checks(arm)
    elif condition.tag == "NULLTEST" and not condition.flag("argisrow"):
        tested = condition.node("arg")
        if tested is None:
            return
        if condition.number("nulltesttype") == NullTestType.IS_NOT_NULL:
            if tested.tag == "VAR":
                yield tested.number("varattno") or 0, _IS_NOT_NULL
        elif tested.tag == "FUNCEXPR" and tested.number("funcid") == _ARRAY_POSITION:
            array, sought = tested.nodes("args")
            if array.tag == "VAR" and sought.tag == "CONST" and sought.flag("constisnull"):
                yield array.number("varattno") or 0, _NO_NULL_ELEMENTS
