# Made by quern from queries and schema: do not edit.
"""Queries: chunks, chunks_chats, datasets, document_pipelines, documents, search."""
