"""Asking Postgres what a query is.

- :mod:`~quern.analysis.server`: Parse, Describe and the analysed tree, for all queries at once
- :mod:`~quern.analysis.nodetree`: the reader of the tree's text
- :mod:`~quern.analysis.catalog`: types and relations, read in a few set-based queries
- :mod:`~quern.analysis.nullability`: which result columns can never be NULL
- :mod:`~quern.analysis.assignments`: which parameters may be NULL
- :mod:`~quern.analysis.mistakes`: the server's errors, pointing into the file
- :mod:`~quern.analysis.analyse`: all of it in order, queries to :class:`~.result.AnalysedQuery`
- :mod:`~quern.analysis.result`: what is known of a query, as plain data
"""
