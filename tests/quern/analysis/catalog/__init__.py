"""Tests of :mod:`quern.analysis.catalog`."""
