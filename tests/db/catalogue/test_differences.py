"""The comparison with the facts notices what it is there to notice."""

from dataclasses import replace

import pytest

from tests.db.catalogue.differences import of_addition, of_enum, of_table
from tests.db.catalogue.facts import Table

WANTED = Table(
    columns={"id": "integer NOT NULL", "book_id": "integer", "title": "text"},
    primary_key="id",
    unique=("title", "book_id, title"),
    indexes=("title",),
    checks=("CHECK ((id > 0))",),
    triggers=("set_updated_at",),
    foreign_keys={"book_id": "rag.books (id) ON DELETE CASCADE"},
)


def test_a_table_with_more_than_the_wanted_one_differs_in_nothing() -> None:
    found = replace(
        WANTED,
        columns={**WANTED.columns, "more": "text"},
        unique=(*WANTED.unique, "more"),
        indexes=("title, more",),
        triggers=("more", *WANTED.triggers),
        checks=(*WANTED.checks, "CHECK (true)"),
        foreign_keys={**WANTED.foreign_keys, "more": "rag.more (id) ON DELETE CASCADE"},
    )
    assert of_table(WANTED, found) == []


@pytest.mark.parametrize(
    ("found", "difference"),
    [
        (None, "the table is missing"),
        (
            replace(WANTED, columns={"id": "integer NOT NULL", "book_id": "integer"}),
            "column title is missing",
        ),
        (
            replace(WANTED, columns={**WANTED.columns, "id": "bigint NOT NULL"}),
            "column id is bigint NOT NULL in place of integer NOT NULL",
        ),
        (replace(WANTED, primary_key="title"), "primary key (title) in place of (id)"),
        (replace(WANTED, unique=("title",)), "unique key (book_id, title) is missing"),
        (
            replace(WANTED, indexes=("titles", "more, title")),
            "an index that begins with (title) is missing",
        ),
        (replace(WANTED, checks=()), "CHECK ((id > 0)) is missing"),
        (replace(WANTED, triggers=()), "trigger set_updated_at is missing"),
        (
            replace(WANTED, foreign_keys={}),
            "foreign key (book_id) to rag.books (id) ON DELETE CASCADE is missing",
        ),
        (
            replace(WANTED, foreign_keys={"book_id": "rag.books (id) ON DELETE SET NULL"}),
            "foreign key (book_id) is to rag.books (id) ON DELETE SET NULL"
            " in place of rag.books (id) ON DELETE CASCADE",
        ),
        (
            replace(
                WANTED,
                foreign_keys={"team_id, book_id": "rag.books (team_id, id) ON DELETE CASCADE"},
            ),
            "foreign key (book_id) became (team_id, book_id)",
        ),
    ],
)
def test_what_a_table_lacks_is_named(found: Table | None, difference: str) -> None:
    assert difference in of_table(WANTED, found)


@pytest.mark.parametrize(
    "target",
    [
        "rag.books (team_id, id) ON DELETE SET NULL",
        "rag.others (team_id, id) ON DELETE CASCADE",
        "rag.books (id, team_id) ON DELETE CASCADE",
    ],
)
def test_a_wider_foreign_key_of_another_kind_is_not_the_same(target: str) -> None:
    found = replace(WANTED, foreign_keys={"team_id, book_id": target})
    missing = "foreign key (book_id) to rag.books (id) ON DELETE CASCADE is missing"
    assert of_table(WANTED, found) == [missing]


def test_a_unique_key_that_became_the_primary_key_is_named() -> None:
    wanted = Table({}, unique=("a, b",))
    found = Table({}, primary_key="a, b")
    assert of_table(wanted, found) == ["unique key (a, b) became the primary key"]


@pytest.mark.parametrize(
    ("words", "declared", "same"),
    [
        ("", "text", True),
        ("text", "text NOT NULL", True),
        ("text NOT NULL", "text NOT NULL DEFAULT ''::text", True),
        ("text", "text[]", False),
        ("text NOT NULL", "text", False),
    ],
)
def test_a_column_that_is_added_begins_with_the_words(
    words: str, declared: str, same: bool
) -> None:
    found = of_addition(Table({"a": words}), Table({"a": declared}, primary_key="b"))
    assert (found == []) is same


def test_a_column_or_key_that_should_be_added_and_is_not_is_named() -> None:
    assert of_addition(Table({"a": ""}, primary_key="a"), Table({})) == [
        "column a is missing",
        "primary key () in place of (a)",
    ]


@pytest.mark.parametrize(
    ("found", "differences"),
    [
        (["A", "B"], []),
        (["B", "A"], ["the labels are B, A in place of A, B"]),
        (["A"], ["the labels are A in place of A, B"]),
        (["A", "B", "C"], ["the labels are A, B, C in place of A, B"]),
        (None, ["the type is missing"]),
    ],
)
def test_labels_of_an_enum_that_differ_are_named(
    found: list[str] | None, differences: list[str]
) -> None:
    assert of_enum(["A", "B"], found) == differences
