"""Tests of the database: one package a schema, and what all of them share.

- :mod:`.acting`: people and teams for the tests of policies, and acting as one of them
- :mod:`.rows`: a row of any table
- :mod:`.project_copy`: a project whose migrations a test may change
- :mod:`.migrations`: the migration files and running them
- :mod:`.catalogue`: the schema against the facts written down, and rules for every object
- :mod:`.test_roles`: the roles of the server
- :mod:`.two_teams`: two teams, each with one of everything
- :mod:`.bad_input`: what the database refuses, whoever sends it
- :mod:`.tenancy`: who sees and changes which rows, against an oracle, and policies that are broken
- :mod:`.attacks`: what somebody with free SQL tries
- :mod:`.advice`: the rules for the schema as a whole
- the others: what is a schema's own
"""
