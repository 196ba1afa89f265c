"""Tests of the generated functions: each runs on a real Postgres, sync and async.

- :mod:`.caller`: calls functions and checks what they return, by :mod:`.declared`
- :mod:`.interleaving`: two sessions of which one waits for the other
- :mod:`.ordering`: whether a query orders and pages its rows
- :mod:`.texts`: texts that go wrong when mishandled
"""
