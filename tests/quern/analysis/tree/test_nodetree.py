import pytest

from quern.analysis.tree.nodetree import Node, Value, read_tree


def _node(text: str) -> Node:
    value = read_tree(text)
    assert isinstance(value, Node)
    return value


def test_a_node_has_a_tag() -> None:
    assert _node("{QUERY}").tag == "QUERY"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("{A :b 1}", "1", id="number"),
        pytest.param("{A :b true}", "true", id="boolean"),
        pytest.param("{A :b <>}", None, id="nothing"),
        pytest.param("{A :b -1}", "-1", id="negative number"),
        pytest.param('{A :b ""}', '""', id="empty string"),
        pytest.param('{A :b "x"}', '"x"', id="string value"),
        pytest.param("{A :b ()}", (), id="empty list"),
        pytest.param("{A :b (o 1 2)}", ("o", "1", "2"), id="list of numbers"),
        pytest.param("{A :b ((x) <> y)}", (("x",), None, "y"), id="list in a list"),
        pytest.param("{A :b ?column?}", "?column?", id="name with signs"),
        pytest.param("{A :b :x :c 1}", ":x", id="a value that starts with a colon"),
        pytest.param("{A :b :c :c 1}", ":c", id="a value that looks like the next field"),
        pytest.param("{A :b : :c 1}", ":", id="a value that is a colon"),
        pytest.param(r"{A :b user\ name}", r"user\ name", id="escaped space"),
        pytest.param("{A :b user\\\nname}", r"user\ name", id="escaped space, wrapped"),
        pytest.param(r"{A :b \{\(\)\}}", r"\{\(\)\}", id="escaped brackets"),
        pytest.param(r"{A :b a\\}", r"a\\", id="escaped backslash before the end"),
        pytest.param(r"{A :b \<>}", r"\<>", id="a name that looks like nothing"),
        pytest.param("{A :b a[1]}", "a[1]", id="square brackets in a name"),
        pytest.param("{A :b a[ :c 1}", "a[", id="an open square bracket in a name"),
        pytest.param("{A :b [ :c 1}", "[", id="a name that is a square bracket"),
        pytest.param("{A :b größe}", "größe", id="beyond ASCII"),
    ],
)
def test_a_field_is_read_as_the_server_writes_it(text: str, value: Value) -> None:
    assert _node(text).fields["b"] == value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{A :b 4 [ 1 0 0 0 0 0 0 0 ] :c 5}", id="bytes"),
        pytest.param("{A :b 4 [ -1 -1 -1 -1 ] :c 5}", id="negative bytes"),
        pytest.param("{A :b 0 [ ] :c 5}", id="no bytes"),
        pytest.param("{A :b 4\n[ 1 0\n0 0 ]\n:c 5}", id="wrapped bytes"),
        pytest.param("{A :x (1) :c 5 [ 58 ]}", id="bytes at the end"),
    ],
)
def test_the_bytes_of_a_constant_are_no_field_of_their_name(text: str) -> None:
    assert _node(text).fields.get("c") == "5"


def test_the_bytes_of_a_constant_follow_its_length() -> None:
    fields = _node("{CONST :constvalue 4 [ 1 0 0 0 ]}").fields
    assert fields == {"constvalue": "4", "bytes": ("1", "0", "0", "0")}


@pytest.mark.parametrize("space", [" ", "\n", "\t", "\r\n", "  \n "])
def test_any_white_space_separates(space: str) -> None:
    assert _node(f"{{A{space}:b{space}1{space}:c{space}2}}").fields == {"b": "1", "c": "2"}


def test_a_list_of_trees_is_a_tuple() -> None:
    value = read_tree("({QUERY :a 1} {QUERY :a 2})\n")
    assert isinstance(value, tuple)
    assert [item.fields for item in value if isinstance(item, Node)] == [{"a": "1"}, {"a": "2"}]


def test_nodes_nest() -> None:
    inner = _node("{A :b {C :d {E :f 1}}}").node("b")
    assert inner is not None
    assert inner.node("d") == Node("E", {"f": "1"})


@pytest.mark.parametrize(
    ("value", "number"),
    [("12", 12), ("-1", -1), ("0", 0), ("true", None), ("<>", None), ("(1)", None), ("1.5", None)],
)
def test_number_gives_numbers_only(value: str, number: int | None) -> None:
    assert _node(f"{{A :b {value}}}").number("b") == number


def test_number_of_a_field_that_is_not_there_is_none() -> None:
    assert _node("{A}").number("b") is None


@pytest.mark.parametrize(
    ("value", "text"), [("x", "x"), ("<>", None), ("(x)", None), ("{B}", None)]
)
def test_text_gives_words_only(value: str, text: str | None) -> None:
    assert _node(f"{{A :b {value}}}").text("b") == text


@pytest.mark.parametrize("value", ["x", "<>", "({B})"])
def test_node_gives_nodes_only(value: str) -> None:
    assert _node(f"{{A :b {value}}}").node("b") is None


@pytest.mark.parametrize(
    ("value", "tags"),
    [("({B} {C})", ["B", "C"]), ("({B} <> x)", ["B"]), ("<>", []), ("{B}", []), ("()", [])],
)
def test_nodes_gives_the_nodes_of_a_list(value: str, tags: list[str]) -> None:
    assert [node.tag for node in _node(f"{{A :b {value}}}").nodes("b")] == tags


def test_a_deep_tree_is_read() -> None:
    depth = 100_000
    node: Node | None = _node("{A :b " * depth + "{Z}" + "}" * depth)
    for _ in range(depth):
        assert node is not None
        node = node.node("b")
    assert node == Node("Z")


def test_a_deep_list_is_read() -> None:
    depth = 100_000
    value = read_tree("(" * depth + "x" + ")" * depth)
    for _ in range(depth):
        assert isinstance(value, tuple)
        (value,) = value
    assert value == "x"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n", id="blank"),
        pytest.param("{A :b 1", id="cut in a node"),
        pytest.param("({A :b 1}", id="cut in a list"),
        pytest.param("{A :b 1}}", id="a bracket too many"),
        pytest.param(")", id="only a bracket"),
        pytest.param("{A} {B}", id="two trees"),
        pytest.param("{A :b (1}", id="list closed as a node"),
        pytest.param("{A :b 1)", id="node closed as a list"),
        pytest.param("x {A )", id="node closed as a list after a word"),
    ],
)
def test_a_text_that_is_no_whole_tree_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a whole node tree"):
        read_tree(text)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("RTE", "RANGETBLENTRY"),
        ("ARRAY", "ARRAYEXPR"),
        ("ROW", "ROWEXPR"),
        ("ROWCOMPARE", "ROWCOMPAREEXPR"),
        ("COLLATE", "COLLATEEXPR"),
        ("CASE", "CASEEXPR"),
        ("WHEN", "CASEWHEN"),
        ("COALESCE", "COALESCEEXPR"),
        ("MINMAX", "MINMAXEXPR"),
    ],
)
def test_tags_of_version_15_are_those_of_later_ones(written: str, read: str) -> None:
    assert _node(f"{{A :b ({{{written} :c 1}})}}").nodes("b")[0].tag == read
    assert _node(f"{{{written}}}").tag == read


def test_only_tags_are_renamed() -> None:
    assert _node("{A :ARRAY ARRAY :b (CASE)}").fields == {"ARRAY": "ARRAY", "b": ("CASE",)}
