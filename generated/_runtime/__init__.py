# Made by quern from its own runtime: do not edit.
"""What generated functions stand on: queries, rows, and how values travel.

Needs psycopg and pydantic, and nothing of the generator.

- :mod:`.core`: queries, rows, errors
- :mod:`.values`: values to the text that is sent, and from the text that arrives
- :mod:`.sync`: the calls, and :mod:`.aio`: the same for asyncio
"""

from . import aio as aio
from .core import NoRowError as NoRowError
from .core import Query as Query
from .core import QueryError as QueryError
from .core import Row as Row
from .core import TooManyRowsError as TooManyRowsError
from .core import no_row as no_row
from .core import scalar as scalar
from .core import trusted as trusted
from .sync import Runner as Runner
from .sync import execute as execute
from .sync import execute_count as execute_count
from .sync import fetch_all as fetch_all
from .sync import fetch_one as fetch_one
from .sync import fetch_optional as fetch_optional
from .values import array_text as array_text
from .values import json_text as json_text
from .values import read_array as read_array
