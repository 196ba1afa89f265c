"""Schema ``assistants``.

- ``scene``: people and teams; adds prompts, datasets and projects, as the owner
- ``test_tables``: constraints, seed rows, what goes when something else goes
- ``test_prompts``, ``test_projects``, ``test_prompt_dataset``, ``test_categories``: who sees and
  changes what
- ``test_keys_of_prompts``: which prompts a key may be for
"""
