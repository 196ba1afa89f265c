"""Is a column that is claimed never NULL ever NULL?

- :mod:`judge`: from SQL to verdicts, the way the generator does it
- :mod:`schema`, :mod:`cases`: queries written by hand, one for each rule and each trap
- :mod:`mutants`: rules switched off or made too trusting, each of which a case must notice
- :mod:`random_schema`, :mod:`random_queries`: what their names say
- :mod:`trial`, :mod:`report`: random queries run, and held against the verdicts on them
- :mod:`precision`: queries that the rules were not written for
- :mod:`brute_force`: which built-in functions give NULL, found out by calling them
"""
