"""Whether a statement is one that its command can run.

- :mod:`~quern.analysis.commands.streaming`: ``:stream`` reads by a cursor of the server
- :mod:`~quern.analysis.commands.copying`: ``:copy`` turns INSERT into COPY
"""
