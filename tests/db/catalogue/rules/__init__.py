"""What holds for every object of every schema, as queries for whatever breaks the rule.

With each rule come statements that break it and what the query has to find then, so that a test
can show that the rule would notice. They run in a transaction that is rolled back, as the owner;
``RESET ROLE`` makes them the administrator's.

- :mod:`.rule`: a rule, and the views that their queries read
- :mod:`.keys`: keys, constraints and the values of columns
- :mod:`.comments`: comments
- :mod:`.functions`: functions, their triggers, and enum types
- :mod:`.rights`: who owns what, and what the roles may do
- :mod:`.policies`: row-level security
"""
