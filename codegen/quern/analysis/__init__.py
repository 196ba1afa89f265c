"""Asking Postgres what a query is.

- :mod:`~quern.analysis.server`: Parse, Describe and the analysed tree, for all queries at once
- :mod:`~quern.analysis.nodetree`: the reader of the tree's text
- :mod:`~quern.analysis.catalog`: types, relations and functions, read by the set-based
  queries of :mod:`~quern.analysis.catalog_sql`
- :mod:`~quern.analysis.prover`: which result columns can never be NULL; it names its rules
- :mod:`~quern.analysis.parameters`: which parameters may be NULL
- :mod:`~quern.analysis.effects`: what a query reads and writes, by what its tree holds
  (:mod:`~quern.analysis.contents`), the server's list of permissions
  (:mod:`~quern.analysis.permissions`), and the functions that it runs
  (:mod:`~quern.analysis.volatility`, :mod:`~quern.analysis.type_functions`)
- :mod:`~quern.analysis.cardinality`: how many rows a query gives
- :mod:`~quern.analysis.mistakes`: the server's errors, pointing into the file
- :mod:`~quern.analysis.analyse`: all of it in order, queries to :class:`~.result.AnalysedQuery`
- :mod:`~quern.analysis.result`: what is known of a query, as plain data
"""
