"""Tests of the claims about the number of rows, case by case and at random."""
