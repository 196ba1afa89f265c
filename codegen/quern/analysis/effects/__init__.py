"""What a query reads and writes.

- :mod:`~quern.analysis.effects.effects`: tables and columns, and whether a replica may answer
- :mod:`~quern.analysis.effects.permissions`: what the server asks for before the query runs
- :mod:`~quern.analysis.effects.inside`: what functions do inside
- :mod:`~quern.analysis.effects.volatility`: why the functions that run keep it from a replica
"""
