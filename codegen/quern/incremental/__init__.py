"""Telling that nothing changed since the last run, so that it needs not be done again.

- :mod:`.inputs`: what a run reads from files, as hashes
- :mod:`.catalogue`: what a run reads from the database, as one hash that the server makes
- :mod:`.record`: what the last run found and wrote, kept in ``.quern/last-run.json``

The rule: what a run writes depends on its inputs and on the database, and on nothing else. The
record names both and the hash of what was written. Where the inputs and the output are as recorded,
the run is over if the database is, too. Of the embedded server that is known without starting it:
nobody has used it since (:func:`quern.embedded_home.last_use`), and its migrations are among the
inputs. Otherwise the database is asked for the hash of its catalogue.

The record is written after the output and replaced as a whole. Whatever is wrong with it, or
missing, makes a whole run.
"""
