# Made by quern from its own runtime: do not edit.
"""What generated functions stand on: queries, rows, and how values travel.

Needs psycopg and pydantic, and nothing of the generator.

- :mod:`.core`: queries, rows, errors
- :mod:`.variants`: statements with optional parts
- :mod:`.kept`: cursors kept for the next call of the same query
- :mod:`.direct`: prepared queries sent without psycopg's bookkeeping, on request
- :mod:`.bulk`, :mod:`.copy_forms`: the rows of a caller, in the pieces and forms that are sent
- :mod:`.sync`: the calls, and :mod:`.aio`: the same for asyncio
- :mod:`.unreadable`: which column of a result cannot be read
- :mod:`.values`: values to the text that is sent, and what psycopg makes of what arrives
- :mod:`.scalars`, :mod:`.enums`, :mod:`.arrays`, :mod:`.composites`, :mod:`.ranges`,
  :mod:`.json_values`, :mod:`.hstore`, :mod:`.vectors`, :mod:`.user_types`: values of such types
  to text and from text

Every function takes a connection of psycopg, or a runner, which lends it one of its choice: by
what is proven of the query (``query.read_only``, ``query.writes``), by a tenant, from a pool::

    class Pooled:
        def __init__(self, pool: ConnectionPool) -> None:
            self._pool = pool

        def run_query(self, query: Query[Any], fetch: Callable[[Connection[Any]], T]) -> T:
            with self._pool.connection() as connection:
                return fetch(connection)

        def stream_query(self, query: Query[Any]) -> AbstractContextManager[Connection[Any]]:
            return self._pool.connection()

The second method is for ``:stream`` alone, whose rows are read after the call has returned.
"""

from . import aio as aio
from .arrays import array_text as array_text
from .arrays import each as each
from .arrays import flat_array_text as flat_array_text
from .arrays import json_array_text as json_array_text
from .arrays import of_dimensions as of_dimensions
from .arrays import read_array as read_array
from .composites import composite_text as composite_text
from .composites import read_composite as read_composite
from .core import CopyTarget as CopyTarget
from .core import NoRowError as NoRowError
from .core import Query as Query
from .core import QueryError as QueryError
from .core import Row as Row
from .core import TooManyRowsError as TooManyRowsError
from .core import nested as nested
from .core import no_row as no_row
from .core import scalar as scalar
from .core import trusted as trusted
from .direct import use_fast_calls as use_fast_calls
from .enums import enum_reader as enum_reader
from .hstore import hstore_text as hstore_text
from .hstore import read_hstore as read_hstore
from .json_values import json_text as json_text
from .json_values import read_json as read_json
from .ranges import Range as Range
from .ranges import multirange_text as multirange_text
from .ranges import range_text as range_text
from .ranges import read_multirange as read_multirange
from .ranges import read_range as read_range
from .scalars import Cidr as Cidr
from .scalars import Inet as Inet
from .scalars import read_bool as read_bool
from .scalars import read_bytes as read_bytes
from .scalars import read_cidr as read_cidr
from .scalars import read_date as read_date
from .scalars import read_inet as read_inet
from .scalars import read_interval as read_interval
from .scalars import read_time as read_time
from .scalars import read_timestamp as read_timestamp
from .scalars import read_timestamptz as read_timestamptz
from .scalars import read_timetz as read_timetz
from .sync import Runner as Runner
from .sync import StreamRunner as StreamRunner
from .sync import copy_rows as copy_rows
from .sync import execute as execute
from .sync import execute_batch as execute_batch
from .sync import execute_count as execute_count
from .sync import fetch_all as fetch_all
from .sync import fetch_batch as fetch_batch
from .sync import fetch_batch_all as fetch_batch_all
from .sync import fetch_batch_one as fetch_batch_one
from .sync import fetch_batch_optional as fetch_batch_optional
from .sync import fetch_one as fetch_one
from .sync import fetch_optional as fetch_optional
from .sync import stream as stream
from .user_types import dumped as dumped
from .user_types import dumped_json as dumped_json
from .user_types import validated as validated
from .user_types import validated_json as validated_json
from .values import to_text as to_text
from .variants import Part as Part
from .variants import Variants as Variants
from .variants import together as together
from .vectors import SparseVector as SparseVector
from .vectors import pack_half_vector as pack_half_vector
from .vectors import pack_vector as pack_vector
from .vectors import read_sparse_vector as read_sparse_vector
from .vectors import read_vector as read_vector
from .vectors import sparse_vector_text as sparse_vector_text
from .vectors import vector_text as vector_text
