"""What is measured, each by a command of its own: ``python -m tests.benchmarks.NAME``."""
