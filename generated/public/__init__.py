# Made by quern from queries and schema: do not edit.
"""What schema public has."""
