"""A connection of asyncpg."""

import json
from contextlib import AsyncExitStack
from typing import Any

from tests.benchmarks.contestants import package


async def connect(url: str, stack: AsyncExitStack) -> Any:
    """Connect, with jsonb as objects of Python, as the others give it.

    :param stack: closes the connection
    """
    connection = await package("asyncpg").connect(url)
    stack.push_async_callback(connection.close)
    await connection.set_type_codec(
        "jsonb", schema="pg_catalog", encoder=json.dumps, decoder=json.loads
    )
    return connection
