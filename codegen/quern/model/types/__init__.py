"""Types of Postgres to types of Python, both ways.

A value travels as text in both directions. What psycopg's own loaders make of a built-in type is
taken as it is; everything else, whose OID differs between databases or which psycopg would make
something else of, is made of its text in the row maker.

- :mod:`~quern.model.types.python_type`: what a type is in Python, and how it is read and written
- :mod:`~quern.model.types.built_in`: base types, those of extensions too
- :mod:`~quern.model.types.classes`: the classes of enum and composite types, and their names
- :mod:`~quern.model.types.user_types`: types that the user names
- :mod:`~quern.model.types.mapper`: the Python type of each type in a catalogue
"""
