"""Deciding what the generated package holds; templates only lay it out.

- :mod:`~quern.model.naming`: names of Postgres to names of Python
- :mod:`~quern.model.types`: types of Postgres to types of Python, both ways
- :mod:`~quern.model.rows`: row models
- :mod:`~quern.model.table_models`: those of whole tables
- :mod:`~quern.model.shared_rows`: those that ``-- @returns`` names
- :mod:`~quern.model.functions`: query functions
- :mod:`~quern.model.commands`: what each command needs of a statement
- :mod:`~quern.model.schema_modules`: the classes of enum and composite types
- :mod:`~quern.model.unsupported`: what to say of types that have none
- :mod:`~quern.model.modules`: the module of one query file
- :mod:`~quern.model.package`: the whole, from the analysed queries
"""
