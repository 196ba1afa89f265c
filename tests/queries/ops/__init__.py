"""Tests of the queries of schema ``ops``: one module a topic.

- :mod:`.entries`: entries of the audit trail, which no query writes
"""
