"""The migration files, running them, and what a failing one tells.

- :mod:`.test_migration_files`: their names and the mistakes that lint finds
- :mod:`.test_migrations`: up, down and up again; several at once, and killed ones
- :mod:`.test_applied`: databases that are not what the files make
- :mod:`.test_failing_migrations`: where the message of a failed one points
"""
