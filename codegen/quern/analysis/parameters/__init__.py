"""Which parameters may be NULL, and what to call those that are only numbered.

- :mod:`~quern.analysis.parameters.parameters`: what is found of each
- :mod:`~quern.analysis.parameters.query_parameters`: the same, with what the query's notes say
- :mod:`~quern.analysis.parameters.rules`: what each part of a query does with its values
- :mod:`~quern.analysis.parameters.comparisons`: what comparisons say
- :mod:`~quern.analysis.parameters.uses`: how a use reaches a parameter
- :mod:`~quern.analysis.parameters.column_sources`: which column an expression is about
- :mod:`~quern.analysis.parameters.names`: names made of columns' names
"""
