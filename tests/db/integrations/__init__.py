"""Schema ``integrations``: its constraints, its seed rows, and who reads and writes what.

- ``world``: the people, teams and rows that the tests act with
- ``test_columns``: columns and labels of the original and the additions
- ``test_constraints``: what a table refuses, by the name of the constraint
- ``test_updated_at``: when a row counts as changed
- ``test_integrations``, ``test_connections``, ``test_prompt_integration``: the policies of what
  belongs to teams
- ``test_openapi_specs``: the seed rows, and the policies of what the installation offers
- ``test_credentials``: what the system alone handles
"""
