# Made by quern from queries and schema: do not edit.
"""Queries: api_keys, groups, invitations, licences, oauth_clients, permission_grants, permissions,
team_users, teams, users.
"""
