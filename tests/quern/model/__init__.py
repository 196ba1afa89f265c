"""Tests of :mod:`quern.model`."""
