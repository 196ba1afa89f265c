"""Every token of the Postgres manual's chapter "Lexical Structure", and the named parameters."""

import random

import pytest

from quern.source.lexer import TokenKind, tokenize


def _kinds(sql: str) -> list[tuple[TokenKind, str]]:
    """Return kind and text of each token that is not white space."""
    return [(t.kind, t.text) for t in tokenize(sql) if t.kind is not TokenKind.SPACE]


def _texts(sql: str) -> list[str]:
    return [text for _, text in _kinds(sql)]


def _parameters(sql: str) -> list[str]:
    return [token.text for token in tokenize(sql) if token.kind is TokenKind.NAMED_PARAMETER]


def test_an_empty_text_has_no_tokens() -> None:
    assert list(tokenize("")) == []


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("''", id="empty"),
        pytest.param("'a :name b'", id="plain"),
        pytest.param("'it''s'", id="doubled quote"),
        pytest.param("''''", id="only a doubled quote"),
        pytest.param("'a\\'", id="backslash is a plain character"),
        pytest.param("'line\n-- no comment\n/* nor this'", id="over lines"),
        pytest.param(r"E'it\'s :name'", id="escaped quote"),
        pytest.param(r"e'\\'", id="escaped backslash, small e"),
        pytest.param(r"E'\\\''", id="backslash and quote"),
        pytest.param("E'it''s'", id="doubled quote in an escape string"),
        pytest.param(r"U&'d\0061t\+000061'", id="Unicode escapes"),
        pytest.param("u&'\\'", id="backslash does not escape the quote of U&"),
        pytest.param("B'1001'", id="bits"),
        pytest.param("b'1001'", id="bits, small b"),
        pytest.param("X'1FF'", id="hexadecimal"),
        pytest.param("x'1ff'", id="hexadecimal, small x"),
        pytest.param("N'national'", id="national"),
        pytest.param("'a'\n'b'", id="goes on after a newline"),
        pytest.param("'a' \t\n\n  'b'\r\n'c'", id="goes on twice"),
        pytest.param("'a' -- it's\n -- :name\n 'b'", id="goes on after comments"),
        pytest.param("'a'\n'it''s'", id="doubled quote in what goes on"),
        pytest.param("E'a'\n'\\''", id="what goes on has escapes as well"),
        pytest.param("U&'a'\n'b'", id="a U& string goes on"),
        pytest.param("$$it's :name$$", id="dollars without a tag"),
        pytest.param("$$$$", id="empty dollars"),
        pytest.param("$tag$ $$ :name $other$ $tag$", id="dollars with a tag"),
        pytest.param("$_t1$x$_t1$", id="tag with digit and underscore"),
        pytest.param("$é$x$é$", id="tag beyond ASCII"),
        pytest.param("$a$ $$ $b$a$", id="the end shares a dollar with a tag"),
        pytest.param("$$ $a$$", id="the end follows a tag"),
        pytest.param("$T$ $t$ $T$", id="tags keep their case"),
    ],
)
def test_a_string_is_one_token(sql: str) -> None:
    assert _kinds(sql) == [(TokenKind.STRING, sql)]


@pytest.mark.parametrize(
    ("sql", "pieces"),
    [
        pytest.param("'a' 'b'", ["'a'", "'b'"], id="no newline between"),
        pytest.param("'a' /* \n */ 'b'", ["'a'", "/* \n */", "'b'"], id="block comment between"),
        pytest.param("'a'\n\"b\"", ["'a'", '"b"'], id="another kind of quote"),
        pytest.param("'a'\nE'b'", ["'a'", "E'b'"], id="a prefix starts a new string"),
        pytest.param("'a'\n-- c", ["'a'", "-- c"], id="a comment at the end"),
        pytest.param("'a' -- c 'b'", ["'a'", "-- c 'b'"], id="quote within the comment"),
        pytest.param("$$a$$\n$$b$$", ["$$a$$", "$$b$$"], id="dollar quotes do not go on"),
        pytest.param("name'a'", ["name", "'a'"], id="word before a string"),
        pytest.param("xe'a\\'", ["xe", "'a\\'"], id="the prefix is part of a longer word"),
        pytest.param("u & 'a'", ["u", "&", "'a'"], id="operator & between"),
    ],
)
def test_strings_stay_apart(sql: str, pieces: list[str]) -> None:
    assert _texts(sql) == pieces


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param('"user"', id="plain"),
        pytest.param('"a ""b"" :name \'"', id="doubled quote"),
        pytest.param('"a\nb"', id="over lines"),
        pytest.param(r'U&"d\0061ta"', id="Unicode escapes"),
        pytest.param('u&"a""b"', id="Unicode escapes and doubled quote"),
    ],
)
def test_a_quoted_identifier_is_one_token(sql: str) -> None:
    assert _kinds(sql) == [(TokenKind.QUOTED_IDENTIFIER, sql)]


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("users", id="plain"),
        pytest.param("_x1", id="underscore and digit"),
        pytest.param("a$b$c$", id="dollars, which open no string here"),
        pytest.param("straße", id="beyond ASCII within"),
        pytest.param("élan", id="beyond ASCII first"),
        pytest.param("名前", id="ideographs"),
        pytest.param("a\u00a0b", id="a no-break space is a letter to Postgres"),
        pytest.param("e", id="the letter of a prefix alone"),
    ],
)
def test_an_identifier_is_one_token(sql: str) -> None:
    assert _kinds(sql) == [(TokenKind.IDENTIFIER, sql)]


