"""Tests of the queries of schema ``rag``: one module a topic, and what makes their rows.

- :mod:`.shelves`: datasets, documents, chunks and pipelines, made by generated functions
- :mod:`.talks`: turns of conversations, which chunks are given with
"""
