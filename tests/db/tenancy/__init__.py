"""Who sees and changes which rows: the policies against an independent oracle.

- :mod:`.world`: people, teams and rows of every table, to try it on
- :mod:`.oracle`: who is who: teams, roles and permissions of each person
- :mod:`.reading`, :mod:`.changing`: what each person may do with each table, written down without
  looking at the policies
- :mod:`.attempts`: what the database lets a person do, by trying
- :mod:`.actors`: everybody who tries
- :mod:`.mutants`: policies that are dropped or weakened, which must be noticed
"""
