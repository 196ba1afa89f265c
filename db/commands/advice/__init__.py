"""Advice about the schema as a whole: what no single migration shows.

Each rule is one function, the catalogue in and findings out.

- :mod:`~db.commands.advice.rules`: all rules, and what is found beside what is accepted
- :mod:`~db.commands.advice.accepted`: ``db/advice.toml``, what is right as it is
- :mod:`~db.commands.advice.indexes`: missing, double and unused indexes
- :mod:`~db.commands.advice.tables`: primary keys, arrays, row-level security
- :mod:`~db.commands.advice.policies`: what policies say
- :mod:`~db.commands.advice.row_calls`: which functions an expression calls once a row
- :mod:`~db.commands.advice.functions`: whose rights functions have, and what their names mean
- :mod:`~db.commands.advice.privileges`: who may do what
- :mod:`~db.commands.advice.comments`: what has none
"""
