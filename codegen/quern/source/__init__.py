"""Reading annotated ``.sql`` files.

- :mod:`~quern.source.span`: places in a file
- :mod:`~quern.source.lexer`: SQL text to tokens, as Postgres' own scanner sees them
- :mod:`~quern.source.blocks`: a file to blocks of tokens, cut at its headers
- :mod:`~quern.source.header`: the names and commands of queries
- :mod:`~quern.source.directives`: the ``-- @`` lines under a header, and the docstring
- :mod:`~quern.source.optional_parts`: the ``-- @if`` and ``-- @order`` marks in a statement
- :mod:`~quern.source.placeholders`: where a statement takes values, sqlc's macros included
- :mod:`~quern.source.parameters`: those to ``$n``, and the way back for positions
- :mod:`~quern.source.conditions`: whether optional parts and parameters go together
- :mod:`~quern.source.statement`: a statement, its pieces and the variants that they make
- :mod:`~quern.source.query`: the queries, as plain data
- :mod:`~quern.source.parser`: a file to its queries
- :mod:`~quern.source.mistake`: what is wrong in a file
- :mod:`~quern.source.files`: finding and decoding the files
"""
