"""What runs the snippets of README.md.

========== ==================================================================
blocks     the snippets, read from the text
walk       running them, from the first to the last, in one folder
========== ==================================================================
"""
