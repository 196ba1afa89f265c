import re
from typing import LiteralString

import psycopg
import pytest

from db.commands.catalogue.read import read_catalogue
from db.commands.diagrams import as_markdown, diagram

#: The lines that a diagram may consist of, as the grammar of Mermaid's erDiagram has them.
NAME = r'(?:[A-Za-z_]\w*|"[^"%\\\n]+")'
LINES = re.compile(
    rf"(?: {{4}}{NAME} {{\n"
    r"(?: {8}[^\W\d]\w* [^\W\d]\w*(?: (?:PK|FK|UK)(?:,(?:FK|UK))*)?\n)*"
    r" {4}}\n)*"
    rf'(?: {{4}}{NAME} (?:\|\||\|o)--(?:o\{{|o\|) {NAME} : "[^"%\\\n]+"\n)*'
)


def drawn(connection: psycopg.Connection, *statements: LiteralString) -> list[str]:
    """Run statements, and return the lines of the diagram of schema ``app``, without its first."""
    for statement in statements:
        connection.execute(statement)
    first, *lines = diagram(read_catalogue(connection), "app").split("\n")
    assert first == "erDiagram"
    assert LINES.fullmatch("".join(f"{line}\n" for line in lines)), lines
    return [line.strip() for line in lines]


def relations(connection: psycopg.Connection, *statements: LiteralString) -> list[str]:
    return [line for line in drawn(connection, *statements) if "--" in line]


# tables and columns


def test_a_table_has_its_columns_in_their_order(blank: psycopg.Connection) -> None:
    made = "CREATE TABLE app.t (z integer PRIMARY KEY, a text UNIQUE, b boolean)"
    assert drawn(blank, made) == ["t {", "integer z PK", "text a UK", "boolean b", "}"]


@pytest.mark.parametrize(
    ("type_name", "shown"),
    [
        ("timestamptz", "timestamp_with_time_zone"),
        ("varchar(20)", "character_varying"),
        ("numeric(10, 2)", "numeric"),
        ("double precision", "double_precision"),
        ("interval day to second", "interval"),
        ("text[]", "ARRAY"),
        ("app.kind", "kind"),
        ("app.kind[]", "ARRAY"),
        ('app."a kind"', "a_kind"),
        ("app.amount", "amount"),
        ('"char"', "_char_"),
    ],
)
def test_a_type_is_one_word(
    blank: psycopg.Connection, type_name: LiteralString, shown: str
) -> None:
    made = (
        "CREATE TYPE app.kind AS ENUM ('a')",
        "CREATE TYPE app.\"a kind\" AS ENUM ('a')",
        "CREATE DOMAIN app.amount AS bigint",
        "CREATE TABLE app.t (a " + type_name + ")",
    )
    assert drawn(blank, *made)[1] == f"{shown} a"


@pytest.mark.parametrize(
    ("column", "shown"),
    [
        ('"a column"', "a_column"),
        ('"1st"', "_1st"),
        ('"PK"', "_PK"),
        ('"FK"', "_FK"),
        ('"UK"', "_UK"),
        ('"a$b.c""d%"', "a_b_c_d_"),
        ('"größe"', "größe"),
        ('"order"', "order"),
    ],
)
def test_a_column_is_one_word(blank: psycopg.Connection, column: LiteralString, shown: str) -> None:
    assert drawn(blank, "CREATE TABLE app.t (" + column + " text)")[1] == f"text {shown}"


@pytest.mark.parametrize(
    ("table", "shown"),
    [
        ("users", "users"),
        ('"Users_2"', "Users_2"),
        ('"a table"', '"a table"'),
        ('"1st"', '"1st"'),
        ('"größe"', '"größe"'),
        ('"a""b%c\\d"', '"a_b_c_d"'),
        *((f'"{word}"', f'"{word}"') for word in ("end", "class", "style", "one", "to", "title")),
        *((word, word) for word in ("classes", "one_x", "styles", "ends", "only_one", "titles")),
    ],
)
def test_a_table_with_an_odd_name_stands_in_quotes(
    blank: psycopg.Connection, table: LiteralString, shown: str
) -> None:
    made = "CREATE TABLE app." + table + " (a integer PRIMARY KEY, b integer)"
    key = "ALTER TABLE app." + table + " ADD FOREIGN KEY (b) REFERENCES app." + table
    lines = drawn(blank, made, key)
    assert lines[0] == f"{shown} {{"
    assert lines[-1] == f'{shown} |o--o{{ {shown} : "b"'


def test_each_column_of_a_key_is_marked(blank: psycopg.Connection) -> None:
    made = (
        "CREATE TABLE app.p (a integer, b integer, PRIMARY KEY (a, b))",
        "CREATE TABLE app.t (a integer, b integer, c integer, PRIMARY KEY (a), UNIQUE (b, c),"
        " FOREIGN KEY (a, b) REFERENCES app.p)",
    )
    assert drawn(blank, *made)[5:8] == ["integer a PK,FK", "integer b FK,UK", "integer c UK"]


def test_a_unique_key_around_the_primary_key_is_not_marked(blank: psycopg.Connection) -> None:
    made = "CREATE TABLE app.t (id integer PRIMARY KEY, team_id integer, UNIQUE (team_id, id))"
    assert drawn(blank, made)[1:3] == ["integer id PK", "integer team_id"]


