# Made by quern from queries and schema: do not edit.
"""What schema Große_Liste has."""