@pytest.mark.parametrize(
    "sql",
    [
        *("0", "42", "3.5", "4.", ".001", "5e2", "1.925e-3", "1.e+5", ".5E1"),
        *("1_500_000", "1_0.0_1e1_0", "0x1EEE_FFFF", "0X_1f", "0o273", "0b1000_0001"),
    ],
)
def test_a_number_is_one_token(sql: str) -> None:
    assert _kinds(sql) == [(TokenKind.NUMBER, sql)]


@pytest.mark.parametrize(
    ("sql", "pieces"),
    [
        pytest.param("1..2", ["1", "..", "2"], id="two dots are no decimal points"),
        pytest.param("1-2", ["1", "-", "2"], id="the sign is an operator"),
        pytest.param("1e", ["1", "e"], id="an exponent needs digits"),
        pytest.param("0xg", ["0", "xg"], id="so do hexadecimal numbers"),
        pytest.param("1_", ["1", "_"], id="an underscore needs a digit after it"),
        pytest.param("t.5", ["t", ".5"], id="a dot and digits are a number"),
        pytest.param("a.b", ["a", ".", "b"], id="a dot and letters are not"),
    ],
)
def test_numbers_end_where_the_server_ends_them(sql: str, pieces: list[str]) -> None:
    assert _texts(sql) == pieces


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("-- it's :name \"$$ /*", id="holds openings"),
        pytest.param("--", id="empty"),
        pytest.param("---- - -", id="more dashes"),
    ],
)
def test_a_line_comment_is_one_token(sql: str) -> None:
    assert _kinds(sql) == [(TokenKind.LINE_COMMENT, sql)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_comment_ends_with_its_line(end: str) -> None:
    assert _texts(f"-- a{end}b") == ["-- a", "b"]


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("/**/", id="empty"),
        pytest.param("/* it's :name \n -- \" $$ */", id="holds openings"),
        pytest.param("/* a /* b */ c */", id="nested"),
        pytest.param("/*/**//**/*/", id="nested twice without spaces"),
        pytest.param("/*/ */", id="a slash after the star does not end it"),
        pytest.param("/***/", id="stars"),
    ],
)
def test_a_block_comment_is_one_token(sql: str) -> None:
    assert _kinds(sql) == [(TokenKind.BLOCK_COMMENT, sql)]


@pytest.mark.parametrize(
    "operator",
    [
        *("+", "-", "*", "/", "<", ">", "=", "~", "!", "@", "#", "%", "^", "&", "|", "`", "?"),
        *("@>", "<@", "@@", "@@@", "?|", "?&", "->", "->>", "#>>", "#-", "||", "&&", "<->"),
        *("<=>", "<~>", "~*", "!~~*", "<>", "!=", ">=", "@-", "?-", "<%", "%>", "^@", "-|-"),
        *("@+", "~-", "=>>", "|/", "<<="),
    ],
)
def test_an_operator_is_one_token(operator: str) -> None:
    assert _kinds(f"a {operator} b")[1] == (TokenKind.OPERATOR, operator)


@pytest.mark.parametrize("sign", ["::", ":=", "..", "=>", ":", ";", ",", ".", "(", ")", "[", "]"])
def test_punctuation_is_one_token(sign: str) -> None:
    assert _kinds(f"a {sign} b")[1] == (TokenKind.PUNCTUATION, sign)


