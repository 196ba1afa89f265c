"""What of the facts is missing in a database, each as a line of words.

The words are exact: ``deviations.toml`` lists the differences that are meant by them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tests.db.catalogue.facts import Table


def of_table(wanted: Table, found: Table | None) -> list[str]:
    """Return what a table lacks; what it has beside is no difference."""
    if found is None:
        return ["the table is missing"]
    return [
        *_of_columns(wanted.columns, found.columns),
        *_of_keys(wanted, found),
        *_of_indexes(wanted.indexes, found.indexes),
        *(f"{check} is missing" for check in wanted.checks if check not in found.checks),
        *(
            f"trigger {trigger} is missing"
            for trigger in wanted.triggers
            if trigger not in found.triggers
        ),
        *_of_foreign_keys(wanted.foreign_keys, found.foreign_keys),
    ]


def of_addition(wanted: Table, found: Table | None) -> list[str]:
    """Return what a table lacks, where a column need but begin with what is written down."""
    if found is None:
        return ["the table is missing"]
    begun = {
        name: words if _begins_with(found.columns.get(name, ""), words) else declared
        for name, words in wanted.columns.items()
        if (declared := found.columns.get(name)) is not None
    }
    primary_key = wanted.primary_key or found.primary_key
    return of_table(replace(wanted, primary_key=primary_key), replace(found, columns=begun))


def of_enum(wanted: Sequence[str], found: Sequence[str] | None) -> list[str]:
    """Return how the labels of an enum type differ."""
    if found is None:
        return ["the type is missing"]
    if list(found) == list(wanted):
        return []
    return [f"the labels are {', '.join(found)} in place of {', '.join(wanted)}"]


def column_names(columns: str) -> list[str]:
    """Return the names in a list of columns."""
    return columns.split(", ")


def _begins_with(declared: str, words: str) -> bool:
    return not words or declared == words or declared.startswith(f"{words} ")


def _of_columns(wanted: Mapping[str, str], found: Mapping[str, str]) -> Iterator[str]:
    for name, declared in wanted.items():
        if name not in found:
            yield f"column {name} is missing"
        elif found[name] != declared:
            yield f"column {name} is {found[name]} in place of {declared}"


def _of_keys(wanted: Table, found: Table) -> Iterator[str]:
    if wanted.primary_key and found.primary_key != wanted.primary_key:
        yield f"primary key ({found.primary_key}) in place of ({wanted.primary_key})"
    for key in wanted.unique:
        if key == found.primary_key:
            yield f"unique key ({key}) became the primary key"
        elif key not in found.unique:
            yield f"unique key ({key}) is missing"


def _of_indexes(wanted: Sequence[str], found: Sequence[str]) -> Iterator[str]:
    for columns in wanted:
        if not any(f"{index}, ".startswith(f"{columns}, ") for index in found):
            yield f"an index that begins with ({columns}) is missing"


def _of_foreign_keys(wanted: Mapping[str, str], found: Mapping[str, str]) -> Iterator[str]:
    for column, target in wanted.items():
        if found.get(column) == target:
            continue
        wider = [
            columns for columns, other in found.items() if _contains(columns, other, column, target)
        ]
        if wider:
            yield f"foreign key ({column}) became ({wider[0]})"
        elif column in found:
            yield f"foreign key ({column}) is to {found[column]} in place of {target}"
        else:
            yield f"foreign key ({column}) to {target} is missing"


def _contains(columns: str, target: str, narrow_column: str, narrow_target: str) -> bool:
    """Tell whether a foreign key refers to the same table by one of its columns in the same way."""
    table, theirs, action = _parts(target)
    pairs = zip(column_names(columns), column_names(theirs), strict=True)
    wanted_table, wanted_column, wanted_action = _parts(narrow_target)
    return (table, action) == (wanted_table, wanted_action) and (
        narrow_column,
        wanted_column,
    ) in pairs


def _parts(target: str) -> tuple[str, str, str]:
    """Return the table of a foreign key's target, its columns, and the action on delete."""
    table, _, rest = target.partition(" (")
    columns, _, action = rest.partition(") ON DELETE ")
    return table, columns, action
