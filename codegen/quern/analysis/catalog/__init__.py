"""The types, relations and functions that queries name.

- :mod:`~quern.analysis.catalog.catalog`: what is known of them, and reading it
- :mod:`~quern.analysis.catalog.catalog_sql`: the set-based queries that do
- :mod:`~quern.analysis.catalog.functions`: functions, and all that they call
- :mod:`~quern.analysis.catalog.function_bodies`: what those written in SQL run
- :mod:`~quern.analysis.catalog.unique_keys`: unique indexes that bound rows
- :mod:`~quern.analysis.catalog.type_functions`: the functions that types run unseen
"""
