"""Tests of :mod:`quern.render`."""
