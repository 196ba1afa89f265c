"""The calls for asyncio.

- :mod:`.cursors`: cursors that nothing an application does to its connection can change
- :mod:`.calls`: one query, its rows or how many it changed
- :mod:`.streams`: rows one after the other
- :mod:`.batches`: one query with many parameters
- :mod:`.copies`: many rows into one table
"""

from .batches import execute_batch as execute_batch
from .batches import fetch_batch as fetch_batch
from .batches import fetch_batch_all as fetch_batch_all
from .batches import fetch_batch_one as fetch_batch_one
from .batches import fetch_batch_optional as fetch_batch_optional
from .calls import AsyncRunner as AsyncRunner
from .calls import execute as execute
from .calls import execute_count as execute_count
from .calls import fetch_all as fetch_all
from .calls import fetch_one as fetch_one
from .calls import fetch_optional as fetch_optional
from .copies import copy_rows as copy_rows
from .streams import AsyncStreamRunner as AsyncStreamRunner
from .streams import stream as stream
