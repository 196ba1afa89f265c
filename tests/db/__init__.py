"""Tests of the migrations, of the schema they make, and of the roles.

- :mod:`.iam_facts`: what schema ``iam`` must hold
- :mod:`.project_copy`: a project whose migrations a test may change
"""
