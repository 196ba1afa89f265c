# Made by quern from queries and schema: do not edit.
"""Queries: audit_trail, cache, configs, i18n, maintenance, settings."""
