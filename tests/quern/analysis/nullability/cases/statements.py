"""Scalar sub-queries, set operations, WITH, and RETURNING."""

from tests.quern.analysis.nullability.cases.case import Case

_HIDE = "ALTER TABLE secret FORCE ROW LEVEL SECURITY"

CASES = (
    # scalar sub-queries
    Case("scalar", "0", "SELECT (SELECT y FROM b WHERE b.id = a.id) FROM a", "may find no row"),
    Case(
        "scalar aggregate",
        "N0",
        "SELECT (SELECT count(*) FROM nobody), (SELECT max(y) FROM nobody)",
        "one row whatever happens",
    ),
    Case("scalar without from", "N0", "SELECT (SELECT y), (SELECT x) FROM a", "one row"),
    Case("scalar without from, with where", "0", "SELECT (SELECT y WHERE x > 1) FROM a", "or none"),
    Case("scalar with limit 0", "0", "SELECT (SELECT y LIMIT 0) FROM a", "no row"),
    Case(
        "scalar by a foreign key",
        "N0",
        "SELECT (SELECT email FROM customer AS u WHERE u.id = "
        "p.customer_id), (SELECT nick FROM customer AS u WHERE p.customer_id = u.id) "
        "FROM purchase AS p WHERE p.id <> 1",
        "the key makes sure of the row",
    ),
    Case(
        "scalar by a nullable key",
        "0",
        "SELECT (SELECT name FROM product AS q WHERE q.id = p.product_id) FROM purchase AS p",
        "NULL refers to nothing",
    ),
    Case(
        "scalar by a nullable key with a fact",
        "N",
        "SELECT (SELECT name FROM product AS q WHERE "
        "q.id = p.product_id) FROM purchase AS p WHERE p.product_id IS NOT NULL",
        "WHERE",
    ),
    Case(
        "scalar by a late key",
        "0",
        "SELECT (SELECT name FROM product AS q WHERE q.id = p.later_id) FROM purchase AS p",
        "deferrable",
        before="UPDATE purchase SET later_id = 4711 WHERE old_note IS NOT NULL",
    ),
    Case(
        "scalar by a key, secured",
        "0",
        "SELECT (SELECT word FROM secret AS s WHERE s.id = k.secret_id) FROM keeper AS k",
        "another role may not see it",
        before=_HIDE,
    ),
    Case(
        "scalar by a key, more",
        "0",
        "SELECT (SELECT email FROM customer AS u WHERE u.id = "
        "p.customer_id AND agreed AND u.id = 1) FROM purchase AS p",
        "asks for more than the key",
    ),
    Case(
        "scalar by a key, limited",
        "0",
        "SELECT (SELECT email FROM customer AS u WHERE u.id = "
        "p.customer_id LIMIT 0) FROM purchase AS p",
        "LIMIT",
    ),
    Case(
        "scalar by a key, sampled",
        "0",
        "SELECT (SELECT email FROM customer AS u TABLESAMPLE "
        "BERNOULLI (0) WHERE u.id = p.customer_id) FROM purchase AS p",
        "TABLESAMPLE",
    ),
    Case(
        "scalar by a key of a missing row",
        "0",
        "SELECT (SELECT b.y FROM b WHERE b.id = c.b_id) FROM a LEFT JOIN c ON c.id = a.id",
        "the referring row may be missing",
    ),
    Case(
        "scalar by a key of children",
        "0",
        "SELECT (SELECT name FROM product AS q WHERE q.id = n.id) FROM animal AS n",
        "children do not inherit keys",
    ),
    Case(
        "scalar by a key of a partition",
        "0",
        "SELECT (SELECT e.id FROM event_a AS e WHERE e.id = "
        "r.event_id AND e.kind = r.kind) FROM reaction AS r",
        "not in each partition",
    ),
    Case(
        "scalar by a key of partitions",
        "N",
        "SELECT (SELECT e.id FROM event AS e WHERE e.id = "
        "r.event_id AND e.kind = r.kind) FROM reaction AS r",
        "but in one of them",
    ),
    Case(
        "scalar by a key of a new row",
        "0",
        "WITH made AS (INSERT INTO b VALUES (50, 1, 1, 1)) "
        "INSERT INTO c VALUES (60, 1, 1, 50) RETURNING "
        "(SELECT b.y FROM b WHERE b.id = c.b_id)",
        "sub-queries see what was before",
    ),
    Case(
        "scalar in an assignment",
        "?",
        "UPDATE purchase SET old_note = (SELECT email FROM customer "
        "AS u WHERE u.id = customer_id) WHERE old_note IS NOT NULL RETURNING old_note",
        "the row may have been changed since, by another transaction",
    ),
    # set operations
    Case("union", "N0", "SELECT y, x FROM a UNION SELECT 1, 2", "both arms"),
    Case("union all with null", "0", "SELECT y FROM a UNION ALL SELECT NULL", "both arms"),
    Case("intersect", "N", "SELECT x FROM a INTERSECT SELECT y FROM b", "either arm"),
    Case("except", "N0", "SELECT y, x FROM a EXCEPT SELECT NULL, 1", "the left arm"),
    Case(
        "nested set operations",
        "N0",
        "(SELECT y, x FROM a UNION SELECT 1, 2) EXCEPT SELECT 2, 2",
        "each in turn",
    ),
    Case("values as a query", "N0", "VALUES (1, NULL), (2, 'x')", "all rows"),
    Case(
        "union by a user's cast",
        "0",
        "SELECT ROW(1)::cover UNION ALL SELECT ROW(1, 2)::wrap",
        "what converts an arm may give NULL",
    ),
    # WITH
    Case(
        "with query", "N0", "WITH w AS (SELECT y, x FROM a) SELECT w.y, w.x FROM w", "seen through"
    ),
    Case(
        "with, used twice",
        "N0",
        "WITH w AS (SELECT y FROM a) SELECT o.y, t.y FROM w AS o LEFT JOIN w AS t ON t.y = o.y + 1",
        "each with its own joins",
    ),
    Case(
        "recursive",
        "NN",
        "WITH RECURSIVE r (n, w) AS (SELECT 1, 'x' UNION ALL SELECT n + 1, w "
        "FROM r WHERE n < 3) SELECT n, w FROM r",
        "no step brings NULL in",
    ),
    Case(
        "recursive with null",
        "N0",
        "WITH RECURSIVE r (n, w) AS (SELECT 1, 1 UNION ALL "
        "SELECT n + 1, nullif(n, 2) FROM r WHERE n < 4) SELECT n, w FROM r",
        "a step does",
    ),
    Case(
        "recursive in two steps",
        "000",
        "WITH RECURSIVE r (a, b, c) AS (SELECT 1, 2, 3 UNION ALL "
        "SELECT b, c, NULL::integer FROM r WHERE a < 4) SELECT a, b, c FROM r",
        "NULL wanders from column to column",
    ),
    Case(
        "recursive, searched",
        "NNN",
        "WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 "
        "FROM r WHERE n < 3) SEARCH DEPTH FIRST BY n SET path CYCLE n SET looped USING trail "
        "SELECT n, path, looped FROM r",
        "SEARCH and CYCLE add columns",
    ),
    Case(
        "shadowed name",
        "0N",
        "WITH w AS (SELECT 1 AS v) SELECT s.v, o.v FROM w AS o, LATERAL "
        "(WITH w AS (SELECT NULL AS v) SELECT v FROM w) AS s",
        "the nearest name counts",
    ),
    Case(
        "changing with",
        "N0",
        "WITH w AS (INSERT INTO counted (id, text, plain) VALUES (9, 'x', "
        "NULL) RETURNING text, plain) SELECT text, plain FROM w",
        "as RETURNING",
    ),
    # RETURNING
    Case(
        "insert",
        "NN0",
        "INSERT INTO counted (id, text) VALUES (9, 'x') RETURNING id, text, plain",
        "what was assigned",
    ),
    Case(
        "insert with default",
        "NN",
        "INSERT INTO counted (id) VALUES (9) RETURNING text, seen",
        "the default",
    ),
    Case(
        "insert of rows",
        "N0",
        "INSERT INTO counted (id, text, plain) VALUES (8, 'x', NULL), "
        "(9, 'y', 'z') RETURNING text, plain",
        "all rows",
    ),
    Case(
        "insert of a query",
        "N0",
        "INSERT INTO counted (id, text, plain) SELECT id + 50, email, nick "
        "FROM customer RETURNING text, plain",
        "its columns",
    ),
    Case(
        "insert with a trigger",
        "0",
        "INSERT INTO on_insert VALUES (9, 'x') RETURNING text",
        "BEFORE INSERT may change it",
    ),
    Case(
        "update with an insert trigger",
        "N",
        "UPDATE on_insert SET text = 'x' RETURNING text",
        "that one is for INSERT",
    ),
    Case(
        "update with a trigger",
        "00",
        "UPDATE on_update SET text = 'x' RETURNING text, long",
        "BEFORE UPDATE may change it, and what is generated from it",
    ),
    Case(
        "update of another column",
        "0",
        "UPDATE on_update SET id = 5 WHERE text = 'x' RETURNING text",
        "or a column that is not assigned",
    ),
    Case(
        "other triggers",
        "NN",
        "UPDATE on_neither SET text = 'x' RETURNING text, long",
        "disabled, AFTER and statement triggers do not",
    ),
    Case(
        "insert with other triggers",
        "NN",
        "INSERT INTO on_neither VALUES (9, 'x') RETURNING text, long",
        "the same",
    ),
    Case(
        "trigger of a child",
        "0",
        "UPDATE parent_of_trigger SET text = 'x' RETURNING text",
        "a child's trigger counts",
    ),
    Case(
        "insert into the parent",
        "?",
        "INSERT INTO parent_of_trigger VALUES (9, 'x') RETURNING text",
        "children are not asked, but counted",
    ),
    Case(
        "moved to another partition",
        "0",
        "UPDATE moved SET text = 'x', kind = 'b' RETURNING text",
        "the row is inserted there, and a trigger is there for INSERT",
    ),
    Case(
        "view with an instead trigger",
        "?0",
        "INSERT INTO handled VALUES (9, 'x') RETURNING id, email",
        "the trigger says what is returned",
    ),
    Case(
        "updatable view",
        "NN0",
        "INSERT INTO counters (id, seen) VALUES (9, 1) RETURNING id, seen, nullif(text, 'none')",
        "the table behind it",
    ),
    Case(
        "rule",
        "N0",
        "INSERT INTO ruled VALUES (9, NULL) RETURNING id, text",
        "the rule's RETURNING",
    ),
    Case(
        "update of what was null",
        "N0",
        "UPDATE counted SET text = 'x' RETURNING text, plain",
        "the new value",
    ),
    Case(
        "update to null",
        "0",
        "UPDATE counted SET text = NULL WHERE text IS NOT NULL RETURNING text",
        "WHERE speaks of the old row",
    ),
    Case(
        "update with facts",
        "N",
        "UPDATE counted SET seen = 1 WHERE text IS NOT NULL RETURNING text",
        "a column that is not assigned keeps its value",
    ),
    Case(
        "update from",
        "NN0",
        "UPDATE a SET x = b.y FROM b LEFT JOIN c ON c.b_id = b.id "
        "AND c.id < 3 WHERE b.id = a.id RETURNING a.x, b.y, c.y",
        "joins as usual",
    ),
    Case(
        "update of several columns",
        "?N",
        "UPDATE a SET (x, y) = (SELECT 1, 2) RETURNING x, y",
        "not looked into",
    ),
    Case(
        "update of an element",
        "0",
        "UPDATE customer SET notes[1] = NULL RETURNING notes[1]",
        "none",
    ),
    Case(
        "delete",
        "NN0",
        "DELETE FROM counted WHERE text IS NOT NULL RETURNING id, text, plain",
        "the old row",
    ),
    Case(
        "delete using",
        "N0",
        "DELETE FROM c USING a LEFT JOIN b ON b.id = a.id AND b.x = 2 WHERE c.id = a.id "
        "RETURNING c.y, b.y",
        "joins as usual",
    ),
    Case("returning a row", "N", "DELETE FROM nobody RETURNING nobody", "it was there"),
    Case(
        "returning an expression",
        "0",
        "UPDATE counted SET text = NULL WHERE lower(text) = 'one' RETURNING lower(text)",
        "facts are of the old row",
    ),
    Case(
        "conflict do nothing",
        "N",
        "INSERT INTO counted (id, text) VALUES (1, 'x'), (9, 'y') "
        "ON CONFLICT DO NOTHING RETURNING text",
        "only what was stored comes back",
    ),
    Case(
        "conflict do update",
        "N0N",
        "INSERT INTO counted (id, text, plain) VALUES (2, 'x', 'y') "
        "ON CONFLICT (id) DO UPDATE SET text = excluded.text, plain = counted.plain || nullif("
        "excluded.plain, 'y') RETURNING text, plain, seen",
        "both branches count",
    ),
    Case(
        "conflict, not assigned",
        "0",
        "INSERT INTO counted (id, text) VALUES (2, 'x') "
        "ON CONFLICT (id) DO UPDATE SET seen = 5 RETURNING text",
        "the old row stays",
    ),
    Case(
        "conflict with a trigger",
        "0",
        "INSERT INTO on_update (id, text) VALUES (1, 'x') "
        "ON CONFLICT (id) DO UPDATE SET text = excluded.text RETURNING text",
        "BEFORE UPDATE",
    ),
    Case(
        "conflict, changed by insert",
        "0",
        "INSERT INTO on_insert VALUES (1, 'x') ON CONFLICT (id) "
        "DO UPDATE SET text = excluded.text RETURNING text",
        "excluded is what BEFORE INSERT left",
    ),
    Case(
        "insert into a NOT NULL domain",
        "N",
        "INSERT INTO domained VALUES (9, 'x') RETURNING word",
        "what was assigned",
    ),
    Case(
        "merge",
        "N0",
        "MERGE INTO counted AS t USING a ON t.id = a.id WHEN MATCHED THEN UPDATE SET "
        "plain = NULL WHEN NOT MATCHED THEN INSERT VALUES (a.id, 'x') RETURNING t.id, t.plain",
        "NOT NULL columns only",
        since=17,
    ),
    Case(
        "merge, assigned",
        "?",
        "MERGE INTO counted AS t USING a ON t.id = a.id WHEN MATCHED THEN "
        "UPDATE SET text = 'x' RETURNING t.text",
        "actions are not looked into",
        since=17,
    ),
    Case(
        "merge source",
        "N0",
        "MERGE INTO counted AS t USING a ON t.id = a.id WHEN MATCHED THEN "
        "UPDATE SET plain = 'x' RETURNING a.y, a.x",
        "as a table",
        since=17,
    ),
    Case(
        "merge source of joins",
        "N0",
        "MERGE INTO counted AS t USING (a LEFT JOIN b ON b.id = a.id) "
        "ON t.id = a.id WHEN NOT MATCHED THEN INSERT VALUES (a.id, 'x') RETURNING a.y, b.y",
        "the source may be a join",
        since=17,
    ),
    Case(
        "merge without source",
        "0N",
        "MERGE INTO counted AS t USING (SELECT * FROM a WHERE id > 1) "
        "AS a ON t.id = a.id WHEN NOT MATCHED BY SOURCE THEN DELETE RETURNING a.y, t.id",
        "there may be no source row",
        since=17,
    ),
    Case(
        "merge coalesce",
        "N",
        "MERGE INTO counted AS t USING a ON t.id = a.id WHEN NOT MATCHED "
        "BY SOURCE THEN DELETE WHEN MATCHED THEN DELETE RETURNING coalesce(a.x, t.id)",
        "a source that may be missing is no side of a full join",
        since=17,
    ),
    Case(
        "merge action",
        "N",
        "MERGE INTO counted AS t USING a ON t.id = a.id WHEN MATCHED THEN DELETE "
        "RETURNING merge_action()",
        "a text",
        since=17,
    ),
    Case(
        "old and new of insert",
        "0N0N",
        "INSERT INTO counted (id, text) VALUES (9, 'x') RETURNING "
        "old.id, new.id, old.text, new.text",
        "there is no old row",
        since=18,
    ),
    Case(
        "old and new of update",
        "N0N",
        "UPDATE counted SET text = NULL WHERE text IS NOT NULL "
        "RETURNING old.text, new.text, new.id",
        "WHERE speaks of the old one",
        since=18,
    ),
    Case(
        "old and new of delete",
        "NN0",
        "DELETE FROM counted WHERE text IS NOT NULL RETURNING old.id, old.text, new.id",
        "there is no new row",
        since=18,
    ),
    Case(
        "old and new of a conflict",
        "0N",
        "INSERT INTO counted (id, text) VALUES (9, 'x') "
        "ON CONFLICT (id) DO UPDATE SET seen = 1 RETURNING old.seen, new.seen",
        "an old row",
        since=18,
    ),
    Case(
        "old and new of merge",
        "0N",
        "MERGE INTO counted AS t USING a ON t.id = a.id WHEN NOT "
        "MATCHED THEN INSERT VALUES (a.id, 'x') RETURNING old.id, t.id",
        "no old row",
        since=18,
    ),
    Case(
        "old row", "0N", "INSERT INTO counted (id) VALUES (9) RETURNING old, new", "none", since=18
    ),
    Case(
        "virtual column of a new row",
        "N0",
        "INSERT INTO computed (id) VALUES (9) RETURNING sure, unsure",
        "from what was stored",
        since=18,
    ),
    # statements that cannot be analysed
    Case("utility", "?", "SHOW server_version", "has no tree"),
)
