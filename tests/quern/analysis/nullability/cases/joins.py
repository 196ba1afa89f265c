"""Joins: which of them null a side."""

from tests.quern.analysis.nullability.cases.case import Case

_BREAK = "UPDATE purchase SET later_id = 4711 WHERE old_note IS NOT NULL"
_HIDE = "ALTER TABLE secret FORCE ROW LEVEL SECURITY"

CASES = (
    Case("left join", "N0", "SELECT a.y, b.y FROM a LEFT JOIN b ON b.id = a.id", "right side"),
    Case("right join", "0N", "SELECT a.y, b.y FROM a RIGHT JOIN b ON b.id = a.id", "left side"),
    Case("full join", "00", "SELECT a.y, b.y FROM a FULL JOIN b ON b.id = a.id", "both sides"),
    Case("inner join", "NN", "SELECT a.y, b.y FROM a JOIN b ON b.id = a.id", "neither side"),
    Case("cross join", "NN", "SELECT a.y, b.y FROM a, b", "neither side"),
    Case(
        "nested on the right",
        "N00",
        "SELECT a.y, b.y, c.y FROM a LEFT JOIN (b JOIN c ON c.b_id = b.id) ON b.id = a.id",
        "both relations of the missing side",
    ),
    Case(
        "chain of left joins",
        "N00",
        "SELECT a.y, b.y, c.y FROM a LEFT JOIN b ON b.id = a.id LEFT JOIN c ON c.b_id = b.id",
        "each may be missing",
    ),
    Case(
        "where reduces a left join",
        "NN",
        "SELECT a.y, b.y FROM a LEFT JOIN b ON b.id = a.id WHERE b.x = 2",
        "a row that was made up does not pass",
    ),
    Case(
        "where reduces a chain",
        "NNN",
        "SELECT a.y, b.y, c.y FROM a LEFT JOIN b ON b.id = a.id LEFT JOIN c ON c.b_id = b.id "
        "WHERE c.id > 0",
        "c is there, so b.id was not NULL, so b is there",
    ),
    Case(
        "where on the side kept",
        "N0",
        "SELECT a.x, b.y FROM a LEFT JOIN b ON b.id = a.id WHERE a.x IS NOT NULL",
        "says nothing of the other side",
    ),
    Case(
        "on of a left join",
        "0",
        "SELECT a.x FROM a LEFT JOIN b ON b.id = a.id AND a.x = 1",
        "what ON says of the side that is kept does not hold for rows without a partner",
    ),
    Case(
        "released by a fact",
        "NN",
        "SELECT a.x, b.x FROM a LEFT JOIN b ON b.x = 2 AND a.x = 1 WHERE b.y IS NOT NULL",
        "once the partner is there, ON holds",
    ),
    Case(
        "where not null is not enough",
        "0",
        "SELECT b.y FROM a LEFT JOIN b ON b.id = a.id WHERE b.x IS NULL",
        "IS NULL proves nothing",
    ),
    Case(
        "inner join around a left join",
        "NNN",
        "SELECT a.y, b.y, c.y FROM (a LEFT JOIN b ON b.id = a.id) JOIN c ON c.b_id = b.id",
        "the inner join's ON needs b",
    ),
    Case(
        "left join around a condition",
        "N00",
        "SELECT a.y, b.y, c.y FROM a LEFT JOIN (b LEFT JOIN c ON c.id = b.id) "
        "ON b.id = a.id AND c.y = 1",
        "the fact is of the missing side only",
    ),
    Case(
        "left join around a condition, released",
        "NNN",
        "SELECT a.y, b.y, c.y FROM a LEFT JOIN (b LEFT JOIN c ON c.id = b.id) "
        "ON b.id = a.id AND c.y = 1 WHERE b.id > 0",
        "b is there, so ON holds, so c is",
    ),
    Case(
        "full join reduced on one side",
        "N0",
        "SELECT a.y, b.y FROM a FULL JOIN b ON b.id = a.id WHERE a.y > 0",
        "the left side is there, the right may be missing",
    ),
    Case(
        "full join reduced on both sides",
        "NN",
        "SELECT a.y, b.y FROM a FULL JOIN b ON b.id = a.id WHERE a.y > 0 AND b.y > 0",
        "both are there",
    ),
    Case(
        "merged column of a full join",
        "N00",
        "SELECT id, a.id, b.id FROM a FULL JOIN b USING (id)",
        "one side is there",
    ),
    Case(
        "coalesce over a full join",
        "N0",
        "SELECT coalesce(a.y, b.y), coalesce(a.y, b.x) FROM a FULL JOIN b USING (id)",
        "NOT NULL columns of both sides",
    ),
    Case(
        "merged column of two full joins",
        "?",
        "SELECT id FROM a FULL JOIN b USING (id) FULL JOIN c USING (id)",
        "one of three; two joins are not put together",
    ),
    Case(
        "merged column, nulled further out",
        "0",
        "SELECT f.id FROM c LEFT JOIN (a FULL JOIN b USING (id)) AS f ON f.id = c.id + 100",
        "the whole full join may be missing",
    ),
    Case(
        "merged column of a left join",
        "N",
        "SELECT id FROM a LEFT JOIN b USING (id)",
        "that of the left side",
    ),
    Case(
        "merged column of a right join",
        "N",
        "SELECT id FROM a RIGHT JOIN b USING (id)",
        "that of the right side",
    ),
    Case(
        "merged column left out by a grouping set",
        "0",
        "SELECT coalesce(id, NULL) FROM a FULL JOIN b USING (id) GROUP BY ROLLUP (id)",
        "grouping nulls it after the join did not",
    ),
    # total joins
    Case(
        "aggregate on true",
        "N0",
        "SELECT s.n, s.m FROM a LEFT JOIN LATERAL (SELECT count(*) AS n, max(x) AS m FROM nobody) "
        "AS s ON true",
        "a query that is one row whatever happens",
    ),
    Case(
        "aggregate with having",
        "0",
        "SELECT s.n FROM a LEFT JOIN (SELECT count(*) AS n FROM nobody HAVING count(*) > 0) AS s "
        "ON true",
        "HAVING may drop that row",
    ),
    Case(
        "aggregate with offset",
        "0",
        "SELECT s.n FROM a LEFT JOIN (SELECT count(*) AS n FROM nobody OFFSET 1) AS s ON true",
        "OFFSET may skip it",
    ),
    Case(
        "aggregate with limit 0",
        "0",
        "SELECT s.n FROM a LEFT JOIN (SELECT count(*) AS n FROM nobody LIMIT 0) AS s ON true",
        "LIMIT may drop it",
    ),
    Case(
        "aggregate with group by",
        "0",
        "SELECT s.n FROM a LEFT JOIN (SELECT count(*) AS n FROM nobody GROUP BY x) AS s ON true",
        "no row, no group",
    ),
    Case(
        "values on true",
        "N",
        "SELECT v.n FROM a LEFT JOIN (VALUES (1)) AS v (n) ON true",
        "VALUES has rows",
    ),
    Case(
        "values on a condition",
        "0",
        "SELECT v.n FROM a LEFT JOIN (VALUES (1)) AS v (n) ON v.n = a.id",
        "none may fit",
    ),
    Case(
        "select without from",
        "N",
        "SELECT s.one FROM a LEFT JOIN (SELECT 1 AS one) AS s ON true",
        "is one row",
    ),
    Case(
        "select without from, with where",
        "0",
        "SELECT s.one FROM a LEFT JOIN LATERAL (SELECT 1 AS one WHERE a.x = 1) AS s ON true",
        "unless it has WHERE",
    ),
    Case(
        "set-returning select",
        "0",
        "SELECT s.i FROM a LEFT JOIN (SELECT generate_series(1, 0) AS i) AS s ON true",
        "or a set in its target list",
    ),
    Case(
        "set-returning function on true",
        "0",
        "SELECT i FROM a LEFT JOIN generate_series(1, 0) AS i ON true",
        "a set may be empty",
    ),
    Case(
        "union on true",
        "N",
        "SELECT s.n FROM a LEFT JOIN (SELECT id AS n FROM nobody UNION ALL SELECT 1) AS s ON true",
        "an arm of UNION has a row",
    ),
    Case(
        "except on true",
        "0",
        "SELECT s.n FROM a LEFT JOIN (SELECT 1 AS n EXCEPT SELECT 1) AS s ON true",
        "but not so of EXCEPT",
    ),
    Case(
        "foreign key",
        "N",
        "SELECT u.email FROM purchase AS p LEFT JOIN customer AS u ON u.id = p.customer_id",
        "a valid key makes the join total",
    ),
    Case(
        "foreign key, turned round",
        "N",
        "SELECT u.email FROM customer AS u RIGHT JOIN purchase AS p ON p.customer_id = u.id",
        "the same from the other side",
    ),
    Case(
        "foreign key of a nullable column",
        "0",
        "SELECT q.name FROM purchase AS p LEFT JOIN product AS q ON q.id = p.product_id",
        "NULL refers to nothing",
    ),
    Case(
        "foreign key with a fact inside",
        "N",
        "SELECT q.name FROM (purchase AS p JOIN a ON a.id = p.product_id) "
        "LEFT JOIN product AS q ON q.id = p.product_id",
        "an inner join's ON rules that out",
    ),
    Case(
        "foreign key with a fact outside",
        "?",
        "SELECT q.name FROM purchase AS p LEFT JOIN product AS q ON q.id = p.product_id "
        "WHERE p.product_id IS NOT NULL",
        "facts from above the join come too late",
    ),
    Case(
        "foreign key, further condition",
        "0",
        "SELECT u.email FROM purchase AS p LEFT JOIN customer AS u ON u.id = p.customer_id "
        "AND u.id <> p.customer_id",
        "ON asks for more than the key",
    ),
    Case(
        "foreign key, other operator",
        "0",
        "SELECT u.email FROM purchase AS p LEFT JOIN customer AS u ON u.id < p.customer_id",
        "not what the key promises",
    ),
    Case(
        "foreign key, other column",
        "0",
        "SELECT u.email FROM purchase AS p LEFT JOIN customer AS u ON u.id = p.amount",
        "not the key's column",
    ),
    Case(
        "deferrable foreign key",
        "0",
        "SELECT q.name FROM purchase AS p LEFT JOIN product AS q ON q.id = p.later_id",
        "may be broken inside a transaction",
        before=_BREAK,
    ),
    Case(
        "foreign key not valid",
        "0",
        "SELECT q.name FROM purchase AS p LEFT JOIN product AS q ON q.id = p.unchecked_id",
        "older rows were not looked at",
    ),
    Case(
        "foreign key not enforced",
        "0",
        "SELECT q.name FROM unenforced AS u LEFT JOIN product AS q ON q.id = u.product_id",
        "NOT ENFORCED",
        since=18,
    ),
    Case(
        "foreign key whose triggers are disabled",
        "00",
        "SELECT o.name, q.name FROM unkept AS u LEFT JOIN owner AS o ON o.id = u.owner_id "
        "CROSS JOIN unkept_parts AS p LEFT JOIN owner AS q ON q.id = p.owner_id",
        "nothing keeps it, be it in one partition",
    ),
    Case(
        "cascade that a trigger undoes",
        "00",
        "SELECT o.name, (SELECT o.name FROM owner AS o WHERE o.id = s.owner_id) "
        "FROM staying AS s LEFT JOIN owner AS o ON o.id = s.owner_id",
        "the row stays, what it refers to is gone",
        before="INSERT INTO owner VALUES (2, 'b'); INSERT INTO staying VALUES (2); "
        "DELETE FROM owner",
    ),
    Case(
        "cascade of a change that a trigger undoes",
        "0",
        "SELECT o.name FROM unchanged AS u LEFT JOIN owner AS o ON o.id = u.owner_id",
        "it still refers to what was there before",
        before="INSERT INTO owner VALUES (2, 'b'); INSERT INTO unchanged VALUES (2); "
        "UPDATE owner SET id = 3",
    ),
    Case(
        "cascade that a rule undoes",
        "0",
        "SELECT o.name FROM kept_by_rule AS r LEFT JOIN owner AS o ON o.id = r.owner_id",
        "rules are for cascades, too",
        before="INSERT INTO owner VALUES (2, 'b'); INSERT INTO kept_by_rule VALUES (2); "
        "DELETE FROM owner WHERE id = 2",
    ),
    Case(
        "cascade and a trigger on another event",
        "N",
        "SELECT o.name FROM stamped AS s LEFT JOIN owner AS o ON o.id = s.owner_id",
        "it does not undo the cascade",
        before="INSERT INTO owner VALUES (2, 'b'); INSERT INTO stamped VALUES (2)",
    ),
    Case(
        "row security",
        "0",
        "SELECT s.word FROM keeper AS k LEFT JOIN secret AS s ON s.id = k.secret_id",
        "another role may not see the row",
        before=_HIDE,
    ),
    Case(
        "foreign key, rows locked",
        "?",
        "SELECT u.email FROM purchase AS p LEFT JOIN customer AS u ON u.id = p.customer_id "
        "FOR UPDATE OF p",
        "the row that is locked may be newer than what this query sees of customers",
    ),
    Case(
        "sample",
        "0",
        "SELECT u.email FROM purchase AS p LEFT JOIN customer AS u TABLESAMPLE BERNOULLI (0) "
        "ON u.id = p.customer_id",
        "TABLESAMPLE leaves rows out",
    ),
    Case(
        "sub-query as target",
        "0",
        "SELECT u.email FROM purchase AS p LEFT JOIN (SELECT * FROM customer WHERE id = 1) AS u "
        "ON u.id = p.customer_id",
        "may leave rows out",
    ),
    Case(
        "child on the referring side",
        "0",
        "SELECT q.name FROM animal AS n LEFT JOIN product AS q ON q.id = n.id",
        "children do not inherit foreign keys",
    ),
    Case(
        "only the parent on the referring side",
        "N",
        "SELECT q.name FROM ONLY animal AS n LEFT JOIN product AS q ON q.id = n.id",
        "the parent has the key",
    ),
    Case(
        "partitions refer",
        "N",
        "SELECT q.name FROM event AS e LEFT JOIN product AS q ON q.id = e.product_id",
        "partitions have the key of their parent",
    ),
    Case(
        "reference to a partitioned table",
        "N",
        "SELECT e.kind FROM reaction AS r LEFT JOIN event AS e "
        "ON e.id = r.event_id AND e.kind = r.kind",
        "the row is in one of the partitions",
    ),
    Case(
        "reference to a partition",
        "0",
        "SELECT e.kind FROM reaction AS r LEFT JOIN event_a AS e "
        "ON e.id = r.event_id AND e.kind = r.kind",
        "but not in each",
    ),
    Case(
        "composite foreign key",
        "N",
        "SELECT w.name FROM stock AS s LEFT JOIN warehouse AS w "
        "ON w.region = s.region AND w.number = s.number",
        "all its columns",
    ),
    Case(
        "half a composite foreign key",
        "0",
        "SELECT w.name FROM stock AS s LEFT JOIN warehouse AS w "
        "ON w.region = s.number AND w.number = s.region",
        "the columns in another order",
    ),
    Case(
        "composite foreign key with null",
        "0",
        "SELECT w.name FROM stock AS s LEFT JOIN warehouse AS w "
        "ON w.region = s.region AND w.number = s.other_number",
        "one column NULL, and the key asks for nothing",
    ),
    Case(
        "foreign key behind a left join",
        "00",
        "SELECT c.y, b.y FROM a LEFT JOIN c ON c.id = a.id + 4 LEFT JOIN b ON b.id = c.b_id "
        "WHERE a.id < 3",
        "b is missing where c is",
    ),
    Case(
        "foreign key behind a left join, released",
        "NN",
        "SELECT c.y, b.y FROM a LEFT JOIN c ON c.id = a.id LEFT JOIN b ON b.id = c.b_id "
        "WHERE c.id > 0",
        "and there where c is",
    ),
    Case(
        "self reference",
        "0",
        "SELECT r.email FROM customer AS u LEFT JOIN customer AS r ON r.id = u.referrer",
        "a nullable key to the same table",
    ),
    # lateral
    Case(
        "lateral on the outer row",
        "0N",
        "SELECT s.x, s.y FROM a CROSS JOIN LATERAL (SELECT a.x, a.y) AS s",
        "as the outer column",
    ),
    Case(
        "lateral with outer where",
        "N",
        "SELECT s.x FROM a CROSS JOIN LATERAL (SELECT a.x) AS s WHERE a.x > 0",
        "the outer WHERE holds for each row",
    ),
)
