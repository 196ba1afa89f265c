"""A command's time and memory.

A process that is started from a large one inherits its peak of memory, so a small one stands in
between: this file, run as a program, which starts the command, waits for it and prints three
numbers (seconds, seconds of CPU, kilobytes).
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Spent:
    """What a command took.

    :ivar cpu: seconds of CPU, of all its threads, the server's not among them
    :ivar megabytes: of memory, at its peak
    """

    seconds: float
    cpu: float
    megabytes: float


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Spent:
    """Run a command that must succeed.

    :param environment: variables besides our own
    :raises RuntimeError: if it fails; with what it says
    """
    result = subprocess.run(
        [sys.executable, "-I", "-S", __file__, *command],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} failed: {result.stdout}{result.stderr}")
    seconds, cpu, kilobytes = json.loads(result.stdout.splitlines()[-1])
    return Spent(seconds, cpu, kilobytes / 1024)


def _main() -> int:
    started = time.perf_counter()
    process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - started
    # macOS counts in bytes.
    kilobytes = usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    print(json.dumps([seconds, usage.ru_utime + usage.ru_stime, kilobytes]))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(_main())
