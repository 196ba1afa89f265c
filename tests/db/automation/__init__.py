"""Schema ``automation``.

- ``test_cron``: what is a cron expression, and when it is due next
- ``test_tables``: constraints, the queue of runs, when a trigger is due
- ``test_policies``: who sees and changes what
"""
