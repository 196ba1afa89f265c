# Made by quern from queries and schema: do not edit.
"""Typed functions for the project's queries."""
