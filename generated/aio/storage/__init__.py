# Made by quern from queries and schema: do not edit.
"""Queries: downloads, objects."""
