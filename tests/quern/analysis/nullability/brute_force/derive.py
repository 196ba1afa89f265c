"""Which built-in functions are never NULL: what many calls could not refute.

``python -m tests.quern.analysis.nullability.brute_force.derive`` calls them on the embedded servers
of two versions and writes ``never_null.json`` anew; say ``--calls 5000`` for more of them.

A function is asked about if it is behind an operator or a cast, or if it is named below. The rest,
such as what looks things up in the catalogue, is taken to give NULL.
"""

import argparse
import json
import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path

import psycopg

from quern import embedded
from quern.analysis.nullability import builtins
from quern.connection import Connection
from tests.quern.analysis.nullability.brute_force.calls import (
    BuiltIn,
    Tally,
    built_ins,
    call,
    prepare,
)
from tests.quern.analysis.nullability.brute_force.names import ASKED_ABOUT, DOUBTED, DOUBTED_TYPES
from tests.quern.analysis.nullability.brute_force.values import bindings

LIST = Path(builtins.__file__).with_name("never_null.json")
#: So many calls have to give a value, or all that there are.
ENOUGH = 4
#: What no server of the tests can call, by OID, with the reason.
NOT_CALLED = {
    2896: "xml(text): the embedded servers are built without libxml",
    2922: "text(xml): the embedded servers are built without libxml",
}
_VERSIONS = (16, 18)


def asked_about(function: BuiltIn) -> bool:
    """Tell whether it is tried to prove that a function is never NULL."""
    if function.name in DOUBTED or not DOUBTED_TYPES.isdisjoint(function.types):
        return False
    return function.in_expressions or function.name in ASKED_ABOUT


def tallies(connection: Connection, most: int) -> list[Tally]:
    """Call all functions that are asked about, each with up to so many combinations of values."""
    prepare(connection)
    asked = [function for function in built_ins(connection) if asked_about(function)]
    return [call(connection, function, most) for function in asked if bindings(function.types)]


def was_called(tally: Tally) -> bool:
    """Tell whether enough calls gave a value to say anything."""
    return tally.succeeded >= min(ENOUGH, tally.possible)


def rules_left(tally: Tally) -> set[str]:
    """Return the rules that no call refuted, see :mod:`quern.analysis.nullability.builtins`.

    A strict function is not called with NULL, since it is known what it gives.
    """
    count = len(tally.function.types)
    if count == 0:
        return set() if tally.nulls else {"always"}
    left = {"strict"} if tally.function.strict else {"always", "any", "first", "strict"}
    for given in tally.nulls:  # the numbers of the arguments that were NULL
        left.discard("always")
        if 0 not in given or count == 1:
            left.discard("first")
        if len(given) < count or count == 1:
            left.discard("any")
        if not given:
            left.discard("strict")
    return left


def rule(tally: Tally) -> str | None:
    """Return the rule that says most of those that are left, if there is one."""
    left = rules_left(tally)
    return next((name for name in ("always", "any", "first", "strict") if name in left), None)


def derive(connections: Iterable[Connection], most: int) -> dict[str, list[int]]:
    """Return functions by OID for each rule that no server refutes."""
    found: dict[int, set[str | None]] = {oid: {"strict"} for oid in NOT_CALLED}
    for connection in connections:
        for tally in tallies(connection, most):
            if was_called(tally):
                found.setdefault(tally.function.oid, set()).add(rule(tally))
    rules: dict[str, list[int]] = {"always": [], "any": [], "first": [], "strict": []}
    for oid, names in sorted(found.items()):
        weakest = next((r for r in (None, "strict", "first", "any", "always") if r in names), None)
        if weakest is not None:
            rules[weakest].append(oid)
    return rules


def as_text(rules: Mapping[str, Iterable[int]]) -> str:
    """Return the content of the file."""
    parts: list[str] = []
    for name, oids in rules.items():
        lines = textwrap.fill(", ".join(map(str, oids)), 92)
        parts.append(f'  "{name}": [\n{textwrap.indent(lines, "    ")}\n  ]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> None:
    """Derive the list, write it, and say what changed."""
    parser = argparse.ArgumentParser(description="Derive never_null.json.")
    parser.add_argument("--calls", type=int, default=2000, help="of each function, at most")
    most = parser.parse_args().calls
    before = json.loads(LIST.read_text(encoding="utf-8"))
    names: dict[int, str] = {}
    with (
        embedded.start_scratch(version=_VERSIONS[0]) as older,
        embedded.start_scratch(version=_VERSIONS[1]) as newer,
        psycopg.connect(older.url(), autocommit=True) as first,
        psycopg.connect(newer.url(), autocommit=True) as second,
    ):
        for connection in (first, second):
            names.update((function.oid, str(function)) for function in built_ins(connection))
        after = derive((first, second), most)
    LIST.write_text(as_text(after), encoding="utf-8")
    for name in after:
        gone = sorted(set(before.get(name, ())) - set(after[name]))
        new = sorted(set(after[name]) - set(before.get(name, ())))
        print(f"{name}: {len(after[name])}, {len(new)} new, {len(gone)} gone")
        for sign, oids in (("+", new), ("-", gone)):
            for oid in oids:
                print(f"  {sign} {oid} {names.get(oid, '')}")


if __name__ == "__main__":
    main()
