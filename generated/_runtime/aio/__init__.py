# Made by quern from its own runtime: do not edit.
"""The calls for asyncio.

- :mod:`.cursors`: cursors that nothing an application does to its connection can change
- :mod:`.calls`: one query, its rows or how many it changed
"""

from .calls import AsyncRunner as AsyncRunner
from .calls import execute as execute
from .calls import execute_count as execute_count
from .calls import fetch_all as fetch_all
from .calls import fetch_one as fetch_one
from .calls import fetch_optional as fetch_optional
