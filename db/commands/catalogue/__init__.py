"""What the database says about itself, read once and handed to every check.

- :mod:`~db.commands.catalogue.objects`: tables, columns, keys, policies and the rest, as plain data
- :mod:`~db.commands.catalogue.queries`: the queries that ask for them
- :mod:`~db.commands.catalogue.grants_query`: the one that asks who may do what
- :mod:`~db.commands.catalogue.read`: asking them
"""
