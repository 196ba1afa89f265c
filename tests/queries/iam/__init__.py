"""Tests of the queries of schema ``iam``: one module a topic, and what makes their rows.

- :mod:`.people`, :mod:`.tenants`, :mod:`.keys`, :mod:`.invited`: rows made by generated functions
"""
