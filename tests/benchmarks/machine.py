"""What it ran on: the machine, without its name, and the versions of everything."""

import os
import platform
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import psycopg

_PACKAGES = ("psycopg", "pydantic", "asyncpg", "SQLAlchemy", "aiosql", "sqlc")


def machine() -> Mapping[str, str]:
    """Return the machine in words."""
    cores = os.cpu_count() or 1
    load = os.getloadavg()[0]
    busy = load > cores / 4
    size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "CPU": f"{_processor()}, {cores} cores",
        "memory": f"{size / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.machine()}",
        "load before it began": f"{load:.1f} processes that wanted a core"
        + (": **busy, so that times are too long; see the ratios**" if busy else ""),
    }


def versions(url: str) -> Mapping[str, str]:
    """Return the versions of all that takes part.

    :param url: of a database of the server
    """
    with psycopg.connect(url) as connection:
        server = connection.info.server_version
    return {
        "Python": platform.python_version(),
        "PostgreSQL": f"{server // 10000}.{server % 10000}",
        "quern": version("quern"),
        **{name: version(name) for name in _PACKAGES},
        "psycopg's implementation": psycopg.pq.__impl__,
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or "unknown"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown"
