"""Tests of schema ``rag``.

- :mod:`.scene`: people, datasets and what is in them
- :mod:`.vectors`: embeddings with a structure, to search among
"""
