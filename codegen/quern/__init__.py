"""Write SQL, get typed Python, nothing guessed.

The steps of a run, each a package that takes plain immutable data and gives the same:

========================  ==========================================================
:mod:`quern.source`       reads annotated ``.sql`` files: lexer, parser, parameters
:mod:`quern.analysis`     asks Postgres about each query and reads the catalogue
:mod:`quern.model`        decides names, Python types, rows and functions
:mod:`quern.render`       lays the model out as Python source
:mod:`quern.output`       compares with, or swaps in, the files of the output folder
========================  ==========================================================

:mod:`quern.pipeline` is the run itself, :mod:`quern.generate`, :mod:`quern.check`,
:mod:`quern.watch` and :mod:`quern.describe` are the commands of :mod:`quern.cli`, whose outcome
:mod:`quern.report` prints; :mod:`quern.incremental` tells that there is nothing to run for;
:mod:`quern.database` chooses a database, :mod:`quern.connection` connects to it,
:mod:`quern.provision` makes one, and :mod:`quern.embedded` is a server of our own.
"""

__version__ = "0.1.0"