def test_views_and_partitions_are_not_drawn(blank: psycopg.Connection) -> None:
    made = (
        "CREATE TABLE app.t (a integer) PARTITION BY LIST (a)",
        "CREATE TABLE app.t_1 PARTITION OF app.t FOR VALUES IN (1)",
        "CREATE VIEW app.v AS SELECT 1 AS one",
    )
    assert drawn(blank, *made) == ["t {", "integer a", "}"]


def test_tables_stand_in_the_order_of_their_names(blank: psycopg.Connection) -> None:
    made = "CREATE TABLE app.b ()", "CREATE TABLE app.c ()", "CREATE TABLE app.a ()"
    assert drawn(blank, *made) == ["a {", "}", "b {", "}", "c {", "}"]


# relations


PARENT: LiteralString = "CREATE TABLE app.p (a integer, b integer, PRIMARY KEY (a), UNIQUE (a, b))"


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        ("a integer NOT NULL REFERENCES app.p", '|| o{ "a"'),
        ("a integer REFERENCES app.p", '|o o{ "a"'),
        ("a integer NOT NULL UNIQUE REFERENCES app.p", '|| o| "a"'),
        ("a integer UNIQUE REFERENCES app.p", '|o o| "a"'),
        ("a integer PRIMARY KEY REFERENCES app.p", '|| o| "a"'),
        (
            "a integer NOT NULL, b integer NOT NULL, FOREIGN KEY (b, a) REFERENCES app.p (b, a)",
            '|| o{ "b, a"',
        ),
        (
            "a integer NOT NULL, b integer, FOREIGN KEY (a, b) REFERENCES app.p (a, b)",
            '|o o{ "a, b"',
        ),
        (
            "a integer PRIMARY KEY, b integer NOT NULL, FOREIGN KEY (a, b) REFERENCES app.p (a, b)",
            '|| o| "a, b"',
        ),
        (
            "a integer NOT NULL REFERENCES app.p, b integer NOT NULL, UNIQUE (a, b)",
            '|| o{ "a"',
        ),
    ],
)
def test_a_relation_says_how_many_there_may_be(
    blank: psycopg.Connection, columns: LiteralString, shown: str
) -> None:
    left, right, label = shown.split(" ", 2)
    made = "CREATE TABLE app.t (" + columns + ")"
    assert relations(blank, PARENT, made) == [f"p {left}--{right} t : {label}"]


@pytest.mark.parametrize(
    ("index", "right"),
    [
        ("UNIQUE INDEX ON app.t (a)", "o|"),
        ("INDEX ON app.t (a)", "o{"),
        ("UNIQUE INDEX ON app.t (a) WHERE a > 0", "o{"),
        ("UNIQUE INDEX ON app.t (abs(a))", "o{"),
    ],
)
def test_a_unique_index_says_it_as_well_as_a_constraint(
    blank: psycopg.Connection, index: LiteralString, right: str
) -> None:
    made = "CREATE TABLE app.t (a integer REFERENCES app.p)", "CREATE " + index
    assert relations(blank, PARENT, *made) == [f'p |o--{right} t : "a"']


def test_relations_stand_in_the_order_of_children_and_columns(blank: psycopg.Connection) -> None:
    made = (
        "CREATE TABLE app.z (y integer REFERENCES app.p, x integer REFERENCES app.p)",
        "CREATE TABLE app.c (x integer REFERENCES app.p)",
    )
    assert relations(blank, PARENT, *made) == [
        'p |o--o{ c : "x"',
        'p |o--o{ z : "x"',
        'p |o--o{ z : "y"',
    ]


def test_a_foreign_key_into_another_schema_is_a_mark_only(blank: psycopg.Connection) -> None:
    blank.execute("CREATE SCHEMA beside")
    try:
        made = "CREATE TABLE beside.p (a integer PRIMARY KEY)"
        child = "CREATE TABLE app.t (a integer REFERENCES beside.p)"
        assert drawn(blank, made, child) == ["t {", "integer a FK", "}"]
    finally:
        blank.execute("DROP SCHEMA beside CASCADE")


# the text around it


def test_a_schema_has_its_heading_its_words_and_its_tables(blank: psycopg.Connection) -> None:
    blank.execute("COMMENT ON SCHEMA app IS 'For a test.'")
    blank.execute("CREATE TABLE app.t (a integer)")
    blank.execute("COMMENT ON TABLE app.t IS E'One | two\\nthree.'")
    assert as_markdown(read_catalogue(blank)) == (
        "### Schema `app`\n"
        "\n"
        "For a test.\n"
        "\n"
        "<details>\n"
        "<summary>1 table</summary>\n"
        "\n"
        "| table | holds |\n"
        "|---|---|\n"
        "| `t` | One \\| two three. |\n"
        "\n"
        "<!-- not run: a diagram of tables -->\n"
        "```mermaid\n"
        "erDiagram\n"
        "    t {\n"
        "        integer a\n"
        "    }\n"
        "```\n"
        "\n"
        "</details>"
    )


def test_a_schema_without_tables_has_no_part(blank: psycopg.Connection) -> None:
    assert as_markdown(read_catalogue(blank)) == ""