@pytest.mark.parametrize(
    ("sql", "pieces"),
    [
        pytest.param("a=-1", ["a", "=", "-", "1"], id="a trailing - is a sign"),
        pytest.param("a<+1", ["a", "<", "+", "1"], id="a trailing + is a sign"),
        pytest.param("a*-+-1", ["a", "*", "-", "+", "-", "1"], id="several signs"),
        pytest.param("a+-b", ["a", "+", "-", "b"], id="signs only"),
        pytest.param("a@-1", ["a", "@-", "1"], id="@ lets the - stay"),
        pytest.param("a?-1", ["a", "?-", "1"], id="? lets the - stay"),
        pytest.param("a+--b\nc", ["a", "+", "--b", "c"], id="line comment within"),
        pytest.param("a*/*b*/c", ["a", "*", "/*b*/", "c"], id="block comment within"),
        pytest.param("a@--b", ["a", "@", "--b"], id="line comment after @"),
        pytest.param("a=/*b*/-1", ["a", "=", "/*b*/", "-", "1"], id="comment between"),
        pytest.param("a@/*/*b*/--*/", ["a", "@", "/*/*b*/--*/"], id="the earlier comment wins"),
        pytest.param("f(a=>-1)", ["f", "(", "a", "=>", "-", "1", ")"], id="sign after =>"),
        pytest.param("a:=b", ["a", ":=", "b"], id="assignment"),
        pytest.param("a::b::c", ["a", "::", "b", "::", "c"], id="casts"),
        pytest.param("a;b", ["a", ";", "b"], id="semicolon"),
    ],
)
def test_operators_end_where_the_server_ends_them(sql: str, pieces: list[str]) -> None:
    assert _texts(sql) == pieces


@pytest.mark.parametrize(
    ("sql", "pieces"),
    [
        pytest.param("$1", ["$1"], id="one digit"),
        pytest.param("$12+$3", ["$12", "+", "$3"], id="several"),
        pytest.param("$1::int", ["$1", "::", "int"], id="cast"),
        pytest.param("$1$2", ["$1", "$2"], id="no dollar quote starts with a digit"),
    ],
)
def test_positional_parameters(sql: str, pieces: list[str]) -> None:
    assert _texts(sql) == pieces
    assert _kinds(sql)[0][0] is TokenKind.POSITIONAL_PARAMETER


@pytest.mark.parametrize(
    ("sql", "parameters"),
    [
        pytest.param("SELECT :name", [":name"], id="plain"),
        pytest.param(":a,:b", [":a", ":b"], id="with nothing between"),
        pytest.param("(:a)", [":a"], id="in brackets"),
        pytest.param(":_a1", [":_a1"], id="underscore and digit"),
        pytest.param(":größe", [":größe"], id="beyond ASCII"),
        pytest.param(":a::text", [":a"], id="before a cast"),
        pytest.param("a::text", [], id="a cast"),
        pytest.param("a:: text", [], id="a cast and a space"),
        pytest.param(":a::text::int", [":a"], id="two casts"),
        pytest.param("f(x := 1)", [], id="an assignment"),
        pytest.param("f(x:=:a)", [":a"], id="after :="),
        pytest.param("f(x=>:a)", [":a"], id="after =>"),
        pytest.param("a=:a", [":a"], id="after an operator"),
        pytest.param("a->>:a", [":a"], id="after ->>"),
        pytest.param(":a||:b", [":a", ":b"], id="around an operator"),
        pytest.param(":a-1", [":a"], id="before a sign"),
        pytest.param(":a.b", [":a"], id="before a dot"),
        pytest.param(":a$b", [":a"], id="a dollar is no part of its name"),
        pytest.param("LIMIT :n", [":n"], id="after a keyword"),
        pytest.param("LIMIT:n", [":n"], id="right after a keyword"),
        pytest.param("DISTINCT ON (a) :b", [":b"], id="after a bracket that an operand follows"),
        pytest.param("1 OPERATOR(pg_catalog.+) :b", [":b"], id="after OPERATOR()"),
        pytest.param(": a", [], id="a space after the colon"),
        pytest.param(":1", [], id="a digit after the colon"),
        pytest.param(":'a' :\"b\"", [], id="psql's variables are not parameters"),
        pytest.param("':a' \":b\" $$:c$$ --:d\n/*:e*/", [], id="in strings and comments"),
        pytest.param("a[1:2]", [], id="slice of numbers"),
        pytest.param("a[m:n]", [], id="slice of columns"),
        pytest.param("a[1:n]", [], id="number and column"),
        pytest.param("a[f(m):n]", [], id="slice after a call"),
        pytest.param("a[b[1]:n]", [], id="slice after a subscript"),
        pytest.param('a["m":n]', [], id="slice after a quoted column"),
        pytest.param("a[m /* c */ :n]", [], id="a comment between"),
        pytest.param("a[:n]", [":n"], id="a subscript that is a parameter"),
        pytest.param("a[:m:n]", [":m"], id="parameter and column"),
        pytest.param("a[:m : :n]", [":m", ":n"], id="slice of parameters"),
        pytest.param("a[1: :n]", [":n"], id="number and parameter"),
        pytest.param("a[m+:n]", [":n"], id="after an operator in a subscript"),
        pytest.param("a[1][:n]", [":n"], id="second subscript"),
        pytest.param("ARRAY[:a, :b]", [":a", ":b"], id="in an array"),
        pytest.param("ARRAY[CASE WHEN :a THEN :b ELSE :c END]", [":a", ":b", ":c"], id="keywords"),
        pytest.param("ARRAY[NOT :a and :b or :c]", [":a", ":b", ":c"], id="logic in an array"),
        pytest.param("ARRAY[(SELECT a LIMIT :n)]", [":n"], id="brackets within a subscript"),
        pytest.param("a[1] + :b", [":b"], id="after a subscript"),
        pytest.param("f(a[1) :b; SELECT a] :c", [":b", ":c"], id="brackets that do not match"),
        pytest.param("JSON_OBJECT('k':v)", [], id="member of a JSON object"),
        pytest.param("JSON_OBJECT('k': :v)", [":v"], id="parameter in a JSON object"),
        pytest.param("JSON_OBJECT(:k:v)", [":k"], id="key of a JSON object"),
    ],
)
def test_a_colon_starts_a_parameter_only_before_an_operand(sql: str, parameters: list[str]) -> None:
    assert _parameters(sql) == parameters


