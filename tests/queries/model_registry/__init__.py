"""Tests of the queries of schema ``model_registry``: one module a topic, and what makes their rows.

- :mod:`.rows`: models, channels, groups and prices made by generated functions
"""
