# Made by quern from the database: do not edit.
"""Enum types of schema rag."""

from enum import StrEnum

from .. import _runtime


class ChunkingStrategy(StrEnum):
    """How documents are cut into chunks: at their titles."""

    BY_TITLE = "ByTitle"


read_chunking_strategy = _runtime.enum_reader(ChunkingStrategy)
