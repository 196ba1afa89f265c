"""Laying the model out as Python source.

- :mod:`~quern.render.literals`: texts as literals and docstrings of Python
- :mod:`~quern.render.imports`: import lines
- :mod:`~quern.render.views`: what the templates show, laid out in lines
- :mod:`~quern.render.package`: all files of the output, by path
- ``templates/``: the layout; ``runtime/``: what is copied into each output as it is
- :mod:`~quern.render.sync`: makes ``runtime/sync/`` of ``runtime/aio/``
"""
