# Made by quern from queries and schema: do not edit.
"""Queries: commands, crlf, nested, search, types."""
