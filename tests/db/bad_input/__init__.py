"""What the database has to refuse, each beside the same without what is wrong with it.

- :mod:`.case`: a statement to refuse, beside one to accept
- :mod:`.foreign_teams`: rows for a team or person that are not one's own
- :mod:`.foreign_keys`: rows that would be part of what another team or person has
- :mod:`.uses`: rows that use what another team keeps to itself
- :mod:`.rights`: what nobody gives to oneself, and what nobody writes or reads
- :mod:`.once`: what there may be once, and what may not overlap
- ``values.toml``: values that checks refuse
"""
