"""What quern costs, beside others that do the same work, in one run on one machine.

``just bench`` measures all of it and writes ``RESULTS.md``; see :mod:`tests.benchmarks.__main__`.

- :mod:`.figures`: one module for each work that is measured
- :mod:`.measure`: contestants take turns in rounds
- :mod:`.result`: bars, and what was measured
- :mod:`.report`: results as Markdown
- :mod:`.machine`: what it ran on
- :mod:`.bench`: the scratch server and the folder that all of it happens in
- :mod:`.shop`: a schema, its rows, and a generated package to call
- :mod:`.synthetic`: a project of any size to generate
- :mod:`.child`: a command's time and memory
- :mod:`.one_core`: client and server on one core
- :mod:`.contestants`: packages that only benchmarks need
- :mod:`.sqlalchemy_items`, :mod:`.asyncpg_connection`: what two of them need to be set up
"""
