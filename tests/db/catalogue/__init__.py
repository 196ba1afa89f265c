"""The catalogue of the migrated database, against facts written down as data and against rules.

The facts, each in a file of its own:

- ``original.toml``, ``enums.toml``: the tables and enum types of the original
- ``additions.toml``: what other source systems add
- ``column_map.toml``: where each column lives that one of those names
- ``deviations.toml``: where ours differs from the original, and why
- ``seeds.toml``: the rows that migrations bring

The modules:

- :mod:`.facts`: reads those files
- :mod:`.reading`: reads the same of a database
- :mod:`.differences`: what of the one is missing in the other, in words
- :mod:`.rules`: what holds for every object of every schema, each with ways to break it
- :mod:`.test_columns`: generated columns, and secrets that people do not read
- :mod:`.test_definer_functions`: the functions that no policy holds
"""
