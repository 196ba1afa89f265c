"""Laying the model out as Python source.

- :mod:`~quern.render.literals`: texts as literals and docstrings of Python
- :mod:`~quern.render.imports`: import lines
- :mod:`~quern.render.model_view`, :mod:`~quern.render.parameters_view`,
  :mod:`~quern.render.query_view`,
  :mod:`~quern.render.function_view`: what the templates show, laid out in lines
- :mod:`~quern.render.views`: whole modules of that
- :mod:`~quern.render.package`: all files of the output, by path
- ``templates/``: the layout; ``runtime/``: what is copied into each output as it is
- :mod:`~quern.render.sync`: makes ``runtime/sync/`` of ``runtime/aio/``
"""
