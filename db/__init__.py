"""The platform's database: its migrations, and the tools that apply them.

- ``migrations/<schema>/*.sql``, ``bootstrap/roles.sql``, ``schema.sql``: see ``README.md`` here
- :mod:`db.commands`: what ``just db-migrate`` and the other ``db-`` recipes run
"""
