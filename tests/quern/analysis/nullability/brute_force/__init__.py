"""Which built-in functions give NULL for which arguments, found out by calling them.

- :mod:`.values`: what they are called with
- :mod:`.names`: which of them are asked about
- :mod:`.calls`: calling them
- :mod:`.derive`: from the calls to ``never_null.json``
"""
