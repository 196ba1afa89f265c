"""Triggers and rules that change what a statement stores, or only look as if they did."""

from random import Random

from tests.quern.analysis.nullability.random_schema.parts import Schema, Table


def add_triggers(random: Random, schema: Schema, table: Table) -> None:
    """Give a table a trigger that forgets a column, sometimes."""
    if random.random() > 0.35:
        return
    free = [c for c in table.columns if not c.not_null and not c.generated]
    if not free:
        return
    victim = random.choice(free).name
    event = random.choice(["INSERT", "UPDATE", "INSERT OR UPDATE"])
    on = random.choice([table.name, *table.children, *table.partitions])
    function = f"forget_{table.name}"
    table.forgotten = victim
    schema.before.append(
        f"CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS "
        f"'BEGIN NEW.{victim} := NULL; RETURN NEW; END'"
    )
    kind = random.random()
    if kind < 0.7:
        schema.before.append(_trigger("BEFORE", event, on, function))
    elif kind < 0.8:
        schema.before += [
            _trigger("BEFORE", event, on, function),
            f"ALTER TABLE {on} DISABLE TRIGGER forget",
        ]
    else:
        schema.before += [
            f"CREATE FUNCTION {function}_not() RETURNS trigger LANGUAGE plpgsql AS "
            "'BEGIN RETURN NULL; END'",
            _trigger("AFTER", event, on, f"{function}_not")
            if kind < 0.9
            else _trigger("BEFORE", event, on, f"{function}_not", "STATEMENT"),
        ]


def add_instead_trigger(random: Random, schema: Schema, view: Table) -> None:
    """Give a view a trigger that does nothing, or forgets a column."""
    victim = random.choice(view.columns).name
    forget = random.choice(["", f"NEW.{victim} := NULL; "])
    schema.before += [
        f"CREATE FUNCTION instead_{view.name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"'BEGIN IF TG_OP = ''DELETE'' THEN RETURN OLD; END IF; {forget}RETURN NEW; END'",
        f"CREATE TRIGGER instead INSTEAD OF INSERT OR UPDATE OR DELETE ON {view.name} "
        f"FOR EACH ROW EXECUTE FUNCTION instead_{view.name}()",
    ]


def _trigger(when: str, event: str, on: str, function: str, each: str = "ROW") -> str:
    return (
        f"CREATE TRIGGER forget {when} {event} ON {on} "
        f"FOR EACH {each} EXECUTE FUNCTION {function}()"
    )
