"""Tests of :mod:`quern.analysis`."""
