"""Asking Postgres what a query is.

- :mod:`~quern.analysis.server`: Parse, Describe and the analysed tree, for all queries at once
- :mod:`~quern.analysis.asking`: the same for each variant of a query, as the role it is for
- :mod:`~quern.analysis.tree`: reading that tree
- :mod:`~quern.analysis.catalog`: the types, relations and functions that it names
- :mod:`~quern.analysis.nullability`: which result columns can never be NULL
- :mod:`~quern.analysis.cardinality`: how many rows a query gives
- :mod:`~quern.analysis.effects`: what a query reads and writes
- :mod:`~quern.analysis.parameters`: which parameters may be NULL, and their names
- :mod:`~quern.analysis.column_notes`: what ``-- @column`` says
- :mod:`~quern.analysis.embedded_rows`: which columns are one nested row
- :mod:`~quern.analysis.variants`: what holds for all variants of a statement
- :mod:`~quern.analysis.commands`: whether a statement is one that its command can run
- :mod:`~quern.analysis.mistakes`: the server's errors, pointing into the file
- :mod:`~quern.analysis.analyse`: all of it in order, queries to
  :class:`~quern.analysis.result.AnalysedQuery`
- :mod:`~quern.analysis.result`: what is known of a query, as plain data
"""
