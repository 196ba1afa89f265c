"""What has no comment: comments become docstrings and diagrams."""

from collections.abc import Iterator

from db.commands.catalogue.objects import Catalogue
from db.commands.findings import Finding

#: How COMMENT ON calls each kind of relation and function.
_WORDS = {
    "table": "TABLE",
    "view": "VIEW",
    "materialized view": "MATERIALIZED VIEW",
    "foreign table": "FOREIGN TABLE",
    "function": "FUNCTION",
    "procedure": "PROCEDURE",
    "aggregate": "AGGREGATE",
    "window function": "FUNCTION",
}


def objects_without_comment(catalogue: Catalogue) -> Iterator[Finding]:
    """Find schemas, tables, columns, views, types and functions that nothing is said about.

    Columns of views take the words of what they show, and partitions those of their table.
    """
    for words, name in _without(catalogue):
        yield Finding(
            "no-comment",
            name,
            f"{words.lower()} {name} has no comment",
            f"COMMENT ON {words} {name} IS '...', in one or two plain sentences",
        )


def _without(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield what COMMENT ON calls each object without a comment, and its name."""
    for schema in catalogue.schemas:
        if _is_blank(schema.comment):
            yield "SCHEMA", schema.quoted
    for relation in catalogue.relations:
        if _is_blank(relation.comment) and not relation.is_partition:
            yield _WORDS[relation.kind], relation.qualified
    tables = {table.qualified for table in catalogue.tables}
    for column in catalogue.columns:
        if _is_blank(column.comment) and column.table in tables:
            yield "COLUMN", f"{column.table}.{column.quoted}"
    for named in catalogue.types:
        if _is_blank(named.comment):
            yield named.words, named.qualified
    for function in catalogue.functions:
        if _is_blank(function.comment):
            yield _WORDS[function.kind], function.signature


def _is_blank(comment: str | None) -> bool:
    return not (comment or "").strip()
