"""Tests of :mod:`quern.analysis.parameters`."""
