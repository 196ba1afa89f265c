"""Functions written in SQL: what their bodies prove."""

from tests.quern.analysis.nullability.cases.case import Case

CASES = (
    # names
    Case("argument by number", "N", "SELECT by_number(x) FROM a", "a body kept as text"),
    Case("argument by name", "N", "SELECT by_name(x) FROM a", "in another case, and in quotes"),
    Case("argument by the name of its function", "N", "SELECT by_long_name(x) FROM a", "f.arg"),
    Case("argument as it is", "N0", "SELECT echo(y), echo(x) FROM a", "what is given comes back"),
    Case("a column comes first", "0", "SELECT column_first(1)", "the name is that of a column"),
    Case("an argument names a column", "0", "SELECT name_of_column(1)", "outside, it is that one"),
    Case("an argument is a list", "0", "SELECT any_of('{NULL}')", "not the only row of one"),
    Case("condition on an argument", "N", "SELECT condition_on(x) FROM a", "CASE knows it"),
    Case("field of an argument", "0", "SELECT field_of(contact) FROM customer", "arg.field"),
    # search paths
    Case("caller's search path", "?", "SELECT counts_some_a()", "another a, where it is called"),
    Case("no search path", "N", "SELECT counts_a()", "all names have a schema"),
    Case("own search path", "N", "SELECT counts_own_a()", "it is always the same a"),
    Case("own search path decides", "0", "SELECT picks_other(1)", "other's"),
    Case("body under another path", "?", "SELECT calls_by_other_path(1)", "names are others"),
    Case("body under no path", "N", "SELECT calls_by_no_path(x) FROM a", "as it was examined"),
    Case("search path of a user", "?", "SELECT by_user_path()", "each role has its own"),
    Case("other settings", "?", "SELECT by_setting(1)", "they may change what a text means"),
    # results
    Case("strict text", "N0", "SELECT strict_text(y), strict_text(x) FROM a", "not called"),
    Case("text without a row", "0", "SELECT without_row()", "no row is NULL"),
    Case("two statements", "?", "SELECT two_statements(1)", "the first may change the second"),
    Case("polymorphic", "?", "SELECT same_as(1)", "another body for each call"),
    Case(
        "result cast by assignment",
        "00",
        "SELECT time_of('infinity'), time_of_text('infinity')",
        "an infinite time has no time of day",
    ),
    Case("result cast to text", "N", "SELECT text_of('x')", "the same bytes"),
    Case("result cast by a user", "0", "SELECT wrapped()", "NULL by the cast"),
    Case(
        "variadic",
        "NN0",
        "SELECT size_of(1, x), size_of(VARIADIC '{}'), "
        "size_of(VARIADIC (SELECT parts FROM product WHERE false)) FROM a",
        "an array, if with NULL in it",
    ),
    Case("default of an argument", "0N", "SELECT by_default(), by_default(1)", "it may be NULL"),
    Case("recursion", "?", "SELECT counts_down(3)", "a function that calls itself"),
    Case("security definer", "N", "SELECT definer()", "with other rights, the same body"),
    Case(
        "argument of a NOT NULL domain",
        "00",
        "SELECT echo_given(d.word), echo_given_text(d.word) "
        "FROM a LEFT JOIN domained AS d ON d.id = a.id + 100",
        "nobody checks what is of the domain already",
    ),
    Case(
        "nothing, in SQL",
        "000",
        "SELECT acts_by_text(), acts_by_tree(), (SELECT a FROM acts_by_tree() AS a)",
        "what PL/pgSQL gives is left out",
    ),
    # rows
    Case("set from text", "N", "SELECT n FROM counted_to(2) AS n", "values alone"),
    Case("set in the target list", "N", "SELECT counted_to(2)", "values alone"),
    Case("set with NULL", "0", "SELECT n FROM numbers(3) AS n", "nullif"),
    Case(
        "strict set",
        "N",
        "SELECT n FROM a CROSS JOIN LATERAL strictly_counted_to(a.x) AS n",
        "no row for NULL",
    ),
    Case(
        "set of what is given",
        "0",
        "SELECT n FROM a CROSS JOIN LATERAL loosely_counted_to(a.x) AS n",
        "called for NULL",
    ),
    Case("RETURNS TABLE", "N0", "SELECT one, two FROM named_customers()", "column by column"),
    Case("set of a table's rows", "N0", "SELECT id, nick FROM whole_customers()", "its columns"),
    Case("set of a view's rows", "N", "SELECT n FROM ages() AS n", "the view's WHERE is put in"),
    Case("OUT arguments", "N0", "SELECT one, two FROM two_values()", "column by column"),
    Case("OUT arguments of no row", "00", "SELECT one, two FROM no_values()", "a row of NULL"),
    Case(
        "OUT arguments of a strict function",
        "NN00",
        "SELECT s.one, s.two, t.one, t.two FROM a "
        "CROSS JOIN LATERAL strict_values(a.y) AS s CROSS JOIN LATERAL strict_values(a.x) AS t",
        "a row of NULL for NULL",
    ),
    Case("OUT argument cast", "0N", "SELECT one, two FROM times()", "infinity has no time of day"),
    Case(
        "missing rows of a function",
        "00",
        "SELECT f.one, f.two FROM a LEFT JOIN named_customers() AS f ON f.one = a.id + 100",
        "an outer join nulls them as others",
    ),
    # changes
    Case(
        "generated by a function that was replaced",
        "0",
        "SELECT y FROM computed_before",
        "what is stored was computed by the body of that time",
    ),
    Case("INSERT with a trigger", "0", "SELECT forgets(77)", "the trigger sets NULL"),
    Case("INSERT without a trigger", "N", "SELECT keeps(77)", "what is assigned"),
    Case("INSERT with a conflict", "0", "SELECT may_keep(1)", "DO NOTHING gives no row"),
    Case("INSERT through a view", "0", "SELECT keeps_through(1)", "its table has a trigger"),
    Case("INSERT with a policy", "NN0", "SELECT * FROM keeps_by_policy(99)", "it stays as it is"),
    Case("UPDATE with a policy", "0", "SELECT finds_by_policy(98)", "no row may pass"),
    Case("INSERT with a rule", "0", "SELECT keeps_by_rule(99)", "the rule returns something else"),
    # polymorphic functions
    Case(
        "condition on the argument as another type",
        "0",
        "SELECT oid_only(x) FROM a WHERE oid_only(x::oid) IS NOT NULL",
        "the function sees which type it is",
    ),
    Case(
        "condition on the argument as the same type",
        "N",
        "SELECT oid_only(x::oid) FROM a WHERE oid_only(x::oid) IS NOT NULL",
        "word by word",
    ),
)
