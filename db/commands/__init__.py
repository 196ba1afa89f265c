"""The commands behind the ``just db-`` recipes.

- :mod:`~db.commands.cli`: the commands by name
- :mod:`~db.commands.migrations`: the migration files, and the mistakes that dbmate lets pass
- :mod:`~db.commands.dbmate`: running the dbmate program and reading its errors
- :mod:`~db.commands.replay`: finding the statement that failed
- :mod:`~db.commands.schema`: ``db/schema.sql``
- :mod:`~db.commands.maintenance`: clearing up, statistics, vacuum
- :mod:`~db.commands.administration`: making and dropping databases, as an administrator
"""
