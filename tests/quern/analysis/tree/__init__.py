"""Tests of :mod:`quern.analysis.tree`."""
