"""The commands behind the ``just db-`` recipes.

- :mod:`~db.commands.cli`: the commands by name
- :mod:`~db.commands.migrations`: the migration files, and the mistakes that dbmate lets pass
- :mod:`~db.commands.squawk`: what squawk finds in them
- :mod:`~db.commands.new_tables`: what they do to tables that they make themselves
- :mod:`~db.commands.dbmate`: running the dbmate program and reading its errors
- :mod:`~db.commands.applied`: what the database has applied, held against the files
- :mod:`~db.commands.replay`: finding the statement that failed
- :mod:`~db.commands.schema`: ``db/schema.sql``
- :mod:`~db.commands.maintenance`: clearing up, statistics, vacuum
- :mod:`~db.commands.administration`: making and dropping databases, as an administrator
- :mod:`~db.commands.inspection`: looking at a migrated database, by what follows
- :mod:`~db.commands.catalogue`: what the database says about itself
- :mod:`~db.commands.advice`: what is wrong with the schema as a whole
- :mod:`~db.commands.tenancy`: whose the rows of each table are, ``db/tenancy.toml``
- :mod:`~db.commands.findings`: how what is found is told
- :mod:`~db.commands.diagrams`: the schemas as diagrams
- :mod:`~db.commands.sections`: the parts of README files that are written from the database
- :mod:`~db.commands.toml_file`: reading the TOML files of the folder
"""
