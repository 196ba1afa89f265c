# Made by quern from queries and schema: do not edit.
"""The same functions for asyncio."""
