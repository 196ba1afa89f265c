"""Tests of the queries of schema ``automation``: one module a topic.

- :mod:`.automated`: triggers and runs made by generated functions
"""