@pytest.mark.parametrize(
    ("sql", "sound"),
    [
        pytest.param("SELECT 'a ; b", 7, id="string"),
        pytest.param("SELECT 'a'' ; b", 7, id="string that ends in a doubled quote"),
        pytest.param("SELECT E'a\\'", 7, id="escape string"),
        pytest.param("SELECT U&'a", 7, id="Unicode string"),
        pytest.param("SELECT X'a", 7, id="hexadecimal string"),
        pytest.param('SELECT "a', 7, id="quoted identifier"),
        pytest.param('SELECT U&"a', 7, id="Unicode identifier"),
        pytest.param("SELECT $$a$", 7, id="dollar quote"),
        pytest.param("SELECT $a$ $A$", 7, id="dollar quote with another tag"),
        pytest.param("SELECT /* a /* b */", 7, id="nested comment"),
        pytest.param("SELECT /*/", 7, id="comment"),
        pytest.param("SELECT 'a'\n'b", 11, id="what goes on"),
    ],
)
def test_what_has_no_end_is_unterminated_to_the_end_of_the_text(sql: str, sound: int) -> None:
    *_, last = tokenize(sql)
    assert (last.kind, last.text) == (TokenKind.UNTERMINATED, sql[sound:])


@pytest.mark.parametrize("character", ["\\", "$", "\0", "\x7f", "\x01"])
def test_a_character_that_starts_nothing_is_invalid(character: str) -> None:
    assert _kinds(f"a {character} b")[1] == (TokenKind.INVALID, character)


def test_a_token_knows_its_place() -> None:
    *_, last = tokenize("é  'x'")
    assert (last.start, last.end) == (3, 6)


def test_reading_starts_where_it_is_told() -> None:
    assert [(t.text, t.start) for t in tokenize("a 'b' c", 2)] == [("'b'", 2), (" ", 5), ("c", 6)]


def test_reading_stops_where_it_is_told() -> None:
    assert [token.text for token in tokenize("ab = :cd", 0, 7)] == ["ab", " ", "=", " ", ":c"]


_SCRAPS = (
    *("'", "''", '"', "$$", "$a$", "$1", "$", "E'", "U&'", 'U&"', "X'", "\\", "\\'"),
    *("/*", "*/", "--", "\n", "\r\n", " ", "\t", ":", "::", ":=", ":a", "[", "]", "(", ")"),
    *("+", "-", "*", "/", "@", "?|", "=>", "=", "..", ".", ";", ",", "{", "}"),
    *("1", "1_0", "0x", "e5", "a", "é", "名", "\u0301", "\U0001f600", "\0", "WHEN"),
)


@pytest.mark.parametrize("seed", range(20))
def test_the_tokens_put_together_are_the_text(seed: int) -> None:
    choose = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(200):
        text = "".join(choose.choices(_SCRAPS, k=choose.randrange(40)))
        assert "".join(token.text for token in tokenize(text)) == text


@pytest.mark.parametrize("seed", range(20))
def test_no_token_is_empty(seed: int) -> None:
    choose = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(200):
        text = "".join(choose.choices(_SCRAPS, k=choose.randrange(40)))
        assert all(token.text for token in tokenize(text))
