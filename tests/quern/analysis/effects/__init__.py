"""Tests of :mod:`quern.analysis.effects`."""
