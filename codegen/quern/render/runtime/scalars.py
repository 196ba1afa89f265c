"""Values of built-in types within others (composites, ranges), which arrive as text.

They are read by what psycopg loads them with outside of others, so that both are the same; but
the settings of the connection are not known here. Dates must arrive in the style ISO and
intervals in the style postgres, which are the server's own; an instant is given in UTC.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from ipaddress import (
    IPv4Address,
    IPv4Interface,
    IPv4Network,
    IPv6Address,
    IPv6Interface,
    IPv6Network,
)
from typing import Any, TypeAlias

from psycopg.pq import Format

from .values import ADAPTERS

#: An address, with the length of its network's prefix where that is not the whole of it.
Inet: TypeAlias = IPv4Address | IPv6Address | IPv4Interface | IPv6Interface
Cidr: TypeAlias = IPv4Network | IPv6Network


def _reader(name: str) -> Callable[[str], Any]:
    oid = ADAPTERS.types[name].oid
    loader = ADAPTERS.get_loader(oid, Format.TEXT)
    if loader is None:
        raise LookupError(f"psycopg has no loader of {name}")
    load = loader(oid, ADAPTERS).load
    return lambda text: load(text.encode())


def read_bool(text: str) -> bool:
    """Return a boolean."""
    return text == "t"


read_bytes: Callable[[str], bytes] = _reader("bytea")
read_date: Callable[[str], date] = _reader("date")
read_time: Callable[[str], time] = _reader("time")
read_timetz: Callable[[str], time] = _reader("timetz")
read_timestamp: Callable[[str], datetime] = _reader("timestamp")
read_timestamptz: Callable[[str], datetime] = _reader("timestamptz")
read_interval: Callable[[str], timedelta] = _reader("interval")
read_inet: Callable[[str], Inet] = _reader("inet")
read_cidr: Callable[[str], Cidr] = _reader("cidr")
