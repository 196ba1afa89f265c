"""Schema ``model_registry``.

- ``people`` adds an administrator and a person of a team, and reads single values
- ``conftest`` one database for the tests that a rollback cleans up after
- ``test_types_and_seeds`` the enum labels, the range type and the providers there from the start
- ``test_constraints`` bad rows and the constraint that refuses each
- ``test_tiers`` tiers of one model that overlap, and those that do not
- ``test_updated_at`` the triggers
- ``test_policies`` who reads and writes what
"""
