# Made by quern from queries and schema: do not edit.
"""Queries: abilities, capabilities, channels, prices, protocol_configs, providers,
registered_models, tiered_pricing.
"""
