"""Reading annotated ``.sql`` files.

- :mod:`~quern.source.span`: places in a file
- :mod:`~quern.source.lexer`: SQL text to tokens, as Postgres' own scanner sees them
- :mod:`~quern.source.parameters`: named parameters to ``$n``, and the way back for positions
- :mod:`~quern.source.directives`: the ``-- @`` lines and the docstring
- :mod:`~quern.source.parser`: a file to its queries
- :mod:`~quern.source.query`: the queries, as plain data
- :mod:`~quern.source.files`: finding and decoding the files
"""
