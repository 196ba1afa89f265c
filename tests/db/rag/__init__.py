"""Tests of schema ``rag``.

- :mod:`.scene`: people, datasets and what is in them
- :mod:`.tenants`: 20,000 embeddings of tenants that own half, a hundredth, a thousandth of them
"""
