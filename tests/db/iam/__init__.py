"""Schema ``iam``: people, teams, roles, permissions, invitations, keys, groups, grants.

- :mod:`.test_schema`: what only this schema has: defaults, keys, functions
- :mod:`.test_triggers`: slugs, ``updated_at``, the first administrator
"""
