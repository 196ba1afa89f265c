# Made by quern from queries and schema: do not edit.
"""Queries: automation_runs, automation_triggers, jobs."""
