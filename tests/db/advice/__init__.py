"""Tests of :mod:`db.commands.advice`: what violates each rule, and the least that mends it."""
