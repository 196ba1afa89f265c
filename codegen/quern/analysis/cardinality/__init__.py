"""How many rows a query gives.

- :mod:`~quern.analysis.cardinality.cardinality`: none, exactly one, at most one, or many
- :mod:`~quern.analysis.cardinality.single_rows`: which relations of FROM are bounded
- :mod:`~quern.analysis.cardinality.fixed_columns`: which columns are the same in all rows
- :mod:`~quern.analysis.cardinality.equalities`: what conditions make equal
- :mod:`~quern.analysis.cardinality.terms`: what conditions can fix
- :mod:`~quern.analysis.cardinality.join_conditions`: where those conditions hold
- :mod:`~quern.analysis.cardinality.stability`: what gives the same each time in a statement
"""
